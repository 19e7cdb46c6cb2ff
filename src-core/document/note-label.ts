/** What a note of the editor calls itself at its start (TYPESETTING §9.2): 编者按, 编者的话, 开栏的话. */

const NAMES = '(?:编者按语?|编者的话|编后语?|编前语|开栏的?话|开栏语|按语)'
const LABEL = new RegExp(`^(?:【\\s*${NAMES}\\s*】|${NAMES}(?=[：:\\s]))`, 'u')

/** The label with the brackets round it, or up to its colon; empty where there is none. */
export function noteLabel(text: string): string {
  return LABEL.exec(text)?.[0] ?? ''
}
