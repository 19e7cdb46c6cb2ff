/** `banxin parse FILE…`: articles as JSON. All files are read before anything is printed; each that cannot be is told. */
import { ApiFailure } from '../../src-core/api/methods.ts'
import { printedArticle } from '../../src-core/article/article-text.ts'
import type { PrintedArticle } from '../../src-core/article/article-text.ts'
import { readArticle } from '../services/intake.ts'
import { told } from './errors.ts'
import { readInput } from './input-file.ts'
import { printJson } from './output.ts'
import { readArguments, usageError } from './usage.ts'

export async function parse(args: readonly string[]): Promise<number> {
  const { positionals: files } = readArguments(args, {})
  if (files.length === 0) throw usageError({ zh: 'parse 要写至少一个文件：banxin parse FILE…', en: 'parse needs a file: banxin parse FILE…' })
  const articles: PrintedArticle[] = []
  for (const file of files) {
    try {
      articles.push(printedArticle(await readArticle(file, readInput(file))))
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      process.stderr.write(`${told(error)}\n`)
    }
  }
  if (articles.length < files.length) return 2
  printJson(articles)
  return 0
}
