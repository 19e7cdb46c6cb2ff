/** What colours and swatches may hold. */
import * as z from 'zod'
import { FIXED_SWATCHES, PLATE_NAMES, type Cmyk, type ColorChoice, type Swatch } from './swatches.ts'

export const swatchIdSchema = z.string().regex(/^[^\s\p{Cc}]{1,100}$/u)
const ink = z.number().min(0).max(1)

export const colorChoiceSchema = z.strictObject({ swatch: swatchIdSchema, tint: ink.exactOptional() }) satisfies z.ZodType<ColorChoice>

const swatchSchema = z.strictObject({
  id: swatchIdSchema,
  name: z.string().trim().min(1).max(50).refine((name) => !PLATE_NAMES.includes(name), { error: 'the name of a plate' }),
  cmyk: z.tuple([ink, ink, ink, ink]) satisfies z.ZodType<Cmyk>,
  spot: z.literal(true).exactOptional(),
}) satisfies z.ZodType<Swatch>

/** A spot's name is its plate's: two of one name would be one plate. */
export const swatchesSchema = z
  .array(swatchSchema)
  .max(200)
  .refine((rows) => new Set([...FIXED_SWATCHES, ...rows].map(({ id }) => id)).size === FIXED_SWATCHES.length + rows.length, { error: 'two swatches have one id' })
  .refine((rows) => new Set([...FIXED_SWATCHES, ...rows].map(({ name }) => name)).size === FIXED_SWATCHES.length + rows.length, { error: 'two swatches have one name' })
