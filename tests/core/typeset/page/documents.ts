/** Small issues for layout tests, and their frames as text. */
import type { OrnamentLook } from '../../../../src-core/document/decoration.ts'
import { GRID_PRESETS, type Area, type Grid, type Leg } from '../../../../src-core/document/grid.ts'
import type { AdvertRecord, Article, ArticleRecord, Document, DocumentRecord, OrnamentRecord, PageRecord, PictureRecord, StoryRecord } from '../../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE } from '../../../../src-core/document/style.ts'
import type { FrameItem, GlyphRun, PageFrame } from '../../../../src-core/typeset/frame.ts'

export const PAGE = 'page'

export function issue(grid: Grid, ...records: readonly DocumentRecord[]): Document {
  const page: PageRecord = { type: 'page', id: PAGE, order: 1, number: '04', section: '要闻', grid, editor: '林小满', inks: 'cmyk', version: 1, state: 'draft' }
  const all: DocumentRecord[] = [
    { type: 'issue', id: 'issue', paper: { name: '晨光日报', code: 'cgrb' }, date: '2024-01-20', number: 5021, style: DEFAULT_HOUSE_STYLE },
    page,
    ...records,
  ]
  return { records: Object.fromEntries(all.map((record) => [record.id, record])) }
}

export function article(id: string, fields: Partial<Article>): ArticleRecord {
  return { type: 'article', id, order: 0, file: null, page: null, kicker: null, headline: '', subtitle: null, summary: null, byline: null, blocks: [], notes: [], ...fields }
}

export function story(id: string, articleId: string, legs: readonly Leg[], fields: Partial<StoryRecord> = {}): StoryRecord {
  return { type: 'story', id, page: PAGE, article: articleId, order: 0, legs, measure: null, headline: null, boxed: false, ...fields }
}

export function picture(id: string, area: Area, fields: Partial<PictureRecord> = {}): PictureRecord {
  return { type: 'picture', id, page: PAGE, order: 0, asset: null, caption: null, credit: null, area, story: null, ...fields }
}

export function advert(id: string, area: Area, fields: Partial<AdvertRecord> = {}): AdvertRecord {
  return { type: 'advert', id, page: PAGE, order: 0, name: '年货节', asset: null, area, keyline: true, ...fields }
}

export function ornament(id: string, area: Area, look: OrnamentLook): OrnamentRecord {
  return { type: 'ornament', id, page: PAGE, order: 0, area, look }
}

export function rectangle(area: Area): Leg[] {
  return Array.from({ length: area.columns }, (_, index) => ({ column: area.column + index, from: area.line, to: area.line + area.lines }))
}

/** Plain Han, so that lines are counted by characters. */
export function han(count: number): string {
  return '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏'.repeat(Math.ceil(count / 24)).slice(0, count)
}

/** A page of 10 × 10 pt characters on a 15 pt pitch, so that dumps read in round figures; four columns of ten. */
export const PLAIN_GRID: Grid = { ...GRID_PRESETS['broadsheet']!, bodySize: 10, linePitch: 15, columns: 4, charsPerColumn: 10, gutterChars: 2, lines: 40 }

export function glyphRuns(items: readonly FrameItem[]): readonly GlyphRun[] {
  return items.flatMap((item) => (item.kind === 'group' ? glyphRuns(item.items) : item.kind === 'glyphs' ? [item] : []))
}

/** One line an item, lengths in points from the type area's top left. */
export function dump(frame: PageFrame, items: readonly FrameItem[] = frame.items): string {
  const { x: left, y: top } = frame.typeArea
  const number = (value: number): string => String(Math.round(value * 100) / 100)
  const at = (x: number, y: number): string => `${number(x - left)},${number(y - top)}`
  return items
    .map((item) => {
      switch (item.kind) {
        case 'group':
          return `[${item.record ?? ''}]\n${dump(frame, item.items)}`
        case 'glyphs':
          return `  ${at(item.x + (item.xs[0] ?? 0), item.y)} ${number(item.size)} ${item.source?.part}${item.source?.block ?? ''} ${item.source?.from}–${item.source?.to} ${item.text}`
        case 'rule':
          return `  rule ${at(item.x1, item.y1)} – ${at(item.x2, item.y2)}`
        case 'path':
          return `  path ${at(item.x, item.y)} ${item.path.length}`
        default:
          return `  ${item.kind} ${at(item.x, item.y)} ${number(item.width)}×${number(item.height)}`
      }
    })
    .join('\n')
}
