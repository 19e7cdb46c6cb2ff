import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange } from '../../../src-core/document/change.ts'
import { record, type ArticleRecord, type Document } from '../../../src-core/document/records.ts'
import { rebaseChange } from '../../../src-renderer/editor/rebase.ts'
import { anIssue } from '../../core/commands/document.ts'

const article = (document: Document) => record(document, 'article', 'article-1')!
const base: ArticleRecord = { ...article(anIssue), headline: '题', byline: null, blocks: ['甲', '乙', '丙'].map((text) => ({ role: 'paragraph', text })) }
const withArticle = (after: ArticleRecord): Document => ({ records: { ...anIssue.records, 'article-1': after } })

/** What somebody writes: a headline, a byline or words at the end of some paragraphs; undefined leaves it. */
const writing = fc.record({
  headline: fc.option(fc.constantFrom('新题', '旧题'), { nil: undefined }),
  byline: fc.option(fc.constantFrom('林禾', '周牧'), { nil: undefined }),
  words: fc.tuple(...[0, 1, 2].map(() => fc.option(fc.constantFrom('一', '二'), { nil: undefined }))),
})
type Writing = typeof writing extends fc.Arbitrary<infer T> ? T : never

const write = ({ headline, byline, words }: Writing): ArticleRecord => ({
  ...base,
  headline: headline ?? base.headline,
  byline: byline ?? base.byline,
  blocks: base.blocks.map((block, index) => (block.role === 'paragraph' ? { ...block, text: block.text + (words[index] ?? '') } : block)),
})
const clash = <T>(ours: T | undefined, theirs: T | undefined) => ours !== undefined && theirs !== undefined && ours !== theirs

test('both writings stand where they touch different parts; the same part, written differently, is a conflict', () => {
  fc.assert(
    fc.property(writing, writing, (ours, theirs) => {
      const document = withArticle(write(theirs))
      const rebased = rebaseChange(document, [{ id: 'article-1', before: base, after: write(ours) }])
      const clashes = clash(ours.headline, theirs.headline) || clash(ours.byline, theirs.byline) || ours.words.some((word, index) => clash(word, theirs.words[index]))
      if (clashes) {
        expect(rebased).toBeNull()
        return
      }
      const both = { headline: ours.headline ?? theirs.headline, byline: ours.byline ?? theirs.byline, words: ours.words.map((word, index) => word ?? theirs.words[index]) as Writing['words'] }
      expect(article(applyChange(document, rebased!))).toEqual(write(both))
    }),
  )
})

test('what is there already needs nothing; a removal of what was changed elsewhere is a conflict', () => {
  const after = { ...base, headline: '新题' }
  expect(rebaseChange(withArticle(after), [{ id: 'article-1', before: base, after }])).toEqual([])
  expect(rebaseChange(withArticle(after), [{ id: 'article-1', before: base, after: null }])).toBeNull()
  const shorter = { ...base, blocks: base.blocks.slice(1) }
  const longer = { ...base, blocks: [...base.blocks, { role: 'paragraph' as const, text: '丁' }] }
  expect(rebaseChange(withArticle(shorter), [{ id: 'article-1', before: base, after: longer }])).toBeNull()
})

test('marks on a paragraph and on a title are kept beside what others wrote, and clash with a title that is written anew', () => {
  const marks = [{ from: 0, to: 1, kind: 'name' as const }]
  const ours = { ...base, titleMarks: { headline: marks }, blocks: base.blocks.map((block, index) => (index === 0 && block.role === 'paragraph' ? { ...block, marks } : block)) }
  const theirs = { ...base, byline: '林禾', blocks: base.blocks.map((block, index) => (index === 2 ? { role: 'paragraph' as const, text: '丁' } : block)) }
  const change = [{ id: 'article-1', before: base, after: ours }]
  expect(article(applyChange(withArticle(theirs), rebaseChange(withArticle(theirs), change)!))).toEqual({ ...ours, byline: '林禾', blocks: [ours.blocks[0], ours.blocks[1], theirs.blocks[2]] })
  expect(rebaseChange(withArticle({ ...base, headline: '' }), change)).toBeNull()
})
