import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeArticle } from '../../../src-core/commands/articles.ts'
import { applyChange } from '../../../src-core/document/change.ts'
import { marksFit, marksWithin, type InlineMark, type MarkKind } from '../../../src-core/document/inline-marks.ts'
import { record, type ArticleRecord } from '../../../src-core/document/records.ts'
import { articleSchema, recordSchema } from '../../../src-core/document/validate.ts'
import { anIssue } from '../commands/document.ts'
import { marksOn } from './documents.ts'

const mark = (from: number, to: number, kind: MarkKind, text?: string): InlineMark => ({ from, to, kind, ...(text === undefined ? {} : { text }) })

describe('marks on words', () => {
  test.each<[string, boolean, readonly InlineMark[]]>([
    ['of several kinds on the same words', true, [mark(0, 2, 'strong'), mark(0, 2, 'name')]],
    ['that touch', true, [mark(0, 1, 'name'), mark(1, 2, 'name')]],
    ['beyond the BMP, counted by code points', true, [mark(2, 3, 'emphasis')]],
    ['over another of their kind', false, [mark(0, 2, 'name'), mark(1, 3, 'name')]],
    ['beyond the text', false, [mark(2, 4, 'strong')]],
    ['on nothing', false, [mark(1, 1, 'strong')]],
    ['out of order', false, [mark(1, 2, 'strong'), mark(0, 1, 'kai')]],
    ['of ruby without its text', false, [mark(0, 1, 'ruby')]],
    ['of another kind with a text', false, [mark(0, 1, 'name', 'x')]],
  ])('%s: %s', (_, sound, marks) => {
    expect(marksFit(marks, '天地𠮷')).toBe(sound)
    const { success } = articleSchema.safeParse({ file: null, page: null, kicker: null, headline: '', subtitle: null, summary: null, byline: null, notes: [], blocks: [{ role: 'paragraph', text: '天地𠮷', marks }] })
    expect(success).toBe(sound)
  })

  test('of a piece are sound for the piece, and cover in it what they cover in the whole', () => {
    const cases = fc.string({ unit: fc.constantFrom('天', '𠮷', '，'), maxLength: 12 }).chain((text) => fc.record({ text: fc.constant(text), marks: marksOn(text), from: fc.nat(12), length: fc.nat(12) }))
    fc.assert(
      fc.property(cases, ({ text, marks, from, length }) => {
        const characters = [...text]
        const piece = marksWithin(marks, from, from + length)
        expect(marksFit(piece, characters.slice(from, from + length).join(''))).toBe(true)
        for (let at = from; at < Math.min(from + length, characters.length); at++) {
          const kinds = (on: readonly InlineMark[], place: number) => new Set(on.filter((one) => one.from <= place && place < one.to).map(({ kind }) => kind))
          expect(kinds(piece, at - from)).toEqual(kinds(marks, at))
        }
      }),
    )
  })
})

describe('marks of titles', () => {
  const marked = applyChange(anIssue, writeArticle(anIssue, 'article-1', { headline: '清河新绿', titleMarks: { headline: [mark(0, 2, 'name')], subtitle: [mark(2, 4, 'strong')] } })!)
  const written = (text: Parameters<typeof writeArticle>[2]) => record(applyChange(marked, writeArticle(marked, 'article-1', text)!), 'article', 'article-1')!

  test('go with a title that is written anew, stay with the others, and leave no trace when they are gone', () => {
    expect(written({ headline: '新绿' }).titleMarks).toEqual({ subtitle: [mark(2, 4, 'strong')] })
    expect(written({ byline: '林禾' }).titleMarks).toEqual(record(marked, 'article', 'article-1')!.titleMarks)
    expect(written({ titleMarks: {} })).not.toHaveProperty('titleMarks')
    expect(writeArticle(marked, 'article-1', { titleMarks: record(marked, 'article', 'article-1')!.titleMarks! })).toBeNull()
  })

  test('are refused where they do not fit', () => {
    const article: ArticleRecord = { ...record(marked, 'article', 'article-1')!, headline: '清' }
    expect(recordSchema.safeParse(article).success).toBe(false)
    const summed = (summary: string) => recordSchema.safeParse({ ...record(marked, 'article', 'article-1')!, summary, titleMarks: { summary: [mark(0, 2, 'kai')] } }).success
    expect([summed('清河新绿'), summed('清')]).toEqual([true, false])
  })
})
