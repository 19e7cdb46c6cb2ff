/** 核红: it marks what changed on a page, and nothing else. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Document } from '../../../../src-core/document/records.ts'
import { createEngine } from '../../../../src-core/typeset/engine.ts'
import type { PageFrame } from '../../../../src-core/typeset/frame.ts'
import { proofChanges, type ProofChanges } from '../../../../src-core/typeset/proof/changes.ts'
import { changesInWords, markItems } from '../../../../src-core/typeset/proof/marks.ts'
import { passagesOf } from '../../../../src-core/typeset/proof/passages.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { article, han, issue, PAGE, PLAIN_GRID, rectangle, story } from '../page/documents.ts'

const FACES = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })

function frameOf(document: Document): PageFrame {
  return createEngine(FACES).layoutPage(document, PAGE).frame
}

/** A column of ten characters to a line, without a headline. */
function page(blocks: readonly Block[], line = 0): PageFrame {
  return frameOf(issue(PLAIN_GRID, article('a', { blocks }), story('s', 'a', rectangle({ column: 0, line, columns: 1, lines: 30 }))))
}

const paragraph = (text: string): Block => ({ role: 'paragraph', text })
const since = (before: PageFrame, after: PageFrame): ProofChanges => proofChanges(before, after)
const characters = (frame: PageFrame) => passagesOf(frame).reduce((sum, passage) => sum + passage.characters.length, 0)
const kinds = ({ marks }: ProofChanges) => marks.map(({ kind }) => kind)

/** Of the page's head, which stands as it stands. */
const FOLIO = characters(page([]))

const FIRST = `${han(24)}。`
const SECOND = `${han(25)}。`

describe('what changed since a proof', () => {
  test('nothing: then every character stands as it stood', () => {
    const frame = page([paragraph(FIRST), paragraph(SECOND)])
    const changes = since(frame, page([paragraph(FIRST), paragraph(SECOND)]))
    expect(changes).toEqual({ marks: [], places: 0, inserted: 0, deleted: 0, movedLines: 0, rebrokenLines: 0, restyledLines: 0, drawn: 0, untouched: characters(frame) })
    expect(changesInWords(changes, '第1次大样')).toBe(`核红　与第1次大样相比，全版${characters(frame)}字逐字未动。`)
  })

  test('a character for another is marked alone, and the other lines are untouched', () => {
    const before = page([paragraph(FIRST), paragraph(SECOND)])
    const after = page([paragraph(FIRST), paragraph(SECOND.replace(SECOND[12]!, '改'))])
    const changes = since(before, after)
    expect(kinds(changes)).toEqual(['inserted', 'deleted'])
    expect(changes).toMatchObject({ places: 1, inserted: 1, deleted: 1, untouched: characters(after) - 10 })
    const [mark] = changes.marks
    const cell = passagesOf(after).at(-1)!.lines[1]!.cells[4]!
    expect(mark).toMatchObject({ kind: 'inserted', rect: cell })
  })

  test('a character put in breaks the lines after it anew, to the paragraph’s end and no further', () => {
    const before = page([paragraph(FIRST), paragraph(SECOND)])
    const after = page([paragraph(`${FIRST.slice(0, 10)}添${FIRST.slice(10)}`), paragraph(SECOND)])
    const changes = since(before, after)
    expect(changes).toMatchObject({ places: 1, inserted: 1, deleted: 0, movedLines: 0, rebrokenLines: 2, untouched: characters(after) - (FIRST.length + 1 - 8) })
  })

  test('a paragraph put in moves what follows without a word of it changed', () => {
    const before = page([paragraph(FIRST), paragraph(SECOND)])
    const after = page([paragraph(FIRST), paragraph('添一段。'), paragraph(SECOND)])
    expect(since(before, after)).toMatchObject({ places: 1, inserted: 4, deleted: 0, movedLines: 3, rebrokenLines: 0, untouched: FOLIO + FIRST.length })
  })

  test('what is gone at a line’s end and in a paragraph is marked where it stood', () => {
    const before = page([paragraph(FIRST), paragraph(SECOND)])
    const changes = since(before, page([paragraph(FIRST), paragraph(SECOND.slice(0, -2))]))
    expect(changes).toMatchObject({ places: 1, inserted: 0, deleted: 2 })
    expect(changes.marks).toMatchObject([{ kind: 'deleted', behind: true }])
  })

  test('a story that was moved has every line marked, and no character', () => {
    const changes = since(page([paragraph(FIRST), paragraph(SECOND)]), page([paragraph(FIRST), paragraph(SECOND)], 2))
    expect(changes).toMatchObject({ places: 0, movedLines: 6, untouched: FOLIO })
    expect(new Set(kinds(changes))).toEqual(new Set(['moved']))
  })

  test('other type for the same words is told as such', () => {
    const titled = (size: number) => frameOf(issue(PLAIN_GRID, article('a', { headline: '春耕', blocks: [paragraph(FIRST)] }), story('s', 'a', rectangle({ column: 0, line: 0, columns: 2, lines: 30 }), { headline: { headline: { face: 'song', size } } })))
    expect(since(titled(20), titled(21))).toMatchObject({ places: 0, restyledLines: 1, movedLines: 0, rebrokenLines: 0 })
  })

  test('dots on words that stand as they stood are told', () => {
    const dotted = { role: 'paragraph', text: SECOND, marks: [{ kind: 'emphasis', from: 3, to: 5 }] } as const
    const changes = since(page([paragraph(FIRST), paragraph(SECOND)]), page([paragraph(FIRST), dotted]))
    expect(changes).toMatchObject({ places: 0, movedLines: 0, rebrokenLines: 0 })
    expect(changes.restyledLines + changes.drawn).toBeGreaterThan(0)
  })

  test('characters that came and went account for the difference, and each line is told once', () => {
    const words = fc.array(fc.array(fc.constantFrom(...'天地玄黄，。'), { maxLength: 40 }), { minLength: 1, maxLength: 4 }).map((texts) => texts.map((text) => paragraph(`甲${text.join('')}`)))
    fc.assert(
      fc.property(words, words, (was, is) => {
        const [before, after] = [page(was), page(is)]
        const changes = since(before, after)
        expect(characters(after) - changes.inserted).toBe(characters(before) - changes.deleted)
        expect(changes.untouched).toBeLessThanOrEqual(characters(after) - changes.inserted)
        const lines = changes.marks.flatMap((mark) => (mark.kind === 'moved' || mark.kind === 'rebroken' || mark.kind === 'restyled' ? [JSON.stringify(mark.rect)] : []))
        expect(new Set(lines).size).toBe(lines.length)
        for (const item of markItems(changes)) expect(JSON.stringify(item)).not.toContain('null')
        expect(since(after, after).marks).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
