/**
 * Sets pages and writes their files, all painted from the same frames. The command line, the window's exports and the
 * archive come through here. Files appear whole or not at all (staging.ts).
 */
import { failure } from '../../src-core/api/errors.ts'
import type { ApiFailure, WrittenFile } from '../../src-core/api/methods.ts'
import { record, recordsOf, type RecordId } from '../../src-core/document/records.ts'
import { createEngine, type Engine } from '../../src-core/typeset/engine.ts'
import type { PageResult } from '../../src-core/typeset/result.ts'
import { pageLabel, PagePainter, type ExportSource, type NamedFile, type PrintRequest } from './page-files.ts'
import { requireEmbeddable } from './print-faces.ts'
import { Staging } from './staging.ts'

export type { ExportSource } from './page-files.ts'

export interface ExportRequest extends PrintRequest {
  readonly folder: string
  /** Page records, in order; all pages when left out. */
  readonly pages?: readonly RecordId[]
  /** Resolution of a PNG for each page. */
  readonly png?: number
  readonly frames?: boolean
  /** `page` writes a PDF a page, `issue` one of all pages, `proof` A3 sheets for signature. */
  readonly kinds: readonly ('page' | 'issue' | 'proof')[]
  /** When the proof is made, in the editor's words; needed for `proof`. */
  readonly proofTime?: string
}

export interface ExportHooks {
  readonly signal?: AbortSignal
  progress?(done: number, total: number, message: string): void
}

export interface ExportResult {
  readonly files: readonly WrittenFile[]
  readonly results: readonly PageResult[]
}

/** Rejects with the signal's reason when cancelled; then, as after any failure, no file is left. */
export async function exportPages(source: ExportSource, request: ExportRequest & ExportHooks): Promise<ExportResult> {
  const staging = await Staging.begin(request.folder)
  try {
    const pages = pagesOf(source, request)
    const written = await writePages(source, request, pages, staging, request)
    await breathe(request.signal)
    await staging.publish(written.files)
    request.progress?.(pages.length, pages.length, '')
    return written
  } catch (error) {
    await staging.discard()
    throw error
  }
}

export function pagesOf({ document }: Pick<ExportSource, 'document'>, request: Pick<ExportRequest, 'pages'>): readonly RecordId[] {
  return request.pages ?? recordsOf(document, 'page').map((page) => page.id)
}

/**
 * Writes the files of the pages, as they come, into the staging, and publishes nothing. `progress` counts pages, of as many
 * as the request has.
 */
export async function writePages(
  source: ExportSource,
  request: ExportRequest,
  pages: Iterable<RecordId>,
  staging: Staging,
  { signal, progress }: ExportHooks,
  engine: Engine = createEngine(source.faces.set),
): Promise<ExportResult> {
  const painter = new PagePainter(source, request)
  const files: WrittenFile[] = []
  const results: PageResult[] = []
  const total = pagesOf(source, request).length
  const write = async ({ name, bytes }: NamedFile, page?: RecordId) => {
    if (files.some((file) => file.name === name)) throw sameName(name)
    files.push(await staging.write(name, bytes, page === undefined ? {} : { page }))
  }
  const version = (page: RecordId) => record(source.document, 'page', page)?.version ?? 1
  for (const page of pages) {
    await breathe(signal)
    const result = engine.layoutPage(source.document, page)
    const { frame } = result
    requireEmbeddable(frame, source.faces)
    progress?.(results.length, total, pageLabel(frame))
    results.push(result)
    if (request.kinds.includes('page')) await write(await painter.page(frame, version(page)), page)
    if (request.kinds.includes('proof')) await write(await painter.proof(frame, request.proofTime ?? ''))
    if (request.png) await write(await painter.png(frame, request.png))
    if (request.frames) await write(painter.frames(frame))
    if (!request.kinds.includes('issue')) painter.forget()
  }
  if (request.kinds.includes('issue')) {
    const newest = Math.max(1, ...results.map(({ frame }) => version(frame.page.id)))
    await write(await painter.issue(results.map(({ frame }) => frame), newest))
  }
  return { files, results }
}

/** The pattern of the issue's file gave it the name of a page's. */
function sameName(name: string): ApiFailure {
  return failure(
    'bad-input',
    { zh: `有两个文件都叫「${name}」，没有输出。`, en: `Two files would be called ${name}; nothing was exported.` },
    { zh: '请在报纸样式的“印刷”里改全期文件的名字。', en: 'Change the name of the issue’s file under Print in the house style.' },
  )
}

/** Lets a cancellation arrive between two pages. */
async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  signal?.throwIfAborted()
}
