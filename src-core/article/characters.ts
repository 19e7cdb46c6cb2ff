/** What counts as Chinese when an article comes in. The engine has its own, finer classes. */

/** One Han character, any plane; 々 and 〇 belong to the script. */
export const HAN = /\p{Script=Han}/u

/**
 * Marks that only Chinese text has, or that are Chinese by default (TYPESETTING §1: curly quotes, dash, ellipsis and
 * dot are shared with Latin and taken as full-width).
 */
const CHINESE_MARK = /[\u3001-\u3003\u3008-\u3011\u3014-\u301F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF60\uFFE0-\uFFE6“”‘’…—·]/u

export function isChinese(character: string | undefined): boolean {
  return character !== undefined && (HAN.test(character) || CHINESE_MARK.test(character))
}

/** Code points that are not white space: what an editor calls 字数 when spaces are left out. */
export function visibleLength(text: string): number {
  let count = 0
  for (const character of text) if (!/\s/u.test(character)) count++
  return count
}
