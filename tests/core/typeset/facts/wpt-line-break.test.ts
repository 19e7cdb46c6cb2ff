/** web-platform-tests, css/css-text/i18n: which characters may begin or end a line in Chinese. */
import { describe, it } from 'vitest'
import { expectFact } from './fact.ts'

type Level = 'css-strict' | 'css-normal' | 'css-loose'

/**
 * css-text-line-break-zh-*.html: characters by the levels at which they may begin a line. The prefixes of zh-pr-*.html
 * are left out: against UAX #14 they keep ￥ from beginning a line.
 */
const BEGIN_A_LINE: readonly (readonly [file: string, characters: string, levels: readonly Level[]])[] = [
  ['zh-cpm', '・：；･‼⁇⁈⁉！？', ['css-loose']],
  ['zh-iteration', '々〻ゝゞヽヾ', ['css-loose']],
  ['zh-in', '․‥…⋯︙', ['css-loose']],
  ['zh-po', '°‰′″‵℃℉﹪％￠', ['css-loose']],
  ['zh-hyphens', '〜゠', ['css-loose', 'css-normal']],
  ['line-break-*-hyphens', '‐–', ['css-loose']],
  [
    'zh-cj',
    'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰ',
    ['css-loose', 'css-normal'],
  ],
]

describe.each(['css-strict', 'css-normal', 'css-loose'] as const)('2.8 %s', (level) => {
  it.each(BEGIN_A_LINE)('%s: %s', (_, characters, levels) => {
    for (const character of characters) {
      const text = `文文文文文文${character}字字`
      const begins = levels.includes(level)
      expectFact({ text, lang: 'zh', style: { lineBreak: level }, ...(begins ? { allowed: [6] } : { prohibited: [6], allowed: [5] }) })
    }
  })
})

/** css3-text-line-break-opclns-*.html: brackets, points and non-starters of many scripts; no language, default level. */
const OPENING = '([{¡¿༺༼᚛‚„⁅⁽₍〈❨❪❬❮❰❲❴⟅⟦⟨⟪⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼⸘⸢⸤⸦⸨〈《「『【〔〖〘〚〝﴿︗︵︷︹︻︽︿﹁﹃﹇﹙﹛﹝（［｛｟｢'
const CLOSING = ')]}༻༽᚜⁆⁾₎〉❩❫❭❯❱❳❵⟆⟧⟩⟫⦄⦆⦈⦊⦌⦎⦐⦒⦔⦖⦘⧙⧛⧽⸣⸥⸧⸩、。〉》」』】〕〗〙〛〞〟﴾︑︒︘︶︸︺︼︾﹀﹂﹄﹈﹐﹒﹚﹜﹞），．］｝｠｡｣､'
const NON_STARTERS = '៖‼⁇⁈⁉々〜〻〼゛゜ゝゞ゠・ヽヾꀕ﹔﹕：；･ﾞﾟ'

describe('2.2, 2.3, css3-text-line-break-opclns', () => {
  it.each([...OPENING])('%s does not end a line', (character) => {
    expectFact({ text: `中中${character}文`, lang: null, style: { lineBreak: 'css-strict' }, prohibited: [3], allowed: [2] })
  })

  it.each([...CLOSING, ...NON_STARTERS])('%s does not begin a line', (character) => {
    expectFact({ text: `中中中${character}文`, lang: null, style: { lineBreak: 'css-strict' }, prohibited: [3], allowed: [2] })
  })
})

/** css3-text-line-break-baspglwj-*.html: spaces and other terminators after which a line may end, and joiners that prevent it. */
const BREAK_AFTER = '\u0020\u200b\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u0009\u00ad\u058a\u2010\u2012\u2013\u05be\u0f0b\u1361\u17d8\u17da\u2027\u007c\u16eb\u2056\u205a\u3000'
const GLUE = '\u00a0\u202f\u180e\u2007\u2011\u0f08\u0f0c\u0f12\u035c\u2060\ufeff'

describe('2.15, css3-text-line-break-baspglwj', () => {
  it.each([...BREAK_AFTER].map((character) => [character.codePointAt(0)!.toString(16), character]))('U+%s ends a line', (_, character) => {
    expectFact({ text: `aaaa${character}bbbb`, lang: null, style: { lineBreak: 'css-strict' }, prohibited: [4], allowed: [5] })
  })

  it.each([...GLUE].map((character) => [character.codePointAt(0)!.toString(16), character]))('U+%s glues', (_, character) => {
    expectFact({ text: `aaaa${character}bbbb`, lang: null, style: { lineBreak: 'css-strict' }, prohibited: [4, 5] })
  })
})
