/**
 * Bytes of a text file → text. A byte order mark decides; then valid UTF-8; then, of the encodings that Chinese
 * systems write, the one in which the bytes make the most ordinary Chinese.
 */

export interface DecodedText {
  readonly text: string
  /** As an editor knows it; null for UTF-8. */
  readonly encoding: string | null
  /** Byte sequences that mean nothing in that encoding; each is U+FFFD in the text. */
  readonly unreadable: number
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly label: string; readonly name: string | null }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', name: null },
  { bytes: [0xff, 0xfe], label: 'utf-16le', name: 'UTF-16' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', name: 'UTF-16' },
  { bytes: [0x84, 0x31, 0x95, 0x33], label: 'gb18030', name: 'GB 18030' },
]

const GUESSES = [
  { label: 'gb18030', name: 'GB 18030' },
  { label: 'utf-16le', name: 'UTF-16' },
  { label: 'utf-16be', name: 'UTF-16' },
] as const

/** A guess reads this much of a file; what follows is in the same encoding. */
const SAMPLE = 1 << 16
/** Below this mean score of {@link plausibility} the bytes are no text that we know. */
const LEAST_PLAUSIBLE = 0.25
/** Broken UTF-8 is still UTF-8 while no more than one character in so many is unreadable. */
const TOLERATED_SHARE = 1 / 50

/** The most frequent characters of modern Chinese prose; some of them stand in any two sentences. */
const FREQUENT = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理府市省城村乡镇县报记者讯版'.match(/./gu),
)

/** Null where the bytes are no text in any of the encodings. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte))
  if (mark) return lossy(bytes, mark.label, mark.name)
  const zeros = bytes.subarray(0, SAMPLE).includes(0)
  const utf8 = zeros ? null : strict(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: null, unreadable: 0 }

  const sample = bytes.subarray(0, SAMPLE)
  const scored = GUESSES.map((guess) => ({ ...guess, score: plausibility(new TextDecoder(guess.label).decode(sample)) }))
  const best = scored.toSorted((a, b) => b.score - a.score)[0]!
  const broken = lossy(bytes, 'utf-8', null)
  if (broken.unreadable <= broken.text.length * TOLERATED_SHARE && plausibility(broken.text.slice(0, SAMPLE)) >= best.score) return broken
  return best.score >= LEAST_PLAUSIBLE ? lossy(bytes, best.label, best.name) : null
}

function strict(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function lossy(bytes: Uint8Array, label: string, encoding: string | null): DecodedText {
  const text = new TextDecoder(label).decode(bytes)
  let unreadable = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) unreadable++
  return { text, encoding, unreadable }
}

/** Mean over the characters: 1 for what is frequent in Chinese text, less for what is rare, below 0 for what no text holds. */
function plausibility(text: string): number {
  let sum = 0
  let count = 0
  for (const character of text) {
    count++
    if (FREQUENT.has(character) || /[，。、：；“”（）！？《》]/u.test(character)) sum += 1
    else if (/[\n\r\t\x20-\x7e\u3000]/u.test(character)) sum += 0.5
    else if (/[\u4e00-\u9fff]/u.test(character)) sum += 0.3
    else if (/[\p{Cc}\p{Cn}\p{Co}\p{Cs}\ufffd]/u.test(character)) sum -= 2
  }
  return count === 0 ? 0 : sum / count
}
