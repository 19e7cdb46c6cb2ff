/** docs/typesetting.md, part 13: composite faces in shaping. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompositeFace } from '../../../../src-core/document/style.ts'
import type { Face, FaceSet } from '../../../../src-core/fonts/face.ts'
import { houseFaces } from '../../../../src-core/fonts/house-faces.ts'
import { breakParagraph } from '../../../../src-core/typeset/text/break-lines.ts'
import { placeLine } from '../../../../src-core/typeset/page/runs.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import type { SetLine } from '../../../../src-core/typeset/text/paragraph.ts'
import { setLine } from '../../../../src-core/typeset/text/set-line.ts'
import { shapeParagraph } from '../../../../src-core/typeset/text/shape.ts'
import { news, texts } from './texts.ts'

const ideal = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 }).face('ideal')!

/** The ideal face under another name, perhaps without some characters. */
function named(id: string, lacks = ''): Face {
  const missing = new Set([...lacks].map((character) => character.codePointAt(0)))
  return Object.assign(Object.create(ideal) as Face, { id, glyph: (codePoint: number) => (missing.has(codePoint) ? 0 : ideal.glyph(codePoint)) })
}

function setOf(...faces: readonly Face[]): FaceSet {
  const byId = new Map(faces.map((face) => [face.id, face]))
  return { ids: faces.map(({ id }) => id), face: (id) => byId.get(id), chain: (id) => [...faces.filter((face) => face.id === id), ...faces.filter((face) => face.id !== id)] }
}

const MIX: CompositeFace = { id: 'mix', name: '宋体配罗马', han: 'song', latin: 'roman', latinScale: 1.1, latinShiftEm: -0.05 }
const faces = houseFaces(setOf(named('song'), named('roman'), named('hei')), { composites: [MIX] })

function set(text: string, from: FaceSet = faces): SetLine {
  const shaped = shapeParagraph(text, news({ face: 'mix' }), from)
  return setLine(shaped, breakParagraph(shaped, () => 1000)[0]!)
}

const runs = (line: SetLine) => line.runs.map(({ face, text }) => `${face} ${text}`)

describe('composite faces', () => {
  it('13.1 letters, figures, word spaces and the marks of Western text come from the Western face, all else from the Han face', () => {
    expect(runs(set('涨5%了(OK)'))).toEqual(['song 涨', 'roman 5%', 'song 了', 'roman (OK)'])
    expect(runs(set('用GPT-4, don’t say更好'))).toEqual(['song 用', 'roman GPT-4, don’t say', 'song 更好'])
    expect(runs(set('“国”，——……·３℃'))).toEqual(['song “国”，——……·３℃'])
  })

  it('13.2 the Western face has its own size, and stands off the baseline by a share of the size asked for', () => {
    const line = set('国A')
    expect(line.runs.map(({ size, rise = 0 }) => [size, rise])).toEqual([[10, 0], [11, -0.5]])
    expect(placeLine(line, 0, 100, { record: 'r', part: 'headline' }).map((item) => item.kind === 'glyphs' && item.y)).toEqual([100, 100.5])
  })

  it('13.3 lines are counted with the Western face’s own advances, the gap in em of the Han face', () => {
    // 10 + 2.5 + 11 × 0.5 × 2 + 2.5 + 10
    expect(set('国AB国').width).toBeCloseTo(36, 9)
    expect(set('国AB国').runs.map(({ xs }) => xs)).toEqual([[0], [12.5, 18], [26]])
  })

  it('13.4 what the Western face lacks comes from another at the size asked for, and is reported against it', () => {
    const lacking = houseFaces(setOf(named('song'), named('roman', 'é'), named('hei')), { composites: [MIX] })
    expect(set('é', lacking).runs.map(({ face, size }) => [face, size])).toEqual([['song', 10]])
    expect(shapeParagraph('é', news({ face: 'mix' }), lacking).fallbacks).toEqual([{ codePoint: 0xe9, offset: 0, wanted: 'roman', used: 'song' }])
  })

  it('13.1 a composite of one face with itself is that face', () => {
    const same = houseFaces(setOf(named('song')), { composites: [{ id: 'mix', name: '', han: 'song', latin: 'song' }] })
    fc.assert(
      fc.property(texts, (text) => {
        const [mixed, plain] = ['mix', 'song'].map((face) => {
          const shaped = shapeParagraph(text, news({ face }), same)
          return breakParagraph(shaped, () => 90).map((line) => setLine(shaped, line))
        })
        expect(mixed).toEqual(plain)
      }),
    )
  })
})
