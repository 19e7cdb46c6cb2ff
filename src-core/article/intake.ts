/** Plain text → an article. Bytes become text in src-main, where files are read; HTML has an entry of its own. */
import type { Article } from '../document/records.ts'
import { composeArticle } from './compose.ts'
import { linesOfText } from './lines.ts'

export function articleFromText(text: string, file: string | null): Article {
  return composeArticle(linesOfText(text), file)
}
