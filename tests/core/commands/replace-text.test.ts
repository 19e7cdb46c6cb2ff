import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replaceText, type Replacement } from '../../../src-core/commands/replace-text.ts'
import { blockText } from '../../../src-core/document/blocks.ts'
import { applyChange } from '../../../src-core/document/change.ts'
import { record, recordsOf, type Article, type Document } from '../../../src-core/document/records.ts'
import { recordSchema } from '../../../src-core/document/validate.ts'
import { soundDocument } from '../document/documents.ts'

const TITLES = ['standingHead', 'kicker', 'headline', 'subtitle', 'summary', 'byline'] as const

function texts(article: Article): readonly { readonly part: Replacement['part']; readonly block?: number; readonly text: string }[] {
  return [...TITLES.map((part) => ({ part, text: article[part] ?? '' })), ...article.blocks.map((block, index) => ({ part: 'block' as const, block: index, text: blockText(block) }))]
}

function written(document: Document, id: string, change: NonNullable<ReturnType<typeof replaceText>>): Article {
  const after = record(applyChange(document, change), 'article', id)!
  expect(recordSchema.safeParse(after).error).toBeUndefined()
  return after
}

test('words in the place of others: the rest of every text stays, marks stay sound', () => {
  fc.assert(
    fc.property(soundDocument, fc.nat(), fc.nat(), fc.nat(3), fc.constantFrom('', '，', '𠮷两', '……'), (document, choice, start, length, text) => {
      const [article] = recordsOf(document, 'article')
      if (!article) return
      const all = texts(article)
      const { part, block, text: whole } = all[choice % all.length]!
      const characters = Array.from(whole)
      const from = start % (characters.length + 1)
      const was = characters.slice(from, from + length).join('')
      // What joins lines, items and cells is no text of theirs.
      fc.pre(was !== text && !/[\n\t]/u.test(was))
      const change = replaceText(document, article.id, { part, ...(block === undefined ? {} : { block }), from, to: from + Array.from(was).length, was, text })
      if (!change) return expect(was).toBe('')
      const expected = [...characters.slice(0, from), text, ...characters.slice(from + Array.from(was).length)].join('')
      expect(texts(written(document, article.id, change))).toEqual(all.map((one) => (one.part === part && one.block === block ? { ...one, text: expected } : one)))
    }),
  )
})

test('marks go with their words', () => {
  const marks = [{ from: 0, to: 2, kind: 'strong' }, { from: 4, to: 6, kind: 'name' }] as const
  const block = { role: 'paragraph', text: '清河,两岸新绿', marks } as const
  const article = { type: 'article', id: 'a', order: 0, file: null, page: null, kicker: null, headline: '', subtitle: null, summary: null, byline: null, blocks: [block], notes: [] } as const
  const after = (replacement: Omit<Replacement, 'part' | 'block'>) => written({ records: { a: article } }, 'a', replaceText({ records: { a: article } }, 'a', { part: 'block', block: 0, ...replacement })!).blocks[0]
  expect(after({ from: 2, to: 3, was: ',', text: '，在' })).toMatchObject({ marks: [marks[0], { from: 5, to: 7, kind: 'name' }] })
  expect(after({ from: 3, to: 6, was: '两岸新', text: '' })).toEqual({ role: 'paragraph', text: '清河,绿', marks: [marks[0]] })
})

test('what does not stand there any more is left alone', () => {
  const article = { type: 'article', id: 'a', order: 0, file: null, page: null, kicker: null, headline: '清河', subtitle: null, summary: null, byline: null, blocks: [], notes: [] } as const
  expect(replaceText({ records: { a: article } }, 'a', { part: 'headline', from: 0, to: 1, was: '河', text: '江' })).toBeNull()
  expect(replaceText({ records: { a: article } }, 'a', { part: 'block', block: 3, from: 0, to: 1, was: '河', text: '江' })).toBeNull()
  expect(replaceText({ records: { a: article } }, 'b', { part: 'headline', from: 0, to: 1, was: '清', text: '江' })).toBeNull()
})
