import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeBlock } from '../../../src-core/document/merge-blocks.ts'
import type { Block } from '../../../src-core/document/records.ts'

const word = fc.constantFrom('甲', '乙', '丙', '')
const words = fc.array(word, { minLength: 3, maxLength: 3 })

/** The ways in which a block of each kind holds a row of words. */
const kinds: readonly ((row: readonly string[]) => Block)[] = [
  (items) => ({ role: 'list', items }),
  (lines) => ({ role: 'verse', lines }),
  (lines) => ({ role: 'crosshead', lines }),
  (row) => ({ role: 'table', rows: [row, ['丁', '戊', '己']] }),
  (row) => ({ role: 'table', rows: row.map((cell) => [cell, '丁']) }),
]

test('changes to different items, lines or cells are both kept; to the same one, neither is', () => {
  fc.assert(
    fc.property(words, words, words, fc.constantFrom(...kinds), (base, ours, theirs, block) => {
      const clashes = base.some((was, index) => ours[index] !== was && theirs[index] !== was && ours[index] !== theirs[index])
      const both = base.map((was, index) => (ours[index] === was ? theirs[index]! : ours[index]!))
      const merged = mergeBlock(block(base), block(ours), block(theirs))
      if (ours.join() === base.join()) expect(merged).toEqual(block(theirs))
      else if (theirs.join() === base.join()) expect(merged).toEqual(block(ours))
      else expect(merged).toEqual(clashes ? null : block(both))
    }),
  )
})

test('a row that came and a cell that was written are a clash, and so are marks', () => {
  const table: Block = { role: 'table', rows: [['甲', '1']] }
  expect(mergeBlock(table, { ...table, rows: [['甲', '2']] }, { ...table, rows: [['甲', '1'], ['乙', '']] })).toBeNull()
  expect(mergeBlock(table, { ...table, rows: [['甲', '2']] }, { ...table, head: 0 })).toEqual({ role: 'table', rows: [['甲', '2']], head: 0 })
  const list: Block = { role: 'list', items: ['甲', '乙'] }
  expect(mergeBlock(list, { ...list, items: ['甲甲', '乙'] }, { ...list, marks: [{ from: 0, to: 1, kind: 'strong' }] })).toBeNull()
})
