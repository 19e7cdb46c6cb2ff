/** The 传版单 of a sending: JSON for programs, and a PDF to print and sign. */
import type { IssueRecord, RecordId } from '../../src-core/document/records.ts'
import type { PrintPresetId } from '../../src-core/document/print.ts'
import type { SentFile, SentPage, Sending } from '../../src-core/document/sending.ts'
import { houseFaces } from '../../src-core/fonts/house-faces.ts'
import type { PictureItem } from '../../src-core/typeset/frame.ts'
import { sendingSheets } from '../../src-core/typeset/sending-sheet.ts'
import type { PdfPicture } from '../pdf/paint-frame.ts'
import { checkedPdf } from './checked-pdf.ts'
import type { LibraryFaces } from './faces.ts'
import type { PicturedPage } from './export.ts'
import type { NamedFile } from './page-files.ts'
import { conditionName } from './print-files.ts'

export interface PicturedSending {
  readonly issue: IssueRecord
  readonly sending: Sending
  /** PNG of each page. */
  readonly pictures: Readonly<Record<RecordId, Uint8Array>>
}

export async function sendingFiles({ issue, sending, pictures }: PicturedSending, faces: LibraryFaces): Promise<readonly NamedFile[]> {
  const { screenPicture } = await import('../images/picture.ts')
  const { paper, date, number, style } = issue
  const name = sheetName(date, sending.number)
  const decoded = new Map<RecordId, PdfPicture>()
  for (const [page, png] of Object.entries(pictures)) decoded.set(page, await screenPicture(png, true))
  const sheets = sendingSheets(issue, sending, { face: style.folio, strong: style.crosshead, line: style.line }, houseFaces(faces.set, style))
  const resources = { faces: faces.set, path: (face: string) => faces.path(face), picture: ({ asset }: PictureItem) => decoded.get(asset) ?? null }
  const pdf = await checkedPdf(sheets, { title: `${paper.name} ${date} 传版单 ${sending.number}`, date }, resources, 'screen')
  const pages = sending.pages.map((page) => ({ ...page, picture: `data:image/png;base64,${Buffer.from(pictures[page.page] ?? []).toString('base64')}` }))
  const json = { format: 1, paper, date, issue: number, ...sending, pages }
  return [
    { name: `${name}.pdf`, bytes: pdf },
    { name: `${name}.json`, bytes: Buffer.from(`${JSON.stringify(json, null, 1)}\n`) },
  ]
}

export interface SendingFacts {
  readonly issue: IssueRecord
  /** The last first. */
  readonly before: readonly Sending[]
  readonly at: Date
  readonly signedBy: string
  readonly preset: PrintPresetId | 'plain'
  readonly sent: readonly PicturedPage[]
  readonly issueFile: SentFile | null
}

export function sendingOf({ issue, before, at, signedBy, preset, sent, issueFile }: SendingFacts): PicturedSending {
  const sending: Sending = {
    number: (before[0]?.number ?? 0) + 1,
    at: withOffset(at),
    signedBy,
    preset,
    condition: preset === 'plain' ? '' : conditionName(preset, issue.style.print?.profile),
    pages: sent.map(withoutPicture),
    ...(issueFile ? { issueFile } : {}),
  }
  return { issue, sending, pictures: Object.fromEntries(sent.map(({ page, picture }) => [page, picture])) }
}

function withoutPicture(sent: PicturedPage): SentPage {
  const { picture: _, ...page } = sent
  return page
}

/** This machine's time: 2024-01-20T22:41:05+08:00. */
function withOffset(at: Date): string {
  const minutes = -at.getTimezoneOffset()
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`
  return `${new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19)}${offset}`
}

/** `20240120-sending-1` */
export function sheetName(date: string, number: number): string {
  return `${date.replaceAll('-', '')}-sending-${number}`
}
