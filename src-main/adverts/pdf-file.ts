/** What can be told of a PDF's bytes at once, and how it is refused. */
import { ApiFailure, type LocalText } from '../../src-core/api/methods.ts'

const MOST_BYTES = 200 << 20
/** Bytes at either end of a file in which viewers look for its first and its last line. */
const ENDS = 1_024

export function isPdf(bytes: Uint8Array): boolean {
  return latin1(bytes, 0, ENDS).includes('%PDF-')
}

/** Throws {@link ApiFailure} `unreadable-file` for what need not be opened to be refused: out of all size, or cut off. */
export function requireWhole(bytes: Uint8Array): void {
  if (bytes.length > MOST_BYTES)
    throw refusal({ zh: 'PDF 文件超过 200 MB。', en: 'The PDF file is over 200 MB.' }, { zh: '请对方缩小里面的图片后重新输出。', en: 'Have it made again with smaller pictures.' })
  // What was padded has blanks or zeros after its last line.
  let end = bytes.length
  while (end > 0 && bytes[end - 1]! <= 0x20) end--
  if (!latin1(bytes, Math.max(0, end - ENDS), end).includes('%%EOF')) throw damaged()
}

export const ASK_AGAIN: LocalText = { zh: '请重新获取文件，或请对方重新输出。', en: 'Get the file again, or have it made again.' }

export function damaged(): ApiFailure {
  return refusal({ zh: 'PDF 文件已损坏或不完整。', en: 'The PDF file is damaged or incomplete.' }, ASK_AGAIN)
}

export function refusal(message: LocalText, remedy: LocalText): ApiFailure {
  return new ApiFailure({ code: 'unreadable-file', message, remedy })
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(to, bytes.length) - from).toString('latin1')
}
