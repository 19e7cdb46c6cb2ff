/** Random sound documents, and the change that leads from one to another. */
import fc from 'fast-check'
import type { Change } from '../../../src-core/document/change.ts'
import { sameRecord } from '../../../src-core/document/change.ts'
import { BORDER_KINDS, FIGURES, LINE_KINDS, RULE_PLACES, SIDES, type BorderFrame, type OrnamentLook, type Paint } from '../../../src-core/document/decoration.ts'
import { GRID_PRESETS } from '../../../src-core/document/grid.ts'
import { compareMarks, MARK_KINDS, MARKED_TITLES, type InlineMark, type MarkedTitle } from '../../../src-core/document/inline-marks.ts'
import type { AdvertRecord, ArticleRecord, Document, DocumentRecord, IssueRecord, OrnamentRecord, PageRecord, PictureRecord, StoryHeadline, StoryRecord, TitleMarks } from '../../../src-core/document/records.ts'
import type { PrintSettings } from '../../../src-core/document/print.ts'
import { DEFAULT_HOUSE_STYLE, type HouseStyle } from '../../../src-core/document/style.ts'
import { swatchesOf, type ColorChoice, type Swatch } from '../../../src-core/document/swatches.ts'

/** Words of the trade, marks, a character beyond the BMP, and whatever a keyboard gives. */
const text = fc.oneof(
  fc.array(fc.constantFrom('阵地', '，', '“文化”', '𠮷', '2024', 'GDP', ' ', '\n', '\u0000', '"', '\\'), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const order = fc.integer({ min: -5, max: 5 })
const area = fc.record({ column: fc.nat(7), line: fc.nat(120), columns: fc.integer({ min: 1, max: 8 }), lines: fc.integer({ min: 1, max: 121 }) })

const legs = fc
  .tuple(fc.nat(4), fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 4 }))
  .map(([first, spans]) => spans.map(([from, lines], index) => ({ column: first + index, from, to: from + lines })))

const ink = fc.constantFrom(0, 0.25, 0.6, 1)

/** A house's own swatches, spots among them. */
export const swatches: fc.Arbitrary<readonly Swatch[]> = fc
  .array(fc.tuple(fc.tuple(ink, ink, ink, ink), fc.boolean()), { maxLength: 4 })
  .map((inks) => inks.map(([cmyk, spot], index): Swatch => ({ id: `own${index}`, name: `专色${index}`, cmyk, ...(spot ? { spot: true } : {}) })))

/** Any colour of a house; also one that it has no more. */
export const colorChoices: fc.Arbitrary<ColorChoice> = fc.record(
  { swatch: fc.constantFrom(...swatchesOf({}).map(({ id }) => id), 'own0', 'own1'), tint: fc.constantFrom(0, 0.1, 0.5, 1) },
  { requiredKeys: ['swatch'] },
)

const yes = fc.constant(true as const)

export const paints: fc.Arbitrary<Paint> = fc.oneof(colorChoices, fc.record({ from: colorChoices, to: colorChoices, angle: fc.constantFrom(0, 45, 90, 180, 270) }))
const borderWidth = fc.constantFrom(0.1, 0.5, 3, 8, 24)

export const borderFrames: fc.Arbitrary<BorderFrame> = fc.record(
  { border: fc.constantFrom(...BORDER_KINDS), color: colorChoices, width: borderWidth, sides: fc.uniqueArray(fc.constantFrom(...SIDES), { minLength: 1 }) },
  { requiredKeys: ['border'] },
)

/** What surrounds and underlies a story. */
export const storyDecoration = fc.record({ frame: borderFrames, tint: paints }, { requiredKeys: [] })

export const ornamentLooks: fc.Arbitrary<OrnamentLook> = fc.oneof(
  fc.record({ kind: fc.constant('rule' as const), line: fc.constantFrom(...LINE_KINDS), at: fc.constantFrom(...RULE_PLACES), color: colorChoices, width: borderWidth, flipped: yes }, { requiredKeys: ['kind', 'line', 'at'] }),
  fc.record({ kind: fc.constant('box' as const), frame: borderFrames, fill: paints }, { requiredKeys: ['kind'] }),
  fc.record({ kind: fc.constant('figure' as const), figure: fc.constantFrom(...FIGURES), color: colorChoices }, { requiredKeys: ['kind', 'figure'] }),
)

export const printSettings: fc.Arbitrary<PrintSettings> = fc.record(
  {
    fileName: fc.constantFrom('{date}-{page}', '{code}_{date}_{page}_{section}', '{page}.{version}'),
    issueFileName: fc.constantFrom('{date}', '{code}{date}'),
    keepName: yes,
    bleedMm: fc.constantFrom(0, 3, 4.5),
    marks: fc.record({ crop: yes, registration: yes, colorBar: yes, slug: yes }, { requiredKeys: [] }),
    outlines: yes,
    profile: fc.constant({ hash: 'ab'.repeat(32), name: '印厂新闻纸 2025', inkLimit: 2.2 }),
  },
  { requiredKeys: [] },
)

/** The house's optional settings, there or left out. */
const style: fc.Arbitrary<HouseStyle> = fc
  .record(
    {
      composites: fc.constant([{ id: 'mix:1', name: '宋体配黑体', han: 'song', latin: 'hei', latinScale: 1.05, latinShiftEm: -0.02 }]),
      fallbacks: fc.constant([{ face: 'song', to: ['kai'] }]),
      jumpNumerals: fc.constantFrom('arabic', 'han', 'padded'),
      openGutters: fc.constantFrom('allowed', 'told'),
      folioNumber: yes,
      paragraph: fc.constantFrom({ indentEm: 1, leadBlocks: 1, bylinePlace: 'end' as const }, { datelineFace: 'kai', tableRules: 'grid' as const, listIndent: 'hanging' as const }),
      captionScale: fc.constantFrom(0.85, 0.9),
      swatches,
      ruleColor: colorChoices,
      captionColor: colorChoices,
      printPreset: fc.constantFrom('plain', 'newsprint-x4'),
      print: printSettings,
      columnRule: fc.constantFrom(...LINE_KINDS, 'none'),
      storyRule: fc.constantFrom(...LINE_KINDS, 'none'),
    },
    { requiredKeys: [] },
  )
  .map((chosen) => ({ ...DEFAULT_HOUSE_STYLE, ...chosen }))

const issue = fc.record({
  style,
  date: fc.date({ min: new Date('1949-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  number: maybe(fc.integer({ min: 1, max: 9_999 })),
  acceptance: fc.record({ accepted: fc.constant([{ key: 'underset:1x2y3z', reason: '下半版留给广告' }, { key: 'low-ppi:0#2', reason: '资料图', by: '张三' }]) }, { requiredKeys: [] }),
})

/** Marks that are sound for the text, in their order; often none. */
export function marksOn(of: string): fc.Arbitrary<readonly InlineMark[]> {
  const length = [...of].length
  if (length === 0) return fc.constant([])
  const mark = fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 4 }), fc.constantFrom(...MARK_KINDS)).map(([from, size, kind]): InlineMark => {
    const range = { from, to: Math.min(length, from + size), kind }
    return kind === 'ruby' ? { ...range, text: 'zì' } : range
  })
  return fc.array(mark, { maxLength: 4 }).map((marks) => {
    const sorted = marks.toSorted(compareMarks)
    return sorted.filter((one, index) => !sorted.slice(0, index).some((other) => other.kind === one.kind && other.to > one.from))
  })
}

function marked<B extends object>(block: B, of: string): fc.Arbitrary<B & { readonly marks?: readonly InlineMark[] }> {
  return marksOn(of).map((marks) => (marks.length > 0 ? { ...block, marks } : block))
}

/** Titles with marks that are sound for them; often none. */
function withTitleMarks<T extends Pick<ArticleRecord, MarkedTitle>>(titles: T): fc.Arbitrary<T & Pick<ArticleRecord, 'titleMarks'>> {
  return fc.tuple(...MARKED_TITLES.map((title) => marksOn(titles[title] ?? ''))).map((marks) => {
    const present = MARKED_TITLES.flatMap((title, index) => (marks[index]!.length > 0 ? [[title, marks[index]!]] : []))
    return present.length > 0 ? { ...titles, titleMarks: Object.fromEntries(present) as TitleMarks } : titles
  })
}

const blocks = fc.array(
  fc.oneof(
    text.chain((paragraph) => marked({ role: 'paragraph' as const, text: paragraph }, paragraph)),
    fc.array(text, { minLength: 1, maxLength: 2 }).chain((lines) => marked({ role: 'crosshead' as const, lines }, lines.join('\n'))),
    text.chain((note) => marked({ role: 'editorsNote' as const, text: note }, note)),
    fc.array(text, { minLength: 1, maxLength: 4 }).chain((lines) => marked({ role: 'verse' as const, lines }, lines.join('\n'))),
    fc
      .record({ items: fc.array(text, { minLength: 1, maxLength: 3 }), ordered: fc.boolean() }, { requiredKeys: ['items'] })
      .chain((list) => marked({ role: 'list' as const, ...list }, list.items.join('\n'))),
    fc
      .record({ rows: fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), head: fc.nat(2) }, { requiredKeys: ['rows'] })
      .map((table) => ({ role: 'table' as const, ...table })),
  ),
  { maxLength: 4 },
)

/** Parts of an article that may be left out. */
const laterParts = fc.record({ standingHead: maybe(text), bylinePlace: fc.constantFrom('headline' as const, 'end' as const) }, { requiredKeys: [] })

/** Any of the optional fields; none that is undefined. */
export const storyHeadlines: fc.Arbitrary<StoryHeadline> = fc.record(
  {
    headline: fc.constant({ face: 'hei-bold', size: 27.5 }),
    colors: fc.record({ headline: colorChoices, kicker: colorChoices, subtitle: colorChoices }, { requiredKeys: [] }),
    form: fc.constantFrom('over', 'beside', 'inside', 'around'),
    side: fc.constantFrom('left', 'right'),
    vertical: fc.boolean(),
    columns: fc.integer({ min: 1, max: 4 }),
    lines: fc.integer({ min: 1, max: 40 }),
    column: fc.nat(4),
    line: fc.nat(20),
    align: fc.constantFrom('center', 'start'),
    justify: fc.constantFrom('even', 'fitted'),
    scaleX: fc.constantFrom(0.8, 1, 1.2),
    band: paints,
  },
  { requiredKeys: [] },
)

/** Which part of its file a picture or an advert shows. */
const cropping = {
  crop: fc.constantFrom({ x: 0, y: 0, width: 1, height: 1 }, { x: 0.25, y: 0.1, width: 0.5, height: 0.9 }),
  fit: fc.constantFrom('cover' as const, 'contain' as const),
}

/** Whatever it goes on with, itself included: the engine copes with all. */
const jumpFrom = (stories: readonly string[]) =>
  fc.record({ continues: maybe(fc.constantFrom(...stories)), jumpHeadline: maybe(fc.constant('新校舍')) }, { requiredKeys: [] })

/** Ids come from a small stock, so that two documents share records. */
const some = (prefix: string, most: number) => fc.uniqueArray(fc.integer({ min: 1, max: most }), { maxLength: most }).map((numbers) => numbers.map((number) => `${prefix}${number}`))

export const soundDocument: fc.Arbitrary<Document> = fc
  .record({ pages: some('page', 3), articles: some('article', 4), stories: some('story', 4), pictures: some('picture', 2), adverts: some('advert', 2), ornaments: some('ornament', 2), issue })
  .chain(({ pages, articles, stories, pictures, adverts, ornaments, issue: head }) => {
    const page = pages.length > 0 ? fc.constantFrom(...pages) : null
    const article = articles.length > 0 ? fc.constantFrom(...articles) : null
    const placedStories = page && article ? stories : []
    const story = placedStories.length > 0 ? maybe(fc.constantFrom(...placedStories)) : fc.constant(null)
    const made: fc.Arbitrary<DocumentRecord>[] = [
      fc.constant<IssueRecord>({ type: 'issue', id: 'issue', paper: { name: '晨光日报', code: 'cgrb' }, date: head.date, number: head.number, style: head.style, ...head.acceptance }),
      ...pages.map((id, index) =>
        fc
          .record({ order, section: text.map((section) => section.slice(0, 10)), plates: fc.constantFrom({ inks: 'k' }, { inks: 'k+red' }, { inks: 'k+red', red: 'own0' }, { inks: 'cmyk' } as const) })
          .map(({ plates, ...rest }): PageRecord => ({ type: 'page', id, number: `0${index + 1}`, grid: GRID_PRESETS['broadsheet']!, editor: null, version: 1, state: 'draft', ...rest, ...plates })),
      ),
      ...articles.map((id) =>
        fc.tuple(fc.record({ order, kicker: maybe(text), headline: text, subtitle: maybe(text), summary: maybe(text), byline: maybe(text), blocks }).chain(withTitleMarks), laterParts).map(
          ([rest, later]): ArticleRecord => ({ type: 'article', id, file: null, page: null, notes: [], ...rest, ...later }),
        ),
      ),
      ...placedStories.map((id) =>
        fc
          .record({ order, page: page!, article: article!, legs, boxed: fc.boolean(), headline: maybe(storyHeadlines), jump: jumpFrom(placedStories), writing: fc.constantFrom({}, { writing: 'vertical' } as const), decoration: storyDecoration, color: fc.record({ color: colorChoices }, { requiredKeys: [] }) })
          .map(({ jump, writing, color, decoration, ...rest }): StoryRecord => ({ type: 'story', id, measure: null, ...rest, ...jump, ...writing, ...color, ...decoration })),
      ),
      ...(page ? pictures : []).map((id) =>
        fc
          .record({ order, page: page!, area, caption: maybe(text), story, place: fc.record({ captionPlace: fc.constantFrom('below', 'above', 'beside'), ...cropping }, { requiredKeys: [] }) })
          .map(({ place, ...rest }): PictureRecord => ({ type: 'picture', id, asset: null, credit: null, ...rest, ...place })),
      ),
      ...(page ? adverts : []).map((id) =>
        fc
          .record({ order, page: page!, area, keyline: fc.boolean(), cut: fc.record({ ...cropping, pdfPage: fc.constantFrom(1, 2), pdfAs: fc.constant('raster') }, { requiredKeys: [] }) })
          .map(({ cut, ...rest }): AdvertRecord => ({ type: 'advert', id, name: '通栏', asset: null, ...rest, ...cut })),
      ),
      ...(page ? ornaments : []).map((id) => fc.record({ order, page: page!, area, look: ornamentLooks }).map((rest): OrnamentRecord => ({ type: 'ornament', id, ...rest }))),
    ]
    return fc.tuple(...made)
  })
  .map((records) => ({ records: Object.fromEntries(records.map((made) => [made.id, made])) }))

/** The edits that make `to` of `from`. */
export function changeBetween(from: Document, to: Document): Change {
  const ids = new Set([...Object.keys(from.records), ...Object.keys(to.records)])
  return [...ids]
    .map((id) => ({ id, before: from.records[id] ?? null, after: to.records[id] ?? null }))
    .filter(({ before, after }) => !sameRecord(before, after))
}
