/**
 * Character properties of Unicode 17, looked up by code point; `layout.ts` says what the bytes hold.
 *
 * Planes 0 and 1 are flat arrays, since the engine asks for every character it meets; the higher planes hold few, long
 * runs and are searched.
 */
import { CLUSTER_RUNS, LINE_BREAK_RUNS, ORIENTATION_RUNS } from './tables.ts'

const FLAT = 0x20000
const [SPACE, POINT, ZERO, NINE, SMALL_A] = [0x20, 0x2e, 0x30, 0x39, 0x61]

interface Table {
  readonly flat: Uint8Array
  readonly ends: readonly number[]
  readonly values: readonly number[]
}

const lineBreak = decode(LINE_BREAK_RUNS)
const cluster = decode(CLUSTER_RUNS)
/** Read when the first vertical text is set. */
let orientation: Table | null = null

/** Class in {@link LB_MASK}, width flags above it. */
export function lineBreakProperty(codePoint: number): number {
  return codePoint < FLAT ? lineBreak.flat[codePoint]! : search(lineBreak, codePoint)
}

/** Grapheme break in {@link GCB_MASK}, flags above it. */
export function clusterProperty(codePoint: number): number {
  return codePoint < FLAT ? cluster.flat[codePoint]! : search(cluster, codePoint)
}

/** One of {@link VO}. */
export function orientationProperty(codePoint: number): number {
  orientation ??= decode(ORIENTATION_RUNS)
  return codePoint < FLAT ? orientation.flat[codePoint]! : search(orientation, codePoint)
}

/**
 * Runs are `value.length` in base 36, separated by spaces, from code point 0 up. Read digit by digit: pieces of the text
 * would cost every start of the program a hundredth of a second.
 */
function decode(runs: string): Table {
  const flat = new Uint8Array(FLAT)
  const ends: number[] = []
  const values: number[] = []
  let at = 0
  let byte = 0
  let number = 0
  for (let index = 0; index <= runs.length; index++) {
    const sign = index < runs.length ? runs.charCodeAt(index) : SPACE
    if (sign === POINT) {
      byte = number
      number = 0
    } else if (sign === SPACE) {
      const end = at + number
      number = 0
      if (at < FLAT) flat.fill(byte, at, Math.min(end, FLAT))
      if (end > FLAT) {
        ends.push(end)
        values.push(byte)
      }
      at = end
    } else number = 36 * number + (sign <= NINE ? sign - ZERO : sign - SMALL_A + 10)
  }
  return { flat, ends, values }
}

function search(table: Table, codePoint: number): number {
  let index = 0
  while (index < table.ends.length - 1 && table.ends[index]! <= codePoint) index++
  return table.values[index]!
}
