import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, ChangeConflict, composeChanges, invertChange, sameRecord } from '../../../src-core/document/change.ts'
import type { Change } from '../../../src-core/document/change.ts'
import { changeBetween, soundDocument } from './documents.ts'

describe('a change', () => {
  it('leads from one document to the other, and its inverse back', () => {
    fc.assert(
      fc.property(soundDocument, soundDocument, (from, to) => {
        const change = changeBetween(from, to)
        expect(applyChange(from, change)).toEqual(to)
        expect(applyChange(to, invertChange(change))).toEqual(from)
        expect(invertChange(invertChange(change))).toEqual(change)
      }),
    )
  })

  it('makes one of two, which leads as far as both and touches no record that came back', () => {
    fc.assert(
      fc.property(soundDocument, soundDocument, soundDocument, (from, between, to) => {
        const both = composeChanges(changeBetween(from, between), changeBetween(between, to))
        expect(applyChange(from, both)).toEqual(to)
        expect(new Set(both.map(({ id }) => id))).toEqual(new Set(changeBetween(from, to).map(({ id }) => id)))
      }),
    )
  })

  it('means the same after a way through JSON', () => {
    fc.assert(
      fc.property(soundDocument, soundDocument, (from, to) => {
        const change = JSON.parse(JSON.stringify(changeBetween(from, to))) as Change
        expect(applyChange(JSON.parse(JSON.stringify(from)), change)).toEqual(to)
      }),
    )
  })

  it('keeps its steps in order, and undoes them from the last', () => {
    fc.assert(
      fc.property(fc.array(soundDocument, { minLength: 2, maxLength: 5 }), (documents) => {
        const change = documents.slice(1).flatMap((next, index) => changeBetween(documents[index]!, next))
        expect(applyChange(documents[0]!, change)).toEqual(documents.at(-1))
        expect(applyChange(documents.at(-1)!, invertChange(change))).toEqual(documents[0])
      }),
    )
  })

  it('is refused where a record is not as it expects, and leaves the document alone', () => {
    fc.assert(
      fc.property(soundDocument, soundDocument, (from, to) => {
        const change = changeBetween(from, to)
        fc.pre(change.length > 0)
        const untouched = structuredClone(to)
        expect(() => applyChange(to, change)).toThrow(ChangeConflict)
        expect(to).toEqual(untouched)
      }),
    )
  })

  it('compares records by content, whatever the order of their fields', () => {
    fc.assert(
      fc.property(soundDocument, (document) => {
        for (const record of Object.values(document.records)) {
          const turned = Object.fromEntries(Object.entries(record).toReversed()) as unknown as typeof record
          expect(sameRecord(record, turned)).toBe(true)
          expect(sameRecord(record, null)).toBe(false)
        }
      }),
    )
  })
})
