/** Pinyin with tones as figures, the way it can be typed, to tone marks (GB/T 16159): zhong1 guo2 → zhōng guó. */

const VOWELS: Readonly<Record<string, string>> = { a: 'āáǎà', e: 'ēéěè', i: 'īíǐì', o: 'ōóǒò', u: 'ūúǔù', ü: 'ǖǘǚǜ' }
const SYLLABLE = /^([a-zü:]*?)([0-5])?$/iu

/** The text itself where any of its words is no syllable with a figure. */
export function toned(text: string): string {
  const words = text.split(/(\s+)/u)
  const isPinyin = words.some((word) => /[a-zü][1-5]$/iu.test(word)) && words.every((word) => /^\s*$/u.test(word) || SYLLABLE.test(word))
  return isPinyin ? words.map(tonedSyllable).join('') : text
}

function tonedSyllable(word: string): string {
  const [, written = '', tone = '0'] = SYLLABLE.exec(word) ?? [word, word]
  const letters = written.replace(/u:|v/gu, 'ü').replace(/U:|V/gu, 'Ü')
  const at = toneVowel(letters.toLowerCase())
  if (at < 0 || tone === '0' || tone === '5') return letters
  const vowel = letters[at] as string
  const marked = VOWELS[vowel.toLowerCase()]?.[Number(tone) - 1] ?? vowel
  return letters.slice(0, at) + (vowel === vowel.toLowerCase() ? marked : marked.toUpperCase()) + letters.slice(at + 1)
}

/** a or e, else the o of ou, else the last vowel. */
function toneVowel(letters: string): number {
  const open = letters.search(/[ae]/u)
  if (open >= 0) return open
  const ou = letters.indexOf('ou')
  if (ou >= 0) return ou
  for (let at = letters.length - 1; at >= 0; at--) if ('iouü'.includes(letters[at] as string)) return at
  return -1
}
