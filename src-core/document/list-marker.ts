/** The markers of lists (TYPESETTING §9.3): written by the author, 一、（一）1. ① ●, or given by the setting. */

const HAN_NUMBER = '[一二三四五六七八九十百]{1,4}'
const MARKER = new RegExp(
  `^(?:${HAN_NUMBER}、|[（(](?:${HAN_NUMBER}|\\d{1,3})[)）]|第${HAN_NUMBER}[条款项]|\\d{1,3}(?:[.．](?!\\d)|[、)）])|[\\u2460-\\u249B\\u24EB-\\u24FF\\u2776-\\u2793\\u3220-\\u3229]|[●•▪◆◇■□○▲△★☆※])\\s*`,
  'u',
)

/** The marker that an item begins with and the white space after it; empty where there is none. */
export function markerOf(item: string): string {
  return MARKER.exec(item)?.[0] ?? ''
}

/** What stands before an item that has no marker of its own. */
export function givenMarker(ordered: boolean, index: number): string {
  return ordered ? `${index + 1}.` : '●'
}

/** What follows a written marker in a list: a mark of the same kind, its number one more; a bullet has no number. */
export function followsMarker(before: string, after: string): boolean {
  const [first, second] = [countOf(before), countOf(after)]
  return first !== null && second !== null && first.kind === second.kind && (first.number === null ? second.number === null : second.number === first.number + 1)
}

interface Count {
  /** The marker with its number left out. */
  readonly kind: string
  readonly number: number | null
}

function countOf(marker: string): Count | null {
  const trimmed = marker.trim()
  if (trimmed === '') return null
  const written = /\d+|[一二三四五六七八九十百]+/u.exec(trimmed)?.[0]
  if (written !== undefined) return { kind: trimmed.replace(written, /\d/u.test(written) ? '1' : '一'), number: /\d/u.test(written) ? Number(written) : hanNumber(written) }
  const code = trimmed.codePointAt(0)!
  const series = SERIES.find(([from, to]) => code >= from && code <= to)
  return series ? { kind: String(series[0]), number: code - series[0] } : { kind: trimmed, number: null }
}

/** ①, ⑴, ⒈, ⓫, ⓵, ❶, ➀, ➊, ㈠. */
const SERIES: readonly (readonly [from: number, to: number])[] = [
  [0x2460, 0x2473], [0x2474, 0x2487], [0x2488, 0x249b], [0x24eb, 0x24f4], [0x24f5, 0x24fe], [0x2776, 0x277f], [0x2780, 0x2789], [0x278a, 0x2793], [0x3220, 0x3229],
]

/** 一 to 九十九. */
function hanNumber(written: string): number {
  const digits = '一二三四五六七八九'
  const value = (digit: string | undefined, none: number): number => (digit ? digits.indexOf(digit) + 1 : none)
  if (!written.includes('十')) return value(written, 0)
  const [tens = '', ones = ''] = written.split('十')
  return value(tens, 1) * 10 + value(ones, 0)
}
