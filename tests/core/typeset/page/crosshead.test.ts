/** What the house decides about crossheads (小标题), TYPESETTING §6 and §9. */
import { expect, test } from 'vitest'
import type { Document } from '../../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE, type ParagraphRules } from '../../../../src-core/document/style.ts'
import { createEngine } from '../../../../src-core/typeset/engine.ts'
import type { FrameItem, GlyphRun } from '../../../../src-core/typeset/frame.ts'
import { faces } from '../text/texts.ts'
import { PAGE, PLAIN_GRID, article, issue, rectangle, story } from './documents.ts'

const TEXT = '国'.repeat(60)

function page(paragraph: ParagraphRules): Document {
  const blocks = [{ role: 'paragraph', text: TEXT }, { role: 'crosshead', lines: ['小标题'] }, { role: 'paragraph', text: TEXT }] as const
  const { records } = issue(PLAIN_GRID, article('a', { headline: '', blocks }), story('s', 'a', rectangle({ column: 0, line: 0, columns: 1, lines: PLAIN_GRID.lines })))
  const head = records['issue']!
  return { records: { ...records, issue: { ...head, style: { ...DEFAULT_HOUSE_STYLE, paragraph } } as typeof head } }
}

/** The crosshead's run, and how many lines its baseline is from those of the body over and under it. */
function crosshead(paragraph: ParagraphRules): { readonly size: number; readonly over: number; readonly under: number } {
  const runs = runsOf(createEngine(faces).layoutPage(page(paragraph), PAGE).frame.items)
  const at = runs.findIndex(({ text }) => text.startsWith('小标题'))
  const lines = (from: number, to: number) => Math.round((runs[to]!.y - runs[from]!.y) / PLAIN_GRID.linePitch)
  return { size: runs[at]!.size / PLAIN_GRID.bodySize, over: lines(at - 1, at), under: lines(at, at + 1) }
}

function runsOf(items: readonly FrameItem[]): readonly GlyphRun[] {
  return items.flatMap((item) => (item.kind === 'group' ? runsOf(item.items) : item.kind === 'glyphs' && item.source?.part === 'block' ? [item] : []))
}

test('the size of a crosshead and the white lines over and under it are the house’s', () => {
  const standard = crosshead({})
  expect([standard.over, standard.under]).toEqual([2, 2])
  expect(standard.size).toBeCloseTo(1.15, 3)
  expect(crosshead({ crossheadScale: 1, crossheadBefore: 2, crossheadAfter: 0 })).toEqual({ size: 1, over: 3, under: 1 })
})
