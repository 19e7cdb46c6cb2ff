/**
 * Marks on words in a Word document, which mammoth does not know: emphasis dots, wavy underlines and ruby go through it
 * as highlights and links that it does know, and become HTML behind it. Without this the base of a ruby would be lost.
 */

/** Rules of mammoth's style map. Word's italic is no emphasis in Chinese: it is set in 楷体. */
export const MARK_STYLES = [
  'u => u',
  'i => i',
  "highlight[color='banxin-dots'] => em",
  "highlight[color='banxin-wave'] => span.banxin-wave",
  "highlight[color='banxin-dots-wave'] => em > span.banxin-wave",
]

const RUBY_LINK = 'banxin-ruby-'
/** How far before a ruby its own run may begin. */
const LONGEST_RUN_START = 20_000

/** WordprocessingML with the marks in a form that mammoth passes on. */
export function passMarks(xml: string): string {
  return replaceElements(replaceRubies(xml), '<w:rPr>', '</w:rPr>', (properties) => {
    const dots = /<w:em w:val="(?!none")/u.test(properties)
    const wave = /<w:u [^>]*w:val="wav/u.test(properties)
    if (!dots && !wave) return properties
    const name = [dots ? 'dots' : '', wave ? 'wave' : ''].filter((part) => part !== '').join('-')
    const others = properties.replace(/<w:highlight [^>]*\/>/gu, '')
    return `${wave ? others.replace(/<w:u [^>]*\/>/gu, '') : others}<w:highlight w:val="banxin-${name}"/>`
  })
}

/** mammoth's HTML with the marks as HTML has them. */
export function receiveMarks(html: string): string {
  return html
    .replace(/<a href="#banxin-ruby-([0-9a-f]*)">([\s\S]*?)<\/a>/gu, (_, hex: string, base: string) => `<ruby>${base}<rt>${escapeHtml(Buffer.from(hex, 'hex').toString())}</rt></ruby>`)
    .replaceAll('<span class="banxin-wave">', '<span style="text-decoration: underline wavy">')
}

/** The run round each ruby becomes a link round the ruby's base. */
function replaceRubies(xml: string): string {
  let result = ''
  let done = 0
  for (let at = xml.indexOf('<w:ruby>'); at >= 0; at = xml.indexOf('<w:ruby>', done)) {
    const close = xml.indexOf('</w:ruby>', at)
    if (close < 0) break
    const before = xml.slice(Math.max(done, at - LONGEST_RUN_START), at)
    const start = Math.max(before.lastIndexOf('<w:r>'), before.lastIndexOf('<w:r '))
    const end = xml.indexOf('</w:r>', close)
    if (start < 0 || end < 0) break
    const ruby = xml.slice(at, close)
    const text = [...inside(ruby, '<w:rt>', '</w:rt>').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map((match) => unescapeXml(match[1] ?? '')).join('')
    const hex = Buffer.from(text).toString('hex')
    result += `${xml.slice(done, at - before.length + start)}<w:hyperlink w:anchor="${RUBY_LINK}${hex}">${inside(ruby, '<w:rubyBase>', '</w:rubyBase>')}</w:hyperlink>`
    done = end + '</w:r>'.length
  }
  return result + xml.slice(done)
}

function inside(xml: string, open: string, close: string): string {
  const from = xml.indexOf(open)
  const to = xml.lastIndexOf(close)
  return from < 0 || to < from ? '' : xml.slice(from + open.length, to)
}

/** Writes the content of every such element anew; they do not nest. */
function replaceElements(xml: string, open: string, close: string, by: (content: string) => string): string {
  const parts: string[] = []
  let done = 0
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, done)) {
    const end = xml.indexOf(close, at)
    if (end < 0) break
    parts.push(xml.slice(done, at + open.length), by(xml.slice(at + open.length, end)), close)
    done = end + close.length
  }
  return parts.join('') + xml.slice(done)
}

function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
