/** 省行表: what it says holds when it is done. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../src-core/document/change.ts'
import type { ArticleRecord, Block, Document } from '../../../src-core/document/records.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import { lineSavings, type LineSaving } from '../../../src-core/typeset/line-savings.ts'
import { idealFaces } from '../../../src-core/typeset/text/ideal-faces.ts'
import { article, han, issue, PAGE, PLAIN_GRID, rectangle, story } from './page/documents.ts'

const FACES = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })

function paragraphs(...texts: readonly string[]): readonly Block[] {
  return texts.map((text) => ({ role: 'paragraph', text }))
}

/** An article in one column of ten characters to a line, of so many lines. */
function oneColumn(blocks: readonly Block[], lines: number): Document {
  return issue(PLAIN_GRID, article('a', { blocks }), story('s', 'a', rectangle({ column: 0, line: 0, columns: 1, lines })))
}

function rows(document: Document): readonly LineSaving[] {
  return lineSavings(document, createEngine(FACES), PAGE)[0]!.rows
}

function need(document: Document): number {
  const [fit] = createEngine(FACES).layoutPage(document, PAGE).stories
  return (fit!.overset?.lines ?? 0) - (fit!.underset?.lines ?? 0)
}

describe('the table of line savings', () => {
  test('names the paragraphs whose last line is nearly empty, cheapest first', () => {
    // 28 characters fill three lines after the indent of two; the full stop needs a place of its own.
    const document = oneColumn(paragraphs(`${han(28)}天地元。`, `${han(27)}。`, `${han(28)}天地。`), 11)
    expect(rows(document)).toMatchObject([
      { paragraph: 3, kind: 'cut', lastCharacters: 3, characters: 3, lines: 1 },
      { paragraph: 1, kind: 'cut', lastCharacters: 4, characters: 4, lines: 1 },
    ])
  })

  test('counts what squeezing does by itself as won already', () => {
    const marks = `天，地，玄，黄${han(10)}，宙，洪，荒${han(3)}`
    const squeezed = rows(oneColumn(paragraphs(`${marks}天地天。`), 4))
    expect(squeezed[0]!.characters).toBeLessThan(squeezed[0]!.lastCharacters - 1)
  })

  test('says where the last line begins, to jump there', () => {
    const [row] = rows(oneColumn([{ role: 'crosshead', lines: ['一'] }, ...paragraphs(`${han(28)}天地。`)], 8))
    expect(row).toMatchObject({ block: 1, paragraph: 1, lastLine: 28 })
  })

  test('offers lines to add in a story that is short, and none in one that is full', () => {
    const blocks = paragraphs(`${han(26)}。`, `${han(27)}。`)
    expect(rows(oneColumn(blocks, 9)).filter(({ kind }) => kind === 'add')).toMatchObject([
      { paragraph: 2, characters: 1, lines: 1 },
      { paragraph: 1, characters: 2, lines: 1 },
    ])
    expect(rows(oneColumn(blocks, 6)).filter(({ kind }) => kind === 'add')).toEqual([])
  })

  test('leaves out what is not on the page', () => {
    const document = oneColumn(paragraphs(`${han(28)}天。`, `${han(28)}地。`, `${han(28)}玄。`), 6)
    expect(rows(document).map(({ paragraph }) => paragraph)).not.toContain(3)
  })

  test('holds: a story with so many characters less is so many lines shorter', () => {
    const body = fc.array(fc.string({ unit: fc.constantFrom(...'天地玄黄宇宙洪荒，。“”《》24a'), minLength: 20, maxLength: 60 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(body, fc.integer({ min: 2, max: 30 }), (texts, lines) => {
        const document = oneColumn(paragraphs(...texts), lines)
        for (const row of rows(document).filter(({ kind }) => kind === 'cut')) expect(need(document) - need(shorter(document, row))).toBe(row.lines)
      }),
      { numRuns: 40 },
    )
  })
})

function shorter(document: Document, { block, characters }: LineSaving): Document {
  const before = document.records['a'] as ArticleRecord
  let left = characters
  const blocks = before.blocks.map((one, index) => {
    if (index !== block || one.role !== 'paragraph') return one
    const kept = Array.from(one.text).toReversed().filter((character) => !/\p{Script=Han}/u.test(character) || left-- <= 0)
    return { ...one, text: kept.toReversed().join('') }
  })
  return applyChange(document, [{ id: 'a', before, after: { ...before, blocks } }])
}
