/**
 * Sets pages and writes their files: PDF, and on request PNG and frames, all painted from the same frames. The command
 * line, the window's exports and the archive call this one function.
 *
 * Files appear whole or not at all: they are written under temporary names and renamed when every page is done.
 */
import { createHash } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WrittenFile } from '../../src-core/api/methods.ts'
import { issueOf, record, recordsOf, type Document, type RecordId } from '../../src-core/document/records.ts'
import { PRINT_PRESETS, USUAL_PRESET, type PrintPresetId } from '../../src-core/document/print.ts'
import { houseFaces } from '../../src-core/fonts/house-faces.ts'
import { createEngine } from '../../src-core/typeset/engine.ts'
import type { PageFrame, PictureItem } from '../../src-core/typeset/frame.ts'
import { proofSheet } from '../../src-core/typeset/proof-sheet.ts'
import type { PageResult } from '../../src-core/typeset/result.ts'
import { watermarked } from '../../src-core/typeset/watermark.ts'
import type { LibraryFaces } from './faces.ts'
import { requireEmbeddable } from './print-faces.ts'
import { printFile, separation } from './print-files.ts'
import { PrintPictures } from './print-pictures.ts'


export interface ExportSource {
  readonly document: Document
  readonly faces: LibraryFaces
  /** The bytes of a picture file, or null when they are gone. */
  assetBytes(asset: RecordId): Uint8Array | null
}

export interface ExportRequest {
  readonly folder: string
  /** Page records, in order; all pages when left out. */
  readonly pages?: readonly RecordId[]
  /** Resolution of a PNG for each page. */
  readonly png?: number
  readonly frames?: boolean
  /** Left out: CMYK in plain PDF, MediaBox = TrimBox. */
  readonly preset?: PrintPresetId
  /** `page` writes a PDF a page, `issue` one of all pages, `proof` A3 sheets for signature. */
  readonly kinds: readonly ('page' | 'issue' | 'proof')[]
  /** When the proof is made, in the editor's words; needed for `proof`. */
  readonly proofTime?: string
  readonly signal?: AbortSignal
  progress?(done: number, total: number, message: string): void
}

export interface ExportResult {
  readonly files: readonly WrittenFile[]
  readonly results: readonly PageResult[]
}

/** Rejects with the signal's reason when cancelled; then, as after any failure, no file is left. */
export async function exportPages(source: ExportSource, request: ExportRequest): Promise<ExportResult> {
  const pages = request.pages ?? recordsOf(source.document, 'page').map((page) => page.id)
  const engine = createEngine(source.faces.set)
  const output = new OutputFolder(request.folder)
  const results: PageResult[] = []
  const isScreen = request.preset !== undefined && PRINT_PRESETS[request.preset].standard === null
  const pictures = new PrintPictures(source, isScreen ? null : separation(request.preset ?? USUAL_PRESET))
  try {
    await output.make()
    for (const [index, page] of pages.entries()) {
      await breathe(request.signal)
      const result = engine.layoutPage(source.document, page)
      requireEmbeddable(result.frame, source.faces)
      results.push(result)
      request.progress?.(index, pages.length, pageLabel(result.frame))
      await pictures.decode(result.frame)
      await writePageFiles(result.frame, source, request, pictures, output)
      if (!request.kinds.includes('issue')) pictures.forget()
    }
    if (request.kinds.includes('issue')) {
      const name = `${compactDate(source.document)}.pdf`
      await output.write(name, await pdfOf(results.map((result) => result.frame), source, pictures, request.preset))
    }
    await breathe(request.signal)
    const files = await output.publish()
    request.progress?.(pages.length, pages.length, '')
    return { files, results }
  } catch (error) {
    await output.discard()
    throw error
  }
}

async function writePageFiles(
  frame: PageFrame,
  source: ExportSource,
  request: ExportRequest,
  pictures: PrintPictures,
  output: OutputFolder,
): Promise<void> {
  const name = `${compactDate(source.document)}-${frame.page.number}`
  if (request.kinds.includes('page')) await output.write(`${name}.pdf`, await pdfOf([frame], source, pictures, request.preset))
  if (request.kinds.includes('proof')) {
    const sheet = proofSheet(frame, proofNotes(source.document, frame, request.proofTime ?? ''), houseFaces(source.faces.set, issueOf(source.document).style))
    await output.write(`${name}-proof.pdf`, await pdfOf([sheet], source, pictures))
  }
  if (request.png) {
    const { pagePng } = await import('../images/page-png.ts')
    await output.write(`${name}.png`, await pagePng(frame, request.png, source.faces, source.assetBytes))
  }
  if (request.frames) await output.write(`${name}.frames.json`, Buffer.from(`${JSON.stringify(frame)}\n`))
}

async function pdfOf(frames: readonly PageFrame[], source: ExportSource, pictures: PrintPictures, preset?: PrintPresetId): Promise<Uint8Array> {
  const { writePdf } = await import('../pdf/write-pdf.ts')
  const { paper, date, style } = issueOf(source.document)
  const title = [paper.name, date, ...(frames.length === 1 ? [pageLabel(frames[0]!)] : [])].join(' ')
  const resources = {
    faces: source.faces.set,
    path: (face: string) => source.faces.path(face),
    picture: (item: PictureItem) => pictures.picture(item),
  }
  if (preset && PRINT_PRESETS[preset].standard === null) {
    const marked = frames.map((frame) => watermarked(frame, { face: style.folio, line: style.line }, houseFaces(source.faces.set, style)))
    return writePdf(marked, { title, date }, resources, 'screen')
  }
  const print = preset ? printFile(preset) : null
  return writePdf(frames, { title, date, ...(print ? { print } : {}) }, resources)
}

function pageLabel(frame: PageFrame): string {
  return `第${frame.page.number}版：${frame.page.section}`
}

function compactDate(document: Document): string {
  return issueOf(document).date.replaceAll('-', '')
}

function proofNotes(document: Document, frame: PageFrame, time: string) {
  const { paper, date, style } = issueOf(document)
  const page = record(document, 'page', frame.page.id)
  return {
    labels: [`${paper.name}　${date}`, pageLabel(frame), `版本 ${page?.version ?? 1}`, `出样 ${time}`],
    signers: ['编辑', '校对', '值班主任', '总编'],
    face: style.folio,
    line: style.line,
  }
}

/** Lets a cancellation arrive between two pages. */
async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  signal?.throwIfAborted()
}

/** A folder that files enter all together. */
class OutputFolder {
  private readonly waiting: { readonly temporary: string; readonly file: WrittenFile }[] = []
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  async make(): Promise<void> {
    await mkdir(this.folder, { recursive: true })
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    const temporary = join(this.folder, `.${name}.part`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.waiting.push({ temporary, file: { name, bytes: bytes.length, sha256, path: join(this.folder, name) } })
    await writeFile(temporary, bytes)
  }

  async publish(): Promise<readonly WrittenFile[]> {
    for (const { temporary, file } of this.waiting) await rename(temporary, file.path)
    return this.waiting.map(({ file }) => file)
  }

  async discard(): Promise<void> {
    for (const { temporary } of this.waiting) await rm(temporary, { force: true })
  }
}
