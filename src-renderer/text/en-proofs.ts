/** The English of `zh-proofs.ts`. */
import type { Catalogue } from './catalogue.ts'

export const proofs: Catalogue['proofs'] = {
  title: 'Proofs',
  open: 'Proofs and changes…',
  pages: 'Which pages',
  allPages: 'All pages',
  paper: 'Paper',
  a3: 'A3 (scaled to one sheet)',
  full: (width, height) => `Full size (${width} × ${height} mm)`,
  since: 'Mark what changed',
  sinceHint: 'Changed characters, lines that moved and lines that break elsewhere are marked in red; the rest is said to be untouched.',
  nothing: 'Mark nothing',
  last: (at) => (at === null ? 'Since the last proof' : `Since the last proof (${at})`),
  signed: (at) => (at === null ? 'Since it was signed' : `Since it was signed (${at})`),
  earlier: (number, at) => `Since proof ${number} (${at})`,
  none: 'No proof of this page has been made; changes can be marked once there is one.',
  make: 'Make proof',
  makeChanges: 'Make proof of changes',
}
