/** HTML → an article: a web page, a Word document by way of mammoth, the clipboard. Apart from plain text, which is read without an HTML parser. */
import type { Article } from '../document/records.ts'
import { composeArticle, type Intake } from './compose.ts'
import { linesOfHtml } from './html.ts'

export function articleFromHtml(html: string, file: string | null): Article {
  return intakeOfHtml(html, file).article
}

export function intakeOfHtml(html: string, file: string | null): Intake {
  return composeArticle(linesOfHtml(html), file)
}
