/** mark-too-tall: marks between lines that stand closer together than the marks need. */
import type { MarkKind } from '../document/inline-marks.ts'
import type { LayoutNote } from '../typeset/result.ts'
import { nameOf } from './finding.ts'
import type { Finding, FindingRange, Subject } from './finding.ts'
import { placedRecord } from './placed-record.ts'

type TooTall = Extract<LayoutNote, { kind: 'mark-too-tall' }>

const NAMES: Readonly<Record<MarkKind, string>> = {
  emphasis: '着重号',
  name: '专名号',
  title: '书名号',
  frame: '加框',
  ruby: '注音',
  strong: '加粗',
  kai: '楷体',
}

export function checkMarks({ document, results }: Subject): readonly Finding[] {
  return results.flatMap((result) => {
    const page = result.frame.page.number
    return grouped(result.notes).map(({ note, times }): Finding => {
      const place = placedRecord(document, page, note.record)
      const where = `${nameOf(document, place)}${times > 1 ? `里有${times}处` : '里'}`
      return { id: 'mark-too-tall', severity: 'warning', page, story: place, ...rangeOf(note), message: `${where}${NAMES[note.mark]}在这样的行距里挤不下，会碰到邻行，请去掉它，或改用更大的行距。` }
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
