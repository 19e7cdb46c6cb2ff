import { expect, it } from 'vitest'
import { caretAt } from '../../../../src-renderer/panels/story-text/caret.ts'
import { documentOf } from '../../../../src-renderer/panels/story-text/schema.ts'

const document = documentOf({
  kicker: null,
  headline: '𠮷祥如意',
  subtitle: null,
  summary: null,
  byline: '林禾',
  blocks: [
    { role: 'paragraph', text: '清晨的河堤上。' },
    { role: 'crosshead', lines: ['一棵树', '一份账'] },
  ],
})

/** What stands behind the caret, to its part's end. */
const behind = (...[part, block, offset]: [Parameters<typeof caretAt>[1]['part'], number | null, number]) => {
  const caret = document.resolve(caretAt(document, { part, block, offset }))
  return caret.parent.textBetween(caret.parentOffset, caret.parent.content.size, undefined, '\n')
}

it('the caret stands at the code point that was asked for', () => {
  expect(behind('headline', null, 1)).toBe('祥如意')
  expect(behind('byline', null, 0)).toBe('林禾')
  expect(behind('block', 0, 3)).toBe('河堤上。')
  expect(behind('block', 1, 4)).toBe('一份账')
})

it('in items and cells, counted with what parts them', () => {
  const blocks = documentOf({
    standingHead: null, kicker: null, headline: '题', subtitle: null, summary: null, byline: null,
    blocks: [
      { role: 'list', items: ['提前腾仓', '增设网点'] },
      { role: 'table', rows: [['品名', '价'], ['𠮷菜', '0.8']] },
    ],
  })
  const behindIn = (block: number, offset: number) => {
    const caret = blocks.resolve(caretAt(blocks, { part: 'block', block, offset }))
    return caret.parent.textBetween(caret.parentOffset, caret.parent.content.size)
  }
  expect([behindIn(0, 4), behindIn(0, 5), behindIn(0, 7)]).toEqual(['', '增设网点', '网点'])
  expect([behindIn(1, 0), behindIn(1, 3), behindIn(1, 6), behindIn(1, 8), behindIn(1, 99)]).toEqual(['品名', '价', '菜', '0.8', ''])
})

it('at the end of a part that has become shorter, and in the body where a part is gone', () => {
  expect(behind('headline', null, 99)).toBe('')
  expect(behind('kicker', null, 0)).toBe('一棵树\n一份账')
})
