/** All that a check of one page may look at, by identity: while each of it is the same, so are the findings. */
import { issueOf, type Document, type DocumentRecord, type RecordId, type StoryRecord } from '../document/records.ts'
import type { PageResult } from '../typeset/result.ts'
import type { Subject } from './finding.ts'

/**
 * The page and how it was set; what stands on it with articles and files; the other parts of those articles with their
 * pages; the house, the issue's date and number, the faces at hand, what its files had to be mended.
 */
export function pageInputs({ document, faces, slips }: Subject): (result: PageResult) => readonly unknown[] {
  const { style, date, number, paper } = issueOf(document)
  const { onPage, ofArticle } = placesOf(document)
  const at = (id: RecordId | null) => (id === null ? undefined : document.records[id])
  const ofStory = (story: StoryRecord) => [at(story.article), ...(ofArticle.get(story.article) ?? []).flatMap((part) => [part, at(part.page)])]
  return (result) => {
    const { id } = result.frame.page
    const placed = (onPage.get(id) ?? []).flatMap((object) => [object, ...(object.type === 'story' ? ofStory(object) : [at(object.asset)])])
    return [result, at(id), style, date, number, paper, faces, slips, ...placed]
  }
}

type Placed = Extract<DocumentRecord, { type: 'story' | 'picture' | 'advert' }>

/** One walk over all records. */
function placesOf(document: Document) {
  const onPage = new Map<RecordId, Placed[]>()
  const ofArticle = new Map<RecordId, StoryRecord[]>()
  for (const id in document.records) {
    const found = document.records[id]!
    if (!('page' in found) || found.type === 'article') continue
    put(onPage, found.page, found)
    if (found.type === 'story') put(ofArticle, found.article, found)
  }
  return { onPage, ofArticle }
}

function put<Value>(lists: Map<RecordId, Value[]>, key: RecordId, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
