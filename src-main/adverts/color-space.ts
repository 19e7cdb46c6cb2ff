/** Colour spaces of a PDF (ISO 32000-1, 8.6), as far as print knows them: which plates a colour calls, and how much of each. */
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib'
import type { PdfFaultKind } from '../../src-core/document/pdf-page.ts'
import { decodedStream } from './filters.ts'
import { bytesIn, dictOf, entry, listIn, nameIn, numberIn, streamOf } from './pdf-objects.ts'

/** Ink on each plate, 1 solid. */
export interface Inks {
  readonly process: readonly [number, number, number, number]
  readonly spots: readonly (readonly [string, number])[]
}

export interface ColorSpace {
  readonly components: number
  /** Components of the colour that it begins with. */
  readonly initial: readonly number[]
  /** Null where it cannot be told. */
  inks(values: readonly number[]): Inks | null
  /** Of an indexed space: every colour that it has. */
  readonly table?: readonly (Inks | null)[]
  readonly isPattern?: true
}

export type Report = (kind: PdfFaultKind) => void

/** `Device` spaces are found by name; what else a name means, resources say. */
export type SpaceNames = (name: string) => PDFObject | undefined

export const GREY: ColorSpace = { components: 1, initial: [0], inks: ([grey = 0]) => black(1 - grey) }
const CMYK: ColorSpace = { components: 4, initial: [0, 0, 0, 1], inks: ([c = 0, m = 0, y = 0, k = 0]) => ({ process: [unit(c), unit(m), unit(y), unit(k)], spots: [] }) }
/** Of a screen: what is neither red, green nor blue there is black ink alone; of the rest no ink is known. */
export const SCREEN: ColorSpace = { components: 3, initial: [0, 0, 0], inks: ([red = 0, green, blue]) => (red === green && red === blue ? black(1 - red) : null) }
const UNKNOWN: ColorSpace = { components: 3, initial: [0, 0, 0], inks: () => null }
export const PATTERN: ColorSpace = { components: 0, initial: [], inks: () => null, isPattern: true }

const MOST_DEPTH = 8
const MOST_TABLE_BYTES = 1 << 16
const MOST_PROFILE_BYTES = 16 << 20

export function deviceSpace(name: string, report: Report): ColorSpace | null {
  if (name === 'DeviceGray' || name === 'G') return GREY
  if (name === 'DeviceCMYK' || name === 'CMYK') return CMYK
  if (name !== 'DeviceRGB' && name !== 'RGB') return null
  report('rgb')
  return UNKNOWN
}

export function colorSpace(value: PDFObject | undefined, names: SpaceNames, report: Report, depth = 0): ColorSpace {
  if (depth > MOST_DEPTH) return unknown(report, 'drawing')
  const name = nameIn(value)
  if (name !== undefined) {
    if (name === 'Pattern') return PATTERN
    const named = names(name)
    return deviceSpace(name, report) ?? (named && nameIn(named) !== name ? colorSpace(named, names, report, depth + 1) : unknown(report, 'drawing'))
  }
  const parts = listIn(value) ?? []
  switch (nameIn(parts[0])) {
    case 'Indexed':
    case 'I':
      return indexed(parts, names, report, depth)
    case 'Separation':
      return inksByName([nameIn(parts[1])], parts[2], names, report, depth)
    case 'DeviceN':
      return inksByName(listIn(parts[1])?.map(nameIn) ?? [undefined], parts[2], names, report, depth)
    case 'Pattern':
      return parts[1] ? { ...colorSpace(parts[1], names, report, depth + 1), isPattern: true } : PATTERN
    case 'ICCBased':
      return profiled(numberIn(entry(dictOf(parts[1]), 'N')), report)
    case 'CalRGB':
      return unknown(report, 'rgb')
    case 'Lab':
      return unknown(report, 'profile')
    case 'CalGray':
      return { ...unknown(report, 'profile'), components: 1 }
    default:
      return parts.length === 1 ? colorSpace(parts[0], names, report, depth + 1) : unknown(report, 'drawing')
  }
}

/** Inks are printed as they are, whatever paper their profile is of: through another, black type would stand on four plates. */
function profiled(components: number | undefined, report: Report): ColorSpace {
  if (components === 4) return CMYK
  return components === 1 ? GREY : unknown(report, components === 3 ? 'rgb' : 'profile')
}

/** A space with the three colours of a screen, with a profile or without. */
export function isOfScreens(value: PDFObject | undefined): boolean {
  const [family, about] = listIn(value) ?? [value]
  const name = nameIn(family)
  if (name !== 'ICCBased') return name === 'DeviceRGB' || name === 'CalRGB'
  const stream = streamOf(about)
  if (!stream || numberIn(entry(stream.dict, 'N')) !== 3) return false
  const { bytes } = decodedStream(stream, MOST_PROFILE_BYTES)
  return Buffer.from(bytes.subarray(16, 20)).toString('latin1') === 'RGB '
}

const PLATES: Readonly<Record<string, number>> = { Cyan: 0, Magenta: 1, Yellow: 2, Black: 3 }

/** Inks named one by one. What they look like on a screen, the alternate space, must be in inks too (ISO 15930-4, 6.2). */
function inksByName(written: readonly (string | undefined)[], alternate: PDFObject | undefined, names: SpaceNames, report: Report, depth: number): ColorSpace {
  colorSpace(alternate, names, report, depth + 1)
  if (written.length === 0 || written.length > 32 || written.includes(undefined)) return unknown(report, 'drawing')
  const inks = (values: readonly number[]): Inks => {
    const process: [number, number, number, number] = [0, 0, 0, 0]
    const spots: [string, number][] = []
    for (const [place, name] of written.entries()) {
      const tint = unit(values[place] ?? 0)
      const plate = PLATES[name!]
      if (plate !== undefined) process[plate] = Math.max(process[plate]!, tint)
      else if (name === 'All') process.fill(tint)
      else if (name !== 'None') spots.push([name!, tint])
    }
    return { process, spots }
  }
  return { components: written.length, initial: written.map(() => 1), inks }
}

function indexed(parts: readonly (PDFObject | undefined)[], names: SpaceNames, report: Report, depth: number): ColorSpace {
  const base = colorSpace(parts[1], names, report, depth + 1)
  const last = numberIn(parts[2]) ?? 255
  const stream = streamOf(parts[3])
  const bytes = stream ? decodedStream(stream, MOST_TABLE_BYTES).bytes : bytesIn(parts[3])
  if (!bytes || !(last >= 0 && last < 256)) return unknown(report, 'drawing')
  const table = Array.from({ length: last + 1 }, (_, index) => base.inks(Array.from({ length: base.components }, (_unused, place) => (bytes[index * base.components + place] ?? 0) / 255)))
  return { components: 1, initial: [0], inks: ([index = 0]) => table[Math.min(last, Math.max(0, Math.round(index)))] ?? null, table }
}

function unknown(report: Report, kind: PdfFaultKind): ColorSpace {
  report(kind)
  return UNKNOWN
}

export function black(ink: number): Inks {
  return { process: [0, 0, 0, unit(ink)], spots: [] }
}

function unit(value: number): number {
  return Math.min(1, Math.max(0, value))
}

/** A dictionary of colour spaces by name, as resources have it. */
export function namedSpaces(resources: PDFDict | undefined): SpaceNames {
  const spaces = dictOf(entry(resources, 'ColorSpace'))
  return (name) => entry(spaces, name)
}
