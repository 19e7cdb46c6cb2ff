import { expect, test } from 'vitest'
import type { Document } from '../../../../src-core/document/records.ts'
import { createEngine, type Engine } from '../../../../src-core/typeset/engine.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { createSavingsFinder, type SavingsFinder } from '../../../../src-renderer/canvas/worker/savings-finder.ts'
import { article, han, issue, PAGE, PLAIN_GRID, rectangle, story } from '../../../core/typeset/page/documents.ts'

const FACES = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })

function documentOf(...texts: readonly string[]): Document {
  const blocks = texts.map((text) => ({ role: 'paragraph', text }) as const)
  return issue(PLAIN_GRID, article('a', { blocks }), story('s', 'a', rectangle({ column: 0, line: 0, columns: 1, lines: 20 })))
}

function finder(): { readonly found: SavingsFinder; readonly pages: () => number } {
  const engine = createEngine(FACES)
  let pages = 0
  const counting: Engine = { ...engine, layoutPage: (document, page) => (pages++, engine.layoutPage(document, page)), fittingArea: engine.fittingArea.bind(engine) }
  return { found: createSavingsFinder(counting), pages: () => pages }
}

/** Works until there is no more, and answers how often that was, and what was found. */
function work(found: SavingsFinder, document: Document) {
  for (let steps = 1; ; steps++) {
    const step = found.step(document)
    if (step !== null) return { steps, found: step }
  }
}

test('nothing is worked out until a page is wanted, nor after it is gone', () => {
  const { found, pages } = finder()
  expect(found.step(documentOf(han(30)))).toBeUndefined()
  found.want('gone')
  expect(found.step(documentOf(han(30)))).toBeUndefined()
  expect(pages()).toBe(0)
})

test('a paragraph is a step, so that a host can look up in between; what is found is told once', () => {
  const { found } = finder()
  const document = documentOf(`${han(28)}天。`, `${han(28)}地。`, `${han(28)}玄。`)
  found.want(PAGE)
  const done = work(found, document)
  expect(done.steps).toBeGreaterThan(3)
  expect(done.found).toMatchObject({ page: PAGE, savings: [{ story: 's', rows: [{ paragraph: 1 }, { paragraph: 2 }, { paragraph: 3 }] }] })
  expect(found.step(document)).toBeUndefined()
})

test('another document is worked out anew, also in the middle of one', () => {
  const { found } = finder()
  found.want(PAGE)
  expect(found.step(documentOf(`${han(28)}天。`, han(8)))).toBeNull()
  // A full last line: a character more makes another.
  expect(work(found, documentOf(han(28))).found).toMatchObject({ savings: [{ rows: [{ kind: 'add', characters: 1 }] }] })
})
