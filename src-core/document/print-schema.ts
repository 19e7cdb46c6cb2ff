/** What print settings may hold. */
import * as z from 'zod'
import { patternFault } from './file-name.ts'
import { LEAST_INK_LIMIT, MOST_BLEED_MM, MOST_INK_LIMIT, PRINT_PRESET_IDS, type PlantProfile, type PrintMarks, type PrintSettings } from './print.ts'

export const printPresetSchema = z.enum([...PRINT_PRESET_IDS, 'plain'])

const pattern = (of: 'page' | 'issue') => z.string().refine((written) => patternFault(written, of) === null, { error: `${of}-file-name` })

export const profileHashSchema = z.string().regex(/^[0-9a-f]{64}$/)
export const inkLimitSchema = z.number().min(LEAST_INK_LIMIT).max(MOST_INK_LIMIT)

const profileSchema = z.strictObject({
  hash: profileHashSchema,
  name: z.string().min(1).max(200),
  inkLimit: inkLimitSchema,
}) satisfies z.ZodType<PlantProfile>

const yes = z.literal(true).exactOptional()

const marksSchema = z.strictObject({ crop: yes, registration: yes, colorBar: yes, slug: yes }) satisfies z.ZodType<PrintMarks>

export const printSettingsSchema = z.strictObject({
  fileName: pattern('page').exactOptional(),
  issueFileName: pattern('issue').exactOptional(),
  keepName: yes,
  bleedMm: z.number().min(0).max(MOST_BLEED_MM).exactOptional(),
  marks: marksSchema.exactOptional(),
  outlines: yes,
  profile: profileSchema.exactOptional(),
}) satisfies z.ZodType<PrintSettings>
