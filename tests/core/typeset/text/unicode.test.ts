/** UAX #14 and UAX #29 against Unicode's own test files, whole. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { breakOpportunities } from '../../../../src-core/typeset/text/break-opportunities.ts'
import { clusterStarts } from '../../../../src-core/typeset/text/clusters.ts'
import { shapeParagraph } from '../../../../src-core/typeset/text/shape.ts'
import { BREAK } from '../../../../src-core/typeset/text/unicode/line-breaking.ts'
import { faces, news } from './texts.ts'

interface Case {
  readonly line: string
  readonly codePoints: Uint32Array
  readonly boundaries: readonly number[]
}

/** Lines such as `× 0023 ÷ 2014 ÷`; the boundaries inside the text. */
function casesOf(file: string): readonly Case[] {
  const text = gunzipSync(readFileSync(new URL(`../../../golden/${file}.txt.gz`, import.meta.url))).toString('utf8')
  return text.trim().split('\n').map((line) => {
    const tokens = line.split(' ')
    const codePoints = Uint32Array.from(tokens.filter((_, index) => index % 2 === 1), (hex) => parseInt(hex, 16))
    const signs = tokens.filter((_, index) => index % 2 === 0)
    return { line, codePoints, boundaries: signs.flatMap((sign, at) => (sign === '÷' && at > 0 && at < codePoints.length ? [at] : [])) }
  })
}

it('1.1 finds the line breaks of LineBreakTest 17.0.0', () => {
  const cases = casesOf('LineBreakTest-17.0.0')
  expect(cases).toHaveLength(19338)
  const wrong = cases.filter(({ codePoints, boundaries }) => {
    const breaks = breakOpportunities(codePoints, 'css-strict')
    return boundariesOf(breaks.subarray(0, codePoints.length)).join() !== boundaries.join()
  })
  expect(wrong.map(({ line }) => line)).toEqual([])
})

it('1.1 parts clusters at the CSS levels where the file parts them, a mark after a space', () => {
  const parted = casesOf('LineBreakTest-17.0.0').filter(({ codePoints, boundaries }) => {
    const starts = new Set(clusterStarts(codePoints))
    return boundaries.some((boundary) => !starts.has(boundary))
  })
  expect(parted.length).toBeGreaterThan(1000)
  for (const { line, codePoints, boundaries } of parted) {
    const style = news({ line: { lineBreak: 'css-strict' } })
    const { breaks, from, count } = shapeParagraph(String.fromCodePoint(...codePoints), style, faces)
    expect([...from.subarray(0, count)].filter((_, cluster) => cluster > 0 && breaks[cluster] !== BREAK.No), line).toEqual(boundaries)
  }
})

it('1.2 finds the clusters of GraphemeBreakTest 17.0.0', () => {
  const cases = casesOf('GraphemeBreakTest-17.0.0')
  expect(cases).toHaveLength(766)
  for (const { codePoints, boundaries } of cases) {
    expect([...clusterStarts(codePoints)].slice(1, -1)).toEqual(boundaries)
  }
})

function boundariesOf(breaks: Uint8Array): readonly number[] {
  return [...breaks.keys()].filter((at) => breaks[at] !== 0)
}
