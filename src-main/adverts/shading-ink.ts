/** The ink of shadings (ISO 32000-1, 8.7.4.5): the colours that their functions run through. */
import type { PDFObject } from '@cantoo/pdf-lib'
import { colorSpace, type Inks, type Report, type SpaceNames } from './color-space.ts'
import { decodedStream } from './filters.ts'
import { dictOf, entry, listIn, numberIn, numbersIn, streamOf } from './pdf-objects.ts'

const MOST_DEPTH = 8
const MOST_SAMPLES = 1 << 22
/** Of two components that run apart, each is looked at in so many places. */
const STEPS = 64

/** Null where it cannot be told. */
export function shadingInks(shading: PDFObject | undefined, names: SpaceNames, report: Report): readonly Inks[] | null {
  const dict = dictOf(shading)
  const space = colorSpace(entry(dict, 'ColorSpace'), names, report)
  const background = numbersIn(entry(dict, 'Background'))
  const colors = functionColors(entry(dict, 'Function'), space.components)
  if (!colors) return null
  const inks = [...colors, ...(background ? [background] : [])].map((values) => space.inks(values))
  return inks.every((ink) => ink !== null) ? inks : null
}

function functionColors(value: PDFObject | undefined, components: number): readonly (readonly number[])[] | null {
  const parts = listIn(value)
  if (!parts) return colorsOf(value, 0)
  // A function for each component: all run over the same domain, so that their samples belong together.
  if (parts.length !== components) return null
  const runs = parts.map((part) => sampled(part, STEPS))
  if (!runs.every((run) => run !== null)) return null
  return Array.from({ length: STEPS + 1 }, (_, step) => runs.map((run) => run[step]!))
}

/** Colours between which a function only runs straight or bends to one side, so that no sum beside them is larger. */
function colorsOf(value: PDFObject | undefined, depth: number): readonly (readonly number[])[] | null {
  const dict = dictOf(value)
  if (depth > MOST_DEPTH) return null
  switch (numberIn(entry(dict, 'FunctionType'))) {
    case 0:
      return samples(value)
    case 2:
      return [numbersIn(entry(dict, 'C0')) ?? [0], numbersIn(entry(dict, 'C1')) ?? [1]]
    case 3: {
      const parts = listIn(entry(dict, 'Functions'))?.map((part) => colorsOf(part, depth + 1)) ?? [null]
      return parts.every((part) => part !== null) ? parts.flat() : null
    }
    default:
      return null
  }
}

function samples(value: PDFObject | undefined): readonly (readonly number[])[] | null {
  const stream = streamOf(value)
  const dict = dictOf(value)
  const range = numbersIn(entry(dict, 'Range'))
  const size = numbersIn(entry(dict, 'Size'))
  if (!stream || !range || !size || numberIn(entry(dict, 'BitsPerSample')) !== 8) return null
  const decode = numbersIn(entry(dict, 'Decode')) ?? range
  const components = range.length / 2
  const count = size.reduce((product, side) => product * side, 1)
  if (!(count * components <= MOST_SAMPLES)) return null
  const { bytes } = decodedStream(stream, MOST_SAMPLES)
  return Array.from({ length: count }, (_, sample) =>
    Array.from({ length: components }, (_unused, place) => {
      const [low = 0, high = 1] = decode.slice(place * 2)
      return low + ((bytes[sample * components + place] ?? 0) / 255) * (high - low)
    }),
  )
}

/** Values of a function of one result, evenly over its domain; only simple ones. */
function sampled(value: PDFObject | undefined, steps: number): readonly number[] | null {
  const dict = dictOf(value)
  if (numberIn(entry(dict, 'FunctionType')) !== 2) return null
  const [from = 0] = numbersIn(entry(dict, 'C0')) ?? []
  const [to = 1] = numbersIn(entry(dict, 'C1')) ?? []
  const exponent = numberIn(entry(dict, 'N')) ?? 1
  return Array.from({ length: steps + 1 }, (_, step) => from + (step / steps) ** exponent * (to - from))
}
