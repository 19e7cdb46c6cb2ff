/** bleed: what stands at the paper's edge, and would be cut off or leave a white edge (TYPESETTING §10.1). */
import { POINTS_PER_MILLIMETRE, type Rect } from '../document/grid.ts'
import { issueOf, type RecordId } from '../document/records.ts'
import type { PageFrame } from '../typeset/frame.ts'
import { nameOf, type Finding, type Subject } from './finding.ts'
import { ownedItems } from './owned-items.ts'

/** Points: less is no more than rounding. */
const NEAR = 0.5

export function checkBleed({ document, results }: Subject): readonly Finding[] {
  const bleed = (issueOf(document).style.print?.bleedMm ?? 0) * POINTS_PER_MILLIMETRE
  return results.flatMap(({ frame }): readonly Finding[] => {
    const page = frame.page.number
    if (overhang(frame.typeArea, frame).some((beyond) => beyond > NEAR)) {
      const message = { zh: `第${page}版的版心比纸大，印出来会裁掉，请缩小版心或改开本。`, en: `Page ${page} has a type area larger than its paper, and would be cut off; make it smaller, or the paper larger.` }
      return [{ id: 'bleed', severity: 'error', page, message }]
    }
    return [...atEdge(frame, bleed)].map((owner): Finding => {
      const { zh, en } = nameOf(document, owner)
      const message = { zh: `${zh}贴着纸边，却没有出血，裁切后会露白边，请移进版心或铺到出血线。`, en: `${en} stands at the paper's edge without bleed, and may show a white edge after cutting; move it inwards, or out to the bleed.` }
      return { id: 'bleed', severity: 'warning', page, story: owner, message }
    })
  })
}

/** Records with a ground or picture that reaches the trim on some side, and not the bleed's edge there. */
function atEdge(frame: PageFrame, bleed: number): ReadonlySet<RecordId> {
  const owners = new Set<RecordId>()
  // Nothing inside the type area reaches the trim where there are margins.
  if (overhang(frame.typeArea, frame).every((beyond) => beyond < -NEAR)) return owners
  for (const { owner, item } of ownedItems(frame.items)) {
    if (owner === null || (item.kind !== 'picture' && item.kind !== 'fill')) continue
    if (overhang(item, frame).some((beyond) => beyond >= -NEAR && !(bleed > 0 && beyond >= bleed - NEAR))) owners.add(owner)
  }
  return owners
}

/** How far a rectangle reaches beyond the trim: left, top, right, foot; negative inside. */
function overhang({ x, y, width, height }: Rect, { trim }: Pick<PageFrame, 'trim'>): readonly number[] {
  return [-x, -y, x + width - trim.width, y + height - trim.height]
}
