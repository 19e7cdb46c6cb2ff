/**
 * Pictures with their captions, which take whole grid lines: under the image, over it, or at the foot of the area's last
 * column beside it.
 */
import { roundCrop, shownPicture } from '../../document/crop.ts'
import { areaRect, joinedChars, type Grid, type Rect } from '../../document/grid.ts'
import { houseInk } from '../../document/plates.ts'
import type { AssetRecord, PageInks, PageRecord, PictureRecord } from '../../document/records.ts'
import type { HouseStyle } from '../../document/style.ts'
import { BLACK, roundLength, type FrameItem, type GroupItem, type PictureItem, type RuleItem } from '../frame.ts'
import type { LayoutNote } from '../result.ts'
import { setCaption } from './caption.ts'
import type { Composer } from './composer.ts'
import { inked } from './ink.ts'
import { keyline, roundRect } from './keyline.ts'
import { baseline } from './page-points.ts'
import { placeLine } from './runs.ts'

/** TYPESETTING §9: 0.85 to 0.9 of the body where the house says nothing else; §6: nothing under 六号. */
const CAPTION_SCALE = 0.87
const LEAST_SIZE = 7.875

export interface SetPicture {
  readonly group: GroupItem
  readonly notes: readonly LayoutNote[]
}

export function setPicture(composer: Composer, style: HouseStyle, page: Pick<PageRecord, 'grid' | 'inks' | 'red'>, picture: PictureRecord, asset: AssetRecord | null): SetPicture {
  const { area } = picture
  const { grid, inks } = page
  const whole = areaRect(grid, area)
  const size = Math.max(LEAST_SIZE, roundLength(grid.bodySize * (style.captionScale ?? CAPTION_SCALE)))
  const isBeside = picture.captionPlace === 'beside' && area.columns > 1 && Boolean(picture.caption || picture.credit)
  const width = isBeside ? joinedChars(grid, 1) * grid.bodySize : whole.width
  const left = whole.x + whole.width - width
  const caption = setCaption(composer, picture, { face: style.caption, size }, width, !isBeside)
  const rows = caption.rows.slice(0, isBeside ? area.lines : area.lines - 1)
  const isAbove = !isBeside && picture.captionPlace === 'above'
  const firstRow = isAbove ? area.line : area.line + area.lines - rows.length
  const image = roundRect(isBeside ? areaRect(grid, { ...area, columns: area.columns - 1 }) : imageBeyond(grid, whole, rows.length, isAbove))
  const items: FrameItem[] = [
    ...(asset ? [pictureItem(asset, image, inks, picture)] : keptPlace(image, style.ruleWidth)),
    ...inked(
      rows.flatMap((parts, row) => parts.flatMap(({ line, x, part }) => placeLine(line, left + x, baseline(grid, firstRow + row), { record: picture.id, part }))),
      houseInk(style, page, style.captionColor),
    ),
  ]
  const tooTall: LayoutNote[] = rows.length < caption.rows.length ? [{ kind: 'too-tall', record: picture.id, part: 'caption' }] : []
  return { group: { kind: 'group', record: picture.id, items }, notes: [...caption.notes, ...tooTall] }
}

/** Red is for type and rules: only a page of four plates has pictures in colour. */
export function pictureItem(asset: Pick<AssetRecord, 'id' | 'width' | 'height'>, frame: Rect, inks: PageInks, { crop, fit }: Pick<PictureRecord, 'crop' | 'fit'>): PictureItem {
  const item = { kind: 'picture', asset: asset.id, ...(inks === 'cmyk' ? { inks } : {}) } as const
  if (!crop && !fit) return { ...item, ...frame }
  const shown = shownPicture(asset, frame, crop, fit)
  return { ...item, crop: roundCrop(shown.crop), ...roundRect(shown.rect) }
}

/** What so many rows leave of a rectangle, under them or over them. */
function imageBeyond(grid: Grid, whole: Rect, rows: number, under: boolean): Rect {
  const taken = rows * grid.linePitch
  return { ...whole, y: under ? whole.y + taken : whole.y, height: whole.height - taken }
}

/** A place kept for a picture to come: a frame with a cross. */
function keptPlace(rect: Rect, width: number): readonly RuleItem[] {
  const right = roundLength(rect.x + rect.width)
  const foot = roundLength(rect.y + rect.height)
  return [
    ...keyline(rect, width),
    { kind: 'rule', x1: rect.x, y1: rect.y, x2: right, y2: foot, width, color: BLACK },
    { kind: 'rule', x1: rect.x, y1: foot, x2: right, y2: rect.y, width, color: BLACK },
  ]
}
