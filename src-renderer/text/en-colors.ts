/** The English of `zh-colors.ts`. */
import type { Catalogue } from './catalogue.ts'

export const colors: Catalogue['colors'] = {
  title: 'Colours',
  body: 'Text',
  fixed: { black: 'Black', paper: 'Paper white (reversed)', red: 'Red' },
  asHouse: 'As the house style',
  black: 'Black',
  tint: 'Tint (%)',
  choose: (label) => `${label}: choose a colour`,
  lacksPlate: 'this page has no plate for it',
  unknown: 'No colour of the swatch table',
  inks: (cyan, magenta, yellow, black) => `C${cyan} M${magenta} Y${yellow} K${black}`,
  redPlate: 'Red plate',
  processRed: 'Magenta + yellow (C0 M100 Y100 K0)',
}
