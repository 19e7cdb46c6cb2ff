import { readFileSync } from 'node:fs'
import { failure } from '../../src-core/api/errors.ts'
import type { LocalText } from '../../src-core/api/methods.ts'

/** Throws `not-found` or `unreadable-file` naming the file. */
export function readInput(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    const check = { zh: '请检查文件名和路径。', en: 'Check its name and path.' }
    if (code === 'ENOENT' || code === 'ENOTDIR') throw failure('not-found', { zh: `没有「${file}」这个文件。`, en: `There is no file ${file}.` }, check)
    const why: LocalText = code === 'EISDIR' ? { zh: '是文件夹，不是文件', en: 'is a folder, not a file' } : { zh: '读不出来', en: 'cannot be read' }
    throw failure('unreadable-file', { zh: `「${file}」${why.zh}。`, en: `${file} ${why.en}.` }, check)
  }
}
