/** Checks that run again and again say what they would say of the same issue at first sight. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange } from '../../../src-core/document/change.ts'
import { recordsOf, type Document } from '../../../src-core/document/records.ts'
import type { ListedFinding, Subject } from '../../../src-core/preflight/finding.ts'
import { createPreflight, preflight, type PreflightRun } from '../../../src-core/preflight/preflight.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import type { PageResult } from '../../../src-core/typeset/result.ts'
import { idealFaces } from '../../../src-core/typeset/text/ideal-faces.ts'
import { changeBetween, soundDocument } from '../document/documents.ts'
import { PLAIN_GRID, article, han, issue, rectangle, story } from '../typeset/page/documents.ts'

const engine = createEngine(idealFaces({ lang: 'zh-Hans', latinEm: 0.5 }))

const results = (document: Document): readonly PageResult[] => recordsOf(document, 'page').map(({ id }) => engine.layoutPage(document, id))

function finish(run: PreflightRun): readonly ListedFinding[] {
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
  }
}

test('the same findings as at first sight, whatever changed in between', () => {
  fc.assert(
    fc.property(fc.array(soundDocument, { minLength: 2, maxLength: 4 }), (documents) => {
      const again = createPreflight()
      const kept = new Map<string, PageResult>()
      let document = documents[0]!
      for (const next of documents) {
        document = applyChange(document, changeBetween(document, next))
        // A page whose setting is the same is not sent anew.
        const set = results(document).map((result) => {
          const before = kept.get(result.frame.page.id)
          if (before && JSON.stringify(before) === JSON.stringify(result)) return before
          kept.set(result.frame.page.id, result)
          return result
        })
        const subject: Subject = { document, results: set }
        expect(finish(again(subject))).toEqual(preflight(subject))
      }
    }),
    { numRuns: 40 },
  )
})

test('a run that was given up half-way leaves nothing behind', () => {
  const pages = ['04', '05', '06'].map((number, order) => ({ ...recordsOf(issue(PLAIN_GRID), 'page')[0]!, id: `p${number}`, number, order }))
  const at = (text: string): Document => {
    const { records } = issue(PLAIN_GRID, article('a', { headline: '大桥通车', blocks: [{ role: 'paragraph', text: `${han(300)}${text}` }] }), ...pages.map(({ id }, order) => story(`s${order}`, 'a', rectangle({ column: 0, line: 0, columns: 4, lines: 20 }), { page: id, order })))
    const { page: _, ...rest } = records
    return { records: { ...rest, ...Object.fromEntries(pages.map((page) => [page.id, page])) } }
  }
  const again = createPreflight()
  const before = again({ document: at('，“'), results: results(at('，“')) })
  for (let step = 0; step < 30; step++) before.next()
  const after = { document: at('，完。'), results: results(at('，完。')) }
  expect(finish(again(after))).toEqual(preflight(after))
})
