import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { z } from 'zod'
import type { Document, DocumentRecord, PageRecord } from '../../../src-core/document/records.ts'
import { documentFaults, recordSchema } from '../../../src-core/document/validate.ts'
import { soundDocument } from './documents.ts'

/** The type without its `readonly`, which a schema's output does not carry. */
type Writable<T> = T extends readonly (infer E)[] ? Writable<E>[] : T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T

const changed = (document: Document, id: string, to: unknown): Document => {
  const records: Record<string, DocumentRecord> = { ...document.records }
  if (to) records[id] = to as DocumentRecord
  else delete records[id]
  return { records }
}
const laws = (document: Document) => documentFaults(document).map((fault) => fault.law)

/** Ids and values at every depth, to damage one after the other. */
function* places(value: unknown, path: readonly (string | number)[] = []): Iterable<readonly (string | number)[]> {
  if (value === null || typeof value !== 'object') return
  for (const key of Object.keys(value)) {
    yield [...path, key]
    yield* places((value as Record<string, unknown>)[key], [...path, key])
  }
}
function withAt(value: unknown, [head, ...rest]: readonly (string | number)[], replace: (old: unknown) => unknown): unknown {
  if (head === undefined) return replace(value)
  const copy = structuredClone(value) as Record<string, unknown>
  copy[head] = withAt(copy[head], rest, replace)
  return copy
}

describe('the shape of records', () => {
  it('is the shape of the types, field for field', () => {
    expectTypeOf<Writable<z.infer<typeof recordSchema>>>().toEqualTypeOf<Writable<DocumentRecord>>()
  })

  it('takes every sound record as it is', () => {
    fc.assert(
      fc.property(soundDocument, (document) => {
        for (const record of Object.values(document.records)) expect(recordSchema.parse(record)).toEqual(record)
      }),
    )
  })

  it('refuses a record with anything in it replaced by what cannot be there, or with a field of its own', () => {
    fc.assert(
      fc.property(soundDocument, fc.constantFrom(undefined, Number.NaN, Number.POSITIVE_INFINITY, -1e30, { a: 1 }, true, Symbol('x')), (document, wrong) => {
        for (const record of Object.values(document.records)) {
          for (const path of places(record)) {
            const damaged = withAt(record, path, (old) => (typeof old === 'boolean' && wrong === true ? 1 : wrong))
            expect(recordSchema.safeParse(damaged).success, path.join('.')).toBe(false)
          }
          expect(recordSchema.safeParse({ ...record, extra: 1 }).success).toBe(false)
        }
      }),
      { numRuns: 20 },
    )
  })

  it.each(['__proto__', 'constructor', '', 'a b', 'a\n', 'x'.repeat(201)])('refuses the id %j', (id) => {
    fc.assert(
      fc.property(soundDocument, (document) => {
        const page = Object.values(document.records).find((record) => record.type === 'page')
        fc.pre(page !== undefined)
        expect(recordSchema.safeParse({ ...page, id }).success).toBe(false)
      }),
      { numRuns: 5 },
    )
  })
})

describe('the laws of a document', () => {
  it('hold for sound documents', () => {
    fc.assert(
      fc.property(soundDocument, (document) => {
        expect(documentFaults(document)).toEqual([])
      }),
    )
  })

  it('one-issue: the issue record is there', () => {
    fc.assert(
      fc.property(soundDocument, (document) => {
        expect(laws(changed(document, 'issue', null))).toContain('one-issue')
      }),
    )
  })

  it('id-matches: a record is filed under its own id', () => {
    fc.assert(
      fc.property(soundDocument, (document) => {
        expect(laws(changed(document, 'other', document.records['issue']))).toContain('id-matches')
      }),
    )
  })

  it('reference: nothing that is referred to can go, or turn into something else', () => {
    fc.assert(
      fc.property(soundDocument, (document) => {
        for (const record of Object.values(document.records)) {
          for (const id of referred(record)) {
            expect(laws(changed(document, id, null))).toContain('reference')
            expect(laws(changed(document, id, { ...document.records['issue'], id }))).toContain('reference')
          }
        }
      }),
    )
  })

  it('page-number: no two pages have one', () => {
    fc.assert(
      fc.property(soundDocument, (document) => {
        const page = Object.values(document.records).find((record): record is PageRecord => record.type === 'page')
        fc.pre(page !== undefined)
        expect(laws(changed(document, 'twin', { ...page, id: 'twin' }))).toEqual(['page-number'])
      }),
    )
  })
})

function referred(record: DocumentRecord): readonly string[] {
  if (record.type === 'story') return [record.page, record.article]
  if (record.type === 'picture') return [record.page, ...(record.story ? [record.story] : [])]
  return record.type === 'advert' ? [record.page] : []
}
