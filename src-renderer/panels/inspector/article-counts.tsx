import type { RecordId } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { bodyLength } from '../pool/pool-rows.ts'
import { useRecord } from '../records.ts'

/** Characters and paragraphs of an article's body, while it is written. */
export function ArticleCounts({ article: id }: { readonly article: RecordId }) {
  const text = useText()
  const article = useRecord('article', id)
  return article && text.story.counts(bodyLength(article), article.blocks.filter((block) => block.role === 'paragraph').length)
}
