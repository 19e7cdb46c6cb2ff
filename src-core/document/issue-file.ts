/**
 * `issue.json` of an issue folder (DESIGN §6): an issue written by hand or by another program, with its articles and
 * pictures as files beside it. Everything but paper, date, page numbers and sections may be left out.
 */
import * as z from 'zod'
import { colorChoiceSchema, swatchIdSchema } from './color-schema.ts'
import { GRID_PRESETS, POINTS_PER_MILLIMETRE } from './grid.ts'
import type { Grid } from './grid.ts'
import { DEFAULT_HOUSE_STYLE, type HouseStyle } from './style.ts'
import { houseStyleSchema } from './style-schema.ts'
import { acceptedSchema, areaSchema, borderFrameSchema, captionPlaceSchema, cropSchema, dateSchema, gridSchema, issueNumberSchema, jumpHeadlineSchema, ornamentLookSchema, pageNumberSchema, paintSchema, paperSchema, pdfPageNumberSchema, pictureFitSchema, sectionSchema, storyHeadlineSchema } from './validate.ts'

/** Of the white that a grid without margins leaves over and under the type area, the part above: the folio stands there. */
const TOP_SHARE = 0.55

const path = z.string().min(1).max(1_000)
const label = z.string().max(200)

const gridInputSchema = z
  .strictObject({
    ...gridSchema.shape,
    trim: z.union([gridSchema.shape.trim, z.tuple([z.number().positive().max(2_000), z.number().positive().max(2_000)])]),
    margins: z.looseObject(gridSchema.shape.margins.shape).optional(),
  })
  .transform(({ trim: size, margins, ...grid }): Grid => {
    const trim = Array.isArray(size) ? { width: size[0], height: size[1] } : size
    const white = trim.height - ((grid.lines - 1) * grid.linePitch + grid.bodySize) / POINTS_PER_MILLIMETRE
    const { top, bottom } = margins ?? { top: white * TOP_SHARE, bottom: white * (1 - TOP_SHARE) }
    return { ...grid, trim, margins: { top, bottom } }
  })

const storySchema = z
  .strictObject({
    article: path,
    area: areaSchema.optional(),
    legs: z.array(z.strictObject({ column: z.int().min(0), from: z.int().min(0), to: z.int().min(1) })).min(1).max(100).optional(),
    measure: z.strictObject({ legs: z.int().min(1).max(100), remainder: z.enum(['absolute', 'relative', 'free']) }).nullish(),
    headline: storyHeadlineSchema.nullish(),
    boxed: z.boolean().optional(),
    frame: borderFrameSchema.exactOptional(),
    tint: paintSchema.exactOptional(),
    /** True: the last story of the same article before it in the file; a page number: its story there; false: none. */
    continues: z.union([z.boolean(), pageNumberSchema]).optional(),
    jumpHeadline: jumpHeadlineSchema.nullish(),
    writing: z.literal('vertical').exactOptional(),
    color: colorChoiceSchema.exactOptional(),
  })
  .refine((story) => !story.area || !story.legs, { path: ['legs'], error: 'area-and-legs' })

const pictureSchema = z.strictObject({
  image: path.nullish(),
  caption: z.string().max(10_000).nullish(),
  credit: label.nullish(),
  captionPlace: captionPlaceSchema.exactOptional(),
  crop: cropSchema.exactOptional(),
  fit: pictureFitSchema.exactOptional(),
  area: areaSchema,
  /** The article of a story on the same page. */
  story: path.nullish(),
})

const advertSchema = z.strictObject({ name: label, image: path.nullish(), area: areaSchema, keyline: z.boolean().optional(), crop: cropSchema.exactOptional(), fit: pictureFitSchema.exactOptional(), pdfPage: pdfPageNumberSchema.exactOptional(), pdfAs: z.literal('raster').exactOptional() })

const pageSchema = z.strictObject({
  number: pageNumberSchema,
  section: sectionSchema,
  grid: z.union([z.enum(Object.keys(GRID_PRESETS)).transform((name) => GRID_PRESETS[name]!), gridInputSchema]).default(GRID_PRESETS['broadsheet']!),
  editor: label.nullish(),
  inks: z.enum(['k', 'k+red', 'cmyk']).optional(),
  red: swatchIdSchema.exactOptional(),
  version: z.int().min(1).max(9_999).optional(),
  state: z.enum(['draft', 'proof', 'final', 'signed', 'sent']).optional(),
  stories: z.array(storySchema).max(500).default([]),
  pictures: z.array(pictureSchema).max(500).default([]),
  ads: z.array(advertSchema).max(500).default([]),
  ornaments: z.array(z.strictObject({ area: areaSchema, look: ornamentLookSchema })).max(500).default([]),
})

export const issueFileSchema = z.strictObject({
  format: z.literal(1),
  paper: paperSchema,
  date: dateSchema,
  number: issueNumberSchema.optional(),
  /** What the house has of its own; the rest is as usual. */
  style: houseStyleSchema
    .partial()
    .transform((own) => ({ ...DEFAULT_HOUSE_STYLE, ...own }) as HouseStyle)
    .optional(),
  accepted: acceptedSchema.optional(),
  pages: z.array(pageSchema).min(1).max(500),
})

export type IssueFile = z.output<typeof issueFileSchema>
export type PageEntry = IssueFile['pages'][number]
export type StoryEntry = PageEntry['stories'][number]

/** The file as it is written: what may be left out may be missing. */
export type IssueFileInput = Omit<z.input<typeof issueFileSchema>, 'style'> & { style?: HouseStyle }
