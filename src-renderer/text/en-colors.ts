/** The English of `zh-colors.ts`. */
import type { Catalogue } from './catalogue.ts'

export const colors: Catalogue['colors'] = {
  title: 'Colours',
  body: 'Text',
  fixed: { black: 'Black', paper: 'Paper white (reversed)', red: 'Red' },
  asHouse: 'As the house style',
  onBand: 'As the band (automatic)',
  black: 'Black',
  tint: 'Tint (%)',
  choose: (label) => `${label}: choose a colour`,
  lacksPlate: 'this page has no plate for it',
  unknown: 'No colour of the swatch table',
  inks: (cyan, magenta, yellow, black) => `C${cyan} M${magenta} Y${yellow} K${black}`,
  redPlate: 'Red plate',
  processRed: 'Magenta + yellow (C0 M100 Y100 K0)',
  swatches: 'Swatches',
  swatchesIntro: (limit) => `Each colour in percent of the four inks, together no more than ${limit}%. What is printed in a swatch changes with it. A spot colour has a plate of its own; its four inks are what it looks like on the screen.`,
  houseIntro: 'Colours of the house style print in black on pages without the plates for them.',
  spot: 'Spot',
  total: 'Total ink',
  overLimit: (limit) => `Over the limit of ${limit}%; files will have less of it`,
  newSwatch: 'New colour',
  addSwatch: 'Add a swatch',
  removeSwatch: (name) => `Remove the swatch “${name}”`,
  inUse: (name, count) => `“${name}” is still used in ${count} places; change them first.`,
  plateName: (name) => `“${name}” is the name of a plate; choose another.`,
}
