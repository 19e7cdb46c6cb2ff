/**
 * The composer over the text engine. A text is shaped once for each setting, broken once for each of the last measures
 * it stood in, and a line is set once: a typed character costs the paragraph that it is in.
 */
import type { LineStyle } from '../../document/style.ts'
import type { FaceSet } from '../../fonts/face.ts'
import type { FrameItem } from '../frame.ts'
import { breakLonger, breakParagraph, breakShorter } from '../text/break-lines.ts'
import { breakHeadline } from '../text/headline.ts'
import { isShort } from '../text/short-line.ts'
import type { BrokenLine, ParagraphStyle, SetLine } from '../text/paragraph.ts'
import { setLine } from '../text/set-line.ts'
import { clusterAt, type ShapedParagraph } from '../text/shaped.ts'
import { shapeParagraph } from '../text/shape.ts'
import type { ComposedLine, ComposedLines, ComposedParagraph, ComposedRow, Composer, ParagraphSetting, WordSetting } from './composer.ts'
import { placeLine, type LineSource } from './runs.ts'
import { TextCache } from './text-cache.ts'

/** Texts kept for each setting: an issue’s worth of paragraphs. */
const TEXTS = 1000
/** Measures that a text is kept broken for. */
const MEASURES = 2

export class TextComposer implements Composer {
  private readonly faces: FaceSet
  private readonly lineStyle: LineStyle
  private readonly writing: ParagraphStyle['writing']
  private readonly caches = new Map<string, TextCache<ShapedText>>()
  private turned: TextComposer | null = null

  constructor(faces: FaceSet, lineStyle: LineStyle, writing?: 'vertical') {
    this.faces = faces
    this.lineStyle = lineStyle
    this.writing = writing
  }

  get vertical(): TextComposer {
    return this.writing ? this : (this.turned ??= new TextComposer(this.faces, this.lineStyle, 'vertical'))
  }

  paragraph(text: string, { justify = true, ...setting }: ParagraphSetting): ComposedParagraph {
    return this.shaped(text, { ...setting, justify })
  }

  headline(text: string, setting: WordSetting, measure: number): ComposedLines {
    return this.shaped(text, { ...wordsOf(setting), indentEm: 0, justify: false, senseSpaces: true }).headline(measure)
  }

  line(text: string, setting: WordSetting): ComposedLine {
    return this.shaped(text, { ...wordsOf(setting), indentEm: 0, justify: false }).oneLine()
  }

  private get direction(): Pick<ParagraphStyle, 'writing'> {
    return this.writing ? { writing: this.writing } : {}
  }

  private shaped(text: string, setting: Omit<ParagraphStyle, 'lang' | 'line'> & Pick<WordSetting, 'scheme' | 'hangs'>): ShapedText {
    const { scheme, hangs, ...style } = setting
    const stays = this.lineStyle.lineEnd === 'hang' && !hangs
    const key = [style.face, style.size, style.indentEm, style.justify, style.senseSpaces, scheme, stays].join(' ')
    let cache = this.caches.get(key)
    if (!cache) this.caches.set(key, (cache = new TextCache(TEXTS)))
    const words = setting.runs || setting.marks ? `${text}\u0000${JSON.stringify([setting.runs, setting.marks])}` : text
    const line: LineStyle = { ...this.lineStyle, ...(scheme ? { scheme } : {}), ...(stays ? { lineEnd: 'trim' } : {}) }
    return cache.get(words, () => new ShapedText(shapeParagraph(text, { ...style, ...this.direction, lang: 'zh-Hans', line }, this.faces)))
  }
}

function wordsOf({ face, size, runs, marks, scheme, senseSpaces }: WordSetting): WordSetting {
  return { face, size, ...(runs ? { runs } : {}), ...(marks ? { marks } : {}), ...(scheme ? { scheme } : {}), ...(senseSpaces ? { senseSpaces } : {}) }
}

/** A shaped text with what was asked of it. */
class ShapedText implements ComposedParagraph {
  private readonly shaped: ShapedParagraph
  private readonly broken = new MeasureCache<readonly ComposedRow[]>()
  private readonly shorter = new MeasureCache<readonly ComposedRow[] | null>()
  private readonly longer = new MeasureCache<readonly ComposedRow[] | null>()
  private readonly headlines = new MeasureCache<ComposedLines>()
  private single: ComposedLine | null = null

  constructor(shaped: ShapedParagraph) {
    this.shaped = shaped
  }

  get fallbacks() {
    return this.shaped.fallbacks
  }

  lines(measure: number, from: number): readonly ComposedRow[] {
    return this.broken.get(measure, from, () => breakParagraph(this.shaped, () => measure, from).map((line) => new Row(this.shaped, line)))
  }

  tightened(measure: number, from: number): readonly ComposedRow[] | null {
    return this.shorter.get(measure, from, () => breakShorter(this.shaped, () => measure, from)?.map((line) => new Row(this.shaped, line)) ?? null)
  }

  loosened(measure: number, from: number): readonly ComposedRow[] | null {
    return this.longer.get(measure, from, () => breakLonger(this.shaped, () => measure, from)?.map((line) => new Row(this.shaped, line)) ?? null)
  }

  headline(measure: number): ComposedLines {
    return this.headlines.get(measure, 0, () => {
      const lines = breakHeadline(this.shaped, measure)
      return { lines: lines.map((line) => setLine(this.shaped, line)), broken: lines.some((line) => line.emergency), fallbacks: this.fallbacks }
    })
  }

  oneLine(): ComposedLine {
    if (!this.single) {
      const [line] = breakParagraph(this.shaped, () => Infinity)
      this.single = { ...(line ? setLine(this.shaped, line) : { runs: [], width: 0 }), fallbacks: this.fallbacks }
    }
    return this.single
  }
}

/** A line of a paragraph, set when it is first placed. */
class Row implements ComposedRow {
  private readonly shaped: ShapedParagraph
  readonly from: number
  readonly broken: BrokenLine
  private set: SetLine | null = null
  private placed: { readonly x: number; readonly y: number; readonly source: LineSource; readonly items: readonly FrameItem[] } | null = null

  constructor(shaped: ShapedParagraph, broken: BrokenLine) {
    this.shaped = shaped
    this.from = broken.from
    this.broken = broken
  }

  get line(): SetLine {
    return (this.set ??= setLine(this.shaped, this.broken))
  }

  place(x: number, y: number, source: LineSource): readonly FrameItem[] {
    const { placed } = this
    if (placed && placed.x === x && placed.y === y && sameSource(placed.source, source)) return placed.items
    const items = placeLine(this.line, x, y, source)
    this.placed = { x, y, source, items }
    return items
  }

  get isShort(): boolean {
    return isShort(this.shaped, clusterAt(this.shaped, this.broken.from), clusterAt(this.shaped, this.broken.to))
  }
}

function sameSource(a: LineSource, b: LineSource): boolean {
  return a === b || (a.record === b.record && a.part === b.part && a.block === b.block && a.from === b.from)
}

/** Answers by measure and starting point, for the measures asked for last. */
class MeasureCache<V> {
  private readonly measures = new Map<number, Map<number, V>>()

  get(measure: number, from: number, make: () => V): V {
    let answers = this.measures.get(measure)
    if (!answers) {
      if (this.measures.size >= MEASURES) this.measures.delete(this.measures.keys().next().value!)
      this.measures.set(measure, (answers = new Map()))
    }
    let answer = answers.get(from)
    if (answer === undefined) answers.set(from, (answer = make()))
    return answer
  }
}
