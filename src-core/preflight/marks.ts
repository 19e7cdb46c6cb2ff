/** mark-too-tall: marks between lines that stand closer together than the marks need. */
import type { InlineMark, MarkedTitle, MarkKind } from '../document/inline-marks.ts'
import type { LocalText } from '../document/local-text.ts'
import { record, type Block, type Document } from '../document/records.ts'
import type { LayoutNote } from '../typeset/result.ts'
import { nameOf } from './finding.ts'
import type { Finding, FindingRange, Subject } from './finding.ts'
import type { Fix } from './fix.ts'
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
    return grouped(result.notes).map(({ notes: places }): Finding => {
      const [note] = places
      const times = places.length
      const place = placedRecord(document, page, note.record)
      const [{ zh, en }, mark] = [nameOf(document, place), NAMES[note.mark]]
      const message = {
        zh: `${zh}${times > 1 ? `里有${times}处` : '里'}${mark.zh}在这样的行距里挤不下，会碰到邻行，请去掉它，或改用更大的行距。`,
        en: `${en} has ${mark.en}${times > 1 ? ` in ${times} places` : ''} that stand too tall for this line pitch and touch the next line; take them off, or use a larger pitch.`,
      }
      const fix = withoutMarks(document, places, mark)
      return { id: 'mark-too-tall', severity: 'warning', page, story: place, ...rangeOf(note), message, ...(fix ? { fix } : {}) }
    })
  })
}

/** Marks of one kind in one record are one finding, at the first place. */
function grouped(notes: readonly LayoutNote[]): readonly { readonly notes: readonly [TooTall, ...TooTall[]] }[] {
  const found = new Map<string, { readonly notes: [TooTall, ...TooTall[]] }>()
  for (const note of notes) {
    if (note.kind !== 'mark-too-tall') continue
    const key = `${note.record} ${note.mark}`
    const known = found.get(key)
    if (known) known.notes.push(note)
    else found.set(key, { notes: [note] })
  }
  return [...found.values()]
}

/** The words stay, the marks that are in the way go. */
function withoutMarks(document: Document, places: readonly [TooTall, ...TooTall[]], name: LocalText): Fix | undefined {
  const [{ record: id, mark: kind }] = places
  const article = record(document, 'article', id)
  if (!article) return undefined
  const kept = (marks: readonly InlineMark[], part: TooTall['part'], block?: number) =>
    marks.filter((mark) => mark.kind !== kind || !places.some((place) => place.part === part && place.block === block && mark.from < place.to && place.from < mark.to))
  const blocks = article.blocks.map((block, index): Block => {
    if (!('marks' in block) || !block.marks) return block
    const { marks, ...words } = block
    const left = kept(marks, 'block', index)
    return left.length === marks.length ? block : ({ ...words, ...(left.length > 0 ? { marks: left } : {}) } as Block)
  })
  const titles = Object.entries(article.titleMarks ?? {}).flatMap(([title, marks]) => {
    const left = kept(marks, title as MarkedTitle)
    return left.length > 0 ? [[title, left] as const] : []
  })
  const fields = { blocks, titleMarks: titles.length > 0 ? Object.fromEntries(titles) : undefined }
  return { label: { zh: `去掉${name.zh}`, en: `Take the ${name.en} off` }, steps: [{ kind: 'set', record: id, fields }] }
}

function rangeOf({ part, block, from, to }: TooTall): { range?: FindingRange } {
  if (part === 'furniture' || part === 'credit' || part === 'jump') return {}
  return { range: { part, ...(block === undefined ? {} : { block }), from, to } }
}
