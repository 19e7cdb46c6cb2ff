/**
 * Frames: the output of the engine and all that a painter sees (DESIGN §7).
 *
 * Plain data in points from the trim box's top left, y downwards. Lengths are rounded once, here, to 0.001 pt, so
 * that every painter and every machine agrees. The same document and faces give the same bytes.
 */
import type { FaceId } from '../document/style.ts'
import type { Crop } from '../document/crop.ts'
import type { RecordId } from '../document/records.ts'
import type { Rect } from '../document/grid.ts'
import type { Cmyk, SpotInk } from '../document/swatches.ts'

export { BLACK, type Cmyk } from '../document/swatches.ts'

/** Which part of an article a run's characters come from; `block` counts the article's blocks from 0. */
export type ArticlePart = 'standingHead' | 'kicker' | 'headline' | 'subtitle' | 'summary' | 'byline' | 'block'

export interface Source {
  readonly record: RecordId
  /** `jump`: jump lines, and the title of a part that continues another. */
  readonly part: ArticlePart | 'caption' | 'credit' | 'furniture' | 'jump'
  /** With part `block`: the block's index. Offsets count its text as `blockText` gives it. */
  readonly block?: number
  /** Code points of that part's text, `to` exclusive. */
  readonly from: number
  readonly to: number
}

export interface GlyphRun {
  readonly kind: 'glyphs'
  readonly face: FaceId
  /** Points. */
  readonly size: number
  readonly color: Cmyk
  /** The ink itself, where it is a spot colour's; `color` is what it looks like. So of all items. */
  readonly spot?: SpotInk
  /** Origin of the run on the baseline. */
  readonly x: number
  readonly y: number
  readonly glyphs: readonly number[]
  /** Each glyph's origin from the run's, in points. */
  readonly xs: readonly number[]
  /** Vertical offsets, y downwards; left out where all are 0. */
  readonly ys?: readonly number[]
  /** Scale of every glyph along its own baseline, about its own origin; left out where it is 1. */
  readonly scaleX?: number
  /**
   * The run stands in a line that runs downwards: `x` is the axis of the column of text, `y` the top of the measure, and
   * each glyph's origin is that of its upright or turned form. Glyphs that share a `ys` stand side by side in one cell.
   */
  readonly vertical?: true
  /** Degrees that every glyph is turned clockwise about its own origin; `scaleX` comes first. */
  readonly rotate?: 90
  /** The characters that the run shows, in reading order, as they stand in the source. */
  readonly text: string
  /** For each glyph, the code point of `text` at which its characters begin; they end where the next glyph's begin. */
  readonly clusters: readonly number[]
  readonly source: Source | null
  /** Ruby, a table's head set again: it says what stands elsewhere, so that text that is taken out of the page leaves it aside. */
  readonly aside?: true
}

/** A straight stroke, butt ends. */
export interface RuleItem {
  readonly kind: 'rule'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  /** Points. */
  readonly width: number
  readonly color: Cmyk
  readonly spot?: SpotInk
}

export interface FillItem extends Rect {
  readonly kind: 'fill'
  readonly color: Cmyk
  readonly spot?: SpotInk
  /** The ink changes evenly from one point on the page to another, and is that of the nearer one beyond them. */
  readonly gradient?: InkGradient
}

export interface InkGradient {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly to: Cmyk
  readonly toSpot?: SpotInk
}

/** A filled shape that is no letter: emphasis dots, a wavy line. */
export interface PathItem {
  readonly kind: 'path'
  /** Where the path's own origin stands. */
  readonly x: number
  readonly y: number
  /** Steps as in a glyph's outline (`fonts/face.ts`), in points, y downwards. */
  readonly path: readonly number[]
  readonly color: Cmyk
  readonly spot?: SpotInk
}

/** A picture, scaled to cover the rectangle and clipped to it. */
export interface PictureItem extends Rect {
  readonly kind: 'picture'
  /** Asset record id, so the hash of the bytes. */
  readonly asset: RecordId
  /** The part of the upright picture that fills the rectangle, as wide for its height; left out, the middle of the picture that is. */
  readonly crop?: Crop
  /** On a page of four plates; left out, the picture is black alone. */
  readonly inks?: 'cmyk'
  /** Of a PDF: its page, counted from 1. */
  readonly page?: number
  /** Drawn by the PDF's own lines, letters and inks; left out, a PDF is a picture of 300 ppi. Painters without inks show it as one too. */
  readonly vector?: true
}

/** What belongs to one record; hit testing and dirty repainting go by it. */
export interface GroupItem {
  readonly kind: 'group'
  readonly record: RecordId | null
  readonly items: readonly FrameItem[]
}

export type FrameItem = GlyphRun | RuleItem | PathItem | FillItem | PictureItem | GroupItem

export interface PageFrame {
  readonly page: { readonly id: RecordId; readonly number: string; readonly section: string }
  readonly trim: { readonly width: number; readonly height: number }
  /** Points beyond the trim on each side. */
  readonly bleed: number
  readonly typeArea: Rect
  readonly items: readonly FrameItem[]
  /** Of a file for a plant that asked for it; the medium is the trim when left out. */
  readonly sheet?: PrintSheet
}

/** What lies round the trim in a file for print. */
export interface PrintSheet {
  /** Points from the trim to the medium's edge, on all sides. */
  readonly margin: number
  /** In the frame's coordinates. What is of the page is not painted beyond its bleed. */
  readonly marks: readonly FrameItem[]
}

/** The box that a file's page is painted in, in the frame's coordinates. */
export function mediaBox({ trim, sheet }: PageFrame): Rect {
  const margin = sheet?.margin ?? 0
  return { x: -margin, y: -margin, width: trim.width + 2 * margin, height: trim.height + 2 * margin }
}

/** All that a file of the page paints, in order. */
export function paintedItems({ items, sheet }: PageFrame): readonly FrameItem[] {
  return sheet ? [...items, ...sheet.marks] : items
}

/** What is drawn, in painting order, out of its groups. */
export function* leaves(items: readonly FrameItem[]): Generator<Exclude<FrameItem, GroupItem>> {
  for (const item of items) {
    if (item.kind === 'group') yield* leaves(item.items)
    else yield item
  }
}

/** The spot colours that are painted there by name, pages of PDFs apart. */
export function spotsIn(items: readonly FrameItem[]): ReadonlyMap<string, SpotInk> {
  const spots = new Map<string, SpotInk>()
  for (const item of leaves(items)) {
    if (item.kind === 'picture' || (item.kind === 'glyphs' && item.glyphs.length === 0)) continue
    for (const spot of [item.spot, item.kind === 'fill' ? item.gradient?.toSpot : undefined]) if (spot) spots.set(spot.name, spot)
  }
  return spots
}

/** All that is written there. */
export function glyphRuns(items: readonly FrameItem[]): readonly GlyphRun[] {
  return [...leaves(items)].filter((item) => item.kind === 'glyphs')
}

/** What is written in the groups of a record. */
export function runsOf(items: readonly FrameItem[], record: RecordId): readonly GlyphRun[] {
  return items.flatMap((item) => {
    if (item.kind !== 'group') return []
    return item.record === record ? glyphRuns(item.items) : runsOf(item.items, record)
  })
}

/** All pictures that stand there. */
export function pictureItems(items: readonly FrameItem[]): readonly PictureItem[] {
  return [...leaves(items)].filter((item) => item.kind === 'picture')
}

/** Tells pictures apart that are decoded apart: the same file may stand on pages of four plates and of one, cut otherwise, or show another page. */
export function pictureKey({ asset, inks, page, crop }: Pick<PictureItem, 'asset' | 'inks' | 'page' | 'crop'>): string {
  const cut = crop ? ` ${crop.x} ${crop.y} ${crop.width} ${crop.height}` : ''
  return `${asset} ${inks ?? 'k'}${page === undefined ? '' : ` ${page}`}${cut}`
}

/** Whether a picture is seen in colours: on a page of four plates, or as vectors, which keep to the plates and may be red beside black. */
export function showsColour({ inks, vector }: Pick<PictureItem, 'inks' | 'vector'>): boolean {
  return inks === 'cmyk' || vector === true
}

/** The one rounding: to a thousandth of a point. */
export function roundLength(points: number): number {
  const rounded = Math.round(points * 1000) / 1000
  return rounded === 0 ? 0 : rounded
}
