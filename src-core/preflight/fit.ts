/** overset, underset, too-wide: whether every story fills its area and no more. */
import { blockText } from '../document/blocks.ts'
import { counted, type LocalText } from '../document/local-text.ts'
import { record, type RecordId } from '../document/records.ts'
import type { LayoutNote, LineCount, StoryFit } from '../typeset/result.ts'
import { extended, shortened } from './area-fixes.ts'
import { isEmptyPart } from './article-places.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import { placedRecord } from './placed-record.ts'

const PART_NAMES: Readonly<Record<string, LocalText>> = {
  standingHead: { zh: '栏头', en: 'standing head' },
  kicker: { zh: '引题', en: 'kicker' },
  headline: { zh: '标题', en: 'headline' },
  subtitle: { zh: '副题', en: 'subtitle' },
  summary: { zh: '提要', en: 'summary' },
  byline: { zh: '署名', en: 'byline' },
  block: { zh: '正文', en: 'body' },
  caption: { zh: '图注', en: 'caption' },
  credit: { zh: '摄影署名', en: 'credit' },
  furniture: { zh: '报眉', en: 'folio' },
  jump: { zh: '转版行', en: 'jump line' },
}

export function checkFit({ document, results }: Subject): readonly Finding[] {
  return results.flatMap((result) => {
    const page = result.frame.page.number
    const stories = result.stories.flatMap((fit): Finding[] => {
      const story = { page, story: fit.story }
      const name = nameOf(document, fit.story)
      if (fit.overset) {
        const { zh, en } = amount(fit.overset)
        const message = { zh: `${name.zh}排不下，多${zh}，请删减或扩大版面。`, en: `${name.en} does not fit, by ${en}; cut it or give it more room.` }
        const fix = extended(document, fit)
        return [{ id: 'overset', severity: 'error', ...story, ...lastCell(document, fit), ...fit.overset, message, ...(fix ? { fix } : {}) }]
      }
      if (fit.underset && !isEmptyPart(document, fit)) {
        const { zh, en } = amount(fit.underset)
        const message = { zh: `${name.zh}没有排满，缺${zh}，请补字或缩小版面。`, en: `${name.en} leaves ${en} empty; add text or make its area smaller.` }
        const fix = shortened(document, fit)
        return [{ id: 'underset', severity: 'warning', ...story, ...lastCell(document, fit), ...fit.underset, message, ...(fix ? { fix } : {}) }]
      }
      return []
    })
    return [...stories, ...once(result.notes).map((note) => partFinding({ document, results }, page, note))]
  })
}

type TooLarge = Extract<LayoutNote, { kind: 'too-wide' | 'too-tall' }>

/** One finding for each part of a record, however many of its lines are too long. */
function once(notes: readonly LayoutNote[]): readonly TooLarge[] {
  const found = new Map<string, TooLarge>()
  for (const note of notes) if (note.kind === 'too-wide' || note.kind === 'too-tall') found.set(`${note.kind} ${note.record} ${note.part} ${note.block ?? ''}`, note)
  return [...found.values()]
}

function partFinding({ document }: Subject, page: string, note: TooLarge): Finding {
  const place = placedRecord(document, page, note.record)
  const { zh, en } = nameOf(document, place)
  if (note.block !== undefined && isTable(document, note.record, note.block)) {
    const message = {
      zh: `${zh}的表格宽过所在的栏，数字排断了，请减少列数、缩短文字或加宽版面。`,
      en: `${en}: its table is wider than its column and breaks figures; use fewer columns, shorter words or a wider area.`,
    }
    return { id: 'too-wide', severity: 'error', page, story: place, range: wholeBlock(document, note.record, note.block), message }
  }
  const part = PART_NAMES[note.part] ?? { zh: '文字', en: 'text' }
  return note.kind === 'too-wide'
    ? { id: 'too-wide', severity: 'error', page, story: place, message: { zh: `${zh}的${part.zh}有一行宽过所在的栏，请换行、缩小字号或加宽。`, en: `${en}: a line of its ${part.en} is wider than its column; break the line, use a smaller size or a wider area.` } }
    : { id: 'overset', severity: 'error', page, story: place, message: { zh: `${zh}的${part.zh}高过所给的版面，有几行没有排出，请缩小字号或加高。`, en: `${en}: its ${part.en} is higher than the room given, and some lines are not set; use a smaller size or a higher area.` } }
}

function isTable(document: Subject['document'], article: RecordId, block: number): boolean {
  return record(document, 'article', article)?.blocks[block]?.role === 'table'
}

function wholeBlock(document: Subject['document'], article: RecordId, block: number): NonNullable<Finding['range']> {
  const found = record(document, 'article', article)?.blocks[block]
  return { part: 'block', block, from: 0, to: found ? Array.from(blockText(found)).length : 0 }
}

/** 3 行（39 字）: always both. */
function amount({ lines, characters }: LineCount): LocalText {
  return { zh: `${lines}行（${characters}字）`, en: `${counted(lines, 'line')} (${counted(characters, 'character')})` }
}

function lastCell(document: Subject['document'], fit: StoryFit): Pick<Finding, 'cell'> {
  const set = fit.legs.at(-1)?.leg ?? record(document, 'story', fit.story)?.legs.at(-1)
  return set ? { cell: { column: set.column, line: Math.max(set.from, set.to - 1) } } : {}
}
