/**
 * The 大样 for signature: a page's frame on a sheet, at 1:1 or as large as A3 allows, with the numbers of its lines and
 * columns round it and at its foot what the signers need to know. Its result is a frame like any other, so every painter
 * can draw it.
 */
import type { FaceSet } from '../../fonts/face.ts'
import { columnX, joinedChars, typeArea, type Grid } from '../../document/grid.ts'
import type { FaceId, LineStyle } from '../../document/style.ts'
import { BLACK, roundLength, type FrameItem, type InkGradient, type PageFrame } from '../frame.ts'
import { label, type LabelSetting } from '../label.ts'
import { scalePath } from '../path.ts'

export type ProofPaper = 'a3' | 'full'

export interface ProofNotes {
  readonly paper: ProofPaper
  readonly grid: Grid
  /** `晨光日报 2024-01-20`, `第04版：要闻`, `第 1 次` … from left to right. */
  readonly labels: readonly string[]
  /** A sentence under them, such as what changed since the last proof. */
  readonly remark: string | null
  /** One place to sign for each: 编辑, 校对, 值班主任, 总编. */
  readonly signers: readonly string[]
  readonly face: FaceId
  readonly line: LineStyle
}

const MILLIMETRE = 72 / 25.4
/** ISO 216 A3 upright. */
const A3 = { width: 297 * MILLIMETRE, height: 420 * MILLIMETRE }
const MARGIN = 8 * MILLIMETRE
/** Height of the strip with page id and places to sign; with a remark it has a line more. */
const FOOT = 16 * MILLIMETRE
const REMARK = 5 * MILLIMETRE
const TEXT_SIZE = 9
/** Numbers of lines and columns, outside the page. */
const NUMBER_SIZE = 6.5
const NUMBER_GAP = 1 * MILLIMETRE
/** As proofreaders count: every fifth line has its number. */
const NUMBERED = 5

export function proofSheet(frame: PageFrame, notes: ProofNotes, faces: FaceSet): PageFrame {
  const foot = FOOT + (notes.remark === null ? 0 : REMARK)
  const sheet = notes.paper === 'a3' ? A3 : { width: frame.trim.width + 2 * MARGIN, height: frame.trim.height + 2 * MARGIN + foot }
  const room = { width: sheet.width - 2 * MARGIN, height: sheet.height - 2 * MARGIN - foot }
  const scale = notes.paper === 'a3' ? Math.min(room.width / frame.trim.width, room.height / frame.trim.height) : 1
  const page = { width: frame.trim.width * scale, height: frame.trim.height * scale }
  const left = (sheet.width - page.width) / 2
  const place = placement(scale, left, MARGIN)
  const outline = { x: left, y: MARGIN, ...page }
  return {
    page: frame.page,
    trim: { width: roundLength(sheet.width), height: roundLength(sheet.height) },
    bleed: 0,
    typeArea: place.rect(frame.typeArea),
    items: [
      { kind: 'group', record: null, items: frame.items.map(place.item) },
      { kind: 'group', record: null, items: [...border(outline), ...numbers(outline, scale, notes, faces), ...footItems(notes, sheet, foot, faces)] },
    ],
  }
}

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function placement(scale: number, left: number, top: number) {
  const length = (value: number) => roundLength(value * scale)
  const x = (value: number) => roundLength(left + value * scale)
  const y = (value: number) => roundLength(top + value * scale)
  const rect = (from: Rectangle): Rectangle => ({ x: x(from.x), y: y(from.y), width: length(from.width), height: length(from.height) })
  const ends = <T extends Pick<InkGradient, 'x1' | 'y1' | 'x2' | 'y2'>>(from: T): T => ({ ...from, x1: x(from.x1), y1: y(from.y1), x2: x(from.x2), y2: y(from.y2) })
  const item = (from: FrameItem): FrameItem => {
    if (from.kind === 'group') return { ...from, items: from.items.map(item) }
    if (from.kind === 'rule') return { ...ends(from), width: length(from.width) }
    if (from.kind === 'path') return { ...from, x: x(from.x), y: y(from.y), path: scalePath(from.path, scale) }
    if (from.kind === 'fill') return { ...from, ...rect(from), ...(from.gradient ? { gradient: ends(from.gradient) } : {}) }
    if (from.kind === 'picture') return { ...from, ...rect(from) }
    const run = { ...from, x: x(from.x), y: y(from.y), size: from.size * scale, xs: from.xs.map(length) }
    return from.ys ? { ...run, ys: from.ys.map(length) } : run
  }
  return { rect, item }
}

function border({ x, y, width, height }: Rectangle): readonly FrameItem[] {
  const [right, foot] = [x + width, y + height]
  return [rule(x, y, right, y), rule(right, y, right, foot), rule(right, foot, x, foot), rule(x, foot, x, y)]
}

function rule(x1: number, y1: number, x2: number, y2: number): FrameItem {
  const ends = { x1: roundLength(x1), y1: roundLength(y1), x2: roundLength(x2), y2: roundLength(y2) }
  return { kind: 'rule', ...ends, width: 0.3, color: BLACK }
}

/** Every fifth line of the grid at both sides, the columns over the page: 第3栏第45行 is found at once. */
function numbers(page: Rectangle, scale: number, { grid, face, line }: ProofNotes, faces: FaceSet): readonly FrameItem[] {
  const setting: LabelSetting = { face, size: NUMBER_SIZE, line }
  const area = typeArea(grid)
  const width = (text: string) => (text.length * NUMBER_SIZE) / 2
  const items: FrameItem[] = []
  for (let number = NUMBERED; number <= grid.lines; number += NUMBERED) {
    const middle = page.y + (area.y + (number - 1) * grid.linePitch + grid.bodySize / 2) * scale
    const baseline = middle + NUMBER_SIZE * 0.35
    const text = String(number)
    items.push(...label(text, page.x - NUMBER_GAP - width(text), baseline, setting, faces))
    items.push(...label(text, page.x + page.width + NUMBER_GAP, baseline, setting, faces))
  }
  for (let column = 0; column < grid.columns; column++) {
    const text = String(column + 1)
    const middle = page.x + (area.x + columnX(grid, column) + (joinedChars(grid, 1) * grid.bodySize) / 2) * scale
    items.push(...label(text, middle - width(text) / 2, page.y - NUMBER_GAP, setting, faces))
  }
  return items
}

/** Labels on the strip's first line; then the remark; on the last a name and a line to sign on for each signer. */
function footItems(notes: ProofNotes, sheet: { readonly width: number; readonly height: number }, foot: number, faces: FaceSet): readonly FrameItem[] {
  const top = sheet.height - MARGIN - foot
  const width = sheet.width - 2 * MARGIN
  const setting = { face: notes.face, size: TEXT_SIZE, line: notes.line }
  const items: FrameItem[] = []
  notes.labels.forEach((text, index) => {
    items.push(...label(text, MARGIN + (index * width) / notes.labels.length, top + 5 * MILLIMETRE, setting, faces))
  })
  if (notes.remark !== null) items.push(...label(notes.remark, MARGIN, top + 10 * MILLIMETRE, setting, faces))
  notes.signers.forEach((signer, index) => {
    const x = MARGIN + (index * width) / notes.signers.length
    const baseline = top + foot - 3 * MILLIMETRE
    const name = Array.from(signer).length * TEXT_SIZE
    items.push(...label(signer, x, baseline, setting, faces))
    items.push(rule(x + name + TEXT_SIZE / 2, baseline + 1, x + width / notes.signers.length - 2 * TEXT_SIZE, baseline + 1))
  })
  return items
}
