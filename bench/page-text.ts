/**
 * The work that every row sets: one broadsheet page of about 9,200 characters, made from the seed article. Later uses
 * of a paragraph have their clauses rotated, so that no engine gains by remembering a paragraph it has set.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { articleFromText } from '../src-core/article/intake.ts'
import type { Grid } from '../src-core/document/grid.ts'
import type { Block, Document, DocumentRecord } from '../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE } from '../src-core/document/style.ts'

export interface BenchPage {
  readonly headline: string
  readonly subtitle: string
  readonly blocks: readonly Block[]
}

/** Trim 390 × 545 mm, six columns of 17 characters at 9/13 pt with gutters of 5 mm: 100 lines under the head. */
export const BENCH_GRID: Grid = {
  trim: { width: 390, height: 545 },
  bodySize: 9,
  linePitch: 13,
  columns: 6,
  charsPerColumn: 17,
  gutterChars: 5 / ((9 * 25.4) / 72),
  lines: 106,
  margins: { top: 28, bottom: 27.5 },
}

const CHARS_PER_LINE = 17
/** 98 % of the model's lines: no engine's page overflows. */
const LINES = Math.floor(600 * 0.98)

export function benchPages(count: number): readonly BenchPage[] {
  const file = resolve(import.meta.dirname, '../assets/samples/cgrb-2024-01-20/articles/04-procuratorate.txt')
  const article = articleFromText(readFileSync(file, 'utf8'), '04-procuratorate.txt')
  const paragraphs = article.blocks.flatMap((block) => (block.role === 'paragraph' ? [block.text] : []))
  const crossheads = article.blocks.filter((block) => block.role === 'crosshead')
  return Array.from({ length: count }, (_, page) => ({
    headline: article.headline,
    subtitle: article.subtitle ?? '',
    blocks: fillPage(page, paragraphs, crossheads),
  }))
}

function fillPage(page: number, paragraphs: readonly string[], crossheads: readonly Block[]): readonly Block[] {
  const blocks: Block[] = []
  let lines = 0
  let heads = 0
  for (let index = page * 5; ; index++) {
    const use = Math.floor(index / paragraphs.length) + page
    const text = rotateClauses(paragraphs[index % paragraphs.length]!, use)
    const needed = Math.ceil((Array.from(text).length + 2) / CHARS_PER_LINE)
    if (lines + needed > LINES) return blocks
    if (heads < 4 && lines >= 12 + (heads * LINES) / 4) {
      blocks.push(crossheads[(heads++ + page) % crossheads.length]!)
      lines += 2
    }
    blocks.push({ role: 'paragraph', text })
    lines += needed
  }
}

function rotateClauses(text: string, by: number): string {
  const clauses = text.replace(/。$/, '').split(/(?<=[，。；])/u)
  const first = by % clauses.length
  return `${[...clauses.slice(first), ...clauses.slice(0, first)].join('').replace(/[，。；]+$/u, '')}。`
}

/** The pages as one document, a story filling each. */
export function benchDocument(pages: readonly BenchPage[]): Document {
  const records: DocumentRecord[] = [
    { type: 'issue', id: 'issue', paper: { name: '版心测试报', code: 'bxcs' }, date: '2024-01-20', number: 1, style: DEFAULT_HOUSE_STYLE },
  ]
  pages.forEach((content, index) => {
    const number = String(index + 1).padStart(2, '0')
    records.push(
      { type: 'page', id: `page-${number}`, order: index, number, section: '要闻', grid: BENCH_GRID, editor: null, inks: 'cmyk', version: 1, state: 'draft' },
      {
        type: 'article', id: `article-${number}`, order: index, file: null, page: null, kicker: null, headline: content.headline,
        subtitle: content.subtitle, summary: null, byline: null, blocks: content.blocks, notes: [],
      },
      {
        type: 'story', id: `story-${number}`, page: `page-${number}`, article: `article-${number}`, order: 0, measure: null, headline: null, boxed: false,
        legs: Array.from({ length: BENCH_GRID.columns }, (_, column) => ({ column, from: 0, to: BENCH_GRID.lines })),
      },
    )
  })
  return { records: Object.fromEntries(records.map((record) => [record.id, record])) }
}
