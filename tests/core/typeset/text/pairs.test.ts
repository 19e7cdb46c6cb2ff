/**
 * docs/typesetting.md, parts 2 and 3: every class beside every other, written out as tables. The characters of a row are
 * all those of TYPESETTING §1.
 */
import { describe, expect, it } from 'vitest'
import type { LineBreakLevel, PunctuationScheme } from '../../../../src-core/document/style.ts'
import { breakOpportunities } from '../../../../src-core/typeset/text/break-opportunities.ts'
import { codePointsOf } from '../../../../src-core/typeset/text/clusters.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { shapeParagraph } from '../../../../src-core/typeset/text/shape.ts'
import { news } from './texts.ts'

const CLASSES = {
  OP: '‘“〈《「『【〔〖〘〚〝（［｛｟',
  CL: '’”〉》」』】〕〗〙〛〞〟）］｝｠',
  PC: '、，',
  PS: '。．',
  CO: '：；',
  EX: '！？',
  E2: '‼⁇⁈⁉',
  MD: '・',
  LD: '⸺',
  IS: '\u3000',
  HN: '国々ぁー㐀𠀀〇㈱',
  WA: 'aZ9éαж',
} as const

type Class = keyof typeof CLASSES

const NAMES = Object.keys(CLASSES) as readonly Class[]

/** `<`: the first gives its end; `>`: the second gives its start. Columns in the order of {@link CLASSES}. */
const ADJACENT: Readonly<Record<'zh-Hans' | 'zh-Hant', Readonly<Record<Class, string>>>> = {
  'zh-Hans': {
    //   OP CL PC PS CO EX E2 MD LD IS HN WA
    OP: '> . . . . . . . . . . .',
    CL: '> < < < < < . < . < . .',
    PC: '> < < < < < . < . < . .',
    PS: '> < < < < < . < . < . .',
    CO: '> < < < < < . < . < . .',
    EX: '> < < < < < . < . < . .',
    E2: '. . . . . . . . . . . .',
    MD: '> . . . . . . . . . . .',
    LD: '. . . . . . . . . . . .',
    IS: '> . . . . . . . . . . .',
    HN: '. . . . . . . . . . . .',
    WA: '. . . . . . . . . . . .',
  },
  'zh-Hant': {
    OP: '> . . . . . . . . . . .',
    CL: '> < < < < < . < . < . .',
    PC: '> . . . . . . . . . . .',
    PS: '> . . . . . . . . . . .',
    CO: '> . . . . . . . . . . .',
    EX: '> . . . . . . . . . . .',
    E2: '. . . . . . . . . . . .',
    MD: '> . . . . . . . . . . .',
    LD: '. . . . . . . . . . . .',
    IS: '> . . . . . . . . . . .',
    HN: '. . . . . . . . . . . .',
    WA: '. . . . . . . . . . . .',
  },
}

function advances(text: string, lang: 'zh-Hans' | 'zh-Hant', scheme: PunctuationScheme): readonly number[] {
  const shaped = shapeParagraph(text, news({ lang, line: { scheme } }), idealFaces({ lang, latinEm: 0.5 }))
  return [...shaped.advance].map((points) => points / 10)
}

describe.each(['zh-Hans', 'zh-Hant'] as const)('3.4 to 3.10 widths, %s', (lang) => {
  it.each(['quanjiao', 'hangmobanjiao', 'gb', 'plain'] as const)('%s: every mark beside every other', (scheme) => {
    for (const before of NAMES) {
      const row = ADJACENT[lang][before].split(' ')
      NAMES.forEach((after, column) => {
        const sign = scheme === 'plain' ? '.' : row[column]
        const chained = scheme === 'gb' && lang === 'zh-Hans' && before === 'EX' && after === 'EX'
        for (const one of CLASSES[before]) {
          for (const other of CLASSES[after]) {
            const alone = (character: string): number => advances(`国${character}国`, lang, scheme)[1]!
            const wanted = [alone(one) - (sign === '<' ? 0.5 : 0), alone(other) - (sign === '>' || chained ? 0.5 : 0)]
            expect(advances(`国${one}${other}国`, lang, scheme).slice(1, 3), one + other).toEqual(wanted)
          }
        }
      })
    }
  })

  it.each(['kaiming', 'banjiao'] as const)('%s: no mark is wider beside another than alone, none narrower than half an em', (scheme) => {
    for (const one of Object.values(CLASSES).join('')) {
      for (const other of Object.values(CLASSES).join('')) {
        const [, first, second] = advances(`国${one}${other}国`, lang, scheme)
        for (const [character, width] of [[one, first!], [other, second!]] as const) {
          expect(width).toBeGreaterThanOrEqual(0.5)
          expect(width).toBeLessThanOrEqual(advances(`国${character}国`, lang, scheme)[1]!)
        }
      }
    }
  })
})

/** What may not begin and what may not end a line, with the level from which on. */
const LEVELS: readonly LineBreakLevel[] = ['none', 'basic', 'gb', 'strict']
const NOT_AT_START: Partial<Record<Class, LineBreakLevel>> = {
  CL: 'basic', PC: 'basic', PS: 'basic', CO: 'basic', EX: 'basic', E2: 'basic', MD: 'basic', IS: 'basic', LD: 'strict',
}
const NOT_AT_END: Partial<Record<Class, LineBreakLevel>> = { OP: 'basic' }

describe.each(LEVELS)('2.1 to 2.9 breaks, level %s', (level) => {
  const holds = (rule: LineBreakLevel | undefined): boolean => rule !== undefined && LEVELS.indexOf(level) >= LEVELS.indexOf(rule)
  it.each(NAMES)('%s before every other class', (before) => {
    for (const after of NAMES) {
      // Iteration marks and small kana of HN may not begin a line; words and their marks are UAX #14's.
      if (before === 'WA' && after === 'WA') continue
      for (const one of CLASSES[before]) {
        for (const other of after === 'HN' ? '国㐀𠀀〇㈱' : CLASSES[after]) {
          const forbidden = holds(NOT_AT_START[after]) || holds(NOT_AT_END[before])
          const codePoints = codePointsOf(`国${one}${other}国`)
          expect(breakOpportunities(codePoints, level)[2] !== 0, one + other).toBe(!forbidden)
        }
      }
    }
  })
})
