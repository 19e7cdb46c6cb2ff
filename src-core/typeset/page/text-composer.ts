/**
 * The composer over the text engine. A text is shaped once for each setting, broken once for each of the last measures
 * it stood in, and a line is set once: a typed character costs the paragraph that it is in.
 */
import type { LineStyle, TextSetting } from '../../document/style.ts'
import type { FaceSet } from '../../fonts/face.ts'
import { roundLength } from '../frame.ts'
import { breakParagraph, breakShorter } from '../text/break-lines.ts'
import { breakHeadline } from '../text/headline.ts'
import { isShort } from '../text/last-line.ts'
import type { BrokenLine, ParagraphStyle, SetLine } from '../text/paragraph.ts'
import { setLine } from '../text/set-line.ts'
import { clusterAt, type ShapedParagraph } from '../text/shaped.ts'
import { shapeParagraph } from '../text/shape.ts'
import type { ComposedLine, ComposedLines, ComposedParagraph, Composer, ParagraphSetting } from './composer.ts'
import { TextCache } from './text-cache.ts'

/** Texts kept for each setting: an issue’s worth of paragraphs. */
const TEXTS = 1000
/** Measures that a text is kept broken for. */
const MEASURES = 6

export class TextComposer implements Composer {
  private readonly faces: FaceSet
  private readonly lineStyle: LineStyle
  private readonly caches = new Map<string, TextCache<ShapedText>>()

  constructor(faces: FaceSet, lineStyle: LineStyle) {
    this.faces = faces
    this.lineStyle = lineStyle
  }

  paragraph(text: string, { face, size, indentEm }: ParagraphSetting): ComposedParagraph {
    return this.shaped(text, { face, size, indentEm, justify: true })
  }

  headline(text: string, { face, size }: TextSetting, measure: number): ComposedLines {
    return this.shaped(text, { face, size, indentEm: 0, justify: false, senseSpaces: true }).headline(measure)
  }

  line(text: string, { face, size }: TextSetting): ComposedLine {
    return this.shaped(text, { face, size, indentEm: 0, justify: false }).oneLine()
  }

  private shaped(text: string, setting: Omit<ParagraphStyle, 'lang' | 'line'>): ShapedText {
    const key = `${setting.face} ${setting.size} ${setting.indentEm} ${setting.justify} ${setting.senseSpaces ?? false}`
    let cache = this.caches.get(key)
    if (!cache) this.caches.set(key, (cache = new TextCache(TEXTS)))
    return cache.get(text, () => new ShapedText(shapeParagraph(text, { ...setting, lang: 'zh-Hans', line: this.lineStyle }, this.faces)))
  }
}

/** A shaped text with what was asked of it. */
class ShapedText implements ComposedParagraph {
  private readonly shaped: ShapedParagraph
  private readonly broken = new MeasureCache<readonly BrokenLine[]>()
  private readonly shorter = new MeasureCache<readonly BrokenLine[] | null>()
  private readonly headlines = new MeasureCache<ComposedLines>()
  private readonly setLines = new WeakMap<BrokenLine, SetLine>()
  private single: ComposedLine | null = null

  constructor(shaped: ShapedParagraph) {
    this.shaped = shaped
  }

  get fallbacks() {
    return this.shaped.fallbacks
  }

  lines(measure: number, from: number): readonly BrokenLine[] {
    return this.broken.get(measure, from, () => breakParagraph(this.shaped, () => measure, from))
  }

  tightened(measure: number, from: number): readonly BrokenLine[] | null {
    return this.shorter.get(measure, from, () => breakShorter(this.shaped, () => measure, from))
  }

  isShort(line: BrokenLine): boolean {
    return isShort(this.shaped, clusterAt(this.shaped, line.from), clusterAt(this.shaped, line.to))
  }

  set(line: BrokenLine): SetLine {
    let set = this.setLines.get(line)
    if (!set) this.setLines.set(line, (set = rounded(setLine(this.shaped, line))))
    return set
  }

  headline(measure: number): ComposedLines {
    return this.headlines.get(measure, 0, () => {
      const lines = breakHeadline(this.shaped, measure)
      return { lines: lines.map((line) => this.set(line)), broken: lines.some((line) => line.emergency), fallbacks: this.fallbacks }
    })
  }

  oneLine(): ComposedLine {
    if (!this.single) {
      const lines = breakParagraph(this.shaped, () => Infinity)
      this.single = { ...(lines[0] ? this.set(lines[0]) : { runs: [], width: 0 }), fallbacks: this.fallbacks }
    }
    return this.single
  }
}

function rounded(line: SetLine): SetLine {
  return { runs: line.runs.map((run) => ({ ...run, xs: run.xs.map(roundLength) })), width: line.width }
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
