/** small-type: type too small for its ink: white in a ground, of a tint, of several inks (TYPESETTING §10.4); of any ink, what nobody can read. */
import type { LocalText } from '../document/local-text.ts'
import { platesMissing } from '../document/plates.ts'
import { smallestType } from '../document/print-limits.ts'
import { conditionOf, type PrintCondition } from '../document/print.ts'
import { issueOf, record, type RecordId } from '../document/records.ts'
import { isBlackAlone, totalInk } from '../document/swatches.ts'
import type { GlyphRun } from '../typeset/frame.ts'
import { nameOf, type Finding, type FindingRange, type Subject } from './finding.ts'
import { ownedItems } from './owned-items.ts'

/** One finding a record and kind of ink, at the first run. */
export function checkSmallType({ document, results }: Subject): readonly Finding[] {
  const { style } = issueOf(document)
  const condition = conditionOf(style)
  return results.flatMap(({ frame: { items, page } }) => {
    const plates = record(document, 'page', page.id)
    const found = new Map<string, Finding>()
    for (const { owner, item } of ownedItems(items)) {
      // Ruby and other marks on words are as small as they are.
      if (item.kind !== 'glyphs' || item.aside || item.source === null) continue
      const least = leastSize(condition, item)
      if (item.size >= least) continue
      // A colour that has no plate is a fault by itself, and will be another one.
      if (plates && platesMissing(style, plates, item).length > 0) continue
      const key = `${owner} ${kindOf(item)}`
      if (!found.has(key)) found.set(key, finding(document, page.number, owner, item, least))
    }
    return [...found.values()]
  })
}

/** Of solid black a house sets what it likes, down to where Western type ends: captions and tables are small by custom. */
function leastSize(condition: PrintCondition, run: GlyphRun): number {
  return smallestType(condition, run, isBlackAlone(run) ? 'latin' : 'han')
}

type Kind = 'solid' | 'white' | 'thin'

function kindOf(run: GlyphRun): Kind {
  if (isBlackAlone(run)) return 'solid'
  return totalInk(run) === 0 ? 'white' : 'thin'
}

const WHAT: Readonly<Record<Kind, LocalText>> = {
  solid: { zh: '文字', en: 'type' },
  white: { zh: '反白字', en: 'type left white' },
  thin: { zh: '彩色或网线字', en: 'type of a tint or of several inks' },
}

const MEND: Readonly<Record<Kind, LocalText>> = {
  solid: { zh: '请放大字号', en: 'use a larger size' },
  white: { zh: '请放大字号并用黑体，或改为黑字', en: 'use a larger size in a bold face, or black' },
  thin: { zh: '请放大字号，或改为黑字', en: 'use a larger size, or black' },
}

function finding(document: Subject['document'], page: string, owner: RecordId | null, run: GlyphRun, least: number): Finding {
  const [kind, known] = [kindOf(run), owner !== null && document.records[owner] !== undefined]
  const { zh, en } = known && owner !== null ? nameOf(document, owner) : { zh: '报眉', en: 'The folio' }
  const message = {
    zh: `${zh}有${run.size}磅的${WHAT[kind].zh}，印出来会糊，至少要${least}磅，${MEND[kind].zh}。`,
    en: `${en} has ${WHAT[kind].en} of ${run.size} pt, which does not print clearly under ${least} pt; ${MEND[kind].en}.`,
  }
  return { id: 'small-type', severity: 'warning', page, ...(known && owner !== null ? { story: owner } : {}), ...rangeOf(run), message }
}

function rangeOf({ source }: GlyphRun): { readonly range?: FindingRange } {
  if (!source || source.part === 'furniture' || source.part === 'credit' || source.part === 'jump') return {}
  const { part, block, from, to } = source
  return { range: { part, ...(block === undefined ? {} : { block }), from, to } }
}
