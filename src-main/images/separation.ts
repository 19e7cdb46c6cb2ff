/**
 * Pictures become inks. Colours of a screen go through the condition's profile, darkest to darkest (black point
 * compensation), so that shadows keep their drawing on paper whose black is a dark grey. Grey is black ink alone, whose
 * plate cannot shift against others, by the tones that the profile's black has on the paper.
 */
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { blackType } from './black-type.ts'
import { limitInk } from './ink.ts'
import { inkTiff } from './ink-tiff.ts'
import type { OpenedPicture } from './picture-file.ts'
import { greyOf } from './raw-pixels.ts'
import { colourPixels, greyPixels, isInInks, ownInks, type Pixels, type Wanted } from './pixels.ts'

/** How pictures become inks. */
export interface Separation {
  /** Path of the printing condition's profile, CMYK. */
  readonly profile: string
  /** Sum of the inks, 1 a solid plate. */
  readonly inkLimit: number
}

/** A picture for a page of four plates, or of black alone. Rejects with {@link ApiFailure} for a file that cannot be decoded. */
export async function separated(file: OpenedPicture, plates: 'cmyk' | 'k', separation: Separation, wanted: Wanted): Promise<Pixels> {
  if (plates === 'k' || file.head.channels < 3) return blackAlone(await greyPixels(file, wanted), separation)
  if (!isInInks(file.head)) return separatedColours(await colourPixels(file, wanted), separation)
  const { sharpen: _, ...asItIs } = wanted
  const own = await ownInks(file, asItIs)
  const inks = file.head.icc ? { ...own, pixels: await otherInks(own, file.head.icc, separation) } : own
  limitInk(inks.pixels, separation.inkLimit)
  return inks
}

/** An advert: in colours of a screen, black type on white is black ink alone, so that its edges are those of one plate. */
export async function separatedAdvert(file: OpenedPicture, plates: 'cmyk' | 'k', separation: Separation, wanted: Wanted): Promise<Pixels> {
  if (plates === 'k' || file.head.channels < 3 || isInInks(file.head)) return separated(file, plates, separation, wanted)
  const colours = await colourPixels(file, wanted)
  const inks = await separatedColours(colours, separation)
  const type = inks.channels === 4 ? blackType(colours) : null
  return type ? withBlackAlone(inks, colours, separation, (pixel) => type[pixel] === 1) : inks
}

/** Colours of a screen → inks; black alone where there is no colour in them. */
export async function separatedColours(colours: Pixels, separation: Separation): Promise<Pixels> {
  const grey = withoutColour(colours)
  if (grey) return blackAlone(grey, separation)
  const { lift } = await curvesOf(separation.profile)
  const pixels = await throughProfile({ ...colours, pixels: colours.pixels.map((value) => lift[value]!) }, separation.profile)
  limitInk(pixels, separation.inkLimit)
  return { ...colours, pixels, channels: 4 }
}

/**
 * A drawing with type in it, in colours of a screen. What has no colour is black ink alone, pixel by pixel: small type on
 * four plates would show their edges.
 */
export async function separatedDrawing(colours: Pixels, plates: 'cmyk' | 'k', separation: Separation): Promise<Pixels> {
  if (plates === 'k') return blackAlone(await greyOf(colours), separation)
  const inks = await separatedColours(colours, separation)
  if (inks.channels !== 4) return inks
  const { pixels } = colours
  return withBlackAlone(inks, colours, separation, (pixel) => pixels[3 * pixel] === pixels[3 * pixel + 1] && pixels[3 * pixel] === pixels[3 * pixel + 2])
}

/** With those pixels in black ink alone; changes the inks. */
async function withBlackAlone(inks: Pixels, colours: Pixels, { profile }: Separation, isBlack: (pixel: number) => boolean): Promise<Pixels> {
  const { black } = await curvesOf(profile)
  for (let pixel = 0; pixel < inks.pixels.length / 4; pixel++) {
    if (!isBlack(pixel)) continue
    inks.pixels.fill(0, 4 * pixel, 4 * pixel + 3)
    inks.pixels[4 * pixel + 3] = 255 - black[colours.pixels[3 * pixel + 1]!]!
  }
  return inks
}

async function blackAlone(grey: Pixels, { profile }: Separation): Promise<Pixels> {
  const { black } = await curvesOf(profile)
  return { ...grey, pixels: grey.pixels.map((value) => black[value]!) }
}

/**
 * Inks made for other paper → this condition's, by way of what they look like. What was black alone stays so: type and
 * rules in a picture would else stand on four plates.
 */
async function otherInks(own: Pixels, icc: Uint8Array, { profile }: Separation): Promise<Uint8Array> {
  const bytes = readFileSync(profile)
  if (bytes.equals(icc)) return own.pixels
  const { darkest } = await curvesOf(profile)
  const [first] = await looks(Uint8Array.of(255, 255, 255, 255), 1, 1, icc)
  const lift = liftCurve(luminance(first!, first!, first!), darkest)
  const seen = (await looks(own.pixels, own.width, own.height, icc)).map((value) => lift[value]!)
  const inks = await throughProfile({ ...own, pixels: seen, channels: 3 }, profile)
  for (let at = 0; at < inks.length; at += 4) {
    if (own.pixels[at]! + own.pixels[at + 1]! + own.pixels[at + 2]! > NO_COLOUR) continue
    inks.set([0, 0, 0, own.pixels[at + 3]!], at)
  }
  return inks
}

/** Sums of three channels: the noise of packing. */
const NO_COLOUR = 6
const GREY_NOISE = 10
const COLOURED = 0.001

/** Photographs in black and white often come as files in colour. */
function withoutColour({ pixels, ...about }: Pixels): Pixels | null {
  const grey = new Uint8Array(pixels.length / 3)
  let coloured = grey.length * COLOURED
  for (let from = 0, to = 0; to < grey.length; from += 3, to++) {
    const [red, green, blue] = [pixels[from]!, pixels[from + 1]!, pixels[from + 2]!]
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > GREY_NOISE && --coloured < 0) return null
    grey[to] = green
  }
  return { ...about, pixels: grey, channels: 1 }
}

async function throughProfile({ pixels, width, height }: Pixels, profile: string): Promise<Uint8Array> {
  return sharp(pixels, { raw: { width, height, channels: 3 } }).withIccProfile(profile).raw().toBuffer()
}

/** What inks look like: red, green and blue. */
async function looks(inks: Uint8Array, width: number, height: number, icc: Uint8Array): Promise<Uint8Array> {
  return sharp(inkTiff(inks, width, height, icc)).toColourspace('srgb').raw().toBuffer()
}

interface Curves {
  /** Screen → screen, so that the screen's black becomes the darkest that the paper shows. */
  readonly lift: Uint8Array
  /** Grey of the screen → bare paper under the black ink that looks like it, 255 all of it. */
  readonly black: Uint8Array
  /** Luminance of the darkest, the paper's white 1. */
  readonly darkest: number
}

const known = new Map<string, Promise<Curves>>()

function curvesOf(profile: string): Promise<Curves> {
  const curves = known.get(profile) ?? measuredCurves(profile)
  known.set(profile, curves)
  return curves
}

async function measuredCurves(profile: string): Promise<Curves> {
  const greys = Uint8Array.from({ length: 256 * 3 }, (_, at) => Math.floor(at / 3))
  const inks = await throughProfile({ pixels: greys, width: 256, height: 1, channels: 3 }, profile)
  const darkest = linear(darkestGrey(inks))
  const ramp = Uint8Array.from({ length: 256 * 4 }, (_, at) => (at % 4 === 3 ? at >> 2 : 0))
  const seen = await looks(ramp, 256, 1, readFileSync(profile))
  const luminances = Array.from({ length: 256 }, (_, at) => luminance(seen[3 * at]!, seen[3 * at + 1]!, seen[3 * at + 2]!))
  return { lift: liftCurve(0, darkest), black: blackCurve(luminances), darkest }
}

/** Of greys from black up as inks: the last that has all the black ink there is, since the paper shows none that is darker. */
function darkestGrey(inks: Uint8Array): number {
  const blackOf = (grey: number) => inks[4 * grey + 3]!
  let grey = 0
  while (grey < 128 && blackOf(grey + 1) >= blackOf(0) - 2) grey++
  return grey
}

/** Linear light between two blacks and the common white. */
function liftCurve(from: number, to: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, value) => {
    const light = Math.max(0, (linear(value) - from) / (1 - from))
    return encoded(to + light * (1 - to))
  })
}

/** For each grey the black ink that looks like it, between the paper's white and the plate's solid. */
function blackCurve(luminances: readonly number[]): Uint8Array {
  const solid = luminances.at(-1)!
  let ink = 255
  return Uint8Array.from({ length: 256 }, (_, value) => {
    const wanted = solid + linear(value) * (1 - solid)
    while (ink > 0 && Math.abs(luminances[ink - 1]! - wanted) <= Math.abs(luminances[ink]! - wanted)) ink--
    return value === 255 ? 255 : 255 - ink
  })
}

/** IEC 61966-2-1 */
function linear(value: number): number {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function encoded(light: number): number {
  return Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055))
}

function luminance(red: number, green: number, blue: number): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
