/** Checks look at whatever an editor, or a file from outside, makes of a document. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordsOf } from '../../../src-core/document/records.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import { idealFaces } from '../../../src-core/typeset/text/ideal-faces.ts'
import { soundDocument } from '../document/documents.ts'

test('any document is checked, its findings stand on its pages and speak both languages', () => {
  const faces = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })
  fc.assert(
    fc.property(soundDocument, (document) => {
      const engine = createEngine(faces)
      const results = recordsOf(document, 'page').map(({ id }) => engine.layoutPage(document, id))
      const numbers = new Set(['', ...recordsOf(document, 'page').map(({ number }) => number), ...recordsOf(document, 'article').map(({ page }) => page?.number ?? '')])
      for (const { page, story, message, key } of preflight({ document, results })) {
        expect(numbers.has(page)).toBe(true)
        expect(story === undefined || document.records[story] !== undefined).toBe(true)
        expect(message.zh.length * message.en.length * key.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 60 },
  )
})
