/**
 * Crossheads (小标题): centred in the leg, every line on a grid line, with a white line over and under them, so that the
 * body of neighbouring legs stays on the common grid (TYPESETTING §6, §9).
 */
import { textStarts } from '../../document/blocks.ts'
import { roundLength } from '../frame.ts'
import type { FaceId } from '../../document/style.ts'
import type { SetLine } from '../text/paragraph.ts'
import { along, countCharacters, rememberMeasure, type BodyBlock } from './body-block.ts'
import type { Composer, WordSetting } from './composer.ts'
import { fallbackNotes } from './notes.ts'
import { placeLine, type LineSource } from './runs.ts'
import { markNotes, settingWithin } from './word-marks.ts'

/** Of the body size: the largest that the norm allows is 1.2. Set at the body size where a line would not fit. */
const SCALE = 1.15
const WHITE_ROWS = 1

interface CrossheadLine {
  readonly line: SetLine
  /** Points. */
  readonly measure: number
  /** Where the author's line begins in the lines joined by line feeds. */
  readonly from: number
}

/** `marked` puts the block's marks into a setting. */
export function crosshead(
  composer: Composer, texts: readonly string[], face: FaceId, bodySize: number, source: LineSource & { readonly block: number }, marked: (setting: WordSetting) => WordSetting,
): BodyBlock<CrossheadLine> {
  const origins = textStarts(texts)
  const large = roundLength(bodySize * SCALE)
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
    flow: { kind: 'heading', lines: rememberMeasure(lines), before: WHITE_ROWS, after: WHITE_ROWS },
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
