import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openOutlines } from '../../../src-core/fonts/outlines.ts'
import { readTables } from '../../../src-core/fonts/sfnt.ts'
import { FontFile } from '../../../src-main/pdf/font-file.ts'
import { trueTypeSubset, type GlyfBytes } from '../../../src-main/pdf/truetype-subset.ts'
import { bundledFaceFiles } from '../../../src-main/services/face-files.ts'

/** As {@link trueTypeSubset} asks for them. */
const glyfOf = (tables: ReturnType<typeof readTables>): GlyfBytes => {
  const glyf = tables.get('glyf')!
  return (from, to) => new Uint8Array(glyf.buffer, glyf.byteOffset + from, to - from)
}

const faces = bundledFaceFiles().map(({ id, path }) => ({ id, bytes: readFileSync(path) }))

describe('subset of a TrueType face', () => {
  it.each(faces)('draws every glyph of $id as the face does, parts of composite ones included', async ({ bytes }) => {
    const whole = await openOutlines(bytes)
    const tables = readTables(bytes)
    const count = tables.get('maxp')!.getUint16(4)
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 60 }), async (chosen) => {
        const glyphs = [0, ...chosen.filter((glyph) => glyph !== 0).toSorted((a, b) => a - b)]
        const subset = trueTypeSubset(tables, glyfOf(tables), glyphs)
        const outlines = await openOutlines(subset)
        glyphs.forEach((glyph, code) => expect(outlines.outline(code)).toEqual(whole.outline(glyph)))
        const metrics = readTables(subset).get('hmtx')!
        const full = tables.get('hhea')!.getUint16(34)
        glyphs.forEach((glyph, code) => expect(metrics.getUint16(4 * code)).toBe(tables.get('hmtx')!.getUint16(4 * Math.min(glyph, full - 1))))
      }),
      { numRuns: 20 },
    )
  })

  it('has sums that its readers can check', () => {
    const tables = readTables(faces[0]!.bytes)
    const subset = trueTypeSubset(tables, glyfOf(tables), [0, 100, 200])
    const view = new DataView(subset.buffer)
    const sum = (from: number, to: number) => {
      let total = 0
      for (let at = from; at < to; at += 4) total = (total + view.getUint32(at)) | 0
      return total >>> 0
    }
    expect(sum(0, subset.length)).toBe(0xb1b0afba)
  })

  it('says of a face cut short that it is damaged', () => {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-font-'))
    const path = join(folder, 'short.ttf')
    writeFileSync(path, faces[0]!.bytes.subarray(0, 1_000_000))
    expect(() => FontFile.open(path)).toThrow('字体文件已损坏')
    rmSync(folder, { recursive: true })
    const tables = readTables(faces[0]!.bytes)
    expect(() => trueTypeSubset(new Map([...tables, ['loca', new DataView(new ArrayBuffer(8))]]), glyfOf(tables), [0, 20_000])).toThrow('字体文件已损坏')
  })
})
