/** The interactive rows of the engine: a measure that was never seen before, and one typed character. */
import { applyChange } from '../src-core/document/change.ts'
import { record, type Document } from '../src-core/document/records.ts'
import type { FaceSet } from '../src-core/fonts/face.ts'
import { createEngine } from '../src-core/typeset/engine.ts'
import { breakParagraph } from '../src-core/typeset/text/break-lines.ts'
import { shapeParagraph } from '../src-core/typeset/text/shape.ts'
import type { BenchPage } from './page-text.ts'
import { repeat, type Timings } from './statistics.ts'

const BODY = { lang: 'zh-Hans', face: 'song', size: 9, indentEm: 2, justify: true } as const

/** All text of the page broken again for a new measure; what Chromium's row does to the same text. */
export function measureChange(page: BenchPage, faces: FaceSet, line: Parameters<typeof shapeParagraph>[1]['line'], rounds: number): Timings {
  const shaped = page.blocks.flatMap((block) => (block.role === 'paragraph' ? [shapeParagraph(block.text, { ...BODY, line }, faces)] : []))
  return repeat(rounds, 10, (round) => {
    const measure = 150 + round * 0.37
    for (const paragraph of shaped) breakParagraph(paragraph, () => measure)
  })
}

/** One character changed in a middle paragraph → a whole page result with new line positions. */
export function characterTyped(document: Document, faces: FaceSet, rounds: number): Timings {
  const engine = createEngine(faces)
  let current = document
  engine.layoutPage(current, 'page-01')
  return repeat(rounds, 10, (round) => {
    current = typeCharacter(current, 'article-01', round)
    engine.layoutPage(current, 'page-01')
  })
}

export function typeCharacter(document: Document, articleId: string, round: number): Document {
  const article = record(document, 'article', articleId)
  if (!article) throw new Error(`no article ${articleId}`)
  const middle = Math.floor(article.blocks.length / 2)
  const blocks = article.blocks.map((block, index) =>
    index === middle && block.role === 'paragraph'
      ? { ...block, text: block.text.slice(0, 12) + String.fromCharCode(0x4e00 + round) + block.text.slice(13) }
      : block,
  )
  return applyChange(document, [{ id: articleId, before: article, after: { ...article, blocks } }])
}
