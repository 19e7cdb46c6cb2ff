/**
 * The 传版单 as pages to print: what was sent, page by page, each with its picture. Frames like any other; the pictures'
 * assets are the ids of the pages that they show.
 */
import type { FaceId, LineStyle } from '../document/style.ts'
import type { IssueRecord } from '../document/records.ts'
import type { SentAgain, SentPage, Sending } from '../document/sending.ts'
import type { FaceSet } from '../fonts/face.ts'
import { BLACK, roundLength, type FrameItem, type PageFrame } from './frame.ts'
import { label } from './label.ts'

/** ISO 216 A4 upright, in points. */
const SHEET = { width: 595.276, height: 841.89 }
const MARGIN = 42
const HEAD = 96
const ROW = 108
const PICTURE = { width: 74, height: 98 }
const ROWS = Math.floor((SHEET.height - 2 * MARGIN - HEAD) / ROW)

const INKS = { k: '黑白版', 'k+red': '套红版', cmyk: '彩版' } as const
const PRESETS: Readonly<Record<Sending['preset'], string>> = {
  'newsprint-x1a': '新闻纸　PDF/X-1a:2003',
  'newsprint-x4': '新闻纸　PDF/X-4',
  'coated-x1a': '铜版纸　PDF/X-1a:2003',
  'coated-x4': '铜版纸　PDF/X-4',
  proof: '校样，不能付印',
  plain: '普通 PDF（CMYK）',
}
const AGAIN: Readonly<Record<SentAgain, string>> = { first: '首次传版', same: '重传，内容未变', changed: '换版' }

export interface SheetStyle {
  readonly face: FaceId
  readonly strong: FaceId
  readonly line: LineStyle
}

export function sendingSheets(
  issue: Pick<IssueRecord, 'paper' | 'date' | 'number'>,
  sending: Sending,
  style: SheetStyle,
  faces: FaceSet,
): readonly PageFrame[] {
  const count = Math.max(1, Math.ceil(sending.pages.length / ROWS))
  return Array.from({ length: count }, (_, index): PageFrame => {
    const number = String(index + 1)
    const items = [...head(issue, sending, count > 1 ? `${number} / ${count}` : '', style, faces)]
    sending.pages.slice(index * ROWS, (index + 1) * ROWS).forEach((page, row) => items.push(...rowItems(page, MARGIN + HEAD + row * ROW, style, faces)))
    return {
      page: { id: `sheet-${number}`, number, section: '传版单' },
      trim: SHEET,
      bleed: 0,
      typeArea: { x: MARGIN, y: MARGIN, width: roundLength(SHEET.width - 2 * MARGIN), height: roundLength(SHEET.height - 2 * MARGIN) },
      items,
    }
  })
}

function head({ paper, date, number }: Pick<IssueRecord, 'paper' | 'date' | 'number'>, sending: Sending, sheet: string, { face, strong, line }: SheetStyle, faces: FaceSet): readonly FrameItem[] {
  const write = (text: string, x: number, y: number, size: number, of: FaceId = face) => label(text, x, MARGIN + y, { face: of, size, line }, faces)
  const { issueFile } = sending
  return [
    ...write(`${paper.name}　传版单`, MARGIN, 18, 18, strong),
    ...write(sheet, SHEET.width - MARGIN - 40, 18, 9),
    ...write([date, ...(number === null ? [] : [`第 ${number} 期`]), `第 ${sending.number} 次传版`, `共 ${sending.pages.length} 个版`].join('　'), MARGIN, 38, 10.5),
    ...write(`传版时间 ${sending.at.slice(0, 19).replace('T', ' ')}　签发 ${sending.signedBy === '' ? '＿＿＿＿＿＿' : sending.signedBy}`, MARGIN, 55, 10.5),
    ...write(`${PRESETS[sending.preset]}　${sending.condition}`, MARGIN, 71, 9),
    ...(issueFile ? write(`全期 ${issueFile.name}　${fileSize(issueFile.bytes)}　SHA-256 ${issueFile.sha256}`, MARGIN, 84, 6.875) : []),
  ]
}

function rowItems(page: SentPage, top: number, { face, strong, line }: SheetStyle, faces: FaceSet): readonly FrameItem[] {
  const left = MARGIN + PICTURE.width + 14
  const write = (text: string, y: number, points: number, of: FaceId = face) => label(text, left, top + y, { face: of, size: points, line }, faces)
  const scale = Math.min(PICTURE.width / page.trim.width, PICTURE.height / page.trim.height)
  const box = { x: MARGIN, y: roundLength(top + 5), width: roundLength(page.trim.width * scale), height: roundLength(page.trim.height * scale) }
  return [
    rule(MARGIN, top, SHEET.width - MARGIN, top),
    { kind: 'picture', asset: page.page, inks: 'cmyk', ...box },
    rule(box.x, box.y, box.x + box.width, box.y),
    rule(box.x + box.width, box.y, box.x + box.width, box.y + box.height),
    rule(box.x + box.width, box.y + box.height, box.x, box.y + box.height),
    rule(box.x, box.y + box.height, box.x, box.y),
    ...write(`第${page.number}版　${page.section}`, 20, 13.75, strong),
    ...write([plates(page), `版本 ${page.version}`, AGAIN[page.again], `${millimetres(page.trim.width)} × ${millimetres(page.trim.height)} 毫米`].join('　'), 40, 10.5),
    ...write(`${page.file.name}　${fileSize(page.file.bytes)}`, 58, 10.5),
    ...write(`SHA-256 ${page.file.sha256}`, 73, 6.875),
  ]
}

/** 套红版（专色金） */
function plates({ inks, spots = [] }: SentPage): string {
  return spots.length > 0 ? `${INKS[inks]}（专色${spots.join('、')}）` : INKS[inks]
}

function rule(x1: number, y1: number, x2: number, y2: number): FrameItem {
  return { kind: 'rule', x1: roundLength(x1), y1: roundLength(y1), x2: roundLength(x2), y2: roundLength(y2), width: 0.3, color: BLACK }
}

function millimetres(length: number): string {
  return String(Math.round(length * 10) / 10)
}

function fileSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
