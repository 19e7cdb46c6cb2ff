/**
 * The 大样 for signature: a page's frame scaled onto an A3 sheet, with what the signers need to know at its foot.
 * Its result is a frame like any other, so every painter can draw it.
 */
import type { FaceSet } from '../fonts/face.ts'
import type { FaceId, LineStyle } from '../document/style.ts'
import { BLACK, roundLength, type FrameItem, type PageFrame } from './frame.ts'
import { label } from './label.ts'
import { scalePath } from './path.ts'

const MILLIMETRE = 72 / 25.4
/** ISO 216 A3 upright. */
const SHEET = { width: 297 * MILLIMETRE, height: 420 * MILLIMETRE }
const MARGIN = 8 * MILLIMETRE
/** Height of the strip with page id and places to sign. */
const FOOT = 16 * MILLIMETRE
const TEXT_SIZE = 9

export interface ProofNotes {
  /** `晨光日报 2024年1月20日 第04版：要闻`, `第 1 次` … from left to right. */
  readonly labels: readonly string[]
  /** One place to sign for each: 编辑, 校对, 值班主任, 总编. */
  readonly signers: readonly string[]
  readonly face: FaceId
  readonly line: LineStyle
}

/** The page on its sheet, as large as the sheet's margins allow. */
export function proofSheet(frame: PageFrame, notes: ProofNotes, faces: FaceSet): PageFrame {
  const room = { width: SHEET.width - 2 * MARGIN, height: SHEET.height - 2 * MARGIN - FOOT }
  const scale = Math.min(room.width / frame.trim.width, room.height / frame.trim.height)
  const page = { width: frame.trim.width * scale, height: frame.trim.height * scale }
  const left = (SHEET.width - page.width) / 2
  const place = placement(scale, left, MARGIN)
  const outline = { x: left, y: MARGIN, ...page }
  return {
    page: frame.page,
    trim: { width: roundLength(SHEET.width), height: roundLength(SHEET.height) },
    bleed: 0,
    typeArea: place.rect(frame.typeArea),
    items: [
      { kind: 'group', record: null, items: frame.items.map(place.item) },
      { kind: 'group', record: null, items: [...border(outline), ...footItems(notes, faces)] },
    ],
  }
}

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function placement(scale: number, left: number, top: number) {
  const length = (value: number) => roundLength(value * scale)
  const x = (value: number) => roundLength(left + value * scale)
  const y = (value: number) => roundLength(top + value * scale)
  const rect = (from: Rectangle): Rectangle => ({ x: x(from.x), y: y(from.y), width: length(from.width), height: length(from.height) })
  const item = (from: FrameItem): FrameItem => {
    if (from.kind === 'group') return { ...from, items: from.items.map(item) }
    if (from.kind === 'rule') return { ...from, x1: x(from.x1), y1: y(from.y1), x2: x(from.x2), y2: y(from.y2), width: length(from.width) }
    if (from.kind === 'path') return { ...from, x: x(from.x), y: y(from.y), path: scalePath(from.path, scale) }
    if (from.kind !== 'glyphs') return { ...from, ...rect(from) }
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

/** Labels on the strip's first line; on the second a name and a line to sign on for each signer. */
function footItems(notes: ProofNotes, faces: FaceSet): readonly FrameItem[] {
  const top = SHEET.height - MARGIN - FOOT
  const width = SHEET.width - 2 * MARGIN
  const setting = { face: notes.face, size: TEXT_SIZE, line: notes.line }
  const items: FrameItem[] = []
  notes.labels.forEach((text, index) => {
    items.push(...label(text, MARGIN + (index * width) / notes.labels.length, top + 5 * MILLIMETRE, setting, faces))
  })
  notes.signers.forEach((signer, index) => {
    const x = MARGIN + (index * width) / notes.signers.length
    const baseline = top + 13 * MILLIMETRE
    const name = Array.from(signer).length * TEXT_SIZE
    items.push(...label(signer, x, baseline, setting, faces))
    items.push(rule(x + name + TEXT_SIZE / 2, baseline + 1, x + width / notes.signers.length - 2 * TEXT_SIZE, baseline + 1))
  })
  return items
}
