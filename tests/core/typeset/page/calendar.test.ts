import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folioDate } from '../../../../src-core/typeset/page/calendar.ts'

test.each([
  ['2024-01-20', '2024年1月20日　星期六'],
  ['2024-02-29', '2024年2月29日　星期四'],
  ['2026-12-31', '2026年12月31日　星期四'],
  ['no date', 'no date'],
])('%s is %s', (date, set) => expect(folioDate(date)).toBe(set))

test('the weekday is the calendar’s', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
      expect(folioDate(date.toISOString().slice(0, 10)).at(-1)).toBe('日一二三四五六'[date.getUTCDay()])
    }),
  )
})
