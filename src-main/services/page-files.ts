/** A page's files, painted from its frame: PDF for print or proof, PNG, frames. */
import { fileName, ISSUE_FILE_NAME, PAGE_FILE_NAME } from '../../src-core/document/file-name.ts'
import { PRINT_PRESETS, USUAL_PRESET, type PrintPresetId, type PrintSettings } from '../../src-core/document/print.ts'
import { issueOf, record, type Document, type PageInks, type RecordId } from '../../src-core/document/records.ts'
import type { FaceId } from '../../src-core/document/style.ts'
import { inkOf } from '../../src-core/document/swatches.ts'
import type { Outlines } from '../../src-core/fonts/face.ts'
import { houseFaces } from '../../src-core/fonts/house-faces.ts'
import { glyphRuns, paintedItems, type PageFrame, type PictureItem } from '../../src-core/typeset/frame.ts'
import { onPrintSheet } from '../../src-core/typeset/print-marks.ts'
import type { ProofChanges } from '../../src-core/typeset/proof/changes.ts'
import { changesInWords, markItems } from '../../src-core/typeset/proof/marks.ts'
import { proofSheet, type ProofPaper } from '../../src-core/typeset/proof/sheet.ts'
import { watermarked } from '../../src-core/typeset/watermark.ts'
import type { ProfileSource } from '../storage/profiles.ts'
import { checkedPdf } from './checked-pdf.ts'
import type { LibraryFaces } from './faces.ts'
import { conditionName, plantProfile, printFile, separation, type OpenProfile } from './print-files.ts'
import { PrintPictures, type PrintSeparation } from './print-pictures.ts'

/** What pages are made of. */
export interface ExportSource {
  readonly document: Document
  readonly faces: LibraryFaces
  /** The bytes of a picture file, or null when they are gone. */
  assetBytes(asset: RecordId): Uint8Array | null
  /** Where the plant's profile is kept; none when left out. */
  readonly profiles?: ProfileSource
}

/** How files for print are to be. */
export interface PrintRequest {
  /** Left out: CMYK in plain PDF. */
  readonly preset?: PrintPresetId
  /** What the plant asks; a newspaper's usual when left out. */
  readonly print?: PrintSettings
}

export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a proof says of itself. */
export interface AboutProof {
  readonly paper: ProofPaper
  /** 第几次大样 */
  readonly number: number
  /** When it is made, in the editor's words. */
  readonly time: string
  /** What changed, and since what, in the editor's words; null on a proof of its own. */
  readonly changes: { readonly since: string; readonly found: ProofChanges } | null
}

/** Paints the pages of one export. */
export class PagePainter {
  private readonly source: ExportSource
  private readonly request: PrintRequest
  private readonly profile: OpenProfile | null
  /** Null paints for the screen. */
  private readonly separation: PrintSeparation | null
  private readonly pictures: PrintPictures

  /** Throws {@link ApiFailure} where the plant's profile cannot be had. */
  constructor(source: ExportSource, request: PrintRequest) {
    this.source = source
    this.request = request
    this.profile = plantProfile(request.preset, request.print?.profile, source.profiles ?? null)
    this.separation = this.isScreen ? null : separation(request.preset ?? USUAL_PRESET, this.profile)
    this.pictures = new PrintPictures(source, this.separation)
  }

  /** A page of this version for the plant. */
  async page(frame: PageFrame, version: number): Promise<NamedFile> {
    await this.pictures.decode(frame)
    const { paper, date } = issueOf(this.source.document)
    const { fileName: pattern = PAGE_FILE_NAME, keepName } = this.request.print ?? {}
    const { number, section } = frame.page
    const name = fileName(pattern, { code: paper.code, date, page: number, version, section }, keepName)
    return { name: `${name}.pdf`, bytes: await this.printed([this.onSheet(frame, version)]) }
  }

  /** All pages in one file. */
  async issue(frames: readonly PageFrame[], version: number): Promise<NamedFile> {
    for (const frame of frames) await this.pictures.decode(frame)
    const { paper, date } = issueOf(this.source.document)
    const { issueFileName: pattern = ISSUE_FILE_NAME, keepName } = this.request.print ?? {}
    const name = fileName(pattern, { code: paper.code, date, version }, keepName)
    return { name: `${name}.pdf`, bytes: await this.printed(frames.map((frame) => this.onSheet(frame))) }
  }

  /** A sheet to sign; with changes one that marks them (核红). */
  async proof(frame: PageFrame, about: AboutProof): Promise<NamedFile> {
    await this.pictures.decode(frame)
    const { document, faces } = this.source
    const marked = about.changes ? { ...frame, items: [...frame.items, ...markItems(about.changes.found)] } : frame
    const sheet = proofSheet(marked, proofNotes(document, frame, about), houseFaces(faces.set, issueOf(document).style))
    return { name: `${this.plainName(frame)}-${about.changes ? 'changes' : 'proof'}.pdf`, bytes: await this.plain(sheet) }
  }

  async png(frame: PageFrame, dpi: number): Promise<NamedFile> {
    const [{ pagePng }, { drawPdf }] = await Promise.all([import('../images/page-png.ts'), import('./pdf-pages.ts')])
    return { name: `${this.plainName(frame)}.png`, bytes: await pagePng(frame, dpi, this.source.faces, this.source.assetBytes, drawPdf) }
  }

  frames(frame: PageFrame): NamedFile {
    return { name: `${this.plainName(frame)}.frames.json`, bytes: Buffer.from(`${JSON.stringify(frame)}\n`) }
  }

  /** A page's pictures take a hundred megabytes: kept only as long as they are needed. */
  forget(): void {
    this.pictures.forget()
  }

  /** With the bleed and the marks that the plant asks for; as this version, or the page's own. */
  onSheet(frame: PageFrame, version?: number): PageFrame {
    const { preset, print } = this.request
    if (!preset || !print || this.isScreen) return frame
    const { document, faces } = this.source
    const { paper, date, style } = issueOf(document)
    const { inks, red, version: written = 1 } = record(document, 'page', frame.page.id)!
    const slug = [paper.name, date, pageLabel(frame), `版本 ${version ?? written}`, PLATES[inks], conditionName(preset, print.profile)].join('　')
    const notes = { slug, face: style.folio, line: style.line, inks, red: inkOf(style, { swatch: 'red' }, { inks, ...(red ? { red } : {}) }) }
    return onPrintSheet(frame, print, notes, houseFaces(faces.set, style))
  }

  private get isScreen(): boolean {
    const { preset } = this.request
    return preset !== undefined && PRINT_PRESETS[preset].standard === null
  }

  private async printed(frames: readonly PageFrame[]): Promise<Uint8Array> {
    const { style } = issueOf(this.source.document)
    const { preset } = this.request
    if (this.isScreen) {
      const marked = frames.map((frame) => watermarked(frame, { face: style.folio, line: style.line }, houseFaces(this.source.faces.set, style)))
      return checkedPdf(marked, this.info(frames), this.resources(), 'screen')
    }
    const print = preset ? printFile(preset, this.profile) : null
    const info = { ...this.info(frames), ...(print ? { print } : {}) }
    if (!print || !this.request.print?.outlines) return checkedPdf(frames, info, this.resources())
    const outlines = await this.outlines(frames)
    return checkedPdf(frames, info, { ...this.resources(), outlines: (face) => outlines.get(face)! })
  }

  private plain(frame: PageFrame): Promise<Uint8Array> {
    return checkedPdf([frame], this.info([frame]), this.resources())
  }

  private async outlines(frames: readonly PageFrame[]): Promise<ReadonlyMap<FaceId, Outlines>> {
    const used = new Set(frames.flatMap((frame) => glyphRuns(paintedItems(frame)).map(({ face }) => face)))
    return new Map(await Promise.all([...used].map(async (face) => [face, await this.source.faces.outlines(face)] as const)))
  }

  private info(frames: readonly PageFrame[]) {
    const { paper, date } = issueOf(this.source.document)
    return { title: [paper.name, date, ...(frames.length === 1 ? [pageLabel(frames[0]!)] : [])].join(' '), date }
  }

  private resources() {
    const { faces } = this.source
    return {
      faces: faces.set,
      path: (face: string) => faces.path(face),
      picture: (item: PictureItem) => this.pictures.picture(item),
      placed: (item: PictureItem) => this.pictures.placed(item),
      ...(this.separation ? { inkLimit: this.separation.inkLimit } : {}),
    }
  }

  /** Of files that stay in the house. */
  private plainName(frame: PageFrame): string {
    return `${issueOf(this.source.document).date.replaceAll('-', '')}-${frame.page.number}`
  }
}

/** As plants call them. */
const PLATES: Readonly<Record<PageInks, string>> = { k: '黑白版', 'k+red': '套红版', cmyk: '彩版' }

export function pageLabel(frame: PageFrame): string {
  const { number, section } = frame.page
  return section === '' ? `第${number}版` : `第${number}版：${section}`
}

function proofNotes(document: Document, frame: PageFrame, { paper: sheet, number, time, changes }: AboutProof) {
  const { paper, date, style } = issueOf(document)
  const { grid, version } = record(document, 'page', frame.page.id)!
  return {
    paper: sheet,
    grid,
    labels: [`${paper.name}　${date}`, pageLabel(frame), `版本 ${version}　第${number}次大样`, `出样 ${time}`],
    remark: changes ? changesInWords(changes.found, changes.since) : null,
    signers: ['编辑', '校对', '值班主任', '总编'],
    face: style.folio,
    line: style.line,
  }
}
