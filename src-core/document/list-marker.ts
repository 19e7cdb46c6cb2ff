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
