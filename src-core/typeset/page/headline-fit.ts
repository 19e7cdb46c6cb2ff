/**
 * A title in the setting that its measure asks for (TYPESETTING §9), in this order, each step only where the one before
 * leaves it on more lines than look well: as its 号 says, with tighter tracking, some 号 smaller, with narrower characters
 * (长). One that is fitted takes the largest 号 that the measure holds on as many lines, is tracked and then widened (扁) to
 * fill it. All of it as far as the house allows.
 */
import type { HeadlineFit, HouseStyle, TextSetting } from '../../document/style.ts'
import type { FaceFallback, SetLine } from '../text/paragraph.ts'
import type { ComposedLines, Composer, WordSetting } from './composer.ts'
import { gapCount, scaleLine, trackLine } from './headline-lines.ts'

export interface FittedHeadline {
  readonly lines: readonly SetLine[]
  /** Points. */
  readonly size: number
  /** It needs more lines than look well, or a word of it is wider than the measure. */
  readonly tooWide: boolean
  readonly fallbacks: readonly FaceFallback[]
}

export interface TitleRoom {
  /** Points. */
  readonly measure: number
  /** Lines that it may take before it counts as too wide. */
  readonly mostLines: number
}

export interface TitleSetting {
  readonly text: string
  readonly setting: TextSetting
  /** The setting at another size, with what else the words are set in. */
  words(setting: TextSetting): WordSetting
  readonly fit: HeadlineFit
  readonly justify?: 'even' | 'fitted'
  /** Chosen for this story; then it is not changed to make it fit. */
  readonly scaleX?: number
}

/** A fitted title is not set smaller than so much of its own size. */
const LEAST_SHARE = 0.5
/** Points: lengths nearer than this are the same. */
const TOLERANCE = 1e-4

/** Steps in which characters are narrowed, in hundredths. */
const SCALE_STEP = 5

export function fitHeadline(composer: Composer, style: HouseStyle, title: TitleSetting, room: TitleRoom): FittedHeadline {
  const fitting = new Fitting(composer, title, room)
  if (title.justify === 'fitted') return fitting.filled(style.sizes.map(({ size }) => size).toSorted((a, b) => b - a))
  const fitted = fitting.smaller(sizesDown(style, title.setting.size, title.fit.steps))
  return title.justify === 'even' ? { ...fitted, lines: fitted.lines.map((line) => spread(line, room.measure)) } : fitted
}

function sizesDown(style: HouseStyle, size: number, steps: number): readonly number[] {
  const smaller = style.sizes.map((row) => row.size).filter((candidate) => candidate < size)
  return [size, ...smaller.toSorted((a, b) => b - a).slice(0, steps)]
}

/** 均排: every line from one edge of the measure to the other. */
function spread(line: SetLine, measure: number): SetLine {
  const gaps = gapCount(line)
  return gaps > 0 && line.width < measure ? trackLine(line, (measure - line.width) / gaps) : line
}

class Fitting {
  private readonly composer: Composer
  private readonly title: TitleSetting
  private readonly room: TitleRoom
  private readonly scale: number

  constructor(composer: Composer, title: TitleSetting, room: TitleRoom) {
    this.composer = composer
    this.title = title
    this.room = room
    this.scale = title.scaleX ?? 1
  }

  /** The first of the sizes that fits; narrower characters where none does; else the size on the fewest lines. */
  smaller(sizes: readonly number[]): FittedHeadline {
    let best: FittedHeadline | null = null
    for (const size of sizes) {
      const fitted = this.atSize(size, this.scale)
      if (!fitted.tooWide) return fitted
      if (!best || fitted.lines.length < best.lines.length) best = fitted
    }
    return this.narrower(sizes.at(-1)!) ?? best!
  }

  private narrower(size: number): FittedHeadline | null {
    const { narrowest = 1 } = this.title.fit
    if (this.title.scaleX !== undefined) return null
    for (let hundredths = 100 - SCALE_STEP; hundredths >= 100 * narrowest; hundredths -= SCALE_STEP) {
      const fitted = this.atSize(size, hundredths / 100)
      if (!fitted.tooWide) return fitted
    }
    return null
  }

  /** On as many lines as its own size takes, in the largest of the sizes that can, and filled out to the measure. */
  filled(sizes: readonly number[]): FittedHeadline {
    const own = this.atSize(this.title.setting.size, this.scale)
    for (const size of sizes) {
      if (size <= own.size) break
      const larger = this.atSize(size, this.scale)
      if (!larger.tooWide && larger.lines.length <= own.lines.length) return this.fillOut(larger)
    }
    return own.tooWide ? this.smaller([own.size, ...sizes.filter((size) => size < own.size && size >= LEAST_SHARE * own.size)]) : this.fillOut(own)
  }

  /** All lines alike, so that the widest fills the measure. */
  private fillOut(fitted: FittedHeadline): FittedHeadline {
    const { measure } = this.room
    const { loosestEm = 0, widest = 1 } = this.title.fit
    const widestLine = fitted.lines.toSorted((a, b) => b.width - a.width)[0]
    if (!widestLine || widestLine.width >= measure) return fitted
    const gaps = gapCount(widestLine)
    const tracking = gaps === 0 ? 0 : Math.min(loosestEm * fitted.size, (measure - widestLine.width) / gaps)
    const scale = this.title.scaleX === undefined ? Math.min(widest, Math.floor((1000 * measure) / (widestLine.width + gaps * tracking)) / 1000) : 1
    return { ...fitted, lines: fitted.lines.map((line) => scaleLine(trackLine(line, tracking), scale)) }
  }

  private atSize(size: number, scale: number): FittedHeadline {
    const { measure, mostLines } = this.room
    const natural = this.compose(size, scale, measure)
    const composed = natural.lines.length > 1 ? (this.tightened(size, scale, natural.lines.length) ?? natural) : natural
    return { lines: composed.lines, size, tooWide: composed.broken || composed.lines.length > mostLines, fallbacks: composed.fallbacks }
  }

  /** By tighter tracking on fewer lines, or null. */
  private tightened(size: number, scale: number, most: number): ComposedLines | null {
    const { measure } = this.room
    const { trackingEm } = this.title.fit
    const wider = this.compose(size, scale, measure / (1 + trackingEm))
    if (wider.lines.length >= most) return null
    const lines = wider.lines.map((line) => tighten(line, size * scale, measure, trackingEm))
    return lines.every((line) => line.width <= measure + TOLERANCE) ? { ...wider, lines } : null
  }

  private compose(size: number, scale: number, measure: number): ComposedLines {
    const { text, setting, words } = this.title
    const composed = this.composer.headline(text, words({ ...setting, size }), measure / scale)
    return scale === 1 ? composed : { ...composed, lines: composed.lines.map((line) => scaleLine(line, scale)) }
  }
}

/** Takes from every gap alike what the line is wider than the measure, as far as the tracking goes. */
function tighten(line: SetLine, size: number, measure: number, trackingEm: number): SetLine {
  const gaps = gapCount(line)
  return line.width <= measure + TOLERANCE || gaps < 1 ? line : trackLine(line, Math.max(trackingEm * size, (measure - line.width) / gaps))
}
