/** Article files and the clipboard → articles. */
import { failure } from '../../src-core/api/errors.ts'
import type { ApiFailure } from '../../src-core/api/methods.ts'
import type { Intake } from '../../src-core/article/compose.ts'
import { articleFromText, intakeOfText } from '../../src-core/article/intake.ts'
import type { Article } from '../../src-core/document/records.ts'
import { decodeText } from './decode-text.ts'
import type { DecodedText } from './decode-text.ts'
import { articleKind, notADocument, refusal } from './file-kind.ts'

/** A Word document may carry its pictures; text this long is no article. */
const MOST_BYTES = 128 << 20
const MOST_TEXT_BYTES = 8 << 20

/**
 * The article in a file. `name` is printed as the article's file and decides the kind where the bytes do not.
 * Rejects with {@link ApiFailure} `unreadable-file` for anything that is no article.
 */
export async function readArticle(name: string, bytes: Uint8Array): Promise<Article> {
  return (await readIntake(name, bytes)).article
}

/** The same, with what its author left to be mended. */
export async function readIntake(name: string, bytes: Uint8Array): Promise<Intake> {
  if (bytes.length === 0) throw empty(name)
  if (bytes.length > MOST_BYTES) throw tooLong(name)
  const kind = articleKind(name, bytes)
  if (kind === 'zip') {
    const { docxToHtml, isDocx } = await import('./docx.ts')
    if (!isDocx(bytes)) throw notADocument(name)
    return readHtml(await docxToHtml(name, bytes), name)
  }
  if (bytes.length > MOST_TEXT_BYTES) throw tooLong(name)
  const decoded = decodeText(bytes)
  if (!decoded) throw refusal(name, { zh: '文字编码认不出来的文件', en: 'in an encoding that cannot be told' }, SAVE_AS_UTF8)
  if (decoded.text.trim() === '') throw empty(name)
  if (kind === 'json') {
    const { articleFromJson } = await import('./article-json.ts')
    return { article: articleFromJson(name, decoded.text), slips: 0 }
  }
  const { article, slips } = kind === 'html' ? await readHtml(decoded.text, name) : intakeOfText(decoded.text, name)
  return { article: { ...article, notes: [...encodingNotes(decoded), ...article.notes] }, slips }
}

/** What was copied: HTML with its headings where there is any, else the text. */
export async function articleFromClipboard(text: string, html: string | null): Promise<Article> {
  const marked = html === null ? null : (await readHtml(html, null)).article
  return marked && (marked.blocks.length > 0 || marked.headline !== '') ? marked : articleFromText(text, null)
}

async function readHtml(html: string, name: string | null): Promise<Intake> {
  const { intakeOfHtml } = await import('../../src-core/article/html-intake.ts')
  return intakeOfHtml(html, name)
}

const SAVE_AS_UTF8 = { zh: '请用记事本或 WPS 打开它，另存为 UTF-8 的 txt 或 docx 后再导入。', en: 'Open it in an editor, save it as UTF-8 text or .docx and import that.' }

function encodingNotes({ encoding, unreadable }: DecodedText): readonly string[] {
  const notes: string[] = []
  if (encoding !== null) notes.push(`文字编码按 ${encoding} 读取。`)
  if (unreadable > 0) notes.push(`有${unreadable}处读不出的字，显示为“\ufffd”，请对照原稿补上。`)
  return notes
}

function empty(name: string): ApiFailure {
  return failure('unreadable-file', { zh: `「${name}」是空的，里面没有文字。`, en: `${name} is empty.` }, { zh: '请检查文件是否保存完整，再重新导入。', en: 'See whether it was saved whole and import it again.' })
}

function tooLong(name: string): ApiFailure {
  return failure('unreadable-file', { zh: `「${name}」太大，不像一篇稿件，没有读取。`, en: `${name} is too large for an article and was not read.` }, { zh: '请拆成单篇稿件，另存为 docx 后再导入。', en: 'Split it into single articles, save them as .docx and import those.' })
}
