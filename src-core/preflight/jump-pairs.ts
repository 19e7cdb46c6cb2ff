/**
 * jump-pair: both ends of a jump (转版) name each other's page. Jump lines that the engine sets do; those written into a
 * text by hand, and parts that do not hang together, are looked at here.
 */
import { blockText } from '../document/blocks.ts'
import { partAfter, partBefore } from '../document/chains.ts'
import type { LocalText } from '../document/local-text.ts'
import { placedOn, record, recordsOf } from '../document/records.ts'
import type { ArticleRecord, Document, StoryRecord } from '../document/records.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import { remembered } from './remember.ts'

/** 下转第2版, 上接A02版, 紧接第十二版. */
const WRITTEN = /(下转|上接|紧接)第?\s*([A-Z]{0,2}\d{1,3}|[一二三四五六七八九十百零]+)版/gu
const DIGITS = '零一二三四五六七八九'

export function checkJumpPairs({ document, results }: Subject): readonly Finding[] {
  return [...brokenChains(document), ...shortParts({ document, results }), ...writtenJumps(document)]
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

interface WrittenJump {
  readonly story: StoryRecord
  readonly on: string
  readonly direction: 'to' | 'from'
  readonly page: string
}

/** Jump lines in the articles' own words, by page; a page is told by its number without leading noughts. */
function writtenJumps(document: Document): readonly Finding[] {
  const pages = recordsOf(document, 'page')
  const jumps = pages.flatMap((page) => placedOn(document, 'story', page.id).flatMap((story) => jumpsIn(document, story, plain(page.number))))
  return jumps
    .filter((jump) => !jumps.some((other) => other.direction !== jump.direction && other.on === jump.page && other.page === jump.on))
    .map(({ story, page, direction }) => {
      const [here, there] = direction === 'to' ? ['下转', '上接'] : ['上接', '下转']
      const missing = pages.some(({ number }) => plain(number) === page)
        ? { zh: `第${page}版上没有与它相应的“${there}”`, en: `page ${page} has no “${there}” that answers it` }
        : { zh: `这一期没有第${page}版`, en: `this issue has no page ${page}` }
      const { zh, en } = nameOf(document, story.id)
      return finding(document, story, {
        zh: `${zh}里写着“${here}第${page}版”，${missing.zh}，请核对两处版次。`,
        en: `${en} says “${here}第${page}版”, but ${missing.en}; check both page numbers.`,
      })
    })
}

function jumpsIn(document: Document, story: StoryRecord, on: string): readonly WrittenJump[] {
  const article = record(document, 'article', story.article)
  return article ? jumpLines(article).map(({ direction, page }) => ({ story, on, direction, page })) : []
}

const jumpLines = remembered((article: ArticleRecord) =>
  article.blocks.flatMap((block) =>
    [...blockText(block).matchAll(WRITTEN)].map(([, word, page]) => ({ direction: word === '下转' ? ('to' as const) : ('from' as const), page: plain(page!) })),
  ),
)

function plain(page: string): string {
  const [, letters = '', digits = ''] = /^([A-Z]*)0*(\d+)$/u.exec(page) ?? []
  return digits === '' ? String(hanValue(page)) : letters + digits
}

function hanValue(written: string): number {
  let value = 0
  let digit = 0
  for (const character of written) {
    const weight = character === '十' ? 10 : character === '百' ? 100 : 0
    if (weight > 0) value += weight * (digit || 1)
    digit = weight > 0 ? 0 : DIGITS.indexOf(character)
  }
  return value + digit
}

function pageNumber(document: Document, story: StoryRecord): string {
  return record(document, 'page', story.page)?.number ?? ''
}

function finding(document: Document, story: StoryRecord, message: LocalText): Finding {
  return { id: 'jump-pair', severity: 'error', page: pageNumber(document, story), story: story.id, message }
}
