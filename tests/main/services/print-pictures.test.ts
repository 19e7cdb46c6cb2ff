/** How fine pictures go to print, what of them, and in which inks. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { PrintPresetId } from '../../../src-core/document/print.ts'
import type { AdvertRecord, AssetRecord, PageInks } from '../../../src-core/document/records.ts'
import type { PageFrame, PictureItem } from '../../../src-core/typeset/frame.ts'
import { separation } from '../../../src-main/services/print-files.ts'
import { PrintPictures } from '../../../src-main/services/print-pictures.ts'

/** An inch and a half by an inch. */
const PLACE = { x: 0, y: 0, width: 108, height: 72 }
const ID = `asset:${'a'.repeat(64)}`

interface Placed extends Partial<AssetRecord> {
  readonly crop?: PictureItem['crop']
  readonly inks?: PageInks
  readonly advert?: true
  readonly preset?: PrintPresetId
  readonly places?: readonly Partial<PictureItem>[]
}

async function decoded(file: Uint8Array, { crop, inks = 'cmyk', advert, preset = 'newsprint-x1a', places = [PLACE], ...facts }: Placed = {}) {
  const { width, height } = await sharp(file).metadata()
  const asset: AssetRecord = { type: 'asset', id: ID, name: '桥', mime: 'image/png', width, height, ...facts }
  const hole: AdvertRecord = { type: 'advert', id: 'ad', page: 'p', order: 0, name: '', asset: ID, area: { column: 0, line: 0, columns: 1, lines: 1 }, keyline: false }
  const items = places.map((place): PictureItem => ({ kind: 'picture', asset: ID, ...PLACE, ...place, ...(inks === 'cmyk' ? { inks } : {}), ...(crop ? { crop } : {}) }))
  const frame: PageFrame = { page: { id: 'p', number: '01', section: '' }, trim: { width: 300, height: 300 }, bleed: 0, typeArea: PLACE, items }
  const pictures = new PrintPictures({ document: { records: { [ID]: asset, ...(advert ? { ad: hole } : {}) } }, assetBytes: () => file }, preset === 'proof' ? null : separation(preset))
  await pictures.decode(frame)
  return pictures.picture(items[0]!)!
}

const flat = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c06030' } }).png().toBuffer()
const size = async (...of: Parameters<typeof decoded>) => {
  const { width, height } = await decoded(...of)
  return [width, height]
}

describe('a picture that goes to print', () => {
  it('has the pixels that its condition prints, and no more of its own', async () => {
    expect(await size(await flat(450, 300))).toEqual([450, 300])
    expect(await size(await flat(600, 400))).toEqual([300, 200])
    expect(await size(await flat(600, 400), { preset: 'coated-x4' })).toEqual([600, 400])
    expect(await size(await flat(90, 60))).toEqual([90, 60])
  })

  it('keeps the pixels of type where it is an advert, and those of line art', async () => {
    expect(await size(await flat(600, 400), { advert: true })).toEqual([450, 300])
    const drawn = await sharp(await flat(1_500, 1_000)).threshold().toColourspace('b-w').png().toBuffer()
    expect(await size(drawn, { lineArt: true })).toEqual([1_500, 1_000])
  })

  it('is decoded for its largest place', async () => {
    expect(await size(await flat(1_200, 800), { places: [PLACE, { width: 216, height: 144 }] })).toEqual([600, 400])
  })

  it('has no more than the part that is shown, and says which that is', async () => {
    const part = await decoded(await flat(600, 400), { crop: { x: 0.5, y: 0.25, width: 0.25, height: 0.25 } })
    expect([part.width, part.height, part.part]).toEqual([150, 100, { x: 0.5, y: 0.25, width: 0.25, height: 0.25 }])
  })

  it('is black alone on pages of black, and in colours of a screen on proofs', async () => {
    const file = await flat(90, 60)
    expect((await decoded(file)).channels).toBe(4)
    for (const inks of ['k', 'k+red'] as const) expect((await decoded(file, { inks })).channels).toBe(1)
    expect((await decoded(file, { preset: 'proof' })).channels).toBe(3)
  })

  it('has black type on white in black alone where it is an advert', async () => {
    const file = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#fff' } })
      .composite([{ input: { create: { width: 20, height: 20, channels: 3, background: '#000' } }, left: 10, top: 10 }, { input: { create: { width: 20, height: 60, channels: 3, background: '#d22' } }, left: 70, top: 0 }])
      .png()
      .toBuffer()
    const inks = async (placed: Placed) => [...(await decoded(file, placed)).pixels.subarray(4 * (90 * 20 + 20), 4 * (90 * 20 + 21))]
    expect(await inks({ advert: true })).toEqual([0, 0, 0, 255])
    expect((await inks({})).slice(0, 3).every((ink) => ink > 60)).toBe(true)
  })

  it('has its edges sharpened for newsprint, its grounds and adverts left as they are', async () => {
    const edge = await sharp(Uint8Array.from({ length: 60 * 10 }, (_, at) => (at % 60 < 30 ? 150 : 90)), { raw: { width: 60, height: 10, channels: 1 } }).blur(1.2).toColourspace('b-w').png().toBuffer()
    const row = ({ pixels }: { pixels: Uint8Array }) => pixels.subarray(300, 360)
    const [sharpened, asItIs] = [row(await decoded(edge)), row(await decoded(edge, { advert: true }))]
    // Lighter and darker than anything there on both sides of the edge.
    expect(Math.max(...sharpened)).toBeGreaterThan(Math.max(...asItIs))
    expect(Math.min(...sharpened)).toBeLessThan(Math.min(...asItIs))
    expect([sharpened[5], sharpened[54]]).toEqual([asItIs[5], asItIs[54]])
  })
})
