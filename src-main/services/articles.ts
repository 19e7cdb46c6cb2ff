/**
 * Articles from files and from the clipboard. A file that cannot be read is refused with a sentence; the others go in.
 * What reads them is loaded for the first of them, not at the start.
 */
import { ApiFailure } from '../../src-core/api/methods.ts'
import type { Refusal } from '../../src-core/api/methods.ts'
import type { Article } from '../../src-core/document/records.ts'
import { sentence } from './assets.ts'
import type { Handlers } from './service.ts'

export function articleService(): Handlers<'articles.parse' | 'articles.parseClipboard'> {
  return {
    'articles.parse': async ({ files }) => {
      const { readArticle } = await import('./intake.ts')
      const articles: Article[] = []
      const refused: Refusal[] = []
      for (const { name, bytes } of files) {
        try {
          articles.push(await readArticle(name, bytes))
        } catch (error) {
          if (!(error instanceof ApiFailure)) throw error
          refused.push({ file: name, message: sentence(error) })
        }
      }
      return { articles, refused }
    },
    'articles.parseClipboard': async ({ text, html }) => {
      const { articleFromClipboard } = await import('./intake.ts')
      return { article: await articleFromClipboard(text, html) }
    },
  }
}
