import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ContentFault, operatorsOf, type Operand } from '../../../src-main/adverts/content-stream.ts'

const read = (text: string) => [...operatorsOf(Buffer.from(text, 'latin1'))]

/** Operands with the text that says them. */
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Math.round(value * 1000) / 1000 || 0).filter((value) => !String(value).includes('e')).map((value) => ({ said: String(value), means: value as Operand }))
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,8}$/).map((value) => ({ said: `/${value}`, means: { name: value } as Operand }))
const text = fc.stringMatching(/^[ -'*-[\]-~]{0,12}$/).map((value) => ({ said: `(${value})`, means: { bytes: value.length } as Operand }))
const hex = fc.uint8Array({ maxLength: 8 }).map((value) => ({ said: `<${Buffer.from(value).toString('hex')}>`, means: { bytes: value.length } as Operand }))
const single = fc.oneof(number, name, text, hex)
const list = fc.array(single, { maxLength: 4 }).map((items) => ({ said: `[${items.map(({ said }) => said).join(' ')}]`, means: items.map(({ means }) => means) as Operand }))
const operand = fc.oneof(single, list)
const operator = fc.constantFrom('q', 'Q', 'cm', 're', 'f*', 'Tj', 'TJ', "'", '"', 'scn', 'b*', 'd0')

describe('a content stream', () => {
  it('is read as it was written, whatever stands between', () => {
    const space = fc.constantFrom(' ', '\n', '\r\n', '\t', ' % a remark ( that ] counts < for nothing\n')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(operand, { maxLength: 6 }), operator), { maxLength: 20 }), space, (written, between) => {
        const said = written.map(([operands, word]) => [...operands.map((each) => each.said), word].join(between)).join(between)
        expect(read(said).map(({ operator: word, operands }) => [operands, word])).toMatchObject(written.map(([operands, word]) => [operands.map(({ means }) => means), word]))
      }),
    )
  })

  it('says where each operator stands', () => {
    const content = ' 0 0 0 1 k\n10 20 m'
    expect(read(content).map(({ from, to }) => content.slice(from, to))).toEqual(['0 0 0 1 k', '10 20 m'])
  })

  it('knows nested and escaped strings, dictionaries, signs and names with codes', () => {
    expect(read('(a\\)b(c)d) Tj /Span <</MCID 3 /Alt true>> BDC --5 +.5 -.25 0 cm /A#20B gs')).toMatchObject([
      { operator: 'Tj', operands: [{ bytes: 7 }] },
      { operator: 'BDC', operands: [{ name: 'Span' }, new Map<string, Operand>([['MCID', 3], ['Alt', true]])] },
      { operator: 'cm', operands: [-5, 0.5, -0.25, 0] },
      { operator: 'gs', operands: [{ name: 'A B' }] },
    ])
  })

  it('passes over the data of inline images', () => {
    const [image, after] = read('BI /W 2 /H 1 /CS /G /BPC 8 ID \x00\x81 EI(\x02 EI Q')
    expect(image).toMatchObject({ operator: 'BI', operands: [new Map<string, Operand>([['W', 2], ['H', 1], ['CS', { name: 'G' }], ['BPC', 8]])] })
    expect(after).toMatchObject({ operator: 'Q' })
  })

  it('reads to the end, or says that it is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: fc.constantFrom(...'[]<>()/%{} 1.-qBIDE\n') }).map((junk) => Buffer.from(junk))), (bytes) => {
        try {
          for (const each of operatorsOf(bytes)) expect(each.to).toBeLessThanOrEqual(bytes.length)
        } catch (error) {
          expect(error).toBeInstanceOf(ContentFault)
        }
      }),
    )
    expect(() => read('['.repeat(100_000))).toThrow(ContentFault)
  })
})
