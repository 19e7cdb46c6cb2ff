/** `build --profile FILE`: a plant's colour profile from a file, in place of the house's. */
import { resolve } from 'node:path'
import { issueOf, type Document } from '../../src-core/document/records.ts'
import { readProfile } from '../images/profile.ts'
import { sha256 } from '../storage/files.ts'
import type { ProfileSource } from '../storage/profiles.ts'
import { readInput } from './input-file.ts'

/** Rejects with {@link ApiFailure} for what is no profile of a four-colour printer. */
export async function withProfile(document: Document, file: string): Promise<{ readonly document: Document; readonly profiles: ProfileSource }> {
  const bytes = readInput(file)
  const { name, inkLimit } = await readProfile(bytes)
  const issue = issueOf(document)
  const print = { ...issue.style.print, profile: { hash: sha256(bytes), name, inkLimit } }
  return {
    document: { records: { ...document.records, issue: { ...issue, style: { ...issue.style, print } } } },
    profiles: { read: () => ({ path: resolve(file), bytes }) },
  }
}
