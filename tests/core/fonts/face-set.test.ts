import { describe, expect, it } from 'vitest'
import { BUNDLED_FACES } from '../../../src-core/document/style.ts'
import { openFace } from '../../../src-core/fonts/face-index.ts'
import { BUNDLED_FALLBACK, faceSet } from '../../../src-core/fonts/face-set.ts'
import { readFace } from '../../../src-core/fonts/read-face.ts'
import { openFaces } from '../../../src-main/services/faces.ts'
import { smallFace } from './small-face.ts'

describe('fallback', () => {
  it('starts at the face itself and names no face twice', () => {
    for (const [id, chain] of Object.entries(BUNDLED_FALLBACK)) expect(new Set([id, ...chain]).size).toBe(chain.length + 1)
    expect(Object.keys(BUNDLED_FALLBACK)).toEqual(Object.keys(BUNDLED_FACES))
  })

  it('leaves out faces that are not at hand', () => {
    const index = readFace(smallFace(), 'hash')
    const set = faceSet([openFace('kai', index), openFace('song', index)])
    expect(set.chain('kai').map(({ id }) => id)).toEqual(['kai', 'song'])
    expect(set.chain('own').map(({ id }) => id)).toEqual(['song', 'kai'])
    expect(set.face('hei')).toBeUndefined()
  })

  it('finds in every bundled chain all of GB 2312 and the Han that the faces have between them', async () => {
    const { set } = await openFaces({ cache: null })
    const decoder = new TextDecoder('gb18030')
    const rows = Array.from({ length: 0xf8 - 0xa1 }, (_, row) => row + 0xa1)
    const cells = Array.from({ length: 94 }, (_, cell) => cell + 0xa1)
    const characters = rows.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))))
    const assigned = characters.filter((character) => /^[^\uE000-\uF8FF\uFFFD]$/u.test(character))
    const wanted = [...new Set([...assigned, '㈱', '𠮷', '䶮', '鿍'])].map((character) => character.codePointAt(0)!)
    expect(wanted.length).toBeGreaterThan(7400)
    for (const id of set.ids) {
      const missing = wanted.filter((codePoint) => set.chain(id).every((face) => face.glyph(codePoint) === 0))
      expect(String.fromCodePoint(...missing)).toBe('')
    }
  })
})
