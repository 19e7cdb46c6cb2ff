import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { inkTiff } from '../../../src-main/images/ink-tiff.ts'
import { usualMaximum } from '../../../src-main/images/ink.ts'
import { openPicture } from '../../../src-main/images/picture-file.ts'
import type { Wanted } from '../../../src-main/images/pixels.ts'
import { separated, separatedAdvert, type Separation } from '../../../src-main/images/separation.ts'

const icc = (name: string) => join(import.meta.dirname, '../../../assets/icc', name)
const newsprint: Separation = { profile: icc('newsprint-snap-tr002.icc'), inkLimit: 2.4 }

const inks = async (file: Uint8Array, separation = newsprint, wanted: Wanted = {}) => separated(await openPicture(file), 'cmyk', separation, wanted)
const flat = (background: string, size = 4) => sharp({ create: { width: size, height: size, channels: 4, background } })
const grey = (values: readonly number[]) => sharp(Uint8Array.from(values), { raw: { width: values.length, height: 1, channels: 1 } }).toColourspace('b-w')

function heaviest(pixels: Uint8Array): number {
  let most = 0
  for (let at = 0; at < pixels.length; at += 4) most = Math.max(most, pixels[at]! + pixels[at + 1]! + pixels[at + 2]! + pixels[at + 3]!)
  return most / 255
}

const DEEP_INKS = 'SUkqABgAAAAAgAAAAAD//wCAAAAAAP//EAAAAQMAAQAAAAIAAAABAQMAAQAAAAEAAAACAQMABAAAAN4AAAADAQMAAQAAAAEAAAAGAQMAAQAAAAUAAAAKAQMAAQAAAAEAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAQAAAAWAQMAAQAAAAEAAAAXAQQAAQAAABAAAAAcAQMAAQAAAAEAAAApAQMAAgAAAAAAAQA+AQUAAgAAABYBAAA/AQUABgAAAOYAAABMAQMAAQAAAAEAAAAAAAAAEAAQABAAEACF61EAAACAAMP1qAAAAAACzcxMAAAAAAHNzEwAAACAAM3MTAAAAAACj8L1AAAAABA3GqAAAAAAAiuHCgAAACAA'
const THIN_INKS = 'SUkqABIAAAB/AAD/gH8AAP+AEQAAAQMAAQAAAAIAAAABAQMAAQAAAAEAAAACAQMABQAAAOQAAAADAQMAAQAAAAEAAAAGAQMAAQAAAAUAAAAKAQMAAQAAAAEAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAUAAAAWAQMAAQAAAAEAAAAXAQQAAQAAAAoAAAAcAQMAAQAAAAEAAAApAQMAAgAAAAAAAQA+AQUAAgAAAB4BAAA/AQUABgAAAO4AAABMAQMAAQAAAAEAAABSAQMAAQAAAAIAAAAAAAAACAAIAAgACAAIAIXrUQAAAIAAw/WoAAAAAALNzEwAAAAAAc3MTAAAAIAAzcxMAAAAAAKPwvUAAAAAEDcaoAAAAAACK4cKAAAAIAA='

const own = (file: Uint8Array) => sharp(file).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()

describe('a picture on a page of four plates', () => {
  it('becomes inks by the condition\'s profile, white paper without any, and never more than the condition takes', async () => {
    const noise = await sharp(Buffer.from(Uint8Array.from({ length: 64 * 64 * 3 }, (_, index) => (index * 7919) % 256)), { raw: { width: 64, height: 64, channels: 3 } }).png().toBuffer()
    const found = await inks(noise)
    expect([found.channels, found.pixels.length]).toEqual([4, 64 * 64 * 4])
    expect(heaviest(found.pixels)).toBeLessThanOrEqual(2.4)
    const [cyan, magenta, yellow, black] = (await inks(await flat('#f00').png().toBuffer())).pixels as unknown as [number, number, number, number]
    expect(cyan + black).toBeLessThan(10)
    expect(Math.min(magenta, yellow)).toBeGreaterThan(200)
    const beside = await sharp(await flat('#f00').png().toBuffer()).extend({ right: 4, background: '#0000' }).png().toBuffer()
    expect([...(await inks(beside)).pixels.subarray(16, 32)]).toEqual(Array(16).fill(0))
  })

  it('keeps the drawing of shadows that are darker than the paper\'s black', async () => {
    const steps = [0, 40, 64, 88, 112].flatMap((value) => [value + 14, value, value])
    const { pixels } = await inks(await sharp(Uint8Array.from(steps), { raw: { width: 5, height: 1, channels: 3 } }).png().toBuffer())
    const looks = await sharp(inkTiff(pixels, 5, 1, readFileSync(newsprint.profile))).toColourspace('b-w').raw().toBuffer()
    for (let step = 1; step < 5; step++) expect(looks[step]!).toBeGreaterThan(looks[step - 1]! + 2)
  })

  it('keeps the inks of a file without a profile, but for what is over the limit', async () => {
    const file = await flat('#102030').toColourspace('cmyk').flatten().jpeg({ quality: 100 }).toBuffer()
    const before = await own(file)
    expect(heaviest(before)).toBeGreaterThan(2)
    expect([...(await inks(file, { ...newsprint, inkLimit: 4 })).pixels]).toEqual([...before])
    const limited = await inks(file, { ...newsprint, inkLimit: 2 })
    expect(heaviest(limited.pixels)).toBeLessThanOrEqual(2)
    expect(limited.pixels[3]).toBe(before[3])
  })

  it('keeps the inks of a file made for the same condition, and black alone of one made for another', async () => {
    const pixels = Uint8Array.from([0, 204, 230, 26, 0, 0, 0, 200, 0, 0, 0, 0, 204, 51, 0, 0])
    const made = (profile: string) => inkTiff(pixels, 2, 2, readFileSync(profile))
    expect([...(await inks(made(newsprint.profile))).pixels]).toEqual([...pixels])
    const [red, black, paper, blue] = [0, 4, 8, 12]
    const changed = (await inks(made(icc('coated-gracol-tr006.icc')))).pixels
    expect([...changed.subarray(black, black + 8)]).toEqual([0, 0, 0, 200, 0, 0, 0, 0])
    expect(changed.subarray(red, black)).not.toEqual(pixels.subarray(red, black))
    expect(changed[red + 1]! - changed[red]!).toBeGreaterThan(100)
    expect(changed[blue]! - changed[blue + 2]!).toBeGreaterThan(100)
    expect(changed[paper]).toBe(0)
  })

  it('has 8 bits of 16, and is laid on white where it was transparent', async () => {
    const deep = await flat('#204060').flatten().toColourspace('rgb16').png().toBuffer()
    expect([...(await inks(deep)).pixels]).toEqual([...(await inks(await flat('#204060').flatten().png().toBuffer())).pixels])
    const half = await inks(await flat('#ff000080').png().toBuffer())
    const full = await inks(await flat('#ff0000').png().toBuffer())
    expect(half.pixels[1]!).toBeLessThan(full.pixels[1]! - 30)
  })

  it('of inks has 8 bits of 16, and thin inks where it was transparent', async () => {
    // Made by ImageMagick: 2 × 1 pixels of C 50 %, K 100 %, of 16 bits, and of 8 bits half transparent.
    expect([...(await inks(Buffer.from(DEEP_INKS, 'base64'))).pixels]).toEqual([128, 0, 0, 255, 128, 0, 0, 255])
    expect([...(await inks(Buffer.from(THIN_INKS, 'base64'))).pixels]).toEqual([64, 0, 0, 128, 64, 0, 0, 128])
  })

  it('is black alone where the file is grey, or in colour without any, by the tones of the paper\'s black', async () => {
    const tones = Array.from({ length: 256 }, (_, value) => value)
    const { pixels, channels } = await inks(await grey(tones).png().toBuffer())
    expect([channels, pixels[0], pixels[255]]).toEqual([1, 0, 255])
    for (let value = 1; value < 256; value++) expect(pixels[value]!).toBeGreaterThanOrEqual(pixels[value - 1]!)
    // Dots grow on newsprint: what is to look like a middle grey has less ink than the number says.
    expect(pixels[192]!).toBeGreaterThan(pixels[128]!)
    expect((await inks(await grey(tones).toColourspace('srgb').png().toBuffer())).pixels.every((value, at) => value === pixels[at])).toBe(true)
  })
})

describe('an advert in colours of a screen', () => {
  /** A ring, the bowl of a letter, on white; another on red; and a shadow that passes into grey. */
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100">
    <linearGradient id="g"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#777"/></linearGradient>
    <rect width="300" height="100" fill="#fff"/><rect x="100" width="100" height="100" fill="#d22"/><rect x="200" width="100" height="100" fill="url(#g)"/>
    <g fill="none" stroke="#000" stroke-width="7"><circle cx="50" cy="50" r="30"/><circle cx="150" cy="50" r="30"/></g></svg>`

  it.each([['png', (image: Sharp) => image.png()], ['jpeg', (image: Sharp) => image.jpeg({ quality: 85 })]] as const)('has black type on white in black alone: %s', async (_, pack) => {
    const file = await pack(sharp(Buffer.from(drawn)).flatten({ background: '#fff' })).toBuffer()
    const { pixels, channels } = await separatedAdvert(await openPicture(file), 'cmyk', newsprint, {})
    expect(channels).toBe(4)
    const colours = (x: number, y: number) => pixels[4 * (300 * y + x)]! + pixels[4 * (300 * y + x) + 1]! + pixels[4 * (300 * y + x) + 2]!
    const black = (x: number, y: number) => pixels[4 * (300 * y + x) + 3]!
    // All of the first ring but for the noise round it, which is no edge.
    for (let y = 0; y < 100; y++) for (let x = 0; x < 90; x++) if (black(x, y) > 60) expect(colours(x, y)).toBe(0)
    expect(black(20, 50)).toBeGreaterThan(230)
    // On red, and in a shadow, black has the other inks under it.
    expect(colours(120, 50)).toBeGreaterThan(100)
    expect(colours(205, 50)).toBeGreaterThan(60)
  })

  it('stays as it is where it is a picture in grey, or in inks', async () => {
    const tones = await grey([0, 128, 255]).png().toBuffer()
    expect(await separatedAdvert(await openPicture(tones), 'cmyk', newsprint, {})).toEqual(await inks(tones))
    const file = await flat('#102030').toColourspace('cmyk').flatten().jpeg({ quality: 100 }).toBuffer()
    expect(await separatedAdvert(await openPicture(file), 'cmyk', newsprint, {})).toEqual(await inks(file))
  })
})

describe('measured ink', () => {
  it('is the sum that all but strays keep to', () => {
    const pixels = new Uint8Array(4 * 10_000).fill(51)
    expect(usualMaximum(pixels)).toBe(0.8)
    pixels.fill(255, 0, 4 * 5)
    expect(usualMaximum(pixels)).toBe(0.8)
    pixels.fill(255, 0, 4 * 6)
    expect(usualMaximum(pixels)).toBe(4)
  })
})
