/** docs/typesetting.md, part 7: where the lines of a headline end. Em throughout. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakHeadline } from '../../../../src-core/typeset/text/headline.ts'
import { shapeParagraph } from '../../../../src-core/typeset/text/shape.ts'
import { wordStarts } from '../../../../src-core/typeset/text/words/words.ts'
import { faces, news, texts } from './texts.ts'

const style = news({ justify: false, senseSpaces: true })

function headline(text: string, measure: number): readonly string[] {
  const characters = [...text]
  return breakHeadline(shapeParagraph(text, style, faces), measure * style.size).map((line) => characters.slice(line.from, line.to).join('').trim())
}

/** Two hundred headlines of local papers, with a slash wherever a line may end without cutting a word. */
const HEADLINES = readFileSync(new URL('../../../golden/headlines.txt', import.meta.url), 'utf8').trim().split('\n')

describe('headlines', () => {
  it('7.1 stand on one line where they fit, the sense space an em wide', () => {
    expect(headline('忠诚履职担当作为 服务大局踔厉奋进', 17)).toEqual(['忠诚履职担当作为 服务大局踔厉奋进'])
  })

  it('7.2 break at the author’s space first', () => {
    expect(headline('忠诚履职担当作为 服务大局踔厉奋进', 16)).toEqual(['忠诚履职担当作为', '服务大局踔厉奋进'])
    expect(headline('忠诚履职担当作为 服务大局踔厉奋进', 6)).toEqual(['忠诚履职', '担当作为', '服务大局', '踔厉奋进'])
  })

  it('7.3 are balanced, the shorter line above, no line of one character', () => {
    expect(headline('国国国国国', 4)).toEqual(['国国', '国国国'])
    expect(headline('国国国国国国国国国', 8)).toEqual(['国国国国', '国国国国国'])
    expect(headline('我市召开乡村振兴工作推进会', 9)).toEqual(['我市召开乡村', '振兴工作推进会'])
  })

  it('7.4 begin no line with 的 了 着 等 和 与, and end none with a comma', () => {
    expect(headline('美丽乡村的新面貌新', 6)).toEqual(['美丽乡村的', '新面貌新'])
    expect(headline('稳中求进，以进促稳先', 7)).toEqual(['稳中求进，以进', '促稳先'])
    expect(headline('校园里的青年歌手大赛', 6)).toEqual(['校园里的', '青年歌手大赛'])
  })

  it('7.5 keep a figure with its unit', () => {
    expect(headline('全市投入35万元用于修路', 9)).toEqual(['全市投入', '35万元用于修路'])
    expect(headline('粮食总产突破三百二十亿斤大关', 9)).toEqual(['粮食总产突破', '三百二十亿斤大关'])
  })

  it('7.6 break a word that is wider than the measure, and say so', () => {
    expect(breakHeadline(shapeParagraph('XXXXXXXX', style, faces), 20).map((line) => line.emergency)).toEqual([true, undefined])
  })

  it('7.7 cut no name in two', () => {
    expect(headline('市长李建国到基层调研防汛工作', 9)).toEqual(['市长李建国', '到基层调研防汛工作'])
    expect(headline('养殖大户刘永强捐款修路', 8)).toEqual(['养殖大户', '刘永强捐款修路'])
  })

  it('7.7 take a line more rather than cut a word', () => {
    expect(headline('运动员代表团', 4)).toEqual(['运动员', '代表团'])
    expect(headline('共产主义接班人', 4)).toEqual(['共产主义', '接班人'])
    expect(headline('大学生运动员', 5)).toEqual(['大学生', '运动员'])
    expect(headline('新能源汽车产业园', 5)).toEqual(['新能源', '汽车产业园'])
  })

  it('7.7 end at most one line in two hundred inside a word, at every measure from 5 to 16 em', () => {
    let ends = 0
    const cut: string[] = []
    for (const marked of HEADLINES) {
      const parts = marked.split('/')
      const edges = new Set(parts.map((_, index) => parts.slice(0, index).join('').length))
      const text = parts.join('')
      const shaped = shapeParagraph(text, style, faces)
      for (let measure = 5; measure <= 16; measure++) {
        for (const { to } of breakHeadline(shaped, measure * style.size).slice(0, -1)) {
          ends += 1
          if (!edges.has(to)) cut.push(`${measure}: ${text.slice(0, to)}|${text.slice(to)}`)
        }
      }
    }
    expect(ends).toBeGreaterThan(1500)
    expect(cut.length, cut.join('\n')).toBeLessThanOrEqual(ends / 200)
  })

  it('7.7 cut a text into words of the list, and any text without losing a character', () => {
    expect(wordsOf('我市召开乡村振兴工作推进会')).toEqual(['我市', '召开', '乡村', '振兴', '工作', '推进', '会'])
    expect(wordsOf('龘𠮷A')).toEqual(['龘', '𠮷', 'A'])
    fc.assert(fc.property(texts, (text) => wordsOf(text).join('') === text))
  })
})

function wordsOf(text: string): readonly string[] {
  const characters = Array.from(text)
  const starts = wordStarts(characters)
  const words: string[] = []
  characters.forEach((character, at) => (starts[at] ? words.push(character) : (words[words.length - 1] += character)))
  return words
}
