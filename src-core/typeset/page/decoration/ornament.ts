/** Ornaments that stand on the page on their own: rules, boxes, 报花. */
import { ruleAxis } from '../../../document/decoration.ts'
import { areaRect, type Grid } from '../../../document/grid.ts'
import type { Plates } from '../../../document/plates.ts'
import type { OrnamentRecord } from '../../../document/records.ts'
import type { HouseStyle } from '../../../document/style.ts'
import { inkOf } from '../../../document/swatches.ts'
import type { FrameItem, GroupItem } from '../../frame.ts'
import { frameItems, ruleItems } from './border.ts'
import { figureItem } from './figures.ts'
import { fillItems } from './fill.ts'
import { aroundArea, rectOutline } from './outline.ts'
import { penFor } from './story-frame.ts'

export function setOrnament(style: HouseStyle, grid: Grid, plates: Plates, ornament: OrnamentRecord): GroupItem {
  return { kind: 'group', record: ornament.id, items: itemsOf(style, grid, plates, ornament) }
}

function itemsOf(style: HouseStyle, grid: Grid, plates: Plates, { area, look }: OrnamentRecord): readonly FrameItem[] {
  switch (look.kind) {
    case 'rule': {
      const { x1, y1, x2, y2 } = ruleAxis(grid, area, look.at)
      return ruleItems(look.line, look.width, [x1, y1], [x2, y2], penFor(style, look.color, plates), look.flipped)
    }
    case 'box': {
      const rect = aroundArea(grid, areaRect(grid, area))
      return [
        ...(look.fill ? fillItems([rect], look.fill, style, plates) : []),
        ...(look.frame ? frameItems(rectOutline(rect), look.frame, penFor(style, look.frame.color, plates)) : []),
      ]
    }
    case 'figure':
      return [figureItem(look.figure, areaRect(grid, area), inkOf(style, look.color, plates))]
  }
}
