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

it('at the end of a part that has become shorter, and in the body where a part is gone', () => {
  expect(behind('headline', null, 99)).toBe('')
  expect(behind('kicker', null, 0)).toBe('一棵树\n一份账')
})
