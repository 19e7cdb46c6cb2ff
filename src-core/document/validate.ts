/**
 * What a record may hold (shapes) and what a document must keep (laws). Every change is checked against both before it
 * is stored, so that whatever is read back later can be relied on.
 *
 * Laws are about what would break the program; what is merely bad for the page is preflight's business.
 */
import * as z from 'zod'
import { colorChoiceSchema, swatchIdSchema } from './color-schema.ts'
import { LEAST_CROP, type Crop } from './crop.ts'
import { MOST_PDF_PAGES, type PdfFile, type PdfPage } from './pdf-page.ts'
import { BORDER_KINDS, FIGURES, LINE_KINDS, MOST_BORDER, RULE_PLACES, SIDES, type BorderFrame, type OrnamentLook, type Paint } from './decoration.ts'
import type { Area, Grid, Leg } from './grid.ts'
import { blockText, MOST_CELLS_IN_ROW, MOST_ROWS } from './blocks.ts'
import { MARK_KINDS, marksFit, titleMarksFit, type InlineMark } from './inline-marks.ts'
import { record } from './records.ts'
import type {
  AcceptedFault,
  AdvertRecord,
  Article,
  ArticleRecord,
  AssetRecord,
  Block,
  Document,
  DocumentRecord,
  IssueRecord,
  OrnamentRecord,
  PageRecord,
  PictureRecord,
  RecordId,
  StoryHeadline,
  StoryRecord,
} from './records.ts'
import { label, MOST_BLOCKS, MOST_CHARACTERS, MOST_COLUMNS, MOST_LINES, MOST_RUBY, points, text } from './schema-limits.ts'
import { houseStyleSchema, NARROWEST, textSettingSchema, WIDEST } from './style-schema.ts'

const cell = z.int().min(0).max(MOST_LINES)
const order = z.number().min(-1e9).max(1e9)

/** Names of Object.prototype would be found in every plain object, so they are no ids. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype))
export const recordIdSchema = z
  .string()
  .regex(/^[^\s\p{Cc}]{1,200}$/u)
  .refine((id) => !inherited.has(id))

export const assetIdSchema = z.string().regex(/^asset:[0-9a-f]{64}$/)

/** Goes into file names and archive keys. */
export const paperSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/),
}) satisfies z.ZodType<IssueRecord['paper']>

/** A day of the calendar, YYYY-MM-DD. */
export const dateSchema = z.iso.date()

export const issueNumberSchema = z.int().min(1).max(9_999_999).nullable()

/** 版次: "04", "A04", "T01". */
export const pageNumberSchema = z.string().regex(/^[A-Z]{0,2}[0-9]{1,3}$/)
export const sectionSchema = z.string().max(50)

export const gridSchema = z.strictObject({
  trim: z.strictObject({ width: points, height: points }),
  bodySize: z.number().min(1).max(100),
  linePitch: z.number().min(1).max(200),
  columns: z.int().min(1).max(MOST_COLUMNS),
  charsPerColumn: z.number().min(1).max(500),
  gutterChars: z.number().min(0).max(50),
  lines: z.int().min(1).max(MOST_LINES),
  margins: z.strictObject({ top: z.number().min(0).max(500), bottom: z.number().min(0).max(500) }),
}) satisfies z.ZodType<Grid>

export const areaSchema = z.strictObject({
  column: cell,
  line: cell,
  columns: z.int().min(1).max(MOST_COLUMNS),
  lines: z.int().min(1).max(MOST_LINES),
}) satisfies z.ZodType<Area>

const legsSchema = z
  .array(z.strictObject({ column: cell, from: cell, to: cell }) satisfies z.ZodType<Leg>)
  .min(1)
  .max(MOST_COLUMNS)
  .refine((legs) => legs.every((leg) => leg.to > leg.from), { error: 'a leg ends below its top' })
  .refine((legs) => legs.every((leg, index) => index === 0 || leg.column === legs[index - 1]!.column + 1), {
    error: 'legs lie in neighbouring columns, left to right',
  })

export const paintSchema = z.union([
  colorChoiceSchema,
  z.strictObject({ from: colorChoiceSchema, to: colorChoiceSchema, angle: z.number().min(0).max(360) }),
]) satisfies z.ZodType<Paint>

const borderWidth = z.number().positive().max(MOST_BORDER)

export const borderFrameSchema: z.ZodType<BorderFrame, BorderFrame> = z.strictObject({
  border: z.enum(BORDER_KINDS),
  color: colorChoiceSchema.exactOptional(),
  width: borderWidth.exactOptional(),
  sides: z
    .array(z.enum(SIDES))
    .min(1)
    .refine((sides) => new Set(sides).size === sides.length, { error: 'a side is named twice' })
    .exactOptional(),
})

export const ornamentLookSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rule'),
    line: z.enum(LINE_KINDS),
    at: z.enum(RULE_PLACES),
    color: colorChoiceSchema.exactOptional(),
    width: borderWidth.exactOptional(),
    flipped: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('box'), frame: borderFrameSchema.exactOptional(), fill: paintSchema.exactOptional() }),
  z.strictObject({ kind: z.literal('figure'), figure: z.enum(FIGURES), color: colorChoiceSchema.exactOptional() }),
]) satisfies z.ZodType<OrnamentLook>

const marksSchema = z
  .array(
    z.strictObject({
      from: z.int().min(0).max(MOST_CHARACTERS),
      to: z.int().min(1).max(MOST_CHARACTERS),
      kind: z.enum(MARK_KINDS),
      text: z.string().min(1).max(MOST_RUBY).exactOptional(),
    }) satisfies z.ZodType<InlineMark>,
  )
  .min(1)
  .max(MOST_BLOCKS)
const MARKS_FIT = { error: 'marks stand in order inside the text, a ruby with its text', path: ['marks'] }

const blockSchema = z
  .discriminatedUnion('role', [
    z.strictObject({ role: z.literal('paragraph'), text, marks: marksSchema.exactOptional() }),
    z.strictObject({ role: z.literal('crosshead'), lines: z.array(text).min(1).max(20), marks: marksSchema.exactOptional() }),
    z.strictObject({ role: z.literal('editorsNote'), text, marks: marksSchema.exactOptional() }),
    z.strictObject({ role: z.literal('verse'), lines: z.array(text).min(1).max(MOST_BLOCKS), marks: marksSchema.exactOptional() }),
    z.strictObject({
      role: z.literal('list'),
      items: z.array(text).min(1).max(MOST_BLOCKS),
      ordered: z.boolean().exactOptional(),
      marks: marksSchema.exactOptional(),
    }),
    z.strictObject({
      role: z.literal('table'),
      rows: z.array(z.array(text).min(1).max(MOST_CELLS_IN_ROW)).min(1).max(MOST_ROWS),
      head: z.int().min(0).max(MOST_ROWS).exactOptional(),
    }),
  ])
  .refine((block) => !('marks' in block) || marksFit(block.marks ?? [], blockText(block)), MARKS_FIT) satisfies z.ZodType<Block>

const articleShape = {
  file: z.string().max(1_000).nullable(),
  page: z.strictObject({ number: label, section: label }).nullable(),
  kicker: text.nullable(),
  headline: text,
  subtitle: text.nullable(),
  summary: text.nullable(),
  byline: text.nullable(),
  bylinePlace: z.enum(['headline', 'end']).exactOptional(),
  standingHead: text.nullable().exactOptional(),
  titleMarks: z.strictObject({ kicker: marksSchema.exactOptional(), headline: marksSchema.exactOptional(), subtitle: marksSchema.exactOptional(), summary: marksSchema.exactOptional() }).exactOptional(),
  blocks: z.array(blockSchema).max(MOST_BLOCKS),
  notes: z.array(text).max(MOST_BLOCKS),
}
export const articleSchema = z.strictObject(articleShape) satisfies z.ZodType<Article>

export const acceptedSchema = z
  .array(
    z.strictObject({
      key: z.string().regex(/^[a-z-]{1,40}:[0-9a-z]{1,20}(?:#\d{1,4})?$/),
      reason: z.string().trim().min(1).max(500),
      by: label.min(1).exactOptional(),
    }) satisfies z.ZodType<AcceptedFault>,
  )
  .max(5_000)

const issueSchema = z.strictObject({
  type: z.literal('issue'),
  id: z.literal('issue'),
  paper: paperSchema,
  date: dateSchema,
  number: issueNumberSchema,
  style: houseStyleSchema,
  accepted: acceptedSchema.exactOptional(),
}) satisfies z.ZodType<IssueRecord>

const pageSchema = z.strictObject({
  type: z.literal('page'),
  id: recordIdSchema,
  order,
  number: pageNumberSchema,
  section: sectionSchema,
  grid: gridSchema,
  editor: label.nullable(),
  inks: z.enum(['k', 'k+red', 'cmyk']),
  red: swatchIdSchema.exactOptional(),
  version: z.int().min(1).max(9_999),
  state: z.enum(['draft', 'proof', 'final', 'signed', 'sent']),
}) satisfies z.ZodType<PageRecord>

const articleRecordSchema = z
  .strictObject({
    type: z.literal('article'),
    id: recordIdSchema,
    order,
    ...articleShape,
  })
  .refine(titleMarksFit, { error: MARKS_FIT.error, path: ['titleMarks'] }) satisfies z.ZodType<ArticleRecord>

export const storyHeadlineSchema = z.strictObject({
  headline: textSettingSchema.exactOptional(),
  kicker: textSettingSchema.exactOptional(),
  subtitle: textSettingSchema.exactOptional(),
  colors: z
    .strictObject({ headline: colorChoiceSchema.exactOptional(), kicker: colorChoiceSchema.exactOptional(), subtitle: colorChoiceSchema.exactOptional() })
    .exactOptional(),
  form: z.enum(['over', 'beside', 'inside', 'around']).exactOptional(),
  side: z.enum(['left', 'right']).exactOptional(),
  vertical: z.boolean().exactOptional(),
  columns: z.int().min(1).max(MOST_COLUMNS).exactOptional(),
  lines: z.int().min(1).max(MOST_LINES).exactOptional(),
  column: cell.exactOptional(),
  line: cell.exactOptional(),
  align: z.enum(['center', 'start']).exactOptional(),
  justify: z.enum(['even', 'fitted']).exactOptional(),
  scaleX: z.number().min(NARROWEST).max(WIDEST).exactOptional(),
  band: paintSchema.exactOptional(),
}) satisfies z.ZodType<StoryHeadline>

export const jumpHeadlineSchema = z.string().min(1).max(200)
export const captionPlaceSchema = z.enum(['below', 'above', 'beside'])
export const pictureFitSchema = z.enum(['cover', 'contain'])

const fraction = z.number().min(0).max(1)
export const cropSchema = z
  .strictObject({ x: fraction, y: fraction, width: fraction.min(LEAST_CROP), height: fraction.min(LEAST_CROP) })
  // Sums of decimals may be over by their rounding.
  .refine(({ x, y, width, height }) => x + width <= 1 + 1e-9 && y + height <= 1 + 1e-9, { error: 'a crop lies inside its picture' }) satisfies z.ZodType<Crop>

const storySchema = z.strictObject({
  type: z.literal('story'),
  id: recordIdSchema,
  page: recordIdSchema,
  article: recordIdSchema,
  order,
  legs: legsSchema,
  measure: z
    .strictObject({ legs: z.int().min(1).max(MOST_COLUMNS), remainder: z.enum(['absolute', 'relative', 'free']) })
    .nullable(),
  headline: storyHeadlineSchema.nullable(),
  boxed: z.boolean(),
  frame: borderFrameSchema.exactOptional(),
  tint: paintSchema.exactOptional(),
  writing: z.literal('vertical').exactOptional(),
  color: colorChoiceSchema.exactOptional(),
  continues: recordIdSchema.nullable().exactOptional(),
  jumpHeadline: jumpHeadlineSchema.nullable().exactOptional(),
}) satisfies z.ZodType<StoryRecord>

const pictureSchema = z.strictObject({
  type: z.literal('picture'),
  id: recordIdSchema,
  page: recordIdSchema,
  order,
  asset: assetIdSchema.nullable(),
  caption: text.nullable(),
  credit: text.nullable(),
  area: areaSchema,
  captionPlace: captionPlaceSchema.exactOptional(),
  crop: cropSchema.exactOptional(),
  fit: pictureFitSchema.exactOptional(),
  story: recordIdSchema.nullable(),
}) satisfies z.ZodType<PictureRecord>

export const pdfPageNumberSchema = z.int().min(1).max(MOST_PDF_PAGES)

const advertSchema = z.strictObject({
  type: z.literal('advert'),
  id: recordIdSchema,
  page: recordIdSchema,
  order,
  name: label,
  asset: assetIdSchema.nullable(),
  area: areaSchema,
  keyline: z.boolean(),
  crop: cropSchema.exactOptional(),
  fit: pictureFitSchema.exactOptional(),
  pdfPage: pdfPageNumberSchema.exactOptional(),
  pdfAs: z.literal('raster').exactOptional(),
}) satisfies z.ZodType<AdvertRecord>

const ornamentSchema = z.strictObject({
  type: z.literal('ornament'),
  id: recordIdSchema,
  page: recordIdSchema,
  order,
  area: areaSchema,
  look: ornamentLookSchema,
}) satisfies z.ZodType<OrnamentRecord>

/** Millimetres of the largest sheet that PDF knows without a unit of its own (ISO 32000-1, annex C). */
const sheetSide = z.number().positive().max(5_081)

const pdfPageSchema = z.strictObject({
  width: sheetSide,
  height: sheetSide,
  box: z.enum(['trim', 'crop', 'media']),
  inks: z.enum(['k', 'k+red', 'cmyk']),
  spots: z.array(label).max(100),
  maxInk: z.number().min(0).max(100),
  thinnestRule: z.number().min(0).max(2).exactOptional(),
  leastPpi: z.int().min(0).max(1_000).exactOptional(),
  notes: z.literal(true).exactOptional(),
  faults: z
    .array(
      z.strictObject({
        kind: z.enum(['font', 'rgb', 'profile', 'transparency', 'layers', 'compression', 'overprint', 'unmeasured', 'screening', 'drawing']),
        names: z.array(label).max(100).exactOptional(),
      }),
    )
    .max(20),
}) satisfies z.ZodType<PdfPage>

const pdfFileSchema = z.strictObject({ pages: z.array(pdfPageSchema).min(1).max(MOST_PDF_PAGES) }) satisfies z.ZodType<PdfFile>

export const assetSchema = z
  .strictObject({
    type: z.literal('asset'),
    id: assetIdSchema,
    name: z.string().max(500),
    mime: z.enum(['image/jpeg', 'image/png', 'image/tiff', 'image/webp', 'application/pdf']),
    width: z.int().min(1).max(100_000),
    height: z.int().min(1).max(100_000),
    colour: z.enum(['grey', 'rgb', 'cmyk']).exactOptional(),
    bits: z.int().min(1).max(64).exactOptional(),
    profile: label.nullable().exactOptional(),
    maxInk: z.number().min(0).max(4).exactOptional(),
    lineArt: z.literal(true).exactOptional(),
    pdf: pdfFileSchema.exactOptional(),
  })
  .refine(({ mime, pdf }) => (mime === 'application/pdf') === (pdf !== undefined), { path: ['pdf'], error: 'a PDF, and nothing else, says what its pages hold' }) satisfies z.ZodType<AssetRecord>

export const recordSchema = z.discriminatedUnion('type', [
  issueSchema,
  pageSchema,
  articleRecordSchema,
  storySchema,
  pictureSchema,
  advertSchema,
  ornamentSchema,
  assetSchema,
]) satisfies z.ZodType<DocumentRecord>

/** A law that a document breaks, in sentences for the editor. */
export interface DocumentFault {
  readonly law: 'one-issue' | 'id-matches' | 'reference' | 'page-number'
  readonly record: RecordId
  readonly zh: string
  readonly en: string
}

/** Every law that the document breaks; empty for a sound one. Takes records of sound shape. */
export function documentFaults(document: Document): readonly DocumentFault[] {
  const faults: DocumentFault[] = []
  const fault = (law: DocumentFault['law'], id: RecordId, zh: string, en: string) => faults.push({ law, record: id, zh, en })

  const typeOf = (id: RecordId) => (Object.hasOwn(document.records, id) ? document.records[id]!.type : undefined)
  const refers = (from: DocumentRecord, to: RecordId | null, type: DocumentRecord['type']) => {
    if (to !== null && typeOf(to) !== type) {
      fault('reference', from.id, `${LABELS[from.type]}「${from.id}」所指的${LABELS[type]}「${to}」不存在`, `${from.type} ${from.id} refers to ${type} ${to}, which does not exist`)
    }
  }

  if (typeOf('issue') !== 'issue') fault('one-issue', 'issue', '缺少期次信息', 'the issue record is missing')

  const numbers = new Map<string, RecordId>()
  for (const [key, candidate] of Object.entries(document.records)) {
    if (candidate.id !== key) {
      fault('id-matches', key, `记录「${key}」内的编号是「${candidate.id}」`, `record ${key} calls itself ${candidate.id}`)
    }
    switch (candidate.type) {
      case 'page':
        if (numbers.has(candidate.number)) {
          fault('page-number', candidate.id, `第${candidate.number}版有两个`, `there are two pages ${candidate.number}`)
        }
        numbers.set(candidate.number, candidate.id)
        break
      case 'story':
        refers(candidate, candidate.page, 'page')
        refers(candidate, candidate.article, 'article')
        refers(candidate, candidate.continues ?? null, 'story')
        break
      case 'picture':
        refers(candidate, candidate.page, 'page')
        refers(candidate, candidate.asset, 'asset')
        refers(candidate, candidate.story, 'story')
        if (candidate.asset !== null && record(document, 'asset', candidate.asset)?.pdf) {
          fault('reference', candidate.id, `图片「${candidate.id}」所指的是 PDF，PDF 只能作广告`, `picture ${candidate.id} refers to a PDF, which only adverts take`)
        }
        break
      case 'advert':
        refers(candidate, candidate.page, 'page')
        refers(candidate, candidate.asset, 'asset')
        break
      case 'ornament':
        refers(candidate, candidate.page, 'page')
        break
    }
  }
  return faults
}

const LABELS: Readonly<Record<DocumentRecord['type'], string>> = {
  issue: '期次',
  page: '版面',
  article: '稿件',
  story: '上版稿件',
  picture: '图片',
  advert: '广告',
  ornament: '装饰',
  asset: '图片文件',
}
