/**
 * Sets pages and writes their files, all painted from the same frames. The command line, the window's exports and the
 * archive come through here. Files appear whole or not at all (staging.ts).
 */
import type { WrittenFile } from '../../src-core/api/methods.ts'
import { record, type Document, type RecordId } from '../../src-core/document/records.ts'
import { sentContent, sentVersion, type SentBefore, type SentPage } from '../../src-core/document/sending.ts'
import { createEngine, type Engine } from '../../src-core/typeset/engine.ts'
import type { PageFrame } from '../../src-core/typeset/frame.ts'
import { spotPlates } from '../../src-core/typeset/spot-plates.ts'
import { proofChanges } from '../../src-core/typeset/proof/changes.ts'
import type { ProofPaper } from '../../src-core/typeset/proof/sheet.ts'
import type { PageResult } from '../../src-core/typeset/result.ts'
import { sha256 } from '../storage/files.ts'
import { pageLabel, PagePainter, type AboutProof, type ExportSource, type NamedFile, type PrintRequest } from './page-files.ts'
import { pagesAsked } from './pages-asked.ts'
import { requireEmbeddable } from './print-faces.ts'
import { Staging } from './staging.ts'

export type { ExportSource } from './page-files.ts'

export interface ExportRequest extends PrintRequest {
  readonly folder: string
  /** Page records, in order; all pages when left out. */
  readonly pages?: readonly RecordId[]
  /** Resolution of a PNG for each page. */
  readonly png?: number
  readonly frames?: boolean
  /** `page` writes a PDF a page, `issue` one of all pages; proofs come by `proof`. */
  readonly kinds: readonly ('page' | 'issue')[]
  /** Writes a sheet to sign for each page. */
  readonly proof?: ProofRequest
  /** For a sending: the pages as they were sent before. A page that is another since goes out as a later version. */
  readonly before?: Readonly<Record<RecordId, SentBefore>>
}

export interface ProofRequest {
  readonly paper: ProofPaper
  /** When the proofs are made, in the editor's words. */
  readonly time: string
  /** 第几次大样, page by page. */
  readonly numbers: Readonly<Record<RecordId, number>>
  /** Marks what changed since (核红), on the pages that are named. */
  readonly since?: Readonly<Record<RecordId, ProofBase>>
}

/** What a page is compared with: its frame as it was proofed, or the document that was signed. */
export type ProofBase = { readonly words: string } & ({ readonly frame: PageFrame } | { readonly document: Document })

export interface ExportHooks {
  readonly signal?: AbortSignal
  progress?(done: number, total: number, message: string): void
  /** Files about the others, which come out together with them. */
  about?(written: ExportResult): Promise<readonly NamedFile[]>
}

export interface ExportResult {
  readonly files: readonly WrittenFile[]
  readonly results: readonly PageResult[]
  /** The pages of a sending. */
  readonly sent?: readonly PicturedPage[]
}

export interface PicturedPage extends SentPage {
  /** PNG, some hundred pixels wide. */
  readonly picture: Uint8Array
}

/** Pixels across the picture of a page on a 传版单. */
const PICTURE_WIDTH = 320

/** Rejects with the signal's reason when cancelled; then, as after any failure, no file is left. */
export async function exportPages(source: ExportSource, request: ExportRequest & ExportHooks): Promise<ExportResult> {
  const staging = await Staging.begin(request.folder)
  try {
    const pages = pagesAsked(source, request)
    const written = await writePages(source, request, pages, staging, request)
    const files = [...written.files]
    for (const { name, bytes } of (await request.about?.(written)) ?? []) files.push(await staging.write(name, bytes))
    await breathe(request.signal)
    await staging.publish(files)
    request.progress?.(pages.length, pages.length, '')
    return { ...written, files }
  } catch (error) {
    await staging.discard()
    throw error
  }
}

/**
 * Writes the files of the pages, as they come, into the staging, and publishes nothing. `progress` counts pages, of as many
 * as the request has.
 */
export async function writePages(
  source: ExportSource,
  request: ExportRequest,
  pages: Iterable<RecordId>,
  staging: Staging,
  { signal, progress }: ExportHooks,
  engine: Engine = createEngine(source.faces.set),
): Promise<ExportResult> {
  const painter = new PagePainter(source, request)
  const files: WrittenFile[] = []
  const results: PageResult[] = []
  const total = pagesAsked(source, request).length
  const sent: PicturedPage[] = []
  const write = async ({ name, bytes }: NamedFile, page?: RecordId): Promise<WrittenFile> => {
    const file = await staging.write(name, bytes, page === undefined ? {} : { page })
    files.push(file)
    return file
  }
  const version = (page: RecordId) => record(source.document, 'page', page)?.version ?? 1
  for (const page of pages) {
    await breathe(signal)
    const result = engine.layoutPage(source.document, page)
    const { frame } = result
    requireEmbeddable(frame, source.faces)
    progress?.(results.length, total, pageLabel(frame))
    results.push(result)
    if (request.before) {
      const content = sha256(sentContent(frame, request.preset ?? 'plain', request.print))
      const about = sentVersion(version(page), content, request.before[page])
      const { name, bytes, sha256: hash } = await write(await painter.page(frame, about.version), page)
      const picture = await painter.png(frame, (PICTURE_WIDTH * 72) / frame.trim.width)
      const { number, section } = frame.page
      const { inks, grid } = record(source.document, 'page', page)!
      const spots = spotPlates(source.document, frame)
      sent.push({ page, number, section, inks, ...(spots.length > 0 ? { spots } : {}), ...about, file: { name, bytes, sha256: hash }, trim: grid.trim, content, picture: picture.bytes })
    } else if (request.kinds.includes('page')) await write(await painter.page(frame, version(page)), page)
    if (request.proof) await write(await painter.proof(frame, aboutProof(request.proof, frame, engine)), page)
    if (request.png) await write(await painter.png(painter.onSheet(frame), request.png), page)
    if (request.frames) await write(painter.frames(frame), page)
    if (!request.kinds.includes('issue')) painter.forget()
  }
  if (request.kinds.includes('issue')) {
    const newest = Math.max(1, ...results.map(({ frame }) => version(frame.page.id)))
    await write(await painter.issue(results.map(({ frame }) => frame), newest))
  }
  return { files, results, ...(request.before ? { sent } : {}) }
}

function aboutProof({ paper, time, numbers, since }: ProofRequest, frame: PageFrame, engine: Engine): AboutProof {
  const { id } = frame.page
  const base = since?.[id]
  const about = { paper, time, number: numbers[id] ?? 1 }
  if (!base) return { ...about, changes: null }
  const before = 'frame' in base ? base.frame : engine.layoutPage(base.document, id).frame
  return { ...about, changes: { since: base.words, found: proofChanges(before, frame) } }
}

/** Lets a cancellation arrive between two pages. */
async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  signal?.throwIfAborted()
}
