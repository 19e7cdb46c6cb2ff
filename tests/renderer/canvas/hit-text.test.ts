import { expect, test } from 'vitest'
import type { GlyphRun } from '../../../src-core/typeset/frame.ts'
import type { PageResult } from '../../../src-core/typeset/result.ts'
import { textAt } from '../../../src-renderer/canvas/hit-test.ts'

/** A line of type at 10 pt; a cluster of two code points takes one glyph. */
function line(y: number, text: string, source: Partial<GlyphRun['source']>, clusters = [...text].map((_, index) => index)): GlyphRun {
  return {
    kind: 'glyphs',
    face: 'song',
    size: 10,
    color: [0, 0, 0, 1],
    x: 100,
    y,
    glyphs: clusters.map(() => 1),
    xs: clusters.map((_, index) => index * 10),
    text,
    clusters,
    source: { record: 'article-1', part: 'block', block: 0, from: 0, to: [...text].length, ...source },
  }
}

/** Two columns of text from the right, their axes at 300 and 285, from 200 down: 清晨 over turned WTO, then 河堤. */
function column(x: number, text: string, from: number, turned = false, top = 0): GlyphRun {
  const characters = [...text]
  return {
    ...line(200, text, { block: 2, from, to: from + characters.length }),
    x,
    xs: characters.map(() => (turned ? -3.8 : -5)),
    ys: characters.map((_, index) => top + (turned ? index * 5 : 8.8 + index * 10)),
    vertical: true,
    ...(turned ? { rotate: 90 } : {}),
  }
}

const result: PageResult = {
  frame: {
    page: { id: 'page-1', number: '01', section: '' },
    trim: { width: 500, height: 500 },
    bleed: 0,
    typeArea: { x: 0, y: 0, width: 500, height: 500 },
    items: [
      {
        kind: 'group',
        record: 'story-1',
        items: [
          line(100, '清河新绿', { part: 'headline', block: undefined as never }),
          { kind: 'group', record: null, items: [line(120, '清晨的河堤', { from: 0, to: 5 }), line(135, '𠀀上有人', { from: 5, to: 9 })] },
          line(150, '二级', { block: 1, from: 0, to: 3 }, [0, 1]),
          column(300, '清晨', 0),
          column(300, 'WTO', 2, true, 20),
          column(285, '河堤', 5),
        ],
      },
      { kind: 'group', record: 'picture-1', items: [line(100, '图注', { part: 'caption' })] },
    ],
  },
  stories: [],
  notes: [],
}

test.each([
  ['the middle of a character’s left half', { x: 112, y: 118 }, { part: 'block', block: 0, offset: 1 }],
  ['its right half', { x: 118, y: 118 }, { part: 'block', block: 0, offset: 2 }],
  ['left of the line', { x: 10, y: 118 }, { part: 'block', block: 0, offset: 0 }],
  ['right of the line', { x: 400, y: 118 }, { part: 'block', block: 0, offset: 5 }],
  ['a line that goes on, after a character beyond the BMP', { x: 111, y: 133 }, { part: 'block', block: 0, offset: 6 }],
  ['another block', { x: 100, y: 149 }, { part: 'block', block: 1, offset: 0 }],
  ['the upper half of a vertical line’s character', { x: 303, y: 213 }, { part: 'block', block: 2, offset: 1 }],
  ['its lower half', { x: 297, y: 217 }, { part: 'block', block: 2, offset: 2 }],
  ['a letter that is turned', { x: 300, y: 226 }, { part: 'block', block: 2, offset: 3 }],
  ['the next column', { x: 288, y: 204 }, { part: 'block', block: 2, offset: 5 }],
  ['under a column’s foot', { x: 286, y: 300 }, { part: 'block', block: 2, offset: 7 }],
  ['the headline, which is no block', { x: 131, y: 97 }, { part: 'headline', block: null, offset: 3 }],
])('a double click on %s puts the caret there', (_, point, place) => {
  expect(textAt(result, 'story-1', point)).toEqual({ article: 'article-1', ...place })
})

test('a picture’s caption is no article’s text', () => {
  expect(textAt(result, 'picture-1', { x: 105, y: 98 })).toBeNull()
})
