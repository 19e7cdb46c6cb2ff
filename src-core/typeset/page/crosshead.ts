/**
 * Crossheads (小标题): centred in the leg, every line on a grid line, with whole white lines over and under them, so that the
 * body of neighbouring legs stays on the common grid (TYPESETTING §6, §9).
 */
import { textStarts } from '../../document/blocks.ts'
import { roundLength } from '../frame.ts'
import type { FaceId, HouseStyle } from '../../document/style.ts'
import type { SetLine } from '../text/paragraph.ts'
import { along, countCharacters, rememberMeasure, type BodyBlock } from './body-block.ts'
import type { Composer, WordSetting } from './composer.ts'
import { fallbackNotes } from './notes.ts'
import { placeLine, type LineSource } from './runs.ts'
import { markNotes, settingWithin } from './word-marks.ts'

/** What the house decides about crossheads, with its defaults (ParagraphRules). */
export interface CrossheadRules {
  readonly face: FaceId
  readonly scale: number
  readonly before: number
  readonly after: number
}

export function crossheadRules({ crosshead: face, paragraph = {} }: HouseStyle): CrossheadRules {
  const { crossheadScale: scale = 1.15, crossheadBefore: before = 1, crossheadAfter: after = 1 } = paragraph
  return { face, scale, before, after }
}

interface CrossheadLine {
  readonly line: SetLine
  /** Points. */
  readonly measure: number
  /** Where the author's line begins in the lines joined by line feeds. */
  readonly from: number
}

/** `marked` puts the block's marks into a setting. */
export function crosshead(
  composer: Composer, texts: readonly string[], { face, scale, before, after }: CrossheadRules, bodySize: number, source: LineSource & { readonly block: number }, marked: (setting: WordSetting) => WordSetting,
): BodyBlock<CrossheadLine> {
  const origins = textStarts(texts)
  const large = roundLength(bodySize * scale)
  const settings = (size: number) => {
    const whole = marked({ face, size })
    return texts.map((text, index) => settingWithin(whole, origins[index]!, origins[index]! + Array.from(text).length))
  }

  function compose(size: number, measure: number): readonly CrossheadLine[] {
    const own = settings(size)
    return texts.flatMap((text, index) => composer.headline(text, own[index]!, measure).lines.map((line) => ({ line, measure, from: origins[index]! })))
  }
  function lines(chars: number): readonly CrossheadLine[] {
    const measure = chars * bodySize
    const wished = compose(large, measure)
    return wished.length === texts.length ? wished : compose(bodySize, measure)
  }

  return {
    index: source.block,
    flow: { kind: 'heading', lines: rememberMeasure(lines), before, after },
    notes: settings(large).flatMap((setting, index) => {
      const place = { ...source, from: origins[index]! }
      return [...fallbackNotes(place, composer.line(texts[index]!, setting).fallbacks), ...markNotes(place, setting)]
    }),
    set: ({ line, measure, from }, place) => {
      const { x, y } = along(place, (measure - line.width) / 2)
      return placeLine(line, x, y, { ...source, from })
    },
    check: () => [],
    characters: ({ line }) => line.runs.reduce((sum, run) => sum + countCharacters(run.text), 0),
  }
}
