/** The English of `zh-decoration.ts`. */
import type { Catalogue } from './catalogue.ts'

const lines = { thin: 'Thin', thick: 'Thick', double: 'Double', wenwu: 'Thick and thin', triple: 'Thick between thin', dashed: 'Dashed', dotted: 'Dotted', wave: 'Wave' }

export const decoration: Catalogue['decoration'] = {
  title: 'Decoration',
  lines,
  borders: { ...lines, beads: 'Border: beads', lozenges: 'Border: lozenges', rope: 'Border: rope', meander: 'Border: meander', teeth: 'Border: teeth', petals: 'Border: petals', leaves: 'Border: leaves' },
  figures: { plum: 'Plum blossom', chrysanthemum: 'Chrysanthemum', star: 'Star', sun: 'Sun', snow: 'Snowflake', lantern: 'Lantern', sprig: 'Sprig', tailpiece: 'Tailpiece' },
  frame: 'Frame',
  noFrame: 'No frame',
  frameColor: 'Colour of the frame',
  width: 'Thickness (pt)',
  sides: 'Sides',
  side: { top: 'Top', right: 'Right', foot: 'Foot', left: 'Left' },
  tint: 'Tint behind the story',
  band: 'Band behind the titles',
  fill: 'Fill',
  paint: { none: 'None', flat: 'Flat', gradient: 'Gradient' },
  color: 'Colour',
  usualColor: 'As usual',
  from: 'From',
  to: 'To',
  angle: 'Angle',
  kind: 'Kind',
  kinds: { rule: 'Rule', box: 'Box', figure: 'Ornament' },
  line: 'Line',
  place: 'Place',
  places: { top: 'Over the area', middle: 'Across the middle', foot: 'Under the area', left: 'Left gutter', center: 'Down the middle', right: 'Right gutter' },
  flipped: 'Thin side first',
  figure: 'Figure',
}
