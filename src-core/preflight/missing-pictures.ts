/** picture-missing: a place kept for a picture, which prints as an empty frame. Of adverts the plant may have the artwork. */
import { placedOn } from '../document/records.ts'
import { nameOf, type Finding, type Subject } from './finding.ts'

export function checkMissingPictures({ document, results }: Subject): readonly Finding[] {
  return results.flatMap(({ frame: { page } }) =>
    placedOn(document, 'picture', page.id)
      .filter(({ asset }) => asset === null)
      .map(({ id, area: { column, line } }): Finding => {
        const { zh, en } = nameOf(document, id)
        const message = { zh: `${zh}的位置还空着，会印成一个空框，请放入图片或撤下。`, en: `${en} has no file yet, and would print as an empty frame; choose one, or take it off.` }
        const fix = { label: { zh: '撤下', en: 'Take it off' }, steps: [{ kind: 'remove', record: id } as const] }
        return { id: 'picture-missing', severity: 'warning', page: page.number, story: id, cell: { column, line }, message, fix }
      }),
  )
}
