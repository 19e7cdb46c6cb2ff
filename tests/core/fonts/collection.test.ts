/** docs/typesetting.md, part 13: font collections, names and the right to embed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memberCount, memberTables, takeMember } from '../../../src-core/fonts/collection.ts'
import { embeddingOf } from '../../../src-core/fonts/embedding.ts'
import { openFace } from '../../../src-core/fonts/face-index.ts'
import { faceName } from '../../../src-core/fonts/face-names.ts'
import { readFace } from '../../../src-core/fonts/read-face.ts'
import { readTables, UnreadableFace } from '../../../src-core/fonts/sfnt.ts'
import { collectionOf, smallFace, withTable } from './small-face.ts'

const members = [smallFace(0, 'First'), smallFace(0x0002, 'Second')]
const collection = collectionOf(members)

describe('a font collection', () => {
  it('13.10 gives its members one by one, each as a file of its own that reads as the single face does', () => {
    expect(memberCount(collection)).toBe(2)
    for (const [index, member] of members.entries()) {
      expect(faceName(memberTables(collection, index))).toBe(faceName(readTables(member)))
      expect(readFace(takeMember(collection, index), 'hash')).toEqual(readFace(member, 'hash'))
    }
  })

  it('13.10 gives the same bytes wherever the member stood', () => {
    const other = collectionOf([members[1]!, members[0]!])
    expect(takeMember(other, 1)).toEqual(takeMember(collection, 0))
    expect(memberCount(members[0]!)).toBe(1)
    expect(takeMember(members[0]!, 0)).toBe(members[0])
  })

  it('13.10 is refused in a sentence when it is cut short, or has no such member', () => {
    expect(() => takeMember(collection, 2)).toThrow(UnreadableFace)
    fc.assert(
      fc.property(fc.integer({ min: 4, max: collection.length - 8 }), (length) => {
        const cut = collection.subarray(0, length)
        expect(() => readFace(takeMember(cut, memberCount(cut) - 1), 'hash')).toThrow(UnreadableFace)
      }),
    )
  })

  it('13.10 is taken apart or refused, never worse, when bytes are wrong', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 4, max: 400 }), fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = collection.slice()
        for (const [at, value] of changes) bytes[at] = value
        try {
          readFace(takeMember(bytes, memberCount(bytes) - 1), 'hash')
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFace)
        }
      }),
    )
  })

  it('13.10 may not claim more members than it could hold', () => {
    const bytes = collection.slice()
    new DataView(bytes.buffer).setUint32(8, 0xffffffff)
    expect(() => memberCount(bytes)).toThrow(UnreadableFace)
  })
})

describe('the right to embed', () => {
  it.each([
    [0x0000, 'allowed'],
    [0x0002, 'restricted'],
    [0x0004, 'allowed'],
    [0x0008, 'allowed'],
    [0x0006, 'allowed'],
    [0x0100, 'no-subsetting'],
    [0x0104, 'no-subsetting'],
    [0x0200, 'bitmap-only'],
    [0x0300, 'bitmap-only'],
    [0x0102, 'restricted'],
  ] as const)('13.11 fsType %i is %s', (fsType, embedding) => {
    expect(embeddingOf(readTables(smallFace(fsType)))).toBe(embedding)
  })
})

describe('a face that means harm', () => {
  /** A cmap with one subtable of format 12 that has these groups. */
  const cmap = (...groups: readonly (readonly [number, number, number])[]): Uint8Array => {
    const view = new DataView(new ArrayBuffer(28 + 12 * groups.length))
    const header = [0, 1, 3, 10, 0, 12, 12, 0, 0, 28 - 12 + 12 * groups.length, 0, 0, 0, groups.length]
    header.forEach((value, index) => view.setUint16(2 * index, value))
    groups.forEach((group, index) => group.forEach((value, field) => view.setUint32(28 + 12 * index + 4 * field, value)))
    return new Uint8Array(view.buffer)
  }

  it('13.12 that maps more code points than there are is refused before a parser believes it', () => {
    expect(openFace('own', readFace(withTable(smallFace(), 'cmap', cmap([0x53e3, 0x53e3, 1])), 'hash')).glyph(0x53e3)).toBe(1)
    expect(() => readFace(withTable(smallFace(), 'cmap', cmap([0, 0xffffffff, 1])), 'hash')).toThrow('已损坏')
    const overlapping = Array.from({ length: 1000 }, () => [0, 0x10ffff, 1] as const)
    expect(() => readFace(withTable(smallFace(), 'cmap', cmap(...overlapping)), 'hash')).toThrow('已损坏')
  })

  it('13.12 without outlines is refused in a sentence', () => {
    const bytes = smallFace()
    for (let entry = 12; entry < 12 + 16 * new DataView(bytes.buffer).getUint16(4); entry += 16)
      if (String.fromCharCode(...bytes.subarray(entry, entry + 4)) === 'CFF ') bytes.set(Array.from('EBDT', (letter) => letter.charCodeAt(0)), entry)
    expect(() => readFace(bytes, 'hash')).toThrow('没有轮廓')
  })

  it('13.12 has no control characters in its name', () => {
    expect(faceName(readTables(smallFace(0, 'A\u202e\u0000B@C\n\ud800')))).toMatch(/^A B C Regular$|^A B C$/)
  })
})
