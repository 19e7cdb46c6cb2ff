/** What comes over the wire is hostile: every method answers with its result or a refusal, and never with a fault. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GRID_PRESETS } from '../../../src-core/document/grid.ts'
import { ApiFailure } from '../../../src-core/api/methods.ts'
import type { Input, MethodName } from '../../../src-core/api/methods.ts'
import { INPUT_SCHEMAS } from '../../../src-core/api/schemas.ts'
import { openServices, smallIssue } from './test-services.ts'

const EXAMPLES: { readonly [M in MethodName]: Input<M> } = {
  'app.info': {},
  'issues.list': {},
  'issues.create': { paper: { name: '报', code: 'b' }, date: '2024-02-29', number: 1, pages: [{ number: 'A01', section: '', grid: GRID_PRESETS['tabloid']! }] },
  'issues.open': { issue: 'id-1' },
  'issues.commit': { issue: 'id-1', revision: 2, change: [{ id: 'pool', before: null, after: null }] },
  'issues.markVersion': { issue: 'id-1', name: '清样' },
  'issues.remove': { issue: 'nothing' },
  'articles.parse': { files: [{ name: 'a.txt', bytes: Buffer.from('题\n\n正文') }] },
  'articles.parseClipboard': { text: '题', html: '<p>题' },
  'assets.add': { files: [{ name: 'a.png', bytes: Buffer.from('\u0089PNG') }] },
  'assets.preview': { asset: `asset:${'0'.repeat(64)}`, maxWidth: 100, colour: true },
  'faces.list': {},
  'faces.index': { face: 'nothing' },
  'faces.outlines': { face: 'nothing', glyphs: [1] },
  'faces.coverage': { face: 'nothing' },
  'faces.members': { name: 'a.ttf', bytes: Buffer.from('true') },
  'faces.import': { name: 'a.ttf', bytes: Buffer.from('OTTO'), member: 0 },
  'faces.rename': { face: 'nothing', name: '小标宋' },
  'faces.remove': { face: 'nothing' },
  'export.start': { issue: 'nothing', pages: [], kind: 'page' },
  'proofs.start': { issue: 'nothing', pages: [], paper: 'a3', since: 'last' },
  'proofs.list': { issue: 'nothing', page: 'nothing' },
  'sendings.start': { issue: 'nothing', pages: ['p'], signedBy: '王', issueFile: false },
  'sendings.list': { issue: 'id-1' },
  'profiles.add': { name: 'a.icc', bytes: Buffer.alloc(200, 'acsp') },
  'jobs.cancel': { job: 'nothing' },
  'export.file': { path: '/etc/passwd' },
  'archive.add': { issue: 'nothing' },
  'archive.list': {},
  'archive.open': { key: 'cgrb/2024-01-20/1' },
  'archive.page': { key: 'cgrb/2024-01-20/1', page: '04' },
  'archive.picture': { key: 'cgrb/2024-01-20/1', page: '04', maxWidth: 100 },
  'archive.pdf': { key: 'cgrb/2024-01-20/1', page: '04' },
  'archive.search': { words: '" OR *' },
  'archive.verify': { key: null },
  'archive.restore': { key: 'cgrb/2024-01-20/1' },
}

const hostile = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true, withNullPrototype: true }),
  fc.constantFrom('__proto__', '../../../etc/passwd', "'; DROP TABLE issues; --", '\u0000', '\ud800', 1e308, -1, 2 ** 53),
)

/** The example with one of its parts, at any depth, replaced. */
function damaged(example: unknown): fc.Arbitrary<unknown> {
  if (typeof example !== 'object' || example === null || example instanceof Uint8Array) return hostile
  const keys = Object.keys(example)
  const whole = hostile.map((extra) => (Array.isArray(example) ? [...(example as unknown[]), extra] : { ...example, extra }))
  if (keys.length === 0) return fc.oneof(hostile, whole)
  const deeper = fc.constantFrom(...keys).chain((key) =>
    damaged((example as Record<string, unknown>)[key]).map((part) => {
      const copy = Array.isArray(example) ? [...(example as unknown[])] : { ...example }
      ;(copy as Record<string, unknown>)[key] = part
      return copy
    }),
  )
  return fc.oneof({ weight: 1, arbitrary: hostile }, { weight: 1, arbitrary: whole }, { weight: 6, arbitrary: deeper })
}

it.each(Object.keys(EXAMPLES) as MethodName[])('%s takes its example and survives whatever else comes', async (method) => {
  const { api } = openServices()
  const { issue } = await smallIssue(api)
  expect(issue).toBe('id-1')
  const before = await api.call('issues.open', { issue })
  expect(INPUT_SCHEMAS[method].safeParse(EXAMPLES[method]).error).toBe(undefined)
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.constant<unknown>(EXAMPLES[method]), damaged(EXAMPLES[method])), async (input) => {
      try {
        await api.call(method, input as Input<MethodName>)
      } catch (error) {
        expect(error).toBeInstanceOf(ApiFailure)
        const { code, message } = (error as ApiFailure).error
        expect(code).not.toBe('fault')
        expect(message.zh).toMatch(/[\u4e00-\u9fff].*。$/su)
        expect(message.en).toMatch(/\.$/)
      }
    }),
    { numRuns: 60 },
  )
  expect((await api.call('issues.open', { issue })).document).toEqual(before.document)
})

it.each(['', 'toString', '__proto__', 'issues.drop', null, {}, Object.create(null)])('there is no method %j', async (method) => {
  const { api } = openServices()
  await expect(api.call(method as MethodName, {})).rejects.toBeInstanceOf(ApiFailure)
})

it('a change with what JSON cannot hold is bad input', async () => {
  const { api } = openServices()
  const { issue, revision } = await smallIssue(api)
  const change = [{ id: 'pool', before: { order: 0n }, after: null }]
  await expect(api.call('issues.commit', { issue, revision, change } as unknown as Input<'issues.commit'>)).rejects.toMatchObject({ error: { code: 'bad-input' } })
})
