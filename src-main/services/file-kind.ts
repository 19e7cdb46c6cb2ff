/** What an article file is: its first bytes decide, its name only where they leave it open. */
import { extname } from 'node:path'
import { failure } from '../../src-core/api/errors.ts'
import type { ApiFailure, LocalText } from '../../src-core/api/methods.ts'

export type ArticleKind = 'text' | 'html' | 'json' | 'zip'

const TEXT_NAMES = new Set(['', '.txt', '.text', '.md', '.markdown'])
const HTML_NAMES = new Set(['.html', '.htm', '.xhtml'])
const PICTURE_NAMES = new Set(['.jpg', '.jpeg', '.png', '.gif', '.tif', '.tiff', '.bmp', '.webp', '.psd', '.heic', '.svg'])

const SAVE_AS_DOCX: LocalText = { zh: '请在 Word 或 WPS 里打开它，另存为 docx 后再导入。', en: 'Open it in Word or WPS, save it as .docx and import that.' }
const COPY_TEXT: LocalText = { zh: '请打开它，把文字复制到 Word 或 WPS 里，另存为 docx 后再导入。', en: 'Open it, copy its text into Word or WPS, save as .docx and import that.' }
const PLACE_PICTURE: LocalText = { zh: '图片请放进版面；文字稿请另存为 docx 后再导入。', en: 'Place pictures on the page; save text as .docx and import that.' }

interface Signature {
  readonly magic: readonly number[] | string
  readonly what: LocalText
  readonly remedy: LocalText
}

const REFUSED: readonly Signature[] = [
  { magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], what: { zh: '旧格式或加了密码的 Word、WPS 文档', en: 'a Word or WPS document of the old format, or one with a password' }, remedy: SAVE_AS_DOCX },
  { magic: '%PDF', what: { zh: 'PDF 文件，读不出可靠的稿件文字', en: 'a PDF file, from which text cannot be read reliably' }, remedy: COPY_TEXT },
  { magic: '{\\rtf', what: { zh: 'RTF 文档', en: 'an RTF document' }, remedy: SAVE_AS_DOCX },
  { magic: [0xff, 0xd8, 0xff], what: { zh: '图片，不是文字稿', en: 'a picture, not text' }, remedy: PLACE_PICTURE },
  { magic: [0x89, 0x50, 0x4e, 0x47], what: { zh: '图片，不是文字稿', en: 'a picture, not text' }, remedy: PLACE_PICTURE },
  { magic: 'GIF8', what: { zh: '图片，不是文字稿', en: 'a picture, not text' }, remedy: PLACE_PICTURE },
  { magic: 'II*\0', what: { zh: '图片，不是文字稿', en: 'a picture, not text' }, remedy: PLACE_PICTURE },
  { magic: 'MM\0*', what: { zh: '图片，不是文字稿', en: 'a picture, not text' }, remedy: PLACE_PICTURE },
  { magic: 'Rar!', what: { zh: '压缩包', en: 'an archive' }, remedy: { zh: '请先解压，再导入里面的稿件。', en: 'Unpack it first, then import the articles inside.' } },
  { magic: [0x37, 0x7a, 0xbc, 0xaf], what: { zh: '压缩包', en: 'an archive' }, remedy: { zh: '请先解压，再导入里面的稿件。', en: 'Unpack it first, then import the articles inside.' } },
]

/** Throws {@link ApiFailure} `unreadable-file` for what is no article, naming the file and the way out. */
export function articleKind(name: string, bytes: Uint8Array): ArticleKind {
  if (startsWith(bytes, 'PK\x03\x04')) return 'zip'
  const signature = REFUSED.find(({ magic }) => startsWith(bytes, magic))
  if (signature) throw refusal(name, signature.what, signature.remedy)
  const extension = extname(name).toLowerCase()
  if (HTML_NAMES.has(extension)) return 'html'
  if (extension === '.json') return 'json'
  if (TEXT_NAMES.has(extension)) return looksLikeHtml(bytes) ? 'html' : 'text'
  if (PICTURE_NAMES.has(extension)) throw refusal(name, { zh: '图片，不是文字稿', en: 'a picture, not text' }, PLACE_PICTURE)
  throw refusal(name, { zh: `${extension} 文件，不能当稿件读取`, en: `a ${extension} file, which cannot be read as an article` }, SAVE_AS_DOCX)
}

/** A zip archive that is no Word document. */
export function notADocument(name: string): ApiFailure {
  return refusal(name, { zh: '压缩包或别的办公文档，不是 docx', en: 'an archive or another kind of office document, not .docx' }, COPY_TEXT)
}

export function refusal(name: string, what: LocalText, remedy: LocalText): ApiFailure {
  return failure('unreadable-file', { zh: `「${name}」是${what.zh}。`, en: `${name} is ${what.en}.` }, remedy)
}

function startsWith(bytes: Uint8Array, magic: readonly number[] | string): boolean {
  const expected = typeof magic === 'string' ? Array.from(magic, (character) => character.charCodeAt(0)) : magic
  return expected.every((byte, index) => bytes[index] === byte)
}

/** A saved web page under a name of text. */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replaceAll('\0', '')
  return /^(?:ï»¿|ÿþ|þÿ)?\s*(?:<!doctype html|<html[\s>])/iu.test(start)
}
