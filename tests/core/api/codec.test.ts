import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerCall, decodeCall, decodeMachineMessage, encodeMessage } from '../../../src-core/api/codec.ts'
import { ApiFailure, type ApiServer } from '../../../src-core/api/methods.ts'

/** What can stand in a document or an answer: JSON and bytes. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    // Neither MessagePack nor JSON knows a negative nought.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array(),
    fc.array(tie('any')),
    // MessagePack's decoder refuses this key, as it should.
    fc.dictionary(fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'), tie('any'), { noNullPrototype: true }),
  ),
})).any

const serverThat = (call: () => Promise<never>): ApiServer => ({ call, onEvent: () => () => {}, close: async () => {} })

describe('messages', () => {
  test('a call comes out as it went in', () => {
    fc.assert(
      fc.property(fc.nat(), value, (id, input) => {
        const call = { id, method: 'issues.open' as const, input }
        expect(decodeCall(encodeMessage(call))).toEqual(call)
      }),
    )
  })

  test('answers, errors and events come out as they went in', () => {
    const error = { code: 'not-found' as const, message: { zh: '没有这一期。', en: 'No such issue.' }, remedy: null }
    for (const message of [
      { id: 3, output: { png: Uint8Array.of(1, 2, 3), width: 3, height: 1 } },
      { id: 4, error },
      { event: { type: 'job.failed' as const, job: 'j', error } },
    ]) {
      expect(decodeMachineMessage(encodeMessage(message))).toEqual(message)
    }
  })

  test('bytes that are no call are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(() => decodeCall(bytes)).toThrow()
      }),
    )
    expect(() => decodeCall(encodeMessage({ id: -1, method: 'app.info', input: {} }))).toThrow()
  })
})

describe('answers', () => {
  test('a failure of a service is its own error', async () => {
    const error = { code: 'stale-revision' as const, message: { zh: '旧', en: 'stale' }, remedy: null }
    const answer = await answerCall(serverThat(() => Promise.reject(new ApiFailure(error))), 'app.info', {})
    expect(answer).toEqual({ error })
  })

  test('a fault that nobody foresaw is told in a sentence, without its inside', async () => {
    const answer = await answerCall(serverThat(() => Promise.reject(new TypeError('x.y is undefined'))), 'app.info', {})
    expect(answer).toMatchObject({ error: { code: 'fault' } })
    expect(JSON.stringify(answer)).not.toContain('undefined')
  })
})
