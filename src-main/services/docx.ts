/** Word documents → HTML by way of mammoth, after a look at what the archive really holds. */
import { failure } from '../../src-core/api/errors.ts'
import type { ApiFailure, LocalText } from '../../src-core/api/methods.ts'
import { SUBTITLE_CLASS } from '../../src-core/article/html.ts'
import { MARK_STYLES, passMarks, receiveMarks } from './docx-marks.ts'
import { readZipParts, ZipError } from './zip-parts.ts'
import type { ZipPart } from './zip-parts.ts'

/** XML of all parts together; the text of a book is smaller. */
const MOST_XML = 32 << 20
const MAIN_PART = 'word/document.xml'

const STYLES = ["p[style-name='Title'] => h1:fresh", `p[style-name='Subtitle'] => p.${SUBTITLE_CLASS}:fresh`, ...MARK_STYLES]
/** The link with which mammoth leads from a footnote back to its place. */
const FOOTNOTE_RETURN = /\s*<a href="#[^"]*(?:foot|end)note-ref-[^"]*">↑<\/a>/gu

/** Whether an archive that starts like a zip is a Word document. */
export function isDocx(bytes: Uint8Array): boolean {
  try {
    return readZipParts(bytes, (name) => name === MAIN_PART, MOST_XML).length > 0
  } catch (error) {
    // A limit that is broken by a document's main part is told where the document is read.
    return error instanceof ZipError && error.fault !== 'not-a-zip'
  }
}

/** Rejects with {@link ApiFailure} `unreadable-file`. */
export async function docxToHtml(name: string, bytes: Uint8Array): Promise<string> {
  const parts = new Map<string, string>()
  for (const part of xmlParts(name, bytes)) {
    const text = new TextDecoder().decode(part.bytes)
    // Office writes no document type; one is there to expand entities.
    if (/<!(?:DOCTYPE|ENTITY)/u.test(text)) throw damaged(name)
    parts.set(part.name, passMarks(text))
  }
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(archiveOf(parts), {
      styleMap: STYLES,
      ignoreEmptyParagraphs: false,
      // The picture's place is told; its data would only swell the HTML.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    })
    return receiveMarks(value.replace(FOOTNOTE_RETURN, ''))
  } catch {
    throw damaged(name)
  }
}

/**
 * The parts that were looked at, as mammoth's own opened archive: its reader of zip files, which inflates without a
 * limit, never sees the file. The input `file` is not in mammoth's types.
 */
function archiveOf(parts: ReadonlyMap<string, string>): { buffer: Buffer } {
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string) => parts.get(name) ?? '',
  }
  return { file } as unknown as { buffer: Buffer }
}

function xmlParts(name: string, bytes: Uint8Array): readonly ZipPart[] {
  try {
    return readZipParts(bytes, (part) => /\.(?:xml|rels)$/iu.test(part), MOST_XML)
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    if (error.fault === 'too-large') throw refused({ zh: `「${name}」展开后过大，没有读取`, en: `${name} unpacks to more than is safe and was not read` }, SPLIT)
    if (error.fault === 'encrypted') throw refused({ zh: `「${name}」设了密码，读不出来`, en: `${name} is protected by a password` }, UNLOCK)
    throw damaged(name)
  }
}

const SPLIT: LocalText = { zh: '请只留稿件文字，另存为 docx 后再导入。', en: 'Keep only the text, save it as .docx and import it again.' }
const UNLOCK: LocalText = { zh: '请在 Word 或 WPS 里去掉密码，另存为 docx 后再导入。', en: 'Remove the password in Word or WPS, save as .docx and import it again.' }
const SAVE_AGAIN: LocalText = { zh: '请在 Word 或 WPS 里打开它，重新另存为 docx 后再导入。', en: 'Open it in Word or WPS, save it as .docx anew and import it again.' }

function damaged(name: string): ApiFailure {
  return refused({ zh: `「${name}」不是完好的 docx 文档`, en: `${name} is not a sound .docx document` }, SAVE_AGAIN)
}

function refused({ zh, en }: LocalText, remedy: LocalText): ApiFailure {
  return failure('unreadable-file', { zh: `${zh}。`, en: `${en}.` }, remedy)
}
