/** Pictures: the image over its caption, which takes whole grid lines at the foot of the area. */
import { areaRect, type Grid, type Rect } from '../../document/grid.ts'
import type { AssetRecord, PictureRecord } from '../../document/records.ts'
import type { HouseStyle } from '../../document/style.ts'
import { BLACK, roundLength, type FrameItem, type GroupItem, type RuleItem } from '../frame.ts'
import type { LayoutNote } from '../result.ts'
import { setCaption } from './caption.ts'
import type { Composer } from './composer.ts'
import { keyline, roundRect } from './keyline.ts'
import { baseline } from './page-points.ts'
import { placeLine } from './runs.ts'

/** TYPESETTING §9: 0.85 to 0.9 of the body; §6: nothing under 六号. */
const CAPTION_SCALE = 0.87
const LEAST_SIZE = 7.875

export interface SetPicture {
  readonly group: GroupItem
  readonly notes: readonly LayoutNote[]
}

export function setPicture(composer: Composer, style: HouseStyle, grid: Grid, picture: PictureRecord, asset: AssetRecord | null): SetPicture {
  const { area } = picture
  const whole = areaRect(grid, area)
  const size = Math.max(LEAST_SIZE, roundLength(grid.bodySize * CAPTION_SCALE))
  const caption = setCaption(composer, picture, { face: style.caption, size }, whole.width)
  const rows = caption.rows.slice(0, area.lines - 1)
  const image = roundRect({ ...whole, height: whole.height - rows.length * grid.linePitch })
  const firstRow = area.line + area.lines - rows.length
  const items: FrameItem[] = [
    ...(asset ? [{ kind: 'picture', asset: asset.id, ...image } as const] : keptPlace(image, style.ruleWidth)),
    ...rows.flatMap((parts, row) =>
      parts.flatMap(({ line, x, part }) => placeLine(line, whole.x + x, baseline(grid, firstRow + row), { record: picture.id, part })),
    ),
  ]
  const tooTall: LayoutNote[] = rows.length < caption.rows.length ? [{ kind: 'too-tall', record: picture.id, part: 'caption' }] : []
  return { group: { kind: 'group', record: picture.id, items }, notes: [...caption.notes, ...tooTall] }
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
