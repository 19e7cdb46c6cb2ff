/** docs/typesetting.md, part 8: characters to glyphs. */
import { describe, expect, it } from 'vitest'
import type { Face, FaceSet } from '../../../../src-core/fonts/face.ts'
import { breakParagraph } from '../../../../src-core/typeset/text/break-lines.ts'
import type { ParagraphStyle, SetLine } from '../../../../src-core/typeset/text/paragraph.ts'
import { setLine } from '../../../../src-core/typeset/text/set-line.ts'
import { shapeParagraph } from '../../../../src-core/typeset/text/shape.ts'
import { news } from './texts.ts'

/** A face that has some characters, numbered from 1 in the order given, each 1000 wide with a blank of 70 on both sides. */
function drawn(id: string, characters: string, wide: Readonly<Record<string, number>> = {}): Face {
  const codePoints = [0, ...[...characters].map((character) => character.codePointAt(0)!)]
  const advance = (glyph: number): number => wide[String.fromCodePoint(codePoints[glyph] ?? 0)] ?? 1000
  return {
    id,
    hash: '',
    name: id,
    unitsPerEm: 1000,
    ascender: 880,
    descender: -120,
    glyphCount: codePoints.length,
    embeddable: true,
    glyph: (codePoint) => Math.max(0, codePoints.indexOf(codePoint)),
    variant: (codePoint, selector) => codePoints.indexOf(codePoint) + 100 * (selector - 0xfe00 + 1),
    advance,
    ink: (glyph) => ({ xMin: 70, yMin: 0, xMax: advance(glyph) - 70, yMax: 700 }),
    substitute: (_, glyph) => glyph,
    adjust: () => null,
  }
}

function setOf(...faces: readonly Face[]): FaceSet {
  const byId = new Map(faces.map((face) => [face.id, face]))
  return { ids: faces.map(({ id }) => id), face: (id) => byId.get(id), chain: (id) => [...faces.filter((face) => face.id === id), ...faces.filter((face) => face.id !== id)] }
}

const style: ParagraphStyle = news({ face: 'song' })

function set(text: string, faces: FaceSet, setting: ParagraphStyle = style): SetLine {
  const shaped = shapeParagraph(text, setting, faces)
  return setLine(shaped, breakParagraph(shaped, () => 1000)[0]!)
}

describe('faces', () => {
  it('8.1 a character that the face lacks comes from the next face that has it, and is reported', () => {
    const faces = setOf(drawn('song', '国'), drawn('hei', '国㐀'))
    expect(shapeParagraph('国㐀国', style, faces).fallbacks).toEqual([{ codePoint: 0x3400, offset: 1, wanted: 'song', used: 'hei' }])
    expect(set('国㐀国', faces).runs.map(({ face, text, glyphs, from, to }) => [face, text, glyphs, from, to])).toEqual([
      ['song', '国', [1], 0, 1],
      ['hei', '㐀', [2], 1, 2],
      ['song', '国', [1], 2, 3],
    ])
  })

  it('8.2 one that no face has is set as the missing glyph of the face that was asked for', () => {
    const faces = setOf(drawn('song', '国'))
    expect(shapeParagraph('国㐀', style, faces).fallbacks).toEqual([{ codePoint: 0x3400, offset: 1, wanted: 'song', used: null }])
    expect(set('国㐀', faces).runs[0]!.glyphs).toEqual([1, 0])
  })

  it('13.13 a face that is not at hand is set in the first that stands in for it, without a report for each character', () => {
    const faces = setOf(drawn('song', '国'), drawn('hei', '㐀'))
    const gone = { ...style, face: '小标宋@gone' }
    expect(set('国㐀', faces, gone).runs.map(({ face, text }) => [face, text])).toEqual([['song', '国'], ['hei', '㐀']])
    expect(shapeParagraph('国㐀', gone, faces).fallbacks).toEqual([{ codePoint: 0x3400, offset: 1, wanted: 'song', used: 'hei' }])
  })

  it('8.3 a cluster is never parted between faces', () => {
    const faces = setOf(drawn('song', 'e国'), drawn('hei', 'e\u0301国', { '\u0301': 0 }))
    expect(set('国e\u0301', faces).runs.map(({ face, text }) => [face, text])).toEqual([['song', '国'], ['hei', 'e\u0301']])
  })

  it('8.4 a variation selector picks the variant and shows nothing itself', () => {
    const [run] = set('国\ufe00国', setOf(drawn('song', '国'))).runs
    expect([run!.text, run!.glyphs, run!.clusters, run!.xs]).toEqual(['国\ufe00国', [101, 1], [0, 2], [0, 10]])
  })

  it('8.4 a selector with nothing before it is left out, also of what its run says that it shows', () => {
    for (const vertical of [false, true]) {
      const [run] = set('\ufe00\u{1da00}国', setOf(drawn('song', '国\u{1da00}')), { ...style, ...(vertical ? { vertical } : {}) }).runs
      expect([run!.text, run!.clusters, run!.from]).toEqual(['\u{1da00}国', [0, 1], 1])
    }
  })

  it('8.5 —— is the face’s dash of two em, else two dashes drawn wider until they join', () => {
    const own = set('国——国', setOf(drawn('song', '国—⸺', { '⸺': 2000 }))).runs
    expect(own.map(({ text, glyphs, clusters, xs }) => [text, glyphs, clusters, xs])).toEqual([['国——国', [1, 3, 1], [0, 1, 3], [0, 10, 30]]])
    const joined = set('国——国', setOf(drawn('song', '国—'))).runs[1]!
    const scale = joined.scaleX!
    const ink = joined.xs.map((x) => [x + 0.7 * scale, x + 9.3 * scale])
    expect(ink.flat().map((x) => Math.round(x * 100) / 100)).toEqual([10, 20, 20, 30])
  })

  it('8.6 a run in another face and size is set in it, and the line goes on', () => {
    const faces = setOf(drawn('song', '国'), drawn('hei', '国'))
    const line = set('国国国', faces, { ...style, runs: [{ from: 0, to: 2, face: 'hei', size: 12 }] })
    expect(line.runs.map(({ face, size, xs }) => [face, size, xs])).toEqual([['hei', 12, [0, 12]], ['song', 10, [24]]])
  })

  it('8.7 control characters have no glyph; the runs beside them keep their place in the text', () => {
    const { runs } = set('国\u200b国', setOf(drawn('song', '国')))
    expect(runs.map(({ text, from, to }) => [text, from, to])).toEqual([['国', 0, 1], ['国', 2, 3]])
  })

  it('8.8 a narrow quotation mark gets a cell of 1 em, and gives its blank', () => {
    const narrow = drawn('song', '国“”', { '“': 350, '”': 350 })
    const face: Face = {
      ...narrow,
      adjust: (feature, glyph) => (feature !== 'widen' || glyph < 2 ? null : { placement: glyph === 2 ? 650 : 0, advance: 650 }),
    }
    expect(set('国“国”国', setOf(face)).runs.map(({ xs }) => xs)).toEqual([[0, 16.5, 20, 30, 40]])
    expect(set('“国”', setOf(face)).runs.map(({ xs }) => xs)).toEqual([[1.5, 5, 15]])
  })
})
