/** The sample's real article alone on a broadsheet page. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { blockText } from '../../../../src-core/document/blocks.ts'
import { articleFromText } from '../../../../src-core/article/intake.ts'
import { GRID_PRESETS, typeArea } from '../../../../src-core/document/grid.ts'
import type { Article } from '../../../../src-core/document/records.ts'
import { createEngine } from '../../../../src-core/typeset/engine.ts'
import type { GlyphRun } from '../../../../src-core/typeset/frame.ts'
import type { PageResult, StoryFit } from '../../../../src-core/typeset/result.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { article, glyphRuns, issue, PAGE, rectangle, story } from './documents.ts'

const GRID = GRID_PRESETS['broadsheet']!
const FILE = new URL('../../../../assets/samples/cgrb-2024-01-20/articles/04-procuratorate.txt', import.meta.url)

describe('the seed article', () => {
  let seed: Article
  let result: PageResult
  let runs: readonly GlyphRun[]
  let fit: StoryFit
  beforeAll(() => {
    seed = articleFromText(readFileSync(FILE, 'utf8'), null)
    const document = issue(GRID, article('a', seed), story('s', 'a', rectangle({ column: 0, line: 0, columns: 8, lines: 121 })))
    result = createEngine(idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })).layoutPage(document, PAGE)
    runs = glyphRuns(result.frame.items).filter((run) => run.source?.record === 'a')
    fit = result.stories[0]!
  })

  test('is painted whole, in order: headline, subtitle, byline, body', () => {
    const written = [seed.headline, seed.subtitle, seed.byline, ...seed.blocks.map((block) => blockText(block).replaceAll('\n', ''))].join('')
    expect(visible(runs.map((run) => run.text).join(''))).toBe(visible(written))
  })

  test('keeps every body line on the line grid', () => {
    const off = body(runs).map(({ y }) => (y - typeArea(GRID).y - 0.88 * GRID.bodySize) / GRID.linePitch).map((line) => Math.abs(line - Math.round(line)) * GRID.linePitch)
    expect(Math.max(...off)).toBeLessThan(0.01)
  })

  test('ends every full line at its measure', () => {
    const lines = body(runs).filter((run) => seed.blocks[run.source!.block!]!.role === 'paragraph')
    const full = lines.filter((run, index) => lines[index + 1]?.source!.block === run.source!.block && /\p{Script=Han}$/u.test(run.text))
    expect(full.length).toBeGreaterThan(100)
    for (const run of full) {
      const leg = fit.legs.find(({ rect }) => run.x >= rect.x - 0.01 && run.x < rect.x + rect.width)!
      expect(Math.abs(run.x + run.xs.at(-1)! + run.size - leg.rect.x - leg.rect.width)).toBeLessThan(0.01)
    }
  })

  test('stands in eight legs with one foot, only the last of them short', () => {
    const used = fit.legs.map((leg) => leg.used)
    expect(new Set(used.slice(0, -1)).size).toBe(1)
    expect(used.at(-1)).toBeLessThanOrEqual(used[0]!)
    expect(fit.overset).toBeNull()
    expect(fit.underset!.lines).toBe(fit.legs.reduce((sum, { leg, used: lines }) => sum + leg.to - leg.from - lines, 0))
    expect(fit.underset!.characters).toBe(fit.underset!.lines * GRID.charsPerColumn)
  })

  test('breaks its headline nowhere, at the author’s space it has one em', () => {
    const headline = runs.filter((run) => run.source?.part === 'headline')
    expect(headline.map((run) => run.text).join('')).toBe(seed.headline)
    expect(new Set(headline.map((run) => run.y)).size).toBe(1)
  })
})

function body(runs: readonly GlyphRun[]): readonly GlyphRun[] {
  return runs.filter((run) => run.source?.part === 'block')
}

function visible(written: string): string {
  return written.replace(/\s/gu, '')
}
