import { cpSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiFailure } from '../../../src-core/api/methods.ts'
import { BUNDLED_FACES } from '../../../src-core/document/style.ts'
import { packOutlines } from '../../../src-core/fonts/outline-pack.ts'
import * as reader from '../../../src-core/fonts/read-face.ts'
import { openFaces } from '../../../src-main/services/faces.ts'
import { smallFace } from '../../core/fonts/small-face.ts'

vi.mock('../../../src-core/fonts/read-face.ts', { spy: true })
const readFace = vi.mocked(reader.readFace)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-faces-'))
  readFace.mockClear()
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => ({ id: 'own', path: join(folder, 'own.otf') })
const open = (built = join(folder, 'built')) => openFaces({ cache: join(folder, 'cache'), files: [file()], built })

describe('the faces of this machine', () => {
  it('are the bundled ones, by the ids of the house style', async () => {
    const faces = await openFaces({ cache: null })
    expect(faces.set.ids).toEqual(Object.keys(BUNDLED_FACES))
    expect(faces.list().every(({ name, hash, embedding }) => name !== '' && /^[0-9a-f]{64}$/.test(hash) && embedding === 'allowed')).toBe(true)
    expect((await faces.outlines('song')).outline(faces.set.face('song')!.glyph(0x56fd)).length).toBeGreaterThan(20)
  })

  it('give some outlines without their file being read whole, the same as from all of it', async () => {
    const faces = await openFaces({ cache: null })
    for (const id of faces.set.ids) {
      const glyphs = [...'国、—é'].map((character) => faces.set.face(id)!.glyph(character.codePointAt(0)!))
      const packed = await faces.packedOutlines(id, [0, ...glyphs, 0xffff])
      expect(packed).toEqual(packOutlines([0, ...glyphs, 0xffff], await faces.outlines(id)))
    }
  })

  it('answer an id that is none of them in a sentence', async () => {
    const faces = await openFaces({ cache: null })
    for (const ask of [() => faces.path('fang'), () => faces.indexBytes('fang')]) expect(ask).toThrow(ApiFailure)
    await expect(faces.outlines('fang')).rejects.toThrow('fang')
  })

  it('say which file is missing', async () => {
    await expect(open()).rejects.toThrow('own.otf')
  })
})

describe('a face’s index', () => {
  beforeEach(() => writeFileSync(file().path, smallFace()))

  it('is made once and kept', async () => {
    const first = await open()
    const second = await open()
    expect(readFace).toHaveBeenCalledTimes(1)
    expect(Buffer.from(second.indexBytes('own')).equals(Buffer.from(first.indexBytes('own')))).toBe(true)
    expect(second.set.face('own')?.advance(second.set.face('own')!.glyph(0x53e3))).toBe(1000)
  })

  it('is the build’s where the build made it', async () => {
    await open()
    cpSync(join(folder, 'cache'), join(folder, 'built'), { recursive: true })
    rmSync(join(folder, 'cache'), { recursive: true })
    await open()
    expect(readFace).toHaveBeenCalledTimes(1)
    expect(readdirSync(folder).toSorted()).toEqual(['built', 'own.otf'])
  })

  it('is found by the file’s bytes after the file was copied', async () => {
    await open()
    utimesSync(file().path, 1, 1)
    await open()
    await open()
    expect(readFace).toHaveBeenCalledTimes(1)
  })

  it('is made again for another file in the same place', async () => {
    const before = (await open()).list()[0]!
    writeFileSync(file().path, smallFace(0x0002))
    utimesSync(file().path, 1, 1)
    const after = (await open()).list()[0]!
    expect(readFace).toHaveBeenCalledTimes(2)
    expect([before.embedding, after.embedding]).toEqual(['allowed', 'restricted'])
    expect(after.hash).not.toBe(before.hash)
  })

  it.each(['manifest.json', '.index'])('is made again when %s was cut short', async (name) => {
    await open()
    const cache = join(folder, 'cache')
    for (const damaged of readdirSync(cache).filter((entry) => entry.endsWith(name))) writeFileSync(join(cache, damaged), '{')
    expect((await open()).set.face('own')?.glyphCount).toBe(4)
  })

  it('is not made of a file that is no font, which is named in a sentence', async () => {
    writeFileSync(file().path, 'not a font at all')
    await expect(open()).rejects.toThrow('own.otf')
  })
})
