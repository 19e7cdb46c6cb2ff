import { recordsOf, type Document, type RecordId } from '../../src-core/document/records.ts'
import type { ExportRequest } from './export.ts'

/** Which pages a request means, in order. Apart from the export itself, which brings the engine: hosts export in threads. */
export function pagesAsked({ document }: { readonly document: Document }, request: Pick<ExportRequest, 'pages'>): readonly RecordId[] {
  return request.pages ?? recordsOf(document, 'page').map((page) => page.id)
}
