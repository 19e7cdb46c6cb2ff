/** mark-too-tall: marks between lines that stand closer together than the marks need. */
import type { MarkKind } from '../document/inline-marks.ts'
import type { LocalText } from '../document/local-text.ts'
import type { LayoutNote } from '../typeset/result.ts'
import { nameOf } from './finding.ts'
import type { Finding, FindingRange, Subject } from './finding.ts'
import { placedRecord } from './placed-record.ts'

type TooTall = Extract<LayoutNote, { kind: 'mark-too-tall' }>

const NAMES: Readonly<Record<MarkKind, LocalText>> = {
  emphasis: { zh: '着重号', en: 'emphasis dots' },
  name: { zh: '专名号', en: 'name lines' },
  title: { zh: '书名号', en: 'title lines' },
  frame: { zh: '加框', en: 'frames' },
  ruby: { zh: '注音', en: 'ruby' },
  strong: { zh: '加粗', en: 'bold words' },
  kai: { zh: '楷体', en: 'words in Kai' },
}

export function checkMarks({ document, results }: Subject): readonly Finding[] {
  return results.flatMap((result) => {
    const page = result.frame.page.number
    return grouped(result.notes).map(({ note, times }): Finding => {
      const place = placedRecord(document, page, note.record)
      const [{ zh, en }, mark] = [nameOf(document, place), NAMES[note.mark]]
      const message = {
        zh: `${zh}${times > 1 ? `里有${times}处` : '里'}${mark.zh}在这样的行距里挤不下，会碰到邻行，请去掉它，或改用更大的行距。`,
        en: `${en} has ${mark.en}${times > 1 ? ` in ${times} places` : ''} that stand too tall for this line pitch and touch the next line; take them off, or use a larger pitch.`,
      }
      return { id: 'mark-too-tall', severity: 'warning', page, story: place, ...rangeOf(note), message }
    })
  })
}

/** Marks of one kind in one record are one finding, at the first place. */
function grouped(notes: readonly LayoutNote[]): readonly { note: TooTall; times: number }[] {
  const found = new Map<string, { note: TooTall; times: number }>()
  for (const note of notes) {
    if (note.kind !== 'mark-too-tall') continue
    const key = `${note.record} ${note.mark}`
    const known = found.get(key)
    if (known) known.times++
    else found.set(key, { note, times: 1 })
  }
  return [...found.values()]
}

function rangeOf({ part, block, from, to }: TooTall): { range?: FindingRange } {
  if (part === 'furniture' || part === 'credit' || part === 'jump') return {}
  return { range: { part, ...(block === undefined ? {} : { block }), from, to } }
}
