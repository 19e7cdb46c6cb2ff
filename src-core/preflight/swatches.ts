/** missing-swatch: colours of swatches that the house does not have, which are printed in black. */
import { issueOf, placedOn, record, type DocumentRecord } from '../document/records.ts'
import { namedSwatches } from '../document/swatch-uses.ts'
import { findSwatch } from '../document/swatches.ts'
import { nameOf, type Finding, type Subject } from './finding.ts'
import { remembered } from './remember.ts'

const namesOf = remembered(namedSwatches)

/** Of a page, and what stands on it. */
export function checkPageSwatches({ document, results }: Subject): readonly Finding[] {
  return results.flatMap(({ frame }) => {
    const page = record(document, 'page', frame.page.id)
    if (!page) return []
    const placed = (['story', 'picture', 'advert', 'ornament'] as const).flatMap((type): readonly DocumentRecord[] => placedOn(document, type, page.id))
    return [page, ...placed].flatMap((one) => missing({ document, results }, one, page.number))
  })
}

export function checkHouseSwatches(subject: Subject): readonly Finding[] {
  return missing(subject, issueOf(subject.document), '')
}

function missing({ document }: Subject, one: DocumentRecord, page: string): readonly Finding[] {
  const { style } = issueOf(document)
  const { zh, en } = ownerName(document, one)
  return namesOf(one)
    .filter((id) => !findSwatch(style, id))
    .map((id) => ({
      id: 'missing-swatch',
      severity: 'error',
      page,
      ...(one.type === 'page' || one.type === 'issue' ? {} : { story: one.id }),
      message: {
        zh: `${zh}用的色样“${id}”不在报纸样式的色样表里，会印成黑色，请重选颜色，或补上这个色样。`,
        en: `${en} has a colour of the swatch “${id}”, which the house style does not have; it prints in black. Choose another, or add the swatch.`,
      },
    }))
}

function ownerName(document: Subject['document'], one: DocumentRecord) {
  if (one.type === 'issue') return { zh: '报纸样式', en: 'The house style' }
  if (one.type === 'page') return { zh: `第${one.number}版的红版`, en: `The red plate of page ${one.number}` }
  return nameOf(document, one.id)
}
