/** A small issue to command, and arbitrary sizes of it. */
import * as fc from 'fast-check'
import { GRID_PRESETS } from '../../../src-core/document/grid.ts'
import type { AdvertRecord, Article, ArticleRecord, Document, DocumentRecord, OrnamentRecord, PageRecord, PictureRecord, StoryRecord } from '../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE } from '../../../src-core/document/style.ts'

export const ASSET = `asset:${'a'.repeat(64)}`

export const anArticle: Article = {
  file: null,
  page: null,
  kicker: null,
  headline: '清河两岸新绿来',
  subtitle: '——全市春季植树见闻',
  summary: null,
  byline: '本报记者 林禾',
  blocks: [
    { role: 'paragraph', text: '清晨的河堤上，第一批树苗已经卸车。' },
    { role: 'crosshead', lines: ['一棵树', '一份账'] },
    { role: 'paragraph', text: '到中午，三百株柳树栽下了二百株。' },
  ],
  notes: [],
}

export function aPage(id: string, order: number, fields: Partial<PageRecord> = {}): PageRecord {
  const grid = GRID_PRESETS['broadsheet']!
  return { type: 'page', id, order, number: `0${order}`, section: '要闻', grid, editor: null, inks: 'k', version: 1, state: 'draft', ...fields }
}

export const anArticleRecord = (id: string, order: number): ArticleRecord => ({ ...anArticle, type: 'article', id, order })

export function aStory(id: string, page: string, article: string, fields: Partial<StoryRecord> = {}): StoryRecord {
  const legs = [0, 1, 2].map((column) => ({ column, from: 10, to: 40 }))
  return { type: 'story', id, page, article, order: 1, legs, measure: null, headline: null, boxed: false, ...fields }
}

export function aPicture(id: string, page: string, fields: Partial<PictureRecord> = {}): PictureRecord {
  return { type: 'picture', id, page, order: 1, asset: null, caption: null, credit: null, area: { column: 2, line: 20, columns: 2, lines: 15 }, story: null, ...fields }
}

export function anAdvert(id: string, page: string, fields: Partial<AdvertRecord> = {}): AdvertRecord {
  return { type: 'advert', id, page, order: 1, name: '清河银行', asset: null, area: { column: 0, line: 105, columns: 8, lines: 16 }, keyline: true, ...fields }
}

export function anOrnament(id: string, page: string, fields: Partial<OrnamentRecord> = {}): OrnamentRecord {
  return { type: 'ornament', id, page, order: 1, area: { column: 0, line: 41, columns: 8, lines: 1 }, look: { kind: 'rule', line: 'wenwu', at: 'middle' }, ...fields }
}

export function documentOf(...records: readonly DocumentRecord[]): Document {
  const issue: DocumentRecord = { type: 'issue', id: 'issue', paper: { name: '清河日报', code: 'qhrb' }, date: '2024-03-12', number: 812, style: DEFAULT_HOUSE_STYLE }
  return { records: Object.fromEntries([issue, ...records].map((record) => [record.id, record])) }
}

/** Two pages; a story with a picture, an advert, a rule, and an article that waits in the pool. */
export const anIssue = documentOf(
  aPage('page-1', 1),
  aPage('page-2', 2),
  anArticleRecord('article-1', 1),
  anArticleRecord('article-2', 2),
  aStory('story-1', 'page-1', 'article-1'),
  aPicture('picture-1', 'page-1', { story: 'story-1', asset: ASSET }),
  anAdvert('advert-1', 'page-1'),
  anOrnament('ornament-1', 'page-1'),
  { type: 'asset', id: ASSET, name: '植树.jpg', mime: 'image/jpeg', width: 1200, height: 800 },
)

/** Cells on the page and well outside it, whole and not. */
export const anyNumber = fc.oneof(fc.integer({ min: -40, max: 200 }), fc.double({ min: -40, max: 200, noNaN: true }))
export const anyArea = fc.record({ column: anyNumber, line: anyNumber, columns: anyNumber, lines: anyNumber })
export const anyCell = fc.record({ column: anyNumber, line: anyNumber })
export const anyEdges = fc.record({ left: anyNumber, right: anyNumber, top: anyNumber, bottom: anyNumber }, { requiredKeys: [] })
export const anyLegs = fc
  .record({ column: fc.integer({ min: 0, max: 7 }), ends: fc.array(fc.tuple(fc.integer({ min: 0, max: 119 }), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 8 }) })
  .map(({ column, ends }) => ends.slice(0, 8 - column).map(([from, lines], index) => ({ column: column + index, from, to: Math.min(121, from + lines) })))
