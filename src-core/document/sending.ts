/** 传版: which pages went to the plant, in which files, when, and who signed for them. */
import type { PrintPresetId, PrintSettings } from './print.ts'
import type { PageInks, RecordId } from './records.ts'

export interface SentFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** Sent for the first time, again as it was, or again with changes (换版). */
export type SentAgain = 'first' | 'same' | 'changed'

export interface SentPage {
  readonly page: RecordId
  /** 版次 and 版名 */
  readonly number: string
  readonly section: string
  readonly inks: PageInks
  /** Spot colours, each a plate of its own; left out where there are none. */
  readonly spots?: readonly string[]
  readonly version: number
  readonly again: SentAgain
  readonly file: SentFile
  /** Millimetres. */
  readonly trim: { readonly width: number; readonly height: number }
  /** SHA-256 of what the page shows and how it is printed. */
  readonly content: string
}

export interface Sending {
  /** Which sending of the issue it is, from 1. */
  readonly number: number
  /** Time at the newspaper, with its offset: 2024-01-20T22:41:05+08:00. */
  readonly at: string
  readonly signedBy: string
  readonly preset: PrintPresetId | 'plain'
  /** The printing condition or profile that the colours are made for. */
  readonly condition: string
  readonly pages: readonly SentPage[]
  /** The file of all pages, where one was wanted. */
  readonly issueFile?: SentFile
}

/**
 * What goes to the plant, but for the names of its files: its SHA-256 is a page's `content`. `frame` is the page's, the same
 * on every machine.
 */
export function sentContent(frame: unknown, preset: PrintPresetId | 'plain', print: PrintSettings = {}): string {
  const { fileName: _, issueFileName: __, keepName: ___, ...how } = print
  return JSON.stringify([frame, preset, how])
}

/** What is known of a page's last sending. */
export type SentBefore = Pick<SentPage, 'version' | 'content'>

/** A page that changed since it was sent goes out as a later version, even where nobody raised it. */
export function sentVersion(version: number, content: string, before: SentBefore | undefined): { readonly version: number; readonly again: SentAgain } {
  if (!before) return { version, again: 'first' }
  if (content === before.content) return { version: Math.max(version, before.version), again: 'same' }
  return { version: Math.max(version, before.version + 1), again: 'changed' }
}

/** What of a page went to the plant last, as the archive remembers it: whoever has the file can prove that it is the one. */
export interface SentProof extends SentFile {
  readonly version: number
  readonly at: string
}

export function sentProofs(sendings: readonly Sending[]): ReadonlyMap<RecordId, SentProof> {
  return new Map(Array.from(lastSent(sendings), ([page, { file, version, at }]) => [page, { ...file, version, at }]))
}

/** The last sending of each page. */
export function lastSent(sendings: readonly Sending[]): ReadonlyMap<RecordId, SentPage & Pick<Sending, 'at' | 'signedBy'>> {
  const last = new Map<RecordId, SentPage & Pick<Sending, 'at' | 'signedBy'>>()
  for (const { pages, at, signedBy } of sendings.toSorted((a, b) => a.number - b.number)) {
    for (const page of pages) last.set(page.page, { ...page, at, signedBy })
  }
  return last
}
