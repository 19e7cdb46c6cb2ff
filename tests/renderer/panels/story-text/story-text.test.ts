import fc from 'fast-check'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { blockText } from '../../../../src-core/document/blocks.ts'
import { mergeDocument } from '../../../../src-renderer/panels/story-text/merge.ts'
import { mergeArticles } from '../../../../src-renderer/panels/story-text/three-way.ts'
import { addPart, missingParts, roleAt, setRole } from '../../../../src-renderer/panels/story-text/roles.ts'
import { articleOf, BODY_ROLES, documentOf, TITLE_ROLES, type ArticleText, type Role } from '../../../../src-renderer/panels/story-text/schema.ts'

const words = fc.string({ unit: fc.constantFrom('检', '察', '，', '“', ' ', 'A', '3', '　', '𠮷'), minLength: 1, maxLength: 8 })
const optional = fc.option(words)

/** Rows of one length, the first cell of each with words in it. */
const rows = fc
  .nat(2)
  .chain((others) => fc.array(fc.tuple(words, fc.array(fc.oneof(words, fc.constant('')), { minLength: others, maxLength: others })), { minLength: 1, maxLength: 3 }))
  .map((made) => made.map(([first, rest]) => [first, ...rest]))

/** Articles in the form that the editor keeps: no part without words. */
const articles: fc.Arbitrary<ArticleText> = fc.record({
  standingHead: optional,
  kicker: optional,
  headline: fc.oneof(words, fc.constant('')),
  subtitle: optional,
  summary: optional,
  byline: optional,
  blocks: fc.array(
    fc.oneof(
      fc.record({ role: fc.constant('paragraph' as const), text: words }),
      fc.record({ role: fc.constantFrom('crosshead' as const, 'verse' as const), lines: fc.array(words, { minLength: 1, maxLength: 3 }) }),
      fc.record({ role: fc.constant('editorsNote' as const), text: words }),
      fc.record({ role: fc.constant('list' as const), items: fc.array(words, { minLength: 1, maxLength: 3 }), ordered: fc.constant(true) }, { requiredKeys: ['role', 'items'] }),
      fc.record({ role: fc.constant('table' as const), rows, head: fc.constantFrom(0, 2) }, { requiredKeys: ['role', 'rows'] }),
    ),
    { maxLength: 5 },
  ),
})

const roles = fc.constantFrom<Role>(...TITLE_ROLES, ...BODY_ROLES)

/** A state with its caret somewhere in the text. */
function stateAt(article: ArticleText, share: number): EditorState {
  const doc = documentOf(article)
  const selection = TextSelection.near(doc.resolve(Math.round(share * doc.content.size)))
  return EditorState.create({ doc, selection })
}

function allWords(article: ArticleText): string {
  const titles = [article.standingHead, article.kicker, article.headline, article.subtitle, article.summary, article.byline]
  return [...titles, ...article.blocks.map(blockText)].join('').replaceAll(/\s/gu, '')
}

const sorted = (text: string) => [...text].toSorted().join('')

describe('an article in the text editor', () => {
  it('comes back as it went in', () => {
    fc.assert(
      fc.property(articles, (article) => {
        expect(articleOf(documentOf(article))).toEqual(article)
      }),
    )
  })

  it('is always what the schema allows', () => {
    fc.assert(fc.property(articles, (article) => documentOf(article).check()))
  })

  it('leaves parts that are still empty out of the article', () => {
    const article = { standingHead: null, kicker: '', headline: '题', subtitle: null, summary: null, byline: null, blocks: [{ role: 'paragraph', text: '' }, { role: 'crosshead', lines: ['', ''] }] } as const
    expect(articleOf(documentOf(article))).toEqual({ ...article, kicker: null, blocks: [] })
  })
})

describe('giving a part another role', () => {
  it('keeps every word, and the part under the caret gets the role', () => {
    fc.assert(
      fc.property(articles, roles, fc.double({ min: 0, max: 1, noNaN: true }), (article, role, share) => {
        let state = stateAt(article, share)
        setRole(role)(state, (transaction) => (state = state.apply(transaction)))
        state.doc.check()
        expect(roleAt(state)).toBe(role)
        expect(sorted(allWords(articleOf(state.doc)))).toBe(sorted(allWords(article)))
      }),
    )
  })

  it('lets a paragraph and the headline change places', () => {
    const article = { standingHead: null, kicker: null, headline: '旧题', subtitle: null, summary: null, byline: null, blocks: [{ role: 'paragraph', text: '甲' }, { role: 'paragraph', text: '新题' }] } as const
    let state = stateAt(article, 1)
    setRole('headline')(state, (transaction) => (state = state.apply(transaction)))
    expect(articleOf(state.doc)).toEqual({ ...article, headline: '新题', blocks: [{ role: 'paragraph', text: '甲' }, { role: 'paragraph', text: '旧题' }] })
  })

  it('opens a missing part in its place, with the caret in it', () => {
    fc.assert(
      fc.property(articles, fc.constantFrom(...TITLE_ROLES), (article, role) => {
        let state = stateAt(article, 0)
        const missing = missingParts(state.doc).includes(role)
        const added = addPart(role)(state, (transaction) => (state = state.apply(transaction)))
        state.doc.check()
        expect(added).toBe(missing)
        if (missing) expect(roleAt(state)).toBe(role)
        expect(articleOf(state.doc)).toEqual(article)
      }),
    )
  })
})

describe('what was composed here and what came in meanwhile', () => {
  it('are both kept where they touch different parts', () => {
    fc.assert(
      fc.property(articles, words, words, (base, headline, byline) => {
        expect(mergeArticles(base, { ...base, headline }, { ...base, byline })).toEqual({ ...base, headline, byline })
      }),
    )
  })

  it('are both kept in different paragraphs', () => {
    const paragraph = (text: string) => ({ role: 'paragraph' as const, text })
    fc.assert(
      fc.property(articles, fc.array(words, { minLength: 2, maxLength: 4 }), words, words, (article, texts, first, last) => {
        const base = { ...article, blocks: texts.map(paragraph) }
        const mine = { ...base, blocks: base.blocks.with(0, paragraph(first)) }
        const theirs = { ...base, blocks: base.blocks.with(texts.length - 1, paragraph(last)) }
        expect(mergeArticles(base, mine, theirs).blocks).toEqual(base.blocks.with(texts.length - 1, paragraph(last)).with(0, paragraph(first)))
      }),
    )
  })

  it('leave what was written here where both touched the same part', () => {
    fc.assert(
      fc.property(articles, articles, articles, (base, mine, theirs) => {
        const merged = mergeArticles(base, mine, theirs)
        for (const role of TITLE_ROLES) expect(merged[role]).toBe(mine[role] === base[role] ? theirs[role] : mine[role])
        expect(mergeArticles(base, base, theirs)).toEqual(theirs)
        expect(mergeArticles(base, mine, base)).toEqual(mine)
      }),
    )
  })
})

describe('merging a change from outside', () => {
  it('ends with exactly the article that came in', () => {
    fc.assert(
      fc.property(articles, articles, fc.double({ min: 0, max: 1, noNaN: true }), (before, after, share) => {
        const state = stateAt(before, share)
        expect(articleOf(mergeDocument(state, documentOf(after)).doc)).toEqual(articleOf(documentOf(after)))
      }),
    )
  })

  it('leaves the caret at its character when words before it change', () => {
    fc.assert(
      fc.property(articles, words, words, fc.nat(), (article, headline, body, offset) => {
        const before = { ...article, blocks: [{ role: 'paragraph' as const, text: body }] }
        const doc = documentOf(before)
        const caret = doc.content.size - 1 - (offset % (body.length + 1))
        const state = EditorState.create({ doc, selection: TextSelection.create(doc, caret) })
        const merged = mergeDocument(state, documentOf({ ...before, headline }))
        expect(merged.doc.content.size - merged.selection.head).toBe(doc.content.size - caret)
      }),
    )
  })
})
