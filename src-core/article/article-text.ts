/** An article as `banxin parse` prints it, and as plain text that intake reads back as the same article. */
import { blockText } from '../document/blocks.ts'
import type { Article, Block, TableBlock } from '../document/records.ts'
import { markerOf } from '../document/list-marker.ts'
import { visibleLength } from './characters.ts'
import { articleFromText } from './intake.ts'

/** The shape of DESIGN §6: the article with its length. */
export interface PrintedArticle extends Article {
  /** Code points of `blocks` that are not white space. */
  readonly characters: number
}

export function countCharacters(article: Pick<Article, 'blocks'>): number {
  return article.blocks.reduce((sum, block) => sum + visibleLength(blockText(block)), 0)
}

export function printedArticle(article: Article): PrintedArticle {
  const { file, page, standingHead, kicker, headline, subtitle, summary, byline, bylinePlace, titleMarks, blocks, notes } = article
  return {
    file,
    page,
    ...(standingHead ? { standingHead } : {}),
    kicker,
    headline,
    subtitle,
    summary,
    byline,
    ...(bylinePlace ? { bylinePlace } : {}),
    ...(titleMarks ? { titleMarks } : {}),
    blocks,
    characters: countCharacters(article),
    notes,
  }
}

/**
 * Plain text that intake reads back as this article: the head's roles as labels, paragraphs indented, crossheads
 * between blank lines. Where a crosshead's shape does not say that it is one, all carry Markdown's ##.
 */
export function articleText(article: Article): string {
  const plain = writeText(article, '')
  const readBack = articleFromText(plain, null).blocks
  return JSON.stringify(readBack) === JSON.stringify(article.blocks) ? plain : writeText(article, '## ')
}

function writeText(article: Article, crossheadMark: string): string {
  const head: string[] = []
  if (article.page) head.push(article.page.section === '' ? `第${article.page.number}版` : `第${article.page.number}版：${article.page.section}`)
  const label = (name: string, text: string | null) => {
    if (text !== null) head.push(`${name}：${text}`)
  }
  label('栏头', article.standingHead ?? null)
  label('引题', article.kicker)
  label('标题', article.headline)
  label('副题', article.subtitle)
  label('提要', article.summary)
  const isSigned = article.bylinePlace === 'end'
  label('署名', isSigned ? null : article.byline)
  const body = article.blocks.map((block) => writeBlock(block, crossheadMark))
  const signed = isSigned && article.byline !== null ? `\n\n${article.byline}` : ''
  return `${head.join('\n')}\n\n${body.join('').trimEnd()}${signed}\n`
}

function writeBlock(block: Block, crossheadMark: string): string {
  if (block.role === 'paragraph') return `　　${block.text}\n`
  if (block.role === 'crosshead') return `\n${block.lines.map((line) => `${crossheadMark}${line}\n`).join('')}\n`
  if (block.role === 'table') return `\n${pipedTable(block)}\n`
  if (block.role === 'list' && block.items.some((item) => markerOf(item) === '')) return `\n${block.items.map((item) => `- ${item}\n`).join('')}\n`
  return `\n${blockText(block)}\n\n`
}

/** With pipes, the head over a rule where it is not of one row. */
function pipedTable({ rows, head = 1 }: TableBlock): string {
  const written = rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
  const rule = `|${' --- |'.repeat(Math.max(...rows.map((row) => row.length)))}\n`
  return head === 1 ? written.join('') : written.toSpliced(head, 0, rule).join('')
}
