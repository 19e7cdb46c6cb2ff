/** overprint, white-type: large black type across the edge of another ink, and type of bare paper that nothing lies under. */
import type { Rect } from '../document/grid.ts'
import type { RecordId } from '../document/records.ts'
import { totalInk } from '../document/swatches.ts'
import { meets, runBox, splitBlackType } from '../typeset/black-type.ts'
import { leaves, type FillItem, type FrameItem, type GlyphRun } from '../typeset/frame.ts'
import { nameOf, type Finding, type Subject } from './finding.ts'
import { ownedItems } from './owned-items.ts'

export function checkKnockouts({ document, results }: Subject): readonly Finding[] {
  return results.flatMap(({ frame: { items, page } }) => {
    const across = ownersOf(items, splitBlackType(items))
    const unseen = ownersOf(items, bareType(items))
    return [
      ...across.map((story): Finding => {
        const { zh, en } = nameOf(document, story)
        const message = {
          zh: `${zh}有大字一部分压在彩色上，已按挖空处理，套印不准时会露白边，请把字整个移进或移出彩色。`,
          en: `${en} has large type that lies partly over a colour. It knocks out, and may show a white edge; move it wholly on or off.`,
        }
        return { id: 'overprint', severity: 'warning', page: page.number, story, message }
      }),
      ...unseen.map((story): Finding => {
        const { zh, en } = nameOf(document, story)
        const message = { zh: `${zh}有反白字，下面却没有底色，印不出来，请加底色或换颜色。`, en: `${en} has white type with nothing under it, which does not print; put a ground there, or choose a colour.` }
        return { id: 'white-type', severity: 'error', page: page.number, story, message }
      }),
    ]
  })
}

/** Records with such runs, each once. */
function ownersOf(items: readonly FrameItem[], runs: ReadonlySet<GlyphRun>): readonly RecordId[] {
  if (runs.size === 0) return []
  const owned = Array.from(ownedItems(items)).filter(({ item }) => item.kind === 'glyphs' && runs.has(item))
  return [...new Set(owned.flatMap(({ owner }) => (owner === null ? [] : [owner])))]
}

/** Runs without ink on the bare paper. */
function bareType(items: readonly FrameItem[]): ReadonlySet<GlyphRun> {
  const bare = new Set<GlyphRun>()
  const printed: Rect[] = []
  for (const item of leaves(items)) {
    if (item.kind === 'picture' || (item.kind === 'fill' && hasInk(item))) printed.push(item)
    else if (item.kind === 'glyphs' && item.color[3] === 0 && totalInk(item) === 0 && !printed.some((rect) => meets(rect, runBox(item)))) bare.add(item)
  }
  return bare
}

function hasInk({ gradient, ...fill }: FillItem): boolean {
  return totalInk(fill) > 0 || (gradient !== undefined && totalInk({ color: gradient.to }) > 0)
}
