/**
 * The shape of every method's input, checked on arrival: what comes over a wire is hostile until then. A change's
 * `after` is checked in full where it is stored; `before` is compared with what is stored, so that its shape is no matter.
 */
import * as z from 'zod'
import type { Change, Edit } from '../document/change.ts'
import { assetIdSchema, dateSchema, gridSchema, issueNumberSchema, pageNumberSchema, paperSchema, pdfPageNumberSchema, recordIdSchema, recordSchema, sectionSchema } from '../document/validate.ts'
import type { Input, MethodName } from './methods.ts'

const nothing = z.strictObject({})
const id = z.string().min(1).max(200)
const name = z.string().trim().min(1).max(500)
const pixels = z.int().min(1).max(20_000)

const file = z.strictObject({ name: z.string().min(1).max(500), bytes: z.instanceof(Uint8Array) })
const files = z.array(file).min(1).max(1_000)

/** The wire can carry what JSON, which the library keeps, cannot: large integers, for one. */
function isWritable(value: unknown): boolean {
  try {
    JSON.stringify(value)
    return true
  } catch {
    return false
  }
}

const editSchema = z.strictObject({
  id: recordIdSchema,
  before: z.custom<Edit['before']>((value) => typeof value === 'object' && isWritable(value)),
  after: recordSchema.nullable(),
}) satisfies z.ZodType<Edit>

export const changeSchema = z
  .array(editSchema)
  .min(1)
  .max(100_000)
  .refine((change) => change.every((edit) => !edit.after || edit.after.id === edit.id), { error: 'a record’s id is its edit’s' }) satisfies z.ZodType<Change>

/** `cgrb/2024-01-20/1` */
export const archiveKeySchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}\/\d{4}-\d{2}-\d{2}\/[1-9]\d{0,5}$/)

export const INPUT_SCHEMAS = {
  'app.info': nothing,

  'issues.list': nothing,
  'issues.create': z.strictObject({
    paper: paperSchema,
    date: dateSchema,
    number: issueNumberSchema,
    pages: z.array(z.strictObject({ number: pageNumberSchema, section: sectionSchema, grid: gridSchema })).max(500),
  }),
  'issues.open': z.strictObject({ issue: id }),
  'issues.commit': z.strictObject({ issue: id, revision: z.int().min(0), change: changeSchema }),
  'issues.markVersion': z.strictObject({ issue: id, name }),
  'issues.remove': z.strictObject({ issue: id }),

  'articles.parse': z.strictObject({ files }),
  'articles.parseClipboard': z.strictObject({ text: z.string().max(20_000_000), html: z.string().max(20_000_000).nullable() }),

  'assets.add': z.strictObject({ files }),
  'assets.preview': z.strictObject({ asset: assetIdSchema, maxWidth: pixels, colour: z.boolean(), page: pdfPageNumberSchema.exactOptional() }),

  'faces.list': nothing,
  'faces.index': z.strictObject({ face: id }),
  'faces.coverage': z.strictObject({ face: id }),
  'faces.members': file,
  'faces.import': z.strictObject({ ...file.shape, member: z.int().min(0).max(0xffff) }),
  'faces.rename': z.strictObject({ face: id, name: z.string().trim().min(1).max(100) }),
  'faces.remove': z.strictObject({ face: id }),
  'faces.outlines': z.strictObject({ face: id, glyphs: z.array(z.int().min(0).max(0xffff)).max(0x10000) }),

  'export.start': z.strictObject({ issue: id, pages: z.array(recordIdSchema).max(1_000), kind: z.enum(['page', 'issue']) }),
  'proofs.start': z.strictObject({ issue: id, pages: z.array(recordIdSchema).max(1_000), paper: z.enum(['a3', 'full']), since: z.union([z.enum(['last', 'signed']), z.int().min(1)]).nullable() }),
  'proofs.list': z.strictObject({ issue: id, page: recordIdSchema }),
  'sendings.start': z.strictObject({ issue: id, pages: z.array(recordIdSchema).min(1).max(1_000), signedBy: z.string().trim().max(50), issueFile: z.boolean() }),
  'sendings.list': z.strictObject({ issue: id }),
  'profiles.add': file,
  'jobs.cancel': z.strictObject({ job: id }),
  'export.file': z.strictObject({ path: z.string().min(1).max(4_096) }),

  'archive.add': z.strictObject({ issue: id }),
  'archive.list': nothing,
  'archive.open': z.strictObject({ key: archiveKeySchema }),
  'archive.page': z.strictObject({ key: archiveKeySchema, page: pageNumberSchema }),
  'archive.picture': z.strictObject({ key: archiveKeySchema, page: pageNumberSchema, maxWidth: z.int().min(1).max(4_000) }),
  'archive.pdf': z.strictObject({ key: archiveKeySchema, page: pageNumberSchema }),
  'archive.search': z.strictObject({ words: z.string().max(200) }),
  'archive.verify': z.strictObject({ key: archiveKeySchema.nullable() }),
  'archive.restore': z.strictObject({ key: archiveKeySchema }),
} satisfies { [M in MethodName]: z.ZodType<Input<M>> }
