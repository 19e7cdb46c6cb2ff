import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, invertChange } from '../../../src-core/document/change.ts'
import type { Change } from '../../../src-core/document/change.ts'
import type { Document } from '../../../src-core/document/records.ts'
import { openLibrary } from '../../../src-main/storage/library.ts'
import { changeBetween, soundDocument } from '../../core/document/documents.ts'
import { clock, failureCode, newFolder } from './folders.ts'

const EMPTY: Document = { records: {} }

type Step =
  | { readonly kind: 'create' | 'commit' | 'stale' | 'unsound' | 'conflict'; readonly issue: number; readonly to: Document }
  | { readonly kind: 'undo' | 'resend' | 'mark' | 'remove'; readonly issue: number }
  | { readonly kind: 'reopen' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom('create' as const, 'commit' as const, 'commit' as const, 'stale' as const, 'unsound' as const, 'conflict' as const), issue: fc.nat(2), to: soundDocument }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'resend' as const, 'mark' as const, 'remove' as const), issue: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'reopen' as const }) },
)

interface Model {
  document: Document
  log: Change[]
  names: string[]
}

describe('the issue store', () => {
  it('agrees with a map in memory, through any steps and restarts', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const folder = newFolder()
        let library = openLibrary(folder, clock)
        const model = new Map<string, Model>()
        try {
          for (const now of steps) {
            if (now.kind === 'reopen') {
              library.close()
              library = openLibrary(folder, clock)
            } else {
              take(now, `issue-${now.issue}`)
            }
            check()
          }
        } finally {
          library.close()
        }

        function take(now: Exclude<Step, { kind: 'reopen' }>, id: string): void {
          const known = model.get(id)
          const { issues } = library
          if (now.kind === 'create') {
            if (known) return
            issues.create(id, Object.values(now.to.records))
            model.set(id, { document: now.to, log: [changeBetween(EMPTY, now.to)], names: [] })
          } else if (!known) {
            expect(failureCode(() => issues.load(id))).toBe('not-found')
          } else if (now.kind === 'remove') {
            issues.remove(id)
            model.delete(id)
          } else if (now.kind === 'mark') {
            expect(issues.markVersion(id, `第${known.log.length}稿`)).toBe(known.log.length)
            known.names = [...new Set([...known.names, `第${known.log.length}稿`])]
          } else if (now.kind === 'resend') {
            // The answer was lost: the same change comes again, and is acknowledged without being made twice.
            if (known.log.length > 1) expect(issues.commit(id, known.log.length - 1, known.log.at(-1)!)).toBe(known.log.length)
          } else if (now.kind === 'undo') {
            const last = issues.undo(id).at(-1)
            if (last) commit(id, known, invertChange(last))
          } else if ('to' in now) {
            const change = changeBetween(known.document, now.to)
            if (change.length === 0) return
            const revision = known.log.length
            if (now.kind === 'commit') commit(id, known, change)
            if (now.kind === 'stale') expect(failureCode(() => issues.commit(id, revision + 1, change))).toBe('stale-revision')
            if (now.kind === 'unsound') expect(failureCode(() => issues.commit(id, revision, [...change, { id: 'issue', before: now.to.records['issue']!, after: null }]))).toBe('bad-input')
            if (now.kind === 'conflict') expect(failureCode(() => issues.commit(id, revision, invertChange(change)))).toBe('bad-input')
          }
        }

        function commit(id: string, known: Model, change: Change): void {
          expect(library.issues.commit(id, known.log.length, change)).toBe(known.log.length + 1)
          known.document = applyChange(known.document, change)
          known.log.push(change)
        }

        function check(): void {
          expect([...library.issues.revisions().keys()].toSorted()).toEqual([...model.keys()].toSorted())
          for (const [id, known] of model) {
            expect(library.issues.load(id)).toEqual({ id, revision: known.log.length, document: known.document })
            expect(library.issues.changes(id)).toEqual(known.log)
            expect(library.issues.versions(id).map(({ name }) => name)).toEqual(known.names)
            // Taking all back that can be taken back leads to the document as it was created.
            expect(library.issues.undo(id).reduceRight((document, change) => applyChange(document, invertChange(change)), known.document)).toEqual(
              applyChange(EMPTY, known.log[0]!),
            )
          }
          const pages = new Map(library.issues.list().map((row) => [row.id, row.pages.length]))
          for (const [id, known] of model) {
            expect(pages.get(id)).toBe(Object.values(known.document.records).filter((record) => record.type === 'page').length)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('folds an undo and what it took back away', () => {
    fc.assert(
      fc.property(soundDocument, soundDocument, (from, to) => {
        const change = changeBetween(from, to)
        fc.pre(change.length > 0)
        const library = openLibrary(newFolder(), clock)
        library.issues.create('a', Object.values(from.records))
        library.issues.commit('a', 1, change)
        expect(library.issues.undo('a')).toEqual([change])
        library.issues.commit('a', 2, invertChange(change))
        expect(library.issues.undo('a')).toEqual([])
        library.issues.commit('a', 3, change)
        expect(library.issues.undo('a')).toEqual([change])
        library.close()
      }),
      { numRuns: 10 },
    )
  })

  it('serves two processes: each sees the other’s change, and the slower one is refused', () => {
    const folder = newFolder()
    const [one, two] = [openLibrary(folder, clock), openLibrary(folder, clock)]
    const [from, first, second] = fc.sample(soundDocument, { numRuns: 3, seed: 4 }) as [Document, Document, Document]
    one.issues.create('a', Object.values(from.records))
    expect(two.issues.load('a').document).toEqual(from)
    const before = two.dataVersion()
    one.issues.commit('a', 1, changeBetween(from, first))
    expect(two.dataVersion()).not.toBe(before)
    expect(failureCode(() => two.issues.commit('a', 1, changeBetween(from, second)))).toBe('stale-revision')
    two.issues.commit('a', 2, changeBetween(first, second))
    expect(one.issues.load('a').document).toEqual(second)
    one.close()
    two.close()
  })
})
