/** date-mismatch: a date that names its weekday must be right by the calendar. */
import { folioDate } from '../typeset/page/calendar.ts'
import { codePointRange, placedTexts } from './article-texts.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'

const DATE_WITH_WEEKDAY = /(\d{4})年(\d{1,2})月(\d{1,2})日[\s（(]*(?:星期|周|礼拜)([一二三四五六日天])/gu

export function checkWeekdays(subject: Subject): readonly Finding[] {
  return placedTexts(subject).flatMap((placed) =>
    Array.from(placed.text.matchAll(DATE_WITH_WEEKDAY)).flatMap((match): Finding[] => {
      const [written, year, month, day, weekday] = match
      const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
      const right = folioDate(iso).slice(-1)
      if (right === weekday!.replace('天', '日') || !/[一二三四五六日]/u.test(right)) return []
      const range = codePointRange(placed, match.index, written.length)
      const { zh, en } = nameOf(subject.document, placed.story)
      return [
        {
          id: 'date-mismatch',
          severity: 'error',
          page: placed.page,
          story: placed.story,
          range,
          message: { zh: `${zh}里写的“${written}”与日历不符，那天是星期${right}。`, en: `${en} says “${written}”, against the calendar: that day is 星期${right}.` },
        },
      ]
    }),
  )
}
