/** overset, underset, too-wide: whether every story fills its area and no more. */
import { blockText } from '../document/blocks.ts'
import { record, type RecordId } from '../document/records.ts'
import type { LayoutNote, LineCount, StoryFit } from '../typeset/result.ts'
import { isEmptyPart } from './article-places.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import { placedRecord } from './placed-record.ts'

const PART_NAMES: Readonly<Record<string, string>> = {
  standingHead: '栏头',
  kicker: '引题',
  headline: '标题',
  subtitle: '副题',
  summary: '提要',
  byline: '署名',
  block: '正文',
  caption: '图注',
  credit: '摄影署名',
  furniture: '报眉',
  jump: '转版行',
}

export function checkFit({ document, results }: Subject): readonly Finding[] {
  return results.flatMap((result) => {
    const page = result.frame.page.number
    const stories = result.stories.flatMap((fit): Finding[] => {
      const story = { page, story: fit.story }
      const name = nameOf(document, fit.story)
      if (fit.overset)
        return [{ id: 'overset', severity: 'error', ...story, ...lastCell(document, fit), ...fit.overset, message: `${name}排不下，多${counted(fit.overset)}，请删减或扩大版面。` }]
      if (fit.underset && !isEmptyPart(document, fit))
        return [{ id: 'underset', severity: 'warning', ...story, ...lastCell(document, fit), ...fit.underset, message: `${name}没有排满，缺${counted(fit.underset)}，请补字或缩小版面。` }]
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
  if (note.block !== undefined && isTable(document, note.record, note.block)) {
    return { id: 'too-wide', severity: 'error', page, story: place, range: wholeBlock(document, note.record, note.block), message: `${nameOf(document, place)}的表格宽过所在的栏，数字排断了，请减少列数、缩短文字或加宽版面。` }
  }
  const what = `${nameOf(document, place)}的${PART_NAMES[note.part] ?? '文字'}`
  return note.kind === 'too-wide'
    ? { id: 'too-wide', severity: 'error', page, story: place, message: `${what}有一行宽过所在的栏，请换行、缩小字号或加宽。` }
    : { id: 'overset', severity: 'error', page, story: place, message: `${what}高过所给的版面，有几行没有排出，请缩小字号或加高。` }
}

function isTable(document: Subject['document'], article: RecordId, block: number): boolean {
  return record(document, 'article', article)?.blocks[block]?.role === 'table'
}

function wholeBlock(document: Subject['document'], article: RecordId, block: number): NonNullable<Finding['range']> {
  const found = record(document, 'article', article)?.blocks[block]
  return { part: 'block', block, from: 0, to: found ? Array.from(blockText(found)).length : 0 }
}

/** 3 行（39 字）: always both. */
function counted({ lines, characters }: LineCount): string {
  return `${lines}行（${characters}字）`
}

function lastCell(document: Subject['document'], fit: StoryFit): Pick<Finding, 'cell'> {
  const set = fit.legs.at(-1)?.leg ?? record(document, 'story', fit.story)?.legs.at(-1)
  return set ? { cell: { column: set.column, line: Math.max(set.from, set.to - 1) } } : {}
}
