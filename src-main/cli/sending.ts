/** `build --send NAME`: a sending's 传版单, and what lies in the folder of the sendings before it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { PRINT_PRESET_IDS, type PrintPresetId } from '../../src-core/document/print.ts'
import { issueOf, type Document } from '../../src-core/document/records.ts'
import { lastSent, type Sending } from '../../src-core/document/sending.ts'
import type { ExportHooks, ExportRequest } from '../services/export.ts'
import type { LibraryFaces } from '../services/faces.ts'
import { requirePrintable } from '../services/print-files.ts'
import { sendingFiles, sendingOf } from '../services/sending-files.ts'

const fileSchema = z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })

const sheetSchema = z.object({
  format: z.literal(1),
  date: z.string(),
  paper: z.object({ code: z.string() }),
  number: z.int().min(1),
  at: z.string(),
  signedBy: z.string(),
  preset: z.enum([...PRINT_PRESET_IDS, 'plain']),
  condition: z.string(),
  pages: z.array(
    z.object({
      page: z.string(),
      number: z.string(),
      section: z.string(),
      inks: z.enum(['k', 'k+red', 'cmyk']),
      spots: z.array(z.string()).exactOptional(),
      version: z.int().min(1),
      again: z.enum(['first', 'same', 'changed']),
      file: fileSchema,
      trim: z.object({ width: z.number(), height: z.number() }),
      content: z.string(),
    }),
  ),
})

export interface SendingWish {
  readonly document: Document
  readonly faces: LibraryFaces
  /** Where the files go, and where the sendings before left their 传版单. */
  readonly folder: string
  readonly signedBy: string
  readonly preset: PrintPresetId | 'plain'
}

/** What makes an export a sending. Throws {@link ApiFailure} for proofs. */
export function sendingFrom({ document, faces, folder, signedBy, preset }: SendingWish): Pick<ExportRequest & ExportHooks, 'before' | 'about'> {
  requirePrintable(preset)
  const issue = issueOf(document)
  const before = sendingsIn(folder, issue)
  return {
    before: Object.fromEntries(lastSent(before)),
    about({ files, sent = [] }) {
      const whole = files.find(({ page }) => page === undefined)
      const issueFile = whole ? { name: whole.name, bytes: whole.bytes, sha256: whole.sha256 } : null
      return sendingFiles(sendingOf({ issue, before, at: new Date(), signedBy, preset, sent, issueFile }), faces)
    },
  }
}

/** The sendings of that issue, the last first. A sheet that cannot be read is no sending. */
function sendingsIn(folder: string, { paper, date }: { readonly paper: { readonly code: string }; readonly date: string }): readonly Sending[] {
  return sheetsIn(folder)
    .flatMap((name) => readSheet(join(folder, name)))
    .filter((sheet) => sheet.date === date && sheet.paper.code === paper.code)
    .toSorted((a, b) => b.number - a.number)
}

function sheetsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /-sending-\d+\.json$/.test(name))
  } catch {
    // Nothing was written there yet.
    return []
  }
}

function readSheet(path: string): readonly z.infer<typeof sheetSchema>[] {
  try {
    return [sheetSchema.parse(JSON.parse(readFileSync(path, 'utf8')))]
  } catch {
    return []
  }
}
