/** docs/typesetting.md, parts 3 and 4: widths of marks, Chinese-Western gaps. Em throughout. */
import { describe, expect, it } from 'vitest'
import type { Face, FaceSet } from '../../../../src-core/fonts/face.ts'
import { breakParagraph } from '../../../../src-core/typeset/text/break-lines.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import type { ParagraphStyle } from '../../../../src-core/typeset/text/paragraph.ts'
import { placeCells } from '../../../../src-core/typeset/text/set-line.ts'
import { shapeParagraph } from '../../../../src-core/typeset/text/shape.ts'
import { faces, news } from './texts.ts'

const hant = idealFaces({ lang: 'zh-Hant', latinEm: 0.5 })

/** Advances of the clusters between the first and the last character, which are 国. */
function widths(text: string, style: ParagraphStyle = news(), set: FaceSet = style.lang === 'zh-Hant' ? hant : faces): readonly number[] {
  const shaped = shapeParagraph(text, style, set)
  return [...shaped.advance].slice(1, -1).map((points) => points / style.size)
}

function gaps(text: string, style: ParagraphStyle = news()): readonly number[] {
  const shaped = shapeParagraph(text, style, faces)
  return [...shaped.gap].flatMap((points, cluster) => (points > 0 ? [shaped.from[cluster + 1]!] : []))
}

/** Advances of each line's cells, gaps left out. */
function lineWidths(text: string, measure: number, style: ParagraphStyle): readonly (readonly number[])[] {
  const shaped = shapeParagraph(text, style, faces)
  return breakParagraph(shaped, () => measure * style.size).map((line) => {
    const { edges, gaps: after } = placeCells(shaped, line)
    return [...after].map((gap, index) => Math.round(((edges[index + 1]! - edges[index]! - gap) / style.size) * 1e6) / 1e6)
  })
}

describe('cells', () => {
  it('3.1 dashes and ellipses take two em, one alone takes one', () => {
    expect(widths('国——国')).toEqual([2])
    expect(widths('国……国')).toEqual([2])
    expect(widths('国⸺国')).toEqual([2])
    expect(widths('国…国—国')).toEqual([1, 1, 1])
    expect(widths('国………………国')).toEqual([2, 2, 2])
  })

  it('3.2 the dot · is half an em on the mainland, one em in its own full-width cell and in Hong Kong and Taiwan', () => {
    expect(widths('国·国')).toEqual([0.5])
    expect(widths('国・国')).toEqual([1])
    expect(widths('国·国', news({ lang: 'zh-Hant' }))).toEqual([1])
    expect(gaps('国l·l国')).toEqual([1, 4])
  })

  it('3.2 so are the short dash and the solidus on the mainland, but in Western text as the face has them', () => {
    const wide = faceWith({ '–': { advance: 563, xMin: 40, xMax: 520 }, '/': { advance: 352, xMin: 10, xMax: 340 } })
    expect(widths('国–国/国／国', news(), wide)).toEqual([0.5, 1, 0.5, 1, 1])
    expect(widths('国a/b国', news(), wide)).toEqual([0.5, 0.352, 0.5])
    expect(widths('国–国', news({ lang: 'zh-Hant' }))).toEqual([1])
  })

  it('3.3 a blank is measured, by halt, else by ink; a proportional mark has none to give', () => {
    const narrow = faceWith({ '“': { advance: 350, xMin: 50, xMax: 300 }, '”': { advance: 350, xMin: 50, xMax: 300 } })
    expect(widths('国。”国', news(), narrow)).toEqual([0.5, 0.35])
    expect(widths('国）“国', news(), narrow)).toEqual([1, 0.35])
    const halt = faceWith({ '）': { advance: 1000, xMin: 0, xMax: 990, halt: { placement: 0, advance: -450 } } })
    expect(widths('国））国', news(), halt)[0]).toBeCloseTo(0.55, 9)
    const centred = faceWith({ '，': { advance: 1000, xMin: 400, xMax: 650 } })
    expect(widths('国，」国', news(), centred)).toEqual([1, 1])
  })
})

describe('adjacent marks', () => {
  it.each([
    ['「『', [1, 0.5]], ['「（', [1, 0.5]], ['」「', [1, 0.5]], ['。「', [1, 0.5]], ['：“', [1, 0.5]], ['，《', [1, 0.5]], ['？“', [1, 0.5]], ['・（', [1, 0.5]], ['\u3000（', [1, 0.5]],
  ])('3.4 the opening mark loses its start: %s', (marks, expected) => expect(widths(`国${marks}国`)).toEqual(expected))

  it.each([
    ['。」', [0.5, 1]], ['？”', [0.5, 1]], ['》、', [0.5, 1]], ['）。', [0.5, 1]], ['”。', [0.5, 1]], ['』」', [0.5, 1]], ['，，', [0.5, 1]], ['）：', [0.5, 1]], ['」・', [0.5, 1]], ['）\u3000', [0.5, 1]],
  ])('3.5 the mark before loses its end: %s', (marks, expected) => expect(widths(`国${marks}国`)).toEqual(expected))

  it.each(['（）', '（・', '・）', '・・', '（国', '国）', '，国', '\u3000）'])('3.6 nothing is taken: %s', (marks) => {
    for (const width of widths(`国${marks}国`)) expect(width).toBe(1)
  })

  it('3.7 chains go pair by pair', () => {
    expect(widths('国）））国')).toEqual([0.5, 0.5, 1])
    expect(widths('国（（（国')).toEqual([1, 0.5, 0.5])
    expect(widths('国》！？国')).toEqual([0.5, 0.5, 1])
    expect(widths('国）“（国')).toEqual([1, 0.5, 0.5])
  })

  it('3.8 a half-em dot beside a bracket stays, the two are 1.5 em already', () => {
    expect(widths('国》·《国')).toEqual([1, 0.5, 1])
  })

  it('3.9 an ASCII bracket counts with its class and gives nothing itself', () => {
    expect(widths('国（(国')).toEqual([1, 0.5])
    expect(widths('国(（国')).toEqual([0.5, 0.5])
    expect(widths('国。)国')).toEqual([0.5, 0.5])
  })

  it('3.10 in traditional Chinese centred points lose nothing', () => {
    const style = news({ lang: 'zh-Hant' })
    expect(widths('国。）国', style)).toEqual([1, 1])
    expect(widths('国：（国', style)).toEqual([1, 0.5])
    expect(widths('国）。国', style)).toEqual([0.5, 1])
    expect(widths('国！」国', style)).toEqual([1, 1])
  })

  it('3.20 the national scheme closes two chained ？！ to one em, three to two', () => {
    const gb = news({ line: { scheme: 'gb' } })
    const total = (text: string, style = gb): number => widths(`国${text}国`, style).reduce((sum, width) => sum + width, 0)
    for (const pair of ['？？', '！！', '？！', '！？']) expect(total(pair)).toBe(1)
    for (const three of ['？？？', '！！！']) expect(total(three)).toBe(2)
    expect(total('？？', news())).toBe(1.5)
    expect(widths('国？？”国', gb)).toEqual([0.5, 0.5, 1])
  })

  it('3.11 the rule crosses runs, each mark giving its own blank', () => {
    const shaped = shapeParagraph('国）（国', news({ runs: [{ from: 2, to: 4, face: 'ideal', size: 20 }] }), faces)
    expect([...shaped.advance]).toEqual([10, 10, 10, 20])
  })

  it('3.12 adjacent none leaves every mark its em', () => {
    expect(widths('国。」（国', news({ line: { adjacent: 'none' } }))).toEqual([1, 1, 1])
  })
})

describe('line edges', () => {
  const text = '（国国国）国国国，国。'
  const ragged = news({ justify: false })

  it('3.13 the mark at a line’s end takes half an em, also on the last line and where there is room', () => {
    expect(lineWidths('国国国）国国国。', 3.6, ragged)).toEqual([[1, 1, 1, 0.5], [1, 1, 1, 0.5]])
    expect(lineWidths('国。', 9, ragged)).toEqual([[1, 0.5]])
  })

  it('3.14 the opening mark at a line’s start takes half an em, by the house also not', () => {
    expect(lineWidths(text, 4.5, ragged)).toEqual([[0.5, 1, 1, 1, 0.5], [1, 1, 1, 0.5], [1, 0.5]])
    expect(lineWidths('（国（国', 2, news({ justify: false, line: { lineStart: 'keep' } }))).toEqual([[1, 1], [1, 1]])
    expect(lineWidths('（国（国', 2, news({ justify: false, line: { lineStart: 'first-keep' } }))).toEqual([[1, 1], [0.5, 1]])
    expect(lineWidths('（国\n（国', 9, news({ justify: false, line: { lineStart: 'first-keep' } })).map(([first]) => first)).toEqual([1, 1])
  })

  it('3.14 with keep a mark that touched the one before it has its blank again where the line begins with it', () => {
    const keep = news({ justify: false, line: { lineStart: 'keep' } })
    expect(lineWidths('国国国）（国', 4, keep)).toEqual([[1, 1, 1, 0.5], [1, 1]])
    expect(lineWidths('国国国）（国', 9, keep)).toEqual([[1, 1, 1, 1, 0.5, 1]])
  })

  it('3.15 line end allow trims only when needed, none never', () => {
    expect(lineWidths('国，国，', 2, news({ justify: false, line: { lineEnd: 'allow' } }))).toEqual([[1, 1], [1, 1]])
    expect(lineWidths('国，国，', 1.6, news({ justify: false, line: { lineEnd: 'allow' } }))).toEqual([[1, 0.5], [1, 0.5]])
    expect(lineWidths('国国，国', 2.6, news({ justify: false, line: { lineEnd: 'none' } }))).toEqual([[1], [1, 1], [1]])
  })

  it('3.16 a hanging mark takes no room, and only where it would not fit', () => {
    const hang = news({ justify: false, line: { lineEnd: 'hang' } })
    expect(lineWidths('国国，国国。', 2, hang)).toEqual([[1, 1, 0], [1, 1, 0]])
    expect(lineWidths('国国，', 3, hang)).toEqual([[1, 1, 0.5]])
    expect(lineWidths('国国）国', 2, hang)).toEqual([[1], [1, 0.5], [1]])
  })

  it('3.16 no mark hangs after another, in a line with Western text, or centred in a horizontal line', () => {
    const hang = news({ justify: false, line: { lineEnd: 'hang' } })
    expect(lineWidths('国国”，国', 2.5, hang)).toEqual([[1], [1, 0.5, 0.5], [1]])
    expect(lineWidths('国X，国', 1.75, hang)).toEqual([[1], [0.5, 0.5], [1]])
    expect(lineWidths('国国，国', 2, news({ lang: 'zh-Hant', justify: false, line: { lineEnd: 'hang' } }))).toEqual([[1], [1, 0.5], [1]])
  })
})

describe('schemes', () => {
  it.each([
    ['quanjiao', [1, 1, 1, 1, 1]],
    ['hangmobanjiao', [1, 1, 1, 1, 1]],
    ['kaiming', [0.5, 1, 1, 0.5, 0.5]],
    ['banjiao', [0.5, 0.5, 0.5, 0.5, 0.5]],
    ['plain', [1, 1, 1, 1, 1]],
  ] as const)('3.17 %s', (scheme, expected) => {
    const style = news({ justify: false, line: { scheme } })
    expect(['，', '。', '！', '《', '》'].map((mark) => widths(`国${mark}国`, style)[0])).toEqual(expected)
  })

  it.each(['kaiming', 'banjiao'] as const)('3.19 %s: marks have their half em again before Han are spaced', (scheme) => {
    const style = news({ line: { scheme } })
    expect(lineWidths('国国，国国，国国国国', 5.6, style)[0]).toEqual([1, 1, 1, 1, 1, 0.5])
    expect(lineWidths('《国》国国，国国国', 5.2, style)[0]).toEqual([0.5, 1, 1, 1, 1, 0.5])
  })

  it('3.18 quanjiao keeps the mark at a line’s end whole, plain touches nothing, a field given beats the scheme', () => {
    expect(lineWidths('国，', 9, news({ line: { scheme: 'quanjiao' } }))).toEqual([[1, 1]])
    expect(lineWidths('（国。」', 9, news({ line: { scheme: 'plain' } }))).toEqual([[1, 1, 1, 1]])
    expect(lineWidths('国，', 9, news({ line: { scheme: 'quanjiao', lineEnd: 'trim' } }))).toEqual([[1, 0.5]])
  })
})

describe('Western quotation marks', () => {
  it('3.21 stay Western round nothing but Western text, where the house wants it', () => {
    const western = news({ line: { latinQuotes: true } })
    expect(widths('国“GDP”国')).toEqual([1, 0.5, 0.5, 0.5, 1])
    expect(widths('国“GDP”国', western)).toEqual([0.5, 0.5, 0.5, 0.5, 0.5])
    expect(widths('国“国GDP”国', western)).toEqual([1, 1, 0.5, 0.5, 0.5, 1])
    expect(widths('国“国‘A’”国', western)).toEqual([1, 1, 0.5, 0.5, 0.5, 1])
    expect(gaps('国“GDP”国', western)).toEqual([1, 6])
  })

  it('3.21 a full-width apostrophe is set close in a word', () => {
    const song = faceWith({ '’': { advance: 1000, xMin: 90, xMax: 230 } })
    expect(widths('国don’t国', news(), song)[3]).toBeCloseTo(0.26, 9)
  })
})

describe('Chinese-Western gap', () => {
  it('4.1 stands between Han and Western letters or figures, both ways', () => {
    expect(gaps('国国XX国9国α国')).toEqual([2, 4, 5, 6, 7, 8])
    expect(gaps('𠀀X国\u0301X')).toEqual([1, 2, 4])
    expect(shapeParagraph('国X', news(), faces).gap[0]).toBe(2.5)
    expect(gaps('国X国', news({ line: { autospaceEm: 0 } }))).toEqual([])
  })

  it('4.2 does not stand beside marks, full-width forms, circled figures or ASCII signs', () => {
    expect(gaps('国。XX，（X）\u3000X')).toEqual([])
    expect(gaps('国Ａ国５国①国+国ⅱ国[国]')).toEqual([])
  })

  it('4.3 stands outside a figure with its own sign', () => {
    expect(gaps('占50%的')).toEqual([1, 4])
    expect(gaps('高36.5°国')).toEqual([1, 6])
    expect(gaps('by%国%s国')).toEqual([6])
  })

  it('4.4 is dropped where the line breaks', () => {
    expect(lineWidths('国国国国X国', 4, news({ justify: false }))).toEqual([[1, 1, 1, 1], [0.5, 1]])
  })

  it('4.5 a typed space between Han and Western stands for the gap, never beside it', () => {
    expect(widths('国X X国 X 国国')).toEqual([0.5, 0.25, 0.5, 1, 0.25, 0.5, 0.25, 1])
    expect(gaps('国 X 国')).toEqual([])
    expect(widths('国  X国')).toEqual([0.25, 0, 0.5])
    expect(widths('占50% 的X ，国 。')).toEqual([0.5, 0.5, 0.5, 0.25, 1, 0.5, 0, 1, 1, 0])
  })

  it('4.6 a stray space between Han is kept and takes no room; after 记者 and 通讯员 it is one em', () => {
    expect(widths('国 国')).toEqual([0])
    expect(widths('（记者 张三 通讯员 李四）')[3]).toBe(1)
    expect(widths('（记者 张三 李四 通讯员 王五）国 国国国')).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1])
    expect(widths('国记者  张三国')).toEqual([1, 1, 1, 0, 1, 1])
    expect(lineWidths('记者 张三，国国国国', 6.8, news())[0]).toEqual([1, 1, 1, 1, 1, 0.8, 1])
  })

  it('4.7 in a headline it is a sense gap of one em', () => {
    expect(widths('国 国', news({ senseSpaces: true }))).toEqual([1])
  })
})

interface Drawn {
  readonly advance: number
  readonly xMin: number
  readonly xMax: number
  readonly halt?: { readonly placement: number; readonly advance: number }
}

/** The ideal face with some glyphs drawn otherwise. */
function faceWith(drawn: Readonly<Record<string, Drawn>>): FaceSet {
  const ideal = faces.face('ideal')!
  const of = (glyph: number): Drawn | undefined => drawn[String.fromCodePoint(glyph)]
  const face: Face = {
    id: 'ideal',
    hash: '',
    name: '',
    unitsPerEm: 1000,
    ascender: 880,
    descender: -120,
    glyphCount: 0,
    embeddable: false,
    glyph: (codePoint) => codePoint,
    variant: (codePoint) => codePoint,
    substitute: (_, glyph) => glyph,
    advance: (glyph) => of(glyph)?.advance ?? ideal.advance(glyph),
    ink: (glyph) => {
      const own = of(glyph)
      return own ? { xMin: own.xMin, yMin: 0, xMax: own.xMax, yMax: 500 } : ideal.ink(glyph)
    },
    adjust: (feature, glyph) => (feature === 'halt' ? (of(glyph)?.halt ?? null) : null),
  }
  return { ids: ['ideal'], face: () => face, chain: () => [face] }
}
