/** halfwidth-punctuation: marks of Western width left in Chinese (GB/T 15834; TYPESETTING §9.1 says which may stay). */
import { partBefore } from '../document/chains.ts'
import { counted } from '../document/local-text.ts'
import { placedOn } from '../document/records.ts'
import { CHINESE, codePointRange, placedTexts } from './article-texts.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import { straightQuotes } from './quotes.ts'

const ADDRESS = /(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.)[\x21-\x7e]+|[\w.+-]{1,64}@[\w.-]{1,64}/giu
/** A mark with Chinese on either side; a full stop only between Chinese, or after it at the text's end. */
const HALF_WIDTH = new RegExp(`(?<=${CHINESE})[,:;!?()~"']|[,:;!?()~"'](?=${CHINESE})|(?<=\\p{Script=Han})\\.(?=${CHINESE}|$)`, 'gu')
const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '!': '！', '?': '？', '(': '（', ')': '）', '~': '～', '.': '。' }

export function checkHalfWidthMarks(subject: Subject): readonly Finding[] {
  const left = marksLeft(subject)
  const told = new Set(left.map(({ story }) => story))
  return [...left, ...marksMended(subject).filter(({ story }) => !told.has(story))]
}

/** Of an article, at its first part. */
function marksMended({ document, results, slips }: Subject): readonly Finding[] {
  if (!slips) return []
  return results.flatMap(({ frame: { page } }) =>
    placedOn(document, 'story', page.id).flatMap((story): Finding[] => {
      const marks = slips.get(story.article) ?? 0
      if (marks === 0 || partBefore(document, story)) return []
      const { zh, en } = nameOf(document, story.id)
      const message = {
        zh: `${zh}的来稿里有${marks}处半角标点，读入时已改为全角，请核对，并改正来稿。`,
        en: `The file of ${en} has ${counted(marks, 'half-width mark')} in Chinese text, made full-width when it was read; check them, and mend the file.`,
      }
      return [{ id: 'halfwidth-punctuation', severity: 'warning', page: page.number, story: story.id, message }]
    }),
  )
}

/** One finding a part of an article, at the first mark, with their number. */
function marksLeft(subject: Subject): readonly Finding[] {
  return placedTexts(subject).flatMap((placed): Finding[] => {
    const marks = halfWidthMarks(placed.text)
    const [first] = marks
    if (!first) return []
    const { zh, en } = nameOf(subject.document, placed.story)
    const steps = marks.map(({ index, 0: was }) => ({ kind: 'text', record: placed.story, range: codePointRange(placed, index, was.length), was, text: FULL_WIDTH[was] ?? '' }) as const)
    return [
      {
        id: 'halfwidth-punctuation',
        severity: 'warning',
        page: placed.page,
        story: placed.story,
        range: codePointRange(placed, first.index, first[0].length),
        message: {
          zh: `${zh}里有${marks.length}个半角标点（“${first[0]}”等），中文里应当用全角。`,
          en: `${en} has ${counted(marks.length, 'half-width mark')} in Chinese text (the first is ${first[0]}); use full-width ones.`,
        },
        // Which way a straight quote turns, the editor says.
        ...(steps.every(({ text }) => text !== '') ? { fix: { label: { zh: '改为全角', en: 'Make them full-width' }, steps } } : {}),
      },
    ]
  })
}

function isInches(text: string, index: number): boolean {
  return /\d/u.test(text[index - 1] ?? '')
}

function halfWidthMarks(text: string): readonly RegExpExecArray[] {
  const addresses = Array.from(text.matchAll(ADDRESS), (match) => [match.index, match.index + match[0].length] as const)
  // An odd straight quote has no partner: that is what is told of it (quotes.ts).
  const hasLonelyQuote = straightQuotes(text).length % 2 === 1
  return Array.from(text.matchAll(HALF_WIDTH)).filter(({ index, 0: mark }) => !(mark === '"' && (hasLonelyQuote || isInches(text, index))) && !addresses.some(([from, to]) => index >= from && index < to - 1))
}
