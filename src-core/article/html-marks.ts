/**
 * What HTML says of words inside a line, as marks: bold, emphasis, ruby, underlines that are clearly a name's. Places
 * count UTF-16 units of the line as it is collected, before its white space is.
 */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { MarkKind } from '../document/inline-marks.ts'

export interface CollectedMark {
  readonly kind: MarkKind
  from: number
  to: number
  readonly text?: string
  /** Where its line is known: only a name may be underlined. */
  readonly underline?: true
}

type Meaning = Pick<CollectedMark, 'kind' | 'underline'>

const BY_TAG: Readonly<Record<string, Meaning>> = {
  b: { kind: 'strong' },
  strong: { kind: 'strong' },
  em: { kind: 'emphasis' },
  i: { kind: 'kai' },
  u: { kind: 'name', underline: true },
}
/** UTF-16 units; what is longer is an aside of the author's. */
const LONGEST_RUBY = 60
const WAVY: Meaning = { kind: 'title' }

export class InlineMarks {
  private found: CollectedMark[] = []
  private readonly open: { readonly element: Tree.Element; readonly meaning: Meaning; from: number }[] = []
  private ruby: { readonly element: Tree.Element; from: number; text: string; inText: number } | null = null

  enter(element: Tree.Element, at: number): void {
    for (const meaning of meaningsOf(element)) this.open.push({ element, meaning, from: at })
    if (element.tagName === 'ruby' && !this.ruby) this.ruby = { element, from: at, text: '', inText: 0 }
    if (isRubyText(element) && this.ruby) this.ruby.inText++
  }

  /** Answers what stood over words and is no ruby, for it to stand in the line. */
  leave(element: Tree.Element, at: number): string {
    while (this.open.at(-1)?.element === element) {
      const { meaning, from } = this.open.pop()!
      this.add({ ...meaning, from, to: at })
    }
    const { ruby } = this
    let stray = ''
    if (ruby && isRubyText(element) && --ruby.inText === 0) {
      const text = ruby.text.trim().replace(/\s+/gu, ' ')
      if (text.length > LONGEST_RUBY || ruby.from === at) stray = text
      else if (text !== '') this.add({ kind: 'ruby', from: ruby.from, to: at, text })
      ruby.from = at
      ruby.text = ''
    }
    if (ruby?.element === element) this.ruby = null
    return stray
  }

  /** Takes a text that stands over others and not in the line. */
  takes(text: string): boolean {
    if (!this.ruby || this.ruby.inText === 0) return false
    this.ruby.text += text
    return true
  }

  /** The marks of the line that ends here; what is open goes on in the next one. */
  endLine(at: number): readonly CollectedMark[] {
    for (const one of this.open) {
      this.add({ ...one.meaning, from: one.from, to: at })
      one.from = 0
    }
    if (this.ruby) this.ruby.from = 0
    const found = this.found
    this.found = []
    return found
  }

  private add(mark: CollectedMark): void {
    if (mark.from < mark.to) this.found.push(mark)
  }
}

function isRubyText({ tagName }: Tree.Element): boolean {
  return tagName === 'rt' || tagName === 'rtc'
}

function meaningsOf(element: Tree.Element): readonly Meaning[] {
  const style = element.attrs.find(({ name }) => name === 'style')?.value ?? ''
  const tagged = BY_TAG[element.tagName]
  const meanings: Meaning[] = []
  if (tagged && !(tagged.underline && isWavy(style))) meanings.push(tagged)
  if (style === '' || !isInline(element)) return meanings
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(style) && tagged?.kind !== 'strong') meanings.push({ kind: 'strong' })
  if (/text-emphasis(?:-style)?\s*:\s*(?!none)/iu.test(style) && tagged?.kind !== 'emphasis') meanings.push({ kind: 'emphasis' })
  if (/font-family\s*:[^;]*(?:楷|kai)/iu.test(style) && tagged?.kind !== 'kai') meanings.push({ kind: 'kai' })
  if (isWavy(style)) meanings.push(WAVY)
  else if (/text-decoration(?:-line)?\s*:[^;]*underline/iu.test(style) && !tagged?.underline) meanings.push(BY_TAG['u']!)
  return meanings
}

function isWavy(style: string): boolean {
  return /text-decoration[^:]*:[^;]*wavy|text-underline\s*:\s*wav/iu.test(style)
}

function isInline({ tagName }: Tree.Element): boolean {
  return tagName === 'span' || tagName === 'font' || BY_TAG[tagName] !== undefined
}
