import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markSent } from '../../../src-core/commands/pages.ts'
import { applyChange } from '../../../src-core/document/change.ts'
import { record, recordsOf } from '../../../src-core/document/records.ts'
import { lastSent, sentContent, sentVersion, type Sending, type SentPage } from '../../../src-core/document/sending.ts'
import { printSettings, soundDocument } from './documents.ts'

const version = fc.integer({ min: 1, max: 9 })
const content = fc.constantFrom('a', 'b')

describe('versions of pages that are sent again', () => {
  it('rise when the page changed, stay when it did not, and never fall', () => {
    fc.assert(
      fc.property(version, content, fc.option(fc.record({ version, content }), { nil: undefined }), (own, now, before) => {
        const sent = sentVersion(own, now, before)
        expect(sent.version).toBeGreaterThanOrEqual(Math.max(own, before?.version ?? 1))
        expect(sent.again).toBe(!before ? 'first' : before.content === now ? 'same' : 'changed')
        // A file with another content never takes the name of one that was sent.
        if (before && before.content !== now) expect(sent.version).toBeGreaterThan(before.version)
        // What was sent is the same when it is sent once more, and nobody need raise its version for that.
        expect(sentVersion(sent.version, now, { version: sent.version, content: now })).toEqual({ version: sent.version, again: 'same' })
      }),
    )
  })

  it('go by what is printed, not by how its file is called', () => {
    fc.assert(
      fc.property(printSettings, printSettings, (print, other) => {
        const { fileName: _, issueFileName: __, keepName: ___, ...how } = print
        const named = { ...how, fileName: '{page}', keepName: true as const }
        expect(sentContent({}, 'plain', named)).toBe(sentContent({}, 'plain', print))
        if ((other.bleedMm ?? 0) !== (print.bleedMm ?? 0)) expect(sentContent({}, 'plain', other)).not.toBe(sentContent({}, 'plain', print))
      }),
    )
  })

  it('are looked up in the last sending that had the page, in whatever order sendings come', () => {
    const page = (id: string, of: number): SentPage => ({ page: id, number: '01', section: '', inks: 'k', version: of, again: 'changed', file: { name: '', bytes: 0, sha256: '' }, trim: { width: 1, height: 1 }, content: '' })
    const sending = (number: number, pages: readonly SentPage[]): Sending => ({ number, at: `${number}`, signedBy: `${number}`, preset: 'plain', condition: '', pages })
    const all = [sending(1, [page('a', 1), page('b', 1)]), sending(2, [page('a', 2)]), sending(3, [page('a', 3)])]
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 3 }), (shuffled) => {
        expect([...lastSent(shuffled)].map(([id, { version: of, at }]) => [id, of, at]).toSorted()).toEqual([['a', 3, '3'], ['b', 1, '1']])
      }),
    )
  })

  it('are what the pages say once they are sent', () => {
    fc.assert(
      fc.property(soundDocument, version, (document, of) => {
        const pages = recordsOf(document, 'page').map(({ id }) => ({ page: id, version: of }))
        const change = markSent(document, [...pages, { page: 'gone', version: 1 }])
        const after = change ? applyChange(document, change) : document
        for (const { page } of pages) expect(record(after, 'page', page)).toMatchObject({ state: 'sent', version: of })
        expect(markSent(after, pages)).toBeNull()
      }),
    )
  })
})
