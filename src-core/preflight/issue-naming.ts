/**
 * date-mismatch: where a text names this very issue, its date and 期号 are the issue's: a line of a masthead
 * (晨光日报 2024年1月20日 第5021期 今日8版), 本报今日出版第5021期, 本期（第5021期）.
 */
import { issueOf, type IssueRecord } from '../document/records.ts'
import { codePointRange, placedTexts, type PlacedText } from './article-texts.ts'
import { nameOf, type Finding, type Subject } from './finding.ts'
import type { Fix } from './fix.ts'
import { writtenDates, type WrittenDate } from './written-dates.ts'

const NUMBER = /第(?<number>\d{1,6})期/gu
/** So much may stand in a line of a masthead beside its date, number and name: 农历, 主办, 要闻. */
const MOST_BESIDE = 8
const MASTHEAD_WORDS = /今日\d+版|共\d+版|总?第\d+期|第[A-Z]?\d+版|星期[一二三四五六日天]|农历[^\s，。]{0,12}|[^\p{Script=Han}]/gu
/** Before the number, in one clause. */
const THIS_ISSUE = /(?:本报今[日天]|今[日天](?:的|出版的)?(?:本报|《[^》]{2,12}》)|本期)[^。；，！？]{0,10}$/u

export function checkIssueNaming(subject: Subject): readonly Finding[] {
  const issue = issueOf(subject.document)
  return placedTexts(subject).flatMap((placed): readonly Finding[] => {
    const masthead = mastheadDate(placed.text, issue)
    const numbers = issue.number === null ? [] : Array.from(placed.text.matchAll(NUMBER)).filter(({ index, groups }) => Number(groups!['number']) !== issue.number && (masthead !== null || THIS_ISSUE.test(placed.text.slice(0, index))))
    const [number] = numbers
    if (number) return [finding(subject, placed, number.index, number[0], `第${issue.number}期`)]
    const isOther = masthead?.year !== undefined && masthead.month !== undefined && isoDate(masthead.year, masthead.month, masthead.day) !== issue.date
    return masthead && isOther ? [finding(subject, placed, masthead.at, masthead.written, null)] : []
  })
}

/** The one date of a text that says nothing but what mastheads say, with it the paper's name or a number; null for others. */
function mastheadDate(text: string, { paper }: IssueRecord): WrittenDate | null {
  // Most texts have neither: their dates are not looked for.
  if (!text.includes(paper.name) && text.search(NUMBER) < 0) return null
  const [date, ...others] = writtenDates(text)
  if (!date || others.length > 0) return null
  const rest = text.replace(paper.name, '').replace(date.written, '').replace(MASTHEAD_WORDS, '')
  return rest.length <= MOST_BESIDE ? date : null
}

function isoDate(year: number, month: number, day: number): string {
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

function finding({ document }: Subject, placed: PlacedText, at: number, written: string, right: string | null): Finding {
  const { date, number } = issueOf(document)
  const { zh, en } = nameOf(document, placed.story)
  const range = codePointRange(placed, at, written.length)
  const fix: { fix?: Fix } = right === null ? {} : { fix: { label: { zh: `改为“${right}”`, en: `Write “${right}”` }, steps: [{ kind: 'text', record: placed.story, range, was: written, text: right }] } }
  return {
    id: 'date-mismatch',
    severity: 'error',
    page: placed.page,
    story: placed.story,
    range,
    message: {
      zh: `${zh}里写的“${written}”与本期（${date}${number === null ? '' : `，第${number}期`}）不符，请核对。`,
      en: `${en} says “${written}”, which is not this issue’s (${date}${number === null ? '' : `, no. ${number}`}); check it.`,
    },
    ...fix,
  }
}
