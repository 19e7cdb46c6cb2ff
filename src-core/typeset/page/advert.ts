/** Adverts: a keyline and the picture, or the name and size in cells while there is none. Body never enters. */
import { areaRect, type Rect } from '../../document/grid.ts'
import { pdfPlacing } from '../../document/pdf-placing.ts'
import type { AdvertRecord, AssetRecord, PageRecord } from '../../document/records.ts'
import type { FaceId, HouseStyle } from '../../document/style.ts'
import { roundLength, type FrameItem, type GroupItem, type PictureItem } from '../frame.ts'
import type { LayoutNote } from '../result.ts'
import type { ComposedLine, Composer } from './composer.ts'
import { keyline, roundRect } from './keyline.ts'
import { fallbackNotes } from './notes.ts'
import { ASCENT_EM } from '../em-box.ts'
import { pictureItem } from './picture.ts'
import { placeLine } from './runs.ts'

const NAME_FACE: FaceId = 'hei'
/** Points; the name is set smaller where it would not fit. */
const NAME_SIZE = 21
const CELLS_SIZE = 10.5
/** What a line may take of the advert. */
const NAME_SHARE = { width: 0.9, height: 0.35 }

export interface SetAdvert {
  readonly group: GroupItem
  readonly notes: readonly LayoutNote[]
}

export function setAdvert(composer: Composer, style: HouseStyle, page: PageRecord, advert: AdvertRecord, asset: AssetRecord | null): SetAdvert {
  const rect = roundRect(areaRect(page.grid, advert.area))
  const lines = asset ? [] : nameLines(composer, advert, rect)
  const items: FrameItem[] = [
    ...(asset ? [artwork(style, page, advert, asset, rect)] : []),
    ...lines.flatMap(({ line, x, y }) => placeLine(line, x, y, { record: advert.id, part: 'furniture' })),
    ...(advert.keyline ? keyline(rect, style.ruleWidth) : []),
  ]
  return {
    group: { kind: 'group', record: advert.id, items },
    notes: lines.flatMap(({ line }) => fallbackNotes({ record: advert.id, part: 'furniture' }, line.fallbacks)),
  }
}

/** Nothing of a PDF is cut unless the editor says so: it was made for its place, to its edges. */
function artwork(style: HouseStyle, page: PageRecord, advert: AdvertRecord, asset: AssetRecord, rect: Rect): PictureItem {
  if (!asset.pdf) return pictureItem(asset, rect, page.inks, advert)
  const { number, page: shown, isVector } = pdfPlacing(style, page, asset.pdf, advert)
  const item = pictureItem({ id: asset.id, width: shown.width, height: shown.height }, rect, page.inks, { fit: 'contain', ...advert })
  return { ...item, page: number, ...(isVector ? { vector: true } : {}) }
}

interface NameLine {
  readonly line: ComposedLine
  readonly x: number
  readonly y: number
}

/** The name and, under it, the size that was sold; both in the middle. */
function nameLines(composer: Composer, advert: AdvertRecord, rect: Rect): readonly NameLine[] {
  const { columns, lines } = advert.area
  const name = fitted(composer, advert.name, NAME_SIZE, rect)
  const cells = fitted(composer, `${columns}栏×${lines}行`, CELLS_SIZE, rect)
  const gap = name.size * 0.4
  const top = rect.y + (rect.height - name.size - gap - cells.size) / 2
  return [
    { ...name, top },
    { ...cells, top: top + name.size + gap },
  ].map(({ line, size, top: y }) => ({ line, x: rect.x + (rect.width - line.width) / 2, y: y + ASCENT_EM * size }))
}

function fitted(composer: Composer, text: string, wanted: number, rect: Rect): { readonly line: ComposedLine; readonly size: number } {
  const natural = composer.line(text, { face: NAME_FACE, size: wanted })
  const scale = Math.min(1, (rect.width * NAME_SHARE.width) / Math.max(1, natural.width), (rect.height * NAME_SHARE.height) / wanted)
  const size = roundLength(wanted * scale)
  return { line: composer.line(text, { face: NAME_FACE, size }), size }
}
