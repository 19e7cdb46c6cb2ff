/** Plain text → an article. Bytes become text in src-main, where files are read; HTML has an entry of its own. */
import type { Article } from '../document/records.ts'
import { composeArticle, type Intake } from './compose.ts'
import { linesOfText } from './lines.ts'

export function articleFromText(text: string, file: string | null): Article {
  return intakeOfText(text, file).article
}

export function intakeOfText(text: string, file: string | null): Intake {
  return composeArticle(linesOfText(text), file)
}
