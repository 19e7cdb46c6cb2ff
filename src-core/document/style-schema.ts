/** What a house style may hold. */
import * as z from 'zod'
import { colorChoiceSchema, swatchesSchema } from './color-schema.ts'
import { LINE_KINDS } from './decoration.ts'
import { printPresetSchema, printSettingsSchema } from './print-schema.ts'
import { label, MOST_COLUMNS, MOST_LINES, points } from './schema-limits.ts'
import type { CompositeFace, FaceFallbacks, HeadlineRule, HouseStyle, JustifyLimits, LineStyle, MarkRules, ParagraphRules, TextSetting, VerticalHeadlines } from './style.ts'

export const textSettingSchema = z.strictObject({ face: label.min(1), size: points, color: colorChoiceSchema.exactOptional() }) satisfies z.ZodType<TextSetting>

const em = z.number().min(0).max(2).exactOptional()

const justifyLimitsSchema = z.strictObject({
  wordSpaceMinEm: em,
  wordSpaceMaxEm: em,
  autospaceMinEm: em,
  autospaceMaxEm: em,
  bracketMinEm: em,
  commaMinEm: em,
  squeezeStops: z.enum(['never', 'loose', 'always']).exactOptional(),
  looseEm: em,
}) satisfies z.ZodType<JustifyLimits>

/** 长扁 beyond these no house wants (TYPESETTING §9). */
export const NARROWEST = 0.7
export const WIDEST = 1.3

const punctuationSchemeSchema = z.enum(['quanjiao', 'hangmobanjiao', 'gb', 'kaiming', 'banjiao', 'plain'])

const lineStyleSchema = z.strictObject({
  lineBreak: z.enum(['none', 'basic', 'gb', 'strict', 'css-loose', 'css-normal', 'css-strict']),
  scheme: punctuationSchemeSchema,
  adjacent: z.enum(['collapse', 'none']).exactOptional(),
  lineStart: z.enum(['trim', 'first-keep', 'keep']).exactOptional(),
  lineEnd: z.enum(['trim', 'allow', 'none', 'hang']).exactOptional(),
  autospaceEm: z.number().min(0).max(2),
  latinQuotes: z.boolean().exactOptional(),
  breaking: z.enum(['stable', 'optimal']).exactOptional(),
  justify: justifyLimitsSchema.exactOptional(),
  hyphenate: z.boolean().exactOptional(),
  verticalWestern: z.enum(['upright', 'turned']).exactOptional(),
}) satisfies z.ZodType<LineStyle>

const headlineRuleSchema = z.strictObject({
  columns: z.int().min(1).max(MOST_COLUMNS),
  headline: textSettingSchema,
  kicker: textSettingSchema,
  subtitle: textSettingSchema,
  fit: z
    .strictObject({
      trackingEm: z.number().min(-0.5).max(0),
      steps: z.int().min(0).max(20),
      loosestEm: z.number().min(0).max(1).exactOptional(),
      narrowest: z.number().min(NARROWEST).max(1).exactOptional(),
      widest: z.number().min(1).max(WIDEST).exactOptional(),
    })
    .exactOptional(),
}) satisfies z.ZodType<HeadlineRule>

const verticalHeadlinesSchema = z.strictObject({
  headline: textSettingSchema,
  kicker: textSettingSchema,
  subtitle: textSettingSchema,
  lines: z.int().min(1).max(MOST_LINES),
}) satisfies z.ZodType<VerticalHeadlines>

const paragraphRulesSchema = z.strictObject({
  indentEm: z.number().min(0).max(10).exactOptional(),
  leadBlocks: z.int().min(0).max(100).exactOptional(),
  bylinePlace: z.enum(['keep', 'headline', 'dateline', 'end']).exactOptional(),
  datelineFace: label.min(1).exactOptional(),
  standingHeadFace: label.min(1).exactOptional(),
  standingHeadPlace: z.enum(['over', 'beside']).exactOptional(),
  editorsNoteFace: label.min(1).exactOptional(),
  listIndent: z.enum(['indent', 'hanging']).exactOptional(),
  verseFace: label.min(1).exactOptional(),
  tableHeadFace: label.min(1).exactOptional(),
  tableRules: z.enum(['lines', 'grid']).exactOptional(),
  crossheadColor: colorChoiceSchema.exactOptional(),
  standingHeadColor: colorChoiceSchema.exactOptional(),
  crossheadScale: z.number().min(0.8).max(2).exactOptional(),
  crossheadBefore: z.int().min(0).max(5).exactOptional(),
  crossheadAfter: z.int().min(0).max(5).exactOptional(),
}) satisfies z.ZodType<ParagraphRules>

const markRulesSchema = z.strictObject({
  strongFace: label.min(1).exactOptional(),
  kaiFace: label.min(1).exactOptional(),
  dotEm: z.number().min(0.15).max(0.5).exactOptional(),
  rubyEm: z.number().min(0.3).max(0.6).exactOptional(),
}) satisfies z.ZodType<MarkRules>

const compositeSchema = z.strictObject({
  id: label.min(1),
  name: label.min(1),
  han: label.min(1),
  latin: label.min(1),
  latinScale: z.number().min(0.5).max(2).exactOptional(),
  latinShiftEm: z.number().min(-0.5).max(0.5).exactOptional(),
}) satisfies z.ZodType<CompositeFace>

/** A composite of composites would have no end. */
const compositesSchema = z
  .array(compositeSchema)
  .max(100)
  .refine((rows) => new Set(rows.map((row) => row.id)).size === rows.length, { error: 'two composite faces have one id' })
  .refine((rows) => rows.every(({ han, latin }) => rows.every(({ id }) => id !== han && id !== latin)), { error: 'a composite face is made of plain ones' })

const fallbacksSchema = z
  .array(z.strictObject({ face: label.min(1), to: z.array(label.min(1)).max(20) }) satisfies z.ZodType<FaceFallbacks>)
  .max(200)

export const houseStyleSchema = z.strictObject({
  line: lineStyleSchema,
  bodyFace: label.min(1),
  lead: label.min(1),
  byline: label.min(1),
  caption: label.min(1),
  folio: label.min(1),
  crosshead: label.min(1),
  paragraph: paragraphRulesSchema.exactOptional(),
  marks: markRulesSchema.exactOptional(),
  headlines: z
    .array(headlineRuleSchema)
    .min(1)
    .max(MOST_COLUMNS)
    .refine((rows) => rows.every((row, index) => index === 0 || row.columns > rows[index - 1]!.columns), {
      error: 'rows stand by rising columns',
    }),
  headlineScheme: punctuationSchemeSchema.exactOptional(),
  verticalHeadlines: verticalHeadlinesSchema.exactOptional(),
  sizes: z.array(z.strictObject({ name: label.min(1), size: points })).min(1).max(100),
  ruleWidth: z.number().min(0).max(20),
  columnRule: z.enum([...LINE_KINDS, 'none']).exactOptional(),
  storyRule: z.enum([...LINE_KINDS, 'none']).exactOptional(),
  composites: compositesSchema.exactOptional(),
  fallbacks: fallbacksSchema.exactOptional(),
  jumpNumerals: z.enum(['arabic', 'han', 'padded']).exactOptional(),
  openGutters: z.enum(['allowed', 'told']).exactOptional(),
  folioNumber: z.boolean().exactOptional(),
  captionScale: z.number().min(0.5).max(1.5).exactOptional(),
  printPreset: printPresetSchema.exactOptional(),
  print: printSettingsSchema.exactOptional(),
  folioColor: colorChoiceSchema.exactOptional(),
  captionColor: colorChoiceSchema.exactOptional(),
  ruleColor: colorChoiceSchema.exactOptional(),
  swatches: swatchesSchema.exactOptional(),
}) satisfies z.ZodType<HouseStyle>
