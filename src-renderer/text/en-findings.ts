/** The English of `zh-findings.ts`. */
import { counted } from '../../src-core/document/local-text.ts'
import type { Catalogue } from './catalogue.ts'

export const findings: Catalogue['findings'] = {
  title: 'Checks',
  none: 'Nothing found',
  noneShown: 'Nothing of this kind',
  errors: (count) => counted(count, 'error'),
  warnings: (count) => counted(count, 'warning'),
  accepted: (count) => `${count} accepted`,
  error: 'Error',
  warning: 'Warning',
  show: 'Show findings (F8 goes to the next)',
  hide: 'Hide findings',
  keys: '↑↓ choose, Enter goes there, F fixes, A accepts, Esc closes',
  filter: 'Which to show',
  filters: { open: 'Open', error: 'Errors', warning: 'Warnings', accepted: 'Accepted' },
  thisPage: 'This page only',
  checking: 'Some pages are still being set; the list is not complete',
  outdated: 'The article or the page has changed meanwhile; please look at this finding again.',
  accept: 'Accept',
  acceptHint: 'Let it stand, with a reason',
  takeBack: 'Accept no longer',
  reason: 'Reason for accepting',
  reasonNeeded: 'Give a reason, such as “archive photograph, the only one there is”',
  because: (reason) => `Accepted: ${reason}`,
}
