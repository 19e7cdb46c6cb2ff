/** unpaired-quotes: quotation marks, title marks and brackets that have no partner (GB/T 15834). */
import { codePointRange, placedTexts } from './article-texts.ts'
import type { PlacedText } from './article-texts.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '《': '》', '〈': '〉', '（': '）', '【': '】', '(': ')' }
const OPENING: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(CLOSING).map(([opening, closing]) => [closing, opening]))
/** A numbered item: 1） （一） are closed without or with an opening. */
const ITEM_NUMBER = /^\s*[\p{Number}a-zA-Z一二三四五六七八九十]{1,3}[)）]/u
const MARKS = new RegExp(`[${Object.entries(CLOSING).flat().map((mark) => `\\u{${mark.codePointAt(0)!.toString(16)}}`).join('')}]`, 'gu')
const HAN = /\p{Script=Han}/u
const LATIN = /\p{Script=Latin}/u

interface Open {
  readonly mark: string
  readonly index: number
}

/** One finding a part of an article, at the first mark without a partner. */
export function checkQuotes(subject: Subject): readonly Finding[] {
  const texts = placedTexts(subject)
  return texts.flatMap((placed, index): Finding[] => {
    const lonely = firstUnpaired(placed.text, goesOn(placed, texts[index + 1])) ?? lonelyStraightQuote(placed.text)
    if (!lonely) return []
    const { zh, en } = nameOf(subject.document, placed.story)
    return [
      {
        id: 'unpaired-quotes',
        severity: 'warning',
        page: placed.page,
        story: placed.story,
        range: codePointRange(placed, lonely.index, lonely.mark.length),
        message: { zh: `${zh}里的“${lonely.mark}”没有配对，请补上或删去。`, en: `${en}: the mark ${lonely.mark} has no partner; add it or take this one out.` },
      },
    ]
  })
}

const QUOTATION = new Set('“‘「『')

/** A quotation over several paragraphs opens in each and closes in the last (TYPESETTING §6). */
function goesOn(placed: PlacedText, next: PlacedText | undefined): string | null {
  const mark = next?.text[0]
  return next && next.story === placed.story && placed.part === 'block' && next.part === 'block' && mark && QUOTATION.has(mark) ? mark : null
}

function firstUnpaired(text: string, mayStayOpen: string | null): Open | null {
  const open: Open[] = []
  const item = ITEM_NUMBER.exec(text)
  const start = item ? item[0].length : 0
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (index < start) continue
    if (mark in CLOSING) open.push({ mark, index })
    else if (mark in OPENING) {
      if (mark === '’' && isApostrophe(text, index)) continue
      if (open.at(-1)?.mark !== OPENING[mark]) return open.at(-1) && mark !== '’' && open.some((one) => one.mark === OPENING[mark]) ? open.at(-1)! : { mark, index }
      open.pop()
    }
  }
  const left = open.filter(({ mark }) => mark !== mayStayOpen)
  return left[0] ?? null
}

const STRAIGHT = /(?<!\d)"/gu

/** Not inches: 32". */
export function straightQuotes(text: string): readonly RegExpExecArray[] {
  return Array.from(text.matchAll(STRAIGHT))
}

/** With an odd number of them nobody can tell which are openings; the last is told. */
function lonelyStraightQuote(text: string): Open | null {
  const quotes = HAN.test(text) ? straightQuotes(text) : []
  const last = quotes.length % 2 === 1 ? quotes.at(-1) : undefined
  return last ? { mark: '"', index: last.index } : null
}

function isApostrophe(text: string, index: number): boolean {
  return LATIN.test(text[index - 1] ?? '') && LATIN.test(text[index + 1] ?? '')
}
