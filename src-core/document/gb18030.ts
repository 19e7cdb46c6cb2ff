/**
 * The levels of GB 18030-2022 §9 for Han characters. Level 1 (27,584 characters: 20,902 + 74 of 4E00–9FEF, Extension A,
 * 12 unified ideographs that stand among the compatibility ones, 14 components) is what every product must show; level 2
 * adds the 196 characters of the 通用规范汉字表 (2013) that level 1 lacks; level 3 all others that the standard encodes,
 * with the Kangxi radicals. The lists were derived from Unicode's Unihan database (field kTGH, version 15.0) and agree
 * with the standard's own counts.
 */
export type GbLevel = 1 | 2 | 3

/** First and last code point. */
type Range = readonly [number, number]

const LEVEL_1: readonly Range[] = [
  [0x3400, 0x4db5],
  [0x4e00, 0x9fef],
  [0xfa0e, 0xfa0f], [0xfa11, 0xfa11], [0xfa13, 0xfa14], [0xfa1f, 0xfa1f], [0xfa21, 0xfa21], [0xfa23, 0xfa24], [0xfa27, 0xfa29],
  [0x2e81, 0x2e81], [0x2e84, 0x2e84], [0x2e88, 0x2e88], [0x2e8b, 0x2e8c], [0x2e97, 0x2e97], [0x2ea7, 0x2ea7], [0x2eaa, 0x2eaa],
  [0x2eae, 0x2eae], [0x2eb3, 0x2eb3], [0x2eb6, 0x2eb7], [0x2ebb, 0x2ebb], [0x2eca, 0x2eca],
]

/** Extensions B to F, and the Kangxi radicals. */
const LEVEL_3: readonly Range[] = [
  [0x20000, 0x2a6d6], [0x2a700, 0x2b734], [0x2b740, 0x2b81d], [0x2b820, 0x2cea1], [0x2ceb0, 0x2ebe0],
  [0x2f00, 0x2fd5],
]

const LEVEL_2 = new Set(
  [
    '𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭',
    '𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩',
    '𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓',
  ].flatMap((part) => Array.from(part, (character) => character.codePointAt(0)!)),
)

/** Han that the standard does not encode as such: later extensions and compatibility ideographs. */
const OUTSIDE: readonly Range[] = [[0x2e80, 0x2fdf], [0x4db6, 0x4dbf], [0x9ff0, 0x9fff], [0xf900, 0xfaff], [0x20000, 0x3fffd]]

/** Null for Han outside the standard's levels, undefined for what is no Han character. */
export function gbLevel(codePoint: number): GbLevel | null | undefined {
  if (within(LEVEL_1, codePoint)) return 1
  if (LEVEL_2.has(codePoint)) return 2
  if (within(LEVEL_3, codePoint)) return 3
  return within(OUTSIDE, codePoint) ? null : undefined
}

/** Every character that a level adds to the one below it. */
export function* gbCharacters(level: GbLevel): Generator<number> {
  if (level === 2) yield* LEVEL_2
  else
    for (const [first, last] of level === 1 ? LEVEL_1 : LEVEL_3)
      for (let codePoint = first; codePoint <= last; codePoint++) if (level === 1 || !LEVEL_2.has(codePoint)) yield codePoint
}

function within(ranges: readonly Range[], codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}
