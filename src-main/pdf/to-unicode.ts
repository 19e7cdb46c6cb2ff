/** The CMap by which text extraction finds a glyph's characters again (ISO 32000-1 §9.10.3). */

/** A range has at most so many entries (Adobe Technical Note 5014). */
const RANGE = 100

/** `codePoints` by code, from 0. */
export function toUnicode(codePoints: readonly (readonly number[])[]): string {
  const ranges: string[] = []
  for (let from = 0; from < codePoints.length; from += RANGE) {
    const entries = codePoints.slice(from, from + RANGE)
    // A range must not cross the code's first byte.
    const within = entries.slice(0, 256 - (from & 0xff))
    for (const [start, part] of [[from, within], [from + within.length, entries.slice(within.length)]] as const) {
      if (part.length > 0) ranges.push(`<${hex(start)}> <${hex(start + part.length - 1)}> [${part.map((characters) => `<${utf16(characters)}>`).join(' ')}]`)
    }
  }
  const blocks: string[] = []
  for (let from = 0; from < ranges.length; from += RANGE) {
    const block = ranges.slice(from, from + RANGE)
    blocks.push(`${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

/** Code points as PDF writes text in hexadecimal: UTF-16, big end first, without a mark of its order. */
export function utf16(codePoints: readonly number[]): string {
  const text = String.fromCodePoint(...codePoints)
  let written = ''
  for (let unit = 0; unit < text.length; unit++) written += hex(text.charCodeAt(unit))
  return written
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}
