/** docs/typesetting.md, parts 3 and 8, on the faces that ship: what their marks take and give. */
import { beforeAll, describe, expect, it } from 'vitest'
import { BUNDLED_FACES } from '../../../src-core/document/style.ts'
import type { FaceSet } from '../../../src-core/fonts/face.ts'
import type { ParagraphStyle } from '../../../src-core/typeset/text/paragraph.ts'
import { shapeParagraph } from '../../../src-core/typeset/text/shape.ts'
import { openFaces } from '../../../src-main/services/faces.ts'

let faces: FaceSet
beforeAll(async () => {
  faces = (await openFaces({ cache: null })).set
})

const line = { lineBreak: 'gb', scheme: 'hangmobanjiao', autospaceEm: 0.25 } as const

function shape(text: string, face: string, changes: Partial<ParagraphStyle> = {}) {
  const shaped = shapeParagraph(text, { lang: 'zh-Hans', face, size: 10, line, indentEm: 0, justify: true, ...changes }, faces)
  return { ...shaped, ems: [...shaped.advance].map((points) => points / 10) }
}

describe.each(Object.keys(BUNDLED_FACES))('%s', (face) => {
  it('3.3 every mark stands in one em and gives half of it on its outer side', () => {
    for (const mark of '‘“〈《「『【〔〖〘〝（［｛｟') {
      const { ems, startBlank, endBlank } = shape(mark, face)
      expect([mark, ems[0], startBlank[0], endBlank[0]]).toEqual([mark, 1, 5, 0])
    }
    for (const mark of '’”〉》」』】〕〗〙〞〟）］｝｠、，。．：；！？') {
      const { ems, startBlank, endBlank } = shape(mark, face)
      expect([mark, ems[0], startBlank[0], endBlank[0]]).toEqual([mark, 1, 0, 5])
    }
  })

  it('3.1, 3.2 dashes, ellipses, dots, short dashes and solidi have their widths', () => {
    expect(shape('国——国……国—国…国', face).ems).toEqual([1, 2, 1, 2, 1, 1, 1, 1, 1])
    expect(shape('国·国–国/国／国‼国', face).ems).toEqual([1, 0.5, 1, 0.5, 1, 0.5, 1, 1, 1, 1, 1])
    expect(shape('国·国', face, { lang: 'zh-Hant' }).ems).toEqual([1, 1, 1])
  })

  it('3.4, 3.5 adjacent marks take one em and a half', () => {
    for (const pair of ['。”', '：“', '》、', '）（', '「『', '？”']) expect(shape(`国${pair}国`, face).ems.reduce((sum, em) => sum + em, 0)).toBeCloseTo(3.5, 9)
  })

  it('3.21 an apostrophe is set close', () => {
    expect(shape('don’t', face).ems[3]).toBeLessThan(0.4)
    expect(shape('国“GDP”国', face, { line: { ...line, latinQuotes: true } }).ems[1]).toBeLessThanOrEqual(0.5)
  })

  it('3.1 the ink of a mark stays within its cell', () => {
    for (const text of ['国“GDP”国', '国——国', '国·国', '国–国', '国/国']) {
      const shaped = shape(text, face, { line: { ...line, latinQuotes: true } })
      const { face: own, size } = shaped.runs[shaped.run[1]!]!
      const ink = own.ink(shaped.glyphs[shaped.glyphFrom[1]!]!)!
      const unit = (size / own.unitsPerEm) * shaped.scale[1]!
      const glyphs = shaped.glyphFrom[2]! - shaped.glyphFrom[1]!
      expect(shaped.shift[1]! + ink.xMin * unit).toBeGreaterThan(-0.25)
      expect(shaped.shift[1]! + ink.xMax * unit).toBeLessThan(shaped.advance[1]! / glyphs + 0.25)
    }
  })
})
