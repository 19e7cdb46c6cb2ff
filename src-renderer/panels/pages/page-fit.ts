import type { Document, RecordId } from '../../../src-core/document/records.ts'
import type { PageResult } from '../../../src-core/typeset/result.ts'

/** How a page stands, worst first: what an editor looks for when the clock runs. */
export type PageFit =
  | { readonly state: 'overset' | 'underset'; readonly stories: number }
  | { readonly state: 'fits' | 'empty' | 'pending' }

export function pageFit(document: Document, page: RecordId, result: PageResult | undefined): PageFit {
  if (!Object.values(document.records).some((record) => 'page' in record && record.page === page)) return { state: 'empty' }
  if (!result) return { state: 'pending' }
  const overset = result.stories.filter((story) => story.overset).length
  if (overset > 0) return { state: 'overset', stories: overset }
  const underset = result.stories.filter((story) => story.underset).length
  return underset > 0 ? { state: 'underset', stories: underset } : { state: 'fits' }
}
