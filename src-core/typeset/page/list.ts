/**
 * Lists (TYPESETTING §9.3): each item is a paragraph behind its marker. Turned lines stand under the item's first line, as
 * a paragraph's do, or hang under its text: the house decides.
 */
import { textStarts } from '../../document/blocks.ts'
import { givenMarker, markerOf } from '../../document/list-marker.ts'
import type { ListBlock } from '../../document/records.ts'
import type { HouseStyle } from '../../document/style.ts'
import type { FrameItem } from '../frame.ts'
import { along, countCharacters, type BodyBlock, type LinePlace } from './body-block.ts'
import { bodyParagraph } from './body-paragraph.ts'
import type { ComposedRow, Composer, WordSetting } from './composer.ts'
import { isNameList, nameList } from './name-list.ts'
import { fallbackNotes } from './notes.ts'
import { placeLine, type LineSource } from './runs.ts'
import { settingWithin } from './word-marks.ts'

/** Least white between a marker and its text, in em; a marker of one cell, ① or ●, has its own. */
const WHITE_EM = 0.1
const DEFAULT_INDENT_EM = 2

/** `setting` holds the marks of the whole list. */
export function listBlocks(composer: Composer, style: HouseStyle, list: ListBlock, setting: WordSetting, source: LineSource & { readonly block: number }): readonly BodyBlock[] {
  if (isNameList(list)) return [nameList(composer, list.items, setting, source)]
  const { size } = setting
  const starts = textStarts(list.items)
  const items = list.items.map((text, index) => {
    const written = markerOf(text)
    return { written, marker: written === '' ? givenMarker(list.ordered ?? false, index) : written.trimEnd(), text: text.slice(written.length) }
  })
  const hangs = style.paragraph?.listIndent === 'hanging'
  const widest = Math.max(...items.map(({ marker }) => composer.line(marker, setting).width))
  const hangEm = widest === size ? 1 : Math.ceil(widest / size + WHITE_EM)
  return items.map((item, index): BodyBlock<ComposedRow> => {
    const from = starts[index]!
    const indentEm = style.paragraph?.indentEm ?? DEFAULT_INDENT_EM
    const place = { ...source, from }
    if (item.text === '' || (!hangs && item.written !== '')) {
      return bodyParagraph(composer, list.items[index]!, settingWithin(setting, from, from + lengthOf(list.items[index]!)), place, indentEm)
    }
    const textFrom = from + lengthOf(item.written)
    const words = settingWithin(setting, textFrom, textFrom + lengthOf(item.text))
    const paragraph = bodyParagraph(composer, item.text, words, { ...source, from: textFrom }, hangs ? 0 : indentEm + hangEm)
    const marker = composer.line(item.marker, settingWithin(setting, from, textFrom))
    const markerX = hangs ? 0 : indentEm * size
    return behindMarker(paragraph, {
      hang: hangs ? hangEm : 0,
      set: (line) => {
        const { x, y } = along(line, markerX)
        return placeLine(marker, x, y, place).map((placed) => (item.written === '' ? unsourced(placed) : placed))
      },
      characters: countCharacters(item.written),
      notes: fallbackNotes(place, marker.fallbacks),
      size,
    })
  })
}

interface Marker {
  /** How far the text stands in from the left edge, in em. */
  readonly hang: number
  readonly size: number
  readonly characters: number
  readonly notes: BodyBlock['notes']
  set(place: LinePlace): readonly FrameItem[]
}

/** The paragraph, its first line behind the marker. */
function behindMarker(paragraph: BodyBlock<ComposedRow>, marker: Marker): BodyBlock<ComposedRow> {
  const { flow } = paragraph
  if (flow.kind !== 'paragraph') return paragraph
  const { hang, size } = marker
  /** Less in a leg that would have no room for the text. */
  const hangIn = (chars: number): number => Math.max(0, Math.min(hang, chars - 1))
  return {
    index: paragraph.index,
    flow: {
      kind: 'paragraph',
      lines: (chars, from) => flow.lines(chars - hangIn(chars), from),
      tightened: (chars, from) => flow.tightened(chars - hangIn(chars), from),
    },
    notes: [...paragraph.notes, ...marker.notes],
    set: (line, place) => {
      const hung = hangIn(place.chars)
      return [...(line.from === 0 ? marker.set(place) : []), ...paragraph.set(line, { ...along(place, hung * size), chars: place.chars - hung })]
    },
    check: (line) => paragraph.check(line),
    characters: (line) => paragraph.characters(line) + (line.from === 0 ? marker.characters : 0),
  }
}

/** A marker that the setting gives is no part of the article's text. */
function unsourced(item: FrameItem): FrameItem {
  return item.kind === 'glyphs' ? { ...item, source: null } : item
}

function lengthOf(text: string): number {
  return Array.from(text).length
}
