/** low-ppi: pictures with too few pixels for their size on the page (TYPESETTING §10.4). */
import { record } from '../document/records.ts'
import type { RecordId } from '../document/records.ts'
import type { FrameItem, PictureItem } from '../typeset/frame.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'

/** The floor for contone pictures at a newspaper's screen; below the half of it dots show. */
const LEAST_PPI = 170
const WORST_PPI = 85

export function checkPictures({ document, results }: Subject): readonly Finding[] {
  return results.flatMap((result) =>
    placedPictures(result.frame.items, null).flatMap(({ owner, item }): Finding[] => {
      const asset = record(document, 'asset', item.asset)
      if (!asset) return []
      // The picture covers its rectangle, so the axis with fewer pixels for its length decides.
      const ppi = Math.round(72 / Math.max(item.width / asset.width, item.height / asset.height))
      if (ppi >= LEAST_PPI) return []
      const what = owner === null ? `图片“${asset.name}”` : nameOf(document, owner)
      return [
        {
          id: 'low-ppi',
          severity: ppi < WORST_PPI ? 'error' : 'warning',
          page: result.frame.page.number,
          ...(owner === null ? {} : { story: owner }),
          message: `${what}精度只有${ppi} ppi，印报至少要${LEAST_PPI} ppi，请换大图或缩小尺寸。`,
        },
      ]
    }),
  )
}

function placedPictures(items: readonly FrameItem[], owner: RecordId | null): readonly { owner: RecordId | null; item: PictureItem }[] {
  return items.flatMap((item) => {
    if (item.kind === 'picture') return [{ owner, item }]
    return item.kind === 'group' ? placedPictures(item.items, item.record ?? owner) : []
  })
}
