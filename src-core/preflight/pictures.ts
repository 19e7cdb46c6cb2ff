/** low-ppi: pictures with too few pixels for their size on the page (TYPESETTING §10.4). */
import { conditionOf } from '../document/print.ts'
import { issueOf, record } from '../document/records.ts'
import type { RecordId } from '../document/records.ts'
import type { FrameItem, PictureItem } from '../typeset/frame.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'

export function checkPictures({ document, results }: Subject): readonly Finding[] {
  const { least } = conditionOf(issueOf(document).style).ppi
  return results.flatMap((result) =>
    placedPictures(result.frame.items, null).flatMap(({ owner, item }): Finding[] => {
      const asset = record(document, 'asset', item.asset)
      if (!asset) return []
      // The picture covers its rectangle, so the axis with fewer pixels for its length decides.
      const ppi = Math.round(72 / Math.max(item.width / asset.width, item.height / asset.height))
      if (ppi >= least) return []
      const what = owner === null ? { zh: `图片“${asset.name}”`, en: `Picture “${asset.name}”` } : nameOf(document, owner)
      return [
        {
          id: 'low-ppi',
          // Below the half of it dots show.
          severity: ppi * 2 < least ? 'error' : 'warning',
          page: result.frame.page.number,
          ...(owner === null ? {} : { story: owner }),
          message: {
            zh: `${what.zh}精度只有${ppi} ppi，印报至少要${least} ppi，请换大图或缩小尺寸。`,
            en: `${what.en} has only ${ppi} ppi, and the press asks for ${least} ppi; take a larger file or make it smaller.`,
          },
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
