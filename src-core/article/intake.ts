/** Text of any source → an article. Bytes become text in src-main, where files and Word documents are read. */
import type { Article } from '../document/records.ts'
import { composeArticle } from './compose.ts'
import { linesOfHtml } from './html.ts'
import { linesOfText } from './lines.ts'

export function articleFromText(text: string, file: string | null): Article {
  return composeArticle(linesOfText(text), file)
}

/** A web page, a Word document by way of mammoth, or the clipboard's HTML. */
export function articleFromHtml(html: string, file: string | null): Article {
  return composeArticle(linesOfHtml(html), file)
}
