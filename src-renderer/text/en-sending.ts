/** The English of `zh-sending.ts`. */
import type { Catalogue } from './catalogue.ts'

export const sending: Catalogue['sending'] = {
  title: 'Send pages',
  open: 'Send pages…',
  intro: (preset, profile) => `Written as the house style says under Print: ${preset}, ${profile}. Each sending comes with a sheet that lists it, as JSON and as a PDF to print.`,
  ownProfile: (name) => `the plant’s profile ${name}`,
  programProfile: 'the program’s general profile',
  pages: 'Pages to send',
  choose: (page) => `Send ${page}`,
  all: 'All',
  last: (version, at) => `last sent as version ${version} (${at})`,
  since: ', changed since',
  never: 'not sent yet',
  errors: (count) => (count === 1 ? '1 error' : `${count} errors`),
  withErrors: (count) => `Preflight finds ${count === 1 ? 'an error' : `${count} errors`} on the pages chosen.`,
  signedBy: 'Signed by',
  signedByHint: 'Name of the editor in charge',
  issueFile: 'One PDF of the whole issue too',
  versions: 'A page that changed since it was sent goes out as the next version; one that did not gets the very same file.',
  send: (count) => (count === 0 ? 'Send' : count === 1 ? 'Send 1 page' : `Send ${count} pages`),
  running: 'Sending pages',
  done: (number, pages, changed) => `Sending ${number} is done, ${pages === 1 ? '1 page' : `${pages} pages`}${changed.length > 0 ? `; new versions: ${changed.join(', ')}` : ''}`,
  changed: (page, version) => `${page} (version ${version})`,
  failed: 'Nothing was sent',
  cancelled: 'Sending was cancelled',
}
