/**
 * The typed contract between the window and the machine: one method a row, one object in, one value out. Electron's
 * IPC, the loopback websocket and the command line carry the same calls to the same services (DESIGN §4).
 *
 * Bytes are Uint8Array; the codec of each host carries them. Every input is checked against `schemas.ts` on arrival.
 */
import type { Change } from '../document/change.ts'
import type { Article, AssetRecord, Document, RecordId } from '../document/records.ts'
import type { LocalText } from '../document/local-text.ts'
import type { Grid } from '../document/grid.ts'
import type { PlantProfile } from '../document/print.ts'
import type { Sending, SentProof } from '../document/sending.ts'
import type { PageFrame } from '../typeset/frame.ts'
import type { StoryFit } from '../typeset/result.ts'

export type IssueId = string
export type JobId = string

/** A row of the issue list. */
export interface IssueSummary {
  readonly id: IssueId
  readonly paper: { readonly name: string; readonly code: string }
  readonly date: string
  readonly number: number | null
  readonly revision: number
  readonly pages: readonly { readonly number: string; readonly section: string }[]
  /** ISO time of the last change. */
  readonly changedAt: string
  /** Set once the issue is archived: from then on it is read-only. */
  readonly archivedAs?: ArchiveKey
}

export interface OpenedIssue {
  readonly id: IssueId
  readonly revision: number
  readonly document: Document
  /** The latest changes, oldest first, so that undo goes on after a restart. */
  readonly undo: readonly Change[]
  /** As in {@link IssueSummary}. */
  readonly archivedAs?: ArchiveKey
}

export interface FaceSummary {
  readonly id: string
  readonly name: string
  /** SHA-256 of the font file. */
  readonly hash: string
  /** What OS/2 fsType allows; only `allowed` goes into a PDF. */
  readonly embedding: 'allowed' | 'restricted' | 'no-subsetting' | 'bitmap-only'
  /** An editor's own face, not one of the program's. */
  readonly own: boolean
  readonly fileName?: string
  /** Taken away: old pages are drawn with it, nothing new is set in it. */
  readonly retired?: true
}

/** A face in a font file, before it is imported. */
export interface FontFileMember {
  readonly name: string
  readonly embedding: FaceSummary['embedding']
}

/** What could not be taken in, file by file: a sentence for the editor and what to do. */
export interface Refusal {
  readonly file: string
  readonly message: string
}

export interface WrittenFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Where it lies on this machine. */
  readonly path: string
  /** The page that it shows; none of a file of several. */
  readonly page?: RecordId
}

/** Key of an archived issue: `cgrb/2024-01-20/1` (paper code, date, version). */
export type ArchiveKey = string

export interface ArchiveEntry {
  readonly key: ArchiveKey
  readonly paper: { readonly name: string; readonly code: string }
  readonly date: string
  readonly version: number
  readonly number: number | null
  readonly archivedAt: string
  /** `sha256` is of the page's PDF in the archive; `sent` tells of the file for print that went to the plant last. */
  readonly pages: readonly { readonly number: string; readonly section: string; readonly sha256: string; readonly sent?: SentProof }[]
  readonly articles: number
}

export interface ArchiveHit {
  readonly key: ArchiveKey
  readonly date: string
  readonly page: string
  readonly section: string
  readonly article: RecordId
  readonly headline: string
  /** The words found, with a little text on both sides; `matches` are code point ranges of `excerpt`. */
  readonly excerpt: string
  readonly matches: readonly (readonly [number, number])[]
}

export interface ArchiveFault {
  readonly key: ArchiveKey
  readonly page: string | null
  readonly message: string
}

export interface ApiMethods {
  'app.info': { input: Record<never, never>; output: { version: string; library: string; host: 'electron' | 'browser' } }

  'issues.list': { input: Record<never, never>; output: readonly IssueSummary[] }
  'issues.create': {
    input: { paper: { name: string; code: string }; date: string; number: number | null; pages: readonly { number: string; section: string; grid: Grid }[] }
    output: OpenedIssue
  }
  'issues.open': { input: { issue: IssueId }; output: OpenedIssue }
  /** One transaction. A revision that is not the stored one is refused with code `stale-revision`. */
  'issues.commit': { input: { issue: IssueId; revision: number; change: Change }; output: { revision: number } }
  /** ⌘S: names the present state. */
  'issues.markVersion': { input: { issue: IssueId; name: string }; output: { revision: number } }
  'issues.remove': { input: { issue: IssueId }; output: { removed: true } }

  /** Files → articles. A file that cannot be read is refused with a sentence; the others go in. */
  'articles.parse': {
    input: { files: readonly { name: string; bytes: Uint8Array }[] }
    output: { articles: readonly Article[]; refused: readonly Refusal[] }
  }
  /** Clipboard text or HTML → an article. */
  'articles.parseClipboard': { input: { text: string; html: string | null }; output: { article: Article } }

  'assets.add': {
    input: { files: readonly { name: string; bytes: Uint8Array }[] }
    output: { assets: readonly AssetRecord[]; refused: readonly Refusal[] }
  }
  /** The picture for the screen, in colour or grey, no wider than `maxWidth` pixels: a PNG. Of a PDF, its `page`, the first when left out. */
  'assets.preview': { input: { asset: RecordId; maxWidth: number; colour: boolean; page?: number }; output: { png: Uint8Array; width: number; height: number } }

  'faces.list': { input: Record<never, never>; output: readonly FaceSummary[] }
  /** The compact index (src-core/fonts). */
  'faces.index': { input: { face: string }; output: { bytes: Uint8Array } }
  /** Shapes of some glyphs (src-core/fonts/outline-pack.ts). */
  'faces.outlines': { input: { face: string; glyphs: readonly number[] }; output: { bytes: Uint8Array } }
  /** How many characters of each level of GB 18030-2022 the face lacks, level 1 first. */
  'faces.coverage': { input: { face: string }; output: { lacks: readonly [number, number, number] } }
  /** The faces in a font file; more than one in a collection (TTC). Reads names only. */
  'faces.members': { input: { name: string; bytes: Uint8Array }; output: { members: readonly FontFileMember[] } }
  /** Takes a face of a font file into the library: a job, since it is read whole, once. Its result names the face. */
  'faces.import': { input: { name: string; bytes: Uint8Array; member: number }; output: { job: JobId } }
  'faces.rename': { input: { face: string; name: string }; output: { renamed: true } }
  /** Documents that name the face fall back from now on; archived pages keep it. */
  'faces.remove': { input: { face: string }; output: { removed: true } }

  /** Starts an export of the pages named (all when empty); progress comes as `job` events. */
  'export.start': {
    input: { issue: IssueId; pages: readonly RecordId[]; kind: 'page' | 'issue' }
    output: { job: JobId }
  }
  /**
   * 大样 of the pages named (all when empty), on A3 or at 1:1; remembered as they went to paper. With `since` they mark what
   * changed since the page's last proof, its last signature, or the proof of that number (核红).
   */
  'proofs.start': {
    input: { issue: IssueId; pages: readonly RecordId[]; paper: 'a3' | 'full'; since: 'last' | 'signed' | number | null }
    output: { job: JobId }
  }
  /** What a page can be compared with: its proofs, the last first, and when it was signed last. Times are ISO. */
  'proofs.list': {
    input: { issue: IssueId; page: RecordId }
    output: { proofs: readonly { number: number; madeAt: string }[]; signedAt: string | null }
  }
  /**
   * Sends pages to the plant (传版): writes them by the house's print settings with a 传版单, and remembers it. A page that
   * was sent before and is another now goes out as a new version; the job's result says which version each page went out as.
   */
  'sendings.start': {
    input: { issue: IssueId; pages: readonly RecordId[]; signedBy: string; issueFile: boolean }
    output: { job: JobId }
  }
  /** The issue's sendings, the last first. */
  'sendings.list': { input: { issue: IssueId }; output: readonly Sending[] }
  /** Takes a plant's colour profile into the library. `inkLimit` is what the profile itself goes to. */
  'profiles.add': { input: { name: string; bytes: Uint8Array }; output: { profile: PlantProfile } }
  'jobs.cancel': { input: { job: JobId }; output: { cancelled: boolean } }
  /** Bytes of a file that an export wrote, for saving it elsewhere. */
  'export.file': { input: { path: string }; output: { bytes: Uint8Array } }

  /** Freezes the issue; a job, since pages are set and written. Its result has the key. */
  'archive.add': { input: { issue: IssueId }; output: { job: JobId } }
  'archive.list': { input: Record<never, never>; output: readonly ArchiveEntry[] }
  'archive.open': { input: { key: ArchiveKey }; output: { entry: ArchiveEntry; document: Document } }
  'archive.page': { input: { key: ArchiveKey; page: string }; output: { frame: PageFrame; stories: readonly StoryFit[] } }
  'archive.picture': { input: { key: ArchiveKey; page: string; maxWidth: number }; output: { png: Uint8Array } }
  'archive.pdf': { input: { key: ArchiveKey; page: string }; output: { name: string; bytes: Uint8Array } }
  'archive.search': { input: { words: string }; output: readonly ArchiveHit[] }
  /** `checked` counts issues. Without a key all are checked, and the search index too, whose fault has the key `*`. */
  'archive.verify': { input: { key: ArchiveKey | null }; output: { checked: number; faults: readonly ArchiveFault[] } }
  'archive.restore': { input: { key: ArchiveKey }; output: { issue: IssueId } }
}

export type MethodName = keyof ApiMethods
export type Input<M extends MethodName> = ApiMethods[M]['input']
export type Output<M extends MethodName> = ApiMethods[M]['output']

/** What the machine tells the window unasked. */
export type ApiEvent =
  | { readonly type: 'job.progress'; readonly job: JobId; readonly done: number; readonly total: number; readonly message: string }
  | { readonly type: 'job.done'; readonly job: JobId; readonly files: readonly WrittenFile[]; readonly archived: ArchiveKey | null; readonly face?: FaceSummary; readonly notice?: LocalText; readonly sending?: Sending }
  | { readonly type: 'job.failed'; readonly job: JobId; readonly error: ApiError }
  | { readonly type: 'job.cancelled'; readonly job: JobId }
  /** A face came, went, or has another name. */
  | { readonly type: 'faces.changed' }
  /** Another window, or the command line, changed the issue. */
  | { readonly type: 'issue.changed'; readonly issue: IssueId; readonly revision: number }

/** Errors cross the api as values: a code for programs, a sentence and a remedy for editors, in Chinese and English. */
export interface ApiError {
  readonly code: ErrorCode
  readonly message: LocalText
  readonly remedy: LocalText | null
}

export type { LocalText }

export type ErrorCode =
  | 'bad-input'
  | 'not-found'
  | 'stale-revision'
  | 'archived'
  | 'unreadable-file'
  | 'disk-full'
  | 'damaged-library'
  | 'newer-library'
  /** Another process holds the library. */
  | 'busy'
  | 'fault'

export class ApiFailure extends Error {
  readonly error: ApiError
  constructor(error: ApiError) {
    super(error.message.zh)
    this.error = error
  }
}

/** The window's side of the contract, whatever carries it. */
export interface ApiClient {
  /** Rejects with {@link ApiFailure}. */
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>
  onEvent(listener: (event: ApiEvent) => void): () => void
}

/** The machine's side: services answer, hosts carry. */
export interface ApiServer {
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>
  onEvent(listener: (event: ApiEvent) => void): () => void
  close(): Promise<void>
}
