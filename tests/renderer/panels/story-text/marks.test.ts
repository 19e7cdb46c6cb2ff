import fc from 'fast-check'
import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { blockText } from '../../../../src-core/document/blocks.ts'
import { isOneUnit, marksFit, titleMarksFit, type InlineMark, type MarkKind } from '../../../../src-core/document/inline-marks.ts'
import { activeMarks, rubyText, setRuby, switchMark } from '../../../../src-renderer/panels/story-text/marks.ts'
import { toned } from '../../../../src-renderer/panels/story-text/pinyin.ts'
import { setRole } from '../../../../src-renderer/panels/story-text/roles.ts'
import { articleOf, documentOf, type ArticleText } from '../../../../src-renderer/panels/story-text/schema.ts'
import { mergeArticles } from '../../../../src-renderer/panels/story-text/three-way.ts'
import { marksOn } from '../../../core/document/documents.ts'

const words = fc.string({ unit: fc.constantFrom('检', '察', '，', 'A', '3', '𠮷'), minLength: 1, maxLength: 8 })

/** Marks as the editor keeps them: what is the same in one piece or several is in one. */
const kept = (text: string) => marksOn(text).map((marks) => marks.filter((mark) => isOneUnit(mark.kind) || !marks.some((other) => other.kind === mark.kind && other.to === mark.from)))
const withMarks = <B extends object>(block: B, marks: readonly InlineMark[]): B => (marks.length > 0 ? { ...block, marks } : block)

const marked: fc.Arbitrary<ArticleText> = fc
  .record({
    headline: words.chain((text) => fc.tuple(fc.constant(text), kept(text))),
    summary: words.chain((text) => fc.tuple(fc.constant(text), kept(text))),
    blocks: fc.array(
      fc.oneof(
        fc.tuple(fc.constantFrom('paragraph' as const, 'editorsNote' as const), words).chain(([role, text]) => kept(text).map((marks) => withMarks({ role, text }, marks))),
        fc
          .tuple(fc.constantFrom('crosshead' as const, 'verse' as const), fc.array(words, { minLength: 1, maxLength: 3 }))
          .chain(([role, lines]) => kept(lines.join('\n')).map((marks) => withMarks({ role, lines }, marks))),
        fc.tuple(words, words).chain(([first, second]) => kept(first).map((marks) => withMarks({ role: 'list' as const, items: [first, second] }, marks))),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ headline: [headline, marks], summary: [summary, its], blocks }) => {
    const titleMarks = { ...(marks.length > 0 ? { headline: marks } : {}), ...(its.length > 0 ? { summary: its } : {}) }
    return { standingHead: null, kicker: null, headline, subtitle: null, summary, byline: null, ...(Object.keys(titleMarks).length > 0 ? { titleMarks } : {}), blocks }
  })

const plain = (text: string, marks: readonly InlineMark[] = []): ArticleText => ({
  standingHead: null, kicker: null, headline: '题', subtitle: null, summary: null, byline: null, blocks: [withMarks({ role: 'paragraph' as const, text }, marks)],
})

/** A state with some characters of the first paragraph selected. */
function selected(article: ArticleText, from: number, to: number): EditorState {
  const doc = documentOf(article)
  const start = doc.child(0).nodeSize + 1
  return EditorState.create({ doc, selection: TextSelection.create(doc, start + from, start + to) })
}
function after(state: EditorState, ...commands: readonly Command[]): EditorState {
  return commands.reduce((now, command) => {
    let next = now
    command(now, (transaction) => (next = now.apply(transaction)))
    return next
  }, state)
}
const marksIn = (state: EditorState): readonly InlineMark[] => {
  const [block] = articleOf(state.doc).blocks
  return block && 'marks' in block ? (block.marks ?? []) : []
}
const of = (kind: MarkKind, from: number, to: number, text?: string): InlineMark => ({ from, to, kind, ...(text ? { text } : {}) })

describe('marks in the text editor', () => {
  it('come back as they went in', () => {
    fc.assert(
      fc.property(marked, (article) => {
        const document = documentOf(article)
        document.check()
        expect(articleOf(document)).toEqual(article)
      }),
    )
  })

  it('stay sound whatever is written, deleted and given another role', () => {
    const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.oneof(words, fc.constant('')), fc.constantFrom(null, 'crosshead', 'list', 'summary', 'verse', 'headline' as const))
    fc.assert(
      fc.property(marked, fc.array(edit, { minLength: 1, maxLength: 4 }), (article, edits) => {
        let state = EditorState.create({ doc: documentOf(article) })
        for (const [a, b, text, role] of edits) {
          const at = (share: number) => state.doc.resolve(Math.round(share * state.doc.content.size))
          state = state.apply(state.tr.setSelection(TextSelection.between(at(Math.min(a, b)), at(Math.max(a, b)))))
          if (role) state = after(state, setRole(role))
          else if (state.selection.$from.sameParent(state.selection.$to)) state = state.apply(text === '' ? state.tr.deleteSelection() : state.tr.insertText(text))
          state.doc.check()
          const now = articleOf(state.doc)
          expect(titleMarksFit(now)).toBe(true)
          for (const block of now.blocks) if ('marks' in block) expect(marksFit(block.marks ?? [], blockText(block))).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('switch on and off by one command, and tell what the selection has', () => {
    for (const kind of ['strong', 'kai', 'emphasis', 'name', 'title', 'frame'] as const) {
      const on = after(selected(plain('赵文华同志'), 0, 3), switchMark(kind))
      expect(marksIn(on)).toEqual([of(kind, 0, 3)])
      expect(activeMarks(on)).toEqual([kind])
      expect(marksIn(after(on, switchMark(kind)))).toEqual([])
    }
  })

  it('keep two names apart that touch, and clear one of them only', () => {
    const first = after(selected(plain('张三李四'), 0, 2), switchMark('name'))
    const start = first.doc.child(0).nodeSize + 1
    const both = after(first.apply(first.tr.setSelection(TextSelection.create(first.doc, start + 2, start + 4))), switchMark('name'))
    expect(marksIn(both)).toEqual([of('name', 0, 2), of('name', 2, 4)])
    expect(marksIn(after(both, switchMark('name')))).toEqual([of('name', 0, 2)])
  })

  it('take in what is written inside, not what is written after a name', () => {
    const named = plain('赵华同志', [of('name', 0, 2)])
    const inside = selected(named, 1, 1)
    expect(marksIn(inside.apply(inside.tr.insertText('文')))).toEqual([of('name', 0, 3)])
    const behind = selected(named, 2, 2)
    expect(marksIn(behind.apply(behind.tr.insertText('的')))).toEqual([of('name', 0, 2)])
  })

  it('set ruby over each character where there are as many syllables, else over all of them', () => {
    expect(marksIn(after(selected(plain('中国人'), 0, 2), setRuby('zhong1 guo2')))).toEqual([of('ruby', 0, 1, 'zhōng'), of('ruby', 1, 2, 'guó')])
    const group = after(selected(plain('中国人'), 0, 2), setRuby('China'))
    expect(marksIn(group)).toEqual([of('ruby', 0, 2, 'China')])
    expect(rubyText(group)).toBe('China')
    expect(marksIn(after(group, setRuby('')))).toEqual([])
  })

  it('write another ruby for the one at the caret', () => {
    const state = selected(plain('中国人', [of('ruby', 0, 2, 'China')]), 1, 1)
    expect(marksIn(after(state, setRuby('zhong1 guo2')))).toEqual([of('ruby', 0, 1, 'zhōng'), of('ruby', 1, 2, 'guó')])
  })

  it('make the two sides of a merge one', () => {
    const base = { ...plain('天地'), headline: '题目' }
    const mine = { ...base, titleMarks: { headline: [of('emphasis', 0, 1)] } }
    const theirs = { ...base, blocks: [{ role: 'paragraph' as const, text: '天地', marks: [of('name', 0, 2)] }] }
    expect(mergeArticles(base, mine, theirs)).toEqual({ ...theirs, titleMarks: mine.titleMarks })
    expect(mergeArticles(mine, base, { ...mine, headline: '题目', byline: '林禾' })).toEqual({ ...base, byline: '林禾' })
  })
})

describe('pinyin typed with figures', () => {
  it.each([
    ['zhong1 guo2', 'zhōng guó'],
    ['lv4 nü3', 'lǜ nǚ'],
    ['liu2 gui4 ei', 'liú guì ei'],
    ['Xi1 an1', 'Xī ān'],
    ['ma5', 'ma'],
    ['ma1 ma5', 'mā ma'],
    ['GDP', 'GDP'],
    ['zhōng', 'zhōng'],
    ['COVID-19', 'COVID-19'],
  ])('%s → %s', (typed, shown) => {
    expect(toned(typed)).toBe(shown)
  })
})
