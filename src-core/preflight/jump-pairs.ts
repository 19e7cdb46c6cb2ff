/**
 * jump-pair: both ends of a jump (转版) name each other's page. Jump lines that the engine sets do; of those, parts that do
 * not hang together are told, and then what is written into the texts by hand.
 */
import { partAfter, partBefore } from '../document/chains.ts'
import type { LocalText } from '../document/local-text.ts'
import { record, recordsOf } from '../document/records.ts'
import type { Document, StoryRecord } from '../document/records.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import { checkWrittenJumps } from './written-jumps.ts'

export function checkJumpPairs({ document, results }: Subject): readonly Finding[] {
  return [...brokenChains(document), ...shortParts({ document, results }), ...checkWrittenJumps(document)]
}

/** A part that says it continues another, which cannot be. */
function brokenChains(document: Document): readonly Finding[] {
  return recordsOf(document, 'story')
    .filter((story) => story.continues && !partBefore(document, story))
    .map((story) => {
      const { zh, en } = nameOf(document, story.id)
      return finding(document, story, {
        zh: `${zh}的续文接不上前一部分，整篇重排了一次，请撤下它或重新转版。`,
        en: `${en}: its continuation hangs on no first part, so that the whole article is set once more; take it off or jump the article anew.`,
      })
    })
}

function shortParts({ document, results }: Subject): readonly Finding[] {
  return results.flatMap(({ notes }) =>
    notes.flatMap((note): readonly Finding[] => {
      const story = note.kind === 'short-part' ? record(document, 'story', note.record) : undefined
      const after = story && partAfter(document, story)
      if (!story || !after) return []
      const { zh, en } = nameOf(document, story.id)
      const there = pageNumber(document, after)
      return [
        finding(document, story, {
          zh: `${zh}转版前排不下5行，正文全部转到了第${there}版，请加大这一版上的版面。`,
          en: `${en} has no room for 5 lines before its jump, so that all of its body went to page ${there}; give it more room on this page.`,
        }),
      ]
    }),
  )
}

function pageNumber(document: Document, story: StoryRecord): string {
  return record(document, 'page', story.page)?.number ?? ''
}

function finding(document: Document, story: StoryRecord, message: LocalText): Finding {
  return { id: 'jump-pair', severity: 'error', page: pageNumber(document, story), story: story.id, message }
}
