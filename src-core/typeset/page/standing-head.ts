/**
 * 栏头 (TYPESETTING §9.2): the name of the column that an article belongs to, in a strip of whole lines over its headline
 * group, ruled below; or framed beside the headline, where that leaves room.
 */
import { joinedChars } from '../../document/grid.ts'
import { roundLength } from '../frame.ts'
import type { ComposedLines } from './composer.ts'
import type { GroupLine, GroupRoom, GroupRule, HeadlineGroup } from './headline-group.ts'
import type { GroupInput } from './headline-title.ts'
import { fallbackNotes } from './notes.ts'

/** Of the body. */
const SCALE = 1.3
/** In em of the standing head: white over it, under it to the rule, from line to line, inside a frame. */
const OVER = 0.2
const UNDER = 0.35
const LEADING = 1.25
const PADDING = { across: 0.5, down: 0.3 } as const
/** Least white to the headline beside it, in em. */
const BESIDE = 1

export function withStandingHead(input: GroupInput, room: GroupRoom, group: HeadlineGroup): HeadlineGroup {
  const { composer, style, grid, article } = input
  if (!article.standingHead) return group
  const setting = { face: style.paragraph?.standingHeadFace ?? 'hei-bold', size: roundLength(grid.bodySize * SCALE) }
  const measure = joinedChars(grid, room.columns) * grid.bodySize - room.left - room.right
  const set = composer.headline(article.standingHead, setting, measure)
  const source: GroupLine['source'] = { record: article.id, part: 'standingHead' }
  const tooWide = set.broken ? [{ kind: 'too-wide', record: article.id, part: 'standingHead' } as const] : []
  const notes = [...group.notes, ...fallbackNotes(source, set.fallbacks), ...tooWide]
  const place: StripPlace = { x: room.left, width: measure, size: setting.size, pitch: grid.linePitch, source }
  const beside = style.paragraph?.standingHeadPlace === 'beside' && !group.band ? standBeside(group, set, place) : null
  return { ...(beside ?? standOver(group, set, place)), notes }
}

interface StripPlace {
  readonly x: number
  readonly width: number
  readonly size: number
  readonly pitch: number
  readonly source: GroupLine['source']
}

function standOver(group: HeadlineGroup, { lines }: ComposedLines, { x, width, size, pitch, source }: StripPlace): HeadlineGroup {
  const foot = OVER * size + size + (lines.length - 1) * LEADING * size
  const rows = Math.ceil((foot + UNDER * size) / pitch)
  const down = rows * pitch
  const rule: GroupRule = { x1: x, x2: x + width, y1: foot + UNDER * size, y2: foot + UNDER * size }
  return {
    ...group,
    rows: group.rows + rows,
    lines: [
      ...lines.map((line, index): GroupLine => ({ line, x, top: OVER * size + index * LEADING * size, size, source })),
      ...group.lines.map((line) => ({ ...line, top: line.top + down })),
    ],
    ...(group.band ? { band: { ...group.band, y: group.band.y + down } } : {}),
    rules: [rule, ...(group.rules ?? []).map((other) => ({ ...other, y1: other.y1 + down, y2: other.y2 + down }))],
  }
}

/** Level with the headline's first line, at the left; null where the group's lines come too near. */
function standBeside(group: HeadlineGroup, { lines }: ComposedLines, { x, size, source }: StripPlace): HeadlineGroup | null {
  const [line] = lines
  const headline = group.lines.find((one) => one.source.part === 'headline')
  if (!line || lines.length > 1 || !headline) return null
  const top = headline.top + (headline.size - size) / 2
  const box = { left: x, right: x + line.width + 2 * PADDING.across * size, top: top - PADDING.down * size, foot: top + (1 + PADDING.down) * size }
  const isNear = (one: GroupLine): boolean => one.top < box.foot && one.top + one.size > box.top && one.x < box.right + BESIDE * size
  if (group.lines.some(isNear)) return null
  return {
    ...group,
    lines: [{ line, x: x + PADDING.across * size, top, size, source }, ...group.lines],
    rules: [
      ...(group.rules ?? []),
      { x1: box.left, x2: box.right, y1: box.top, y2: box.top },
      { x1: box.left, x2: box.right, y1: box.foot, y2: box.foot },
      { x1: box.left, x2: box.left, y1: box.top, y2: box.foot },
      { x1: box.right, x2: box.right, y1: box.top, y2: box.foot },
    ],
  }
}
