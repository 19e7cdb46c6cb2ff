/**
 * A page on the sheet that a plant asked for: bleed, and round it crop and registration marks, a colour bar and a line
 * that says what the page is (ISO 12647-1 calls them control elements). Newspapers' plants mostly want none.
 */
import { POINTS_PER_MILLIMETRE as MILLIMETRE } from '../document/grid.ts'
import type { PrintSettings } from '../document/print.ts'
import type { PageInks } from '../document/records.ts'
import { BLACK, type Ink } from '../document/swatches.ts'
import type { FaceId, LineStyle } from '../document/style.ts'
import type { FaceSet } from '../fonts/face.ts'
import { roundLength, spotsIn, type FrameItem, type GlyphRun, type PageFrame } from './frame.ts'
import { label } from './label.ts'
import { ring } from './path.ts'

export interface SheetNotes {
  /** The line that says what the page is. */
  readonly slug: string
  readonly face: FaceId
  readonly line: LineStyle
  readonly inks: PageInks
  /** The page's red, solid; of a page with a red plate. */
  readonly red: Ink
}

/** Marks keep off the trim by so much even without bleed, so that none is left on the page when the knife slips. */
const CLEAR = 3 * MILLIMETRE
const MARK = 5 * MILLIMETRE
/** From the outer end of the marks to the medium's edge. */
const EDGE = MILLIMETRE
const HAIR = 0.25
const PATCH = 5 * MILLIMETRE
const SLUG_SIZE = 7
const RADIUS = 1.5 * MILLIMETRE

/** All plates of a file, whatever they are (ISO 32000-1, 8.6.6.4): 400 % by nature, and outside the trim only. */
const REGISTRATION: Ink = { color: BLACK, spot: { name: 'All', tint: 1, solid: [1, 1, 1, 1] } }

/** The frame itself where nothing is asked for. */
export function onPrintSheet(frame: PageFrame, { bleedMm = 0, marks = {} }: PrintSettings, notes: SheetNotes, faces: FaceSet): PageFrame {
  const bleed = roundLength(bleedMm * MILLIMETRE)
  const isMarked = Object.values(marks).some((wanted) => wanted)
  if (bleed === 0 && !isMarked) return frame
  const clear = roundLength(Math.max(bleed, CLEAR))
  const items: FrameItem[] = []
  if (marks.crop) items.push(...inAll(notes, (ink) => cropMarks(frame, clear, ink)))
  if (marks.registration) items.push(...inAll(notes, (ink) => registrationMarks(frame, clear, ink)))
  if (marks.colorBar) items.push(...colorBar(frame, clear, notes))
  if (marks.slug) items.push(...slugLine(frame, clear, notes, faces))
  return { ...frame, bleed, sheet: { margin: isMarked ? Math.ceil(clear + MARK + EDGE) : bleed, marks: items } }
}

/** On each of the page's plates, and on no other: black comes last, since it overprints. */
function inAll({ inks, red }: SheetNotes, marks: (ink: Ink) => readonly FrameItem[]): readonly FrameItem[] {
  const plates: readonly Ink[] = inks === 'cmyk' ? [REGISTRATION] : inks === 'k+red' ? [red, { color: BLACK }] : [{ color: BLACK }]
  return plates.flatMap(marks)
}

function line(x1: number, y1: number, x2: number, y2: number, ink: Ink): FrameItem {
  return { kind: 'rule', x1: roundLength(x1), y1: roundLength(y1), x2: roundLength(x2), y2: roundLength(y2), width: HAIR, ...ink }
}

/** Two lines at each corner, in line with the trim's edges. */
function cropMarks({ trim: { width, height } }: PageFrame, clear: number, ink: Ink): readonly FrameItem[] {
  const far = clear + MARK
  return [0, width].flatMap((x) => [
    line(x, -far, x, -clear, ink),
    line(x, height + clear, x, height + far, ink),
    ...[0, height].map((y) => (x === 0 ? line(-far, y, -clear, y, ink) : line(width + clear, y, width + far, y, ink))),
  ])
}

/** A ring and a cross at the middle of each side. */
function registrationMarks({ trim: { width, height } }: PageFrame, clear: number, ink: Ink): readonly FrameItem[] {
  const off = clear + MARK / 2
  const centres = [
    [width / 2, -off],
    [width + off, height / 2],
    [width / 2, height + off],
    [-off, height / 2],
  ] as const
  return centres.flatMap(([x, y]) => [
    line(x - MARK / 2, y, x + MARK / 2, y, ink),
    line(x, y - MARK / 2, x, y + MARK / 2, ink),
    { kind: 'path', x: roundLength(x), y: roundLength(y), path: ring(RADIUS, HAIR), ...ink },
  ])
}

/** Patches at the foot, from the left: each plate solid and in tints; on four plates also what two and three make. */
function colorBar(frame: PageFrame, clear: number, notes: SheetNotes): readonly FrameItem[] {
  const patches = patchesOf(frame, notes)
  // The registration mark stands in the middle.
  const room = frame.trim.width / 2 - 2 * MARK
  return patches.slice(0, Math.max(0, Math.floor(room / PATCH))).map((ink, index) => ({
    kind: 'fill',
    x: roundLength(MARK + index * PATCH),
    y: roundLength(frame.trim.height + clear),
    width: roundLength(PATCH),
    height: roundLength(PATCH),
    ...ink,
  }))
}

function patchesOf(frame: PageFrame, { inks, red }: SheetNotes): readonly Ink[] {
  const solids: Ink[] = inks === 'cmyk' ? PROCESS.map((color) => ({ color })) : inks === 'k+red' ? [{ color: BLACK }, red] : [{ color: BLACK }]
  for (const [name, spot] of spotsIn(frame.items)) if (!solids.some((ink) => ink.spot?.name === name)) solids.push({ color: spot.solid, spot: { ...spot, tint: 1 } })
  const tints = solids.flatMap((ink) => [ink, tinted(ink, 0.5)])
  return inks === 'cmyk' ? [...tints, ...OVERLAPS.map((color) => ({ color }))] : tints
}

const PROCESS = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], BLACK] as const
/** Red, green and blue of two plates, and the grey of three (ISO 12647-2, grey balance). */
const OVERLAPS = [[0, 1, 1, 0], [1, 0, 1, 0], [1, 1, 0, 0], [0.5, 0.4, 0.4, 0]] as const

function tinted({ color, spot }: Ink, share: number): Ink {
  const [cyan, magenta, yellow, black] = color
  return { color: [cyan * share, magenta * share, yellow * share, black * share], ...(spot ? { spot: { ...spot, tint: share } } : {}) }
}

/** At the head, from the left, as large as there is room for. */
function slugLine({ trim }: PageFrame, clear: number, { slug, face, line: style }: SheetNotes, faces: FaceSet): readonly FrameItem[] {
  const room = trim.width / 2 - 2 * MARK
  const set = (size: number) => label(slug, MARK, -clear - MILLIMETRE, { face, size, line: style }, faces)
  const width = Math.max(0, ...set(SLUG_SIZE).map((run) => endOf(run as GlyphRun) - MARK))
  return width <= room ? set(SLUG_SIZE) : set(Math.floor(SLUG_SIZE * (room / width) * 100) / 100)
}

function endOf({ x, xs, size }: GlyphRun): number {
  return x + (xs.at(-1) ?? 0) + size
}
