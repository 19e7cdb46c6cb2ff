/** One content stream of a page at work: its graphics state, operator by operator, and what that comes to for the walk. */
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib'
import { black, colorSpace, deviceSpace, GREY, isOfScreens, namedSpaces, PATTERN, SCREEN, type ColorSpace, type Inks } from './color-space.ts'
import { ContentFault, nameOf, operatorsOf, type Operand, type Operator } from './content-stream.ts'
import { SAMPLE_BITS } from './image-ink.ts'
import { boxAround, IDENTITY, matrixOf, multiply, stretch, type Matrix } from './matrix.ts'
import type { Box } from './page-box.ts'
import type { Walk } from './page-walk.ts'
import { damaged } from './pdf-file.ts'
import { dictOf, entriesOf, entry, isTrue, listIn, nameIn, numberIn, streamOf } from './pdf-objects.ts'

const MOST_STATES = 10_000

/** A colour: its inks, null where they cannot be told, or a pattern's, which were counted when it was chosen. */
export type Paint = Inks | null | 'pattern'

export interface State {
  readonly matrix: Matrix
  readonly fillSpace: ColorSpace
  readonly strokeSpace: ColorSpace
  readonly fill: Paint
  readonly stroke: Paint
  readonly overprintFill: boolean
  readonly overprintStroke: boolean
  readonly lineWidth: number
  readonly fontSize: number
  readonly isVertical: boolean
  readonly leading: number
  readonly render: number
}

/** As a page begins (ISO 32000-1, table 52). */
export const FIRST_STATE: State = { matrix: IDENTITY, fillSpace: GREY, strokeSpace: GREY, fill: black(1), stroke: black(1), overprintFill: false, overprintStroke: false, lineWidth: 1, fontSize: 0, isVertical: false, leading: 0, render: 0 }

export function isPaper(paint: Paint): boolean {
  return paint !== null && paint !== 'pattern' && paint.spots.length === 0 && paint.process.every((ink) => ink === 0)
}

/** One content stream at work. */
export class Content {
  private readonly walk: Walk
  private readonly origin: PDFObject | null
  private readonly resources: PDFDict | undefined
  private readonly everywhere: boolean
  private state: State
  private readonly states: State[] = []
  private path: Box | null = null
  /** Where the line of text begins, and how far at most it has come. */
  private textMatrix = IDENTITY
  private shown = 0

  constructor(walk: Walk, origin: PDFObject | null, resources: PDFDict | undefined, state: State, everywhere: boolean) {
    this.walk = walk
    this.origin = origin
    this.resources = resources
    this.state = state
    this.everywhere = everywhere
  }

  run(bytes: Uint8Array): void {
    for (const one of operatorsOf(bytes)) {
      this.walk.countOperator()
      this.perform(one)
    }
    // On a page viewers forgive it; a form must give back the state that it was given.
    if (this.states.length > 0) this.walk.report('drawing')
  }

  private set(fields: Partial<State>): void {
    this.state = { ...this.state, ...fields }
  }

  private perform(one: Operator): void {
    const { operator, operands } = one
    const numbers = operands.filter((operand) => typeof operand === 'number')
    const name = nameOf(operands.at(-1))
    const [first = 0, second = 0] = numbers
    switch (operator) {
      case 'q':
        if (this.states.length >= MOST_STATES) throw new ContentFault('states without end')
        this.states.push(this.state)
        return
      case 'Q':
        if (this.states.length === 0) return this.walk.report('drawing')
        this.state = this.states.pop()!
        return
      case 'cm':
        return this.set({ matrix: multiply(matrixOf(numbers), this.state.matrix) })
      case 'w':
        return this.set({ lineWidth: first })
      case 'gs':
        return name === null ? undefined : this.graphicsState(dictOf(this.walk.use(this.resources, 'ExtGState', name)))
      case 'm':
      case 'l':
        return this.reach(first, second)
      case 'c':
      case 'v':
      case 'y':
        for (let place = 0; place + 1 < numbers.length; place += 2) this.reach(numbers[place]!, numbers[place + 1]!)
        return
      case 're':
        this.reach(first, second)
        return this.reach(first + (numbers[2] ?? 0), second + (numbers[3] ?? 0))
      case 'f':
      case 'F':
      case 'f*':
        return this.paintPath(true, false)
      case 'S':
      case 's':
        return this.paintPath(false, true)
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        return this.paintPath(true, true)
      case 'n':
        this.path = null
        return
      case 'g':
        return this.setFill(deviceSpace('DeviceGray', this.walk.report)!, numbers)
      case 'G':
        return this.setStroke(deviceSpace('DeviceGray', this.walk.report)!, numbers)
      case 'k':
        return this.setFill(deviceSpace('DeviceCMYK', this.walk.report)!, numbers)
      case 'K':
        return this.setStroke(deviceSpace('DeviceCMYK', this.walk.report)!, numbers)
      case 'rg':
        this.reword(one, `${said(first)} g`)
        return this.setFill(SCREEN, numbers)
      case 'RG':
        this.reword(one, `${said(first)} G`)
        return this.setStroke(SCREEN, numbers)
      case 'cs':
        return name === null ? undefined : this.setFill(this.chosen(one, name))
      case 'CS':
        return name === null ? undefined : this.setStroke(this.chosen(one, name))
      case 'sc':
      case 'scn':
        if (this.state.fillSpace === SCREEN) this.reword(one, `${said(first)} ${operator}`)
        return this.setFill(this.state.fillSpace, numbers, name)
      case 'SC':
      case 'SCN':
        if (this.state.strokeSpace === SCREEN) this.reword(one, `${said(first)} ${operator}`)
        return this.setStroke(this.state.strokeSpace, numbers, name)
      case 'sh':
        return name === null ? undefined : this.walk.shading(this.walk.use(this.resources, 'Shading', name), this.resources)
      case 'Do':
        return name === null ? undefined : this.draw(this.walk.use(this.resources, 'XObject', name))
      case 'BI':
        return this.inlineImage(operands[0])
      case 'BDC':
        if (nameOf(operands[0]) === 'OC') this.walk.report('layers')
        return
      case 'PS':
        return this.walk.report('drawing')
      default:
        return this.text(operator, operands, numbers)
    }
  }

  private text(operator: string, operands: readonly Operand[], numbers: readonly number[]): void {
    const [first = 0, second = 0] = numbers
    switch (operator) {
      case 'BT':
        return this.beginLine(IDENTITY)
      case 'Tf': {
        const name = nameOf(operands[0])
        const font = name === null ? undefined : this.walk.use(this.resources, 'Font', name)
        this.walk.font(font)
        return this.set({ fontSize: first, isVertical: (nameIn(entry(dictOf(font), 'Encoding')) ?? '').endsWith('V') })
      }
      case 'TL':
        return this.set({ leading: first })
      case 'Tr':
        return this.set({ render: first })
      case 'Td':
        return this.nextLine(first, second)
      case 'TD':
        this.set({ leading: -second })
        return this.nextLine(first, second)
      case 'T*':
        return this.nextLine(0, -this.state.leading)
      case 'Tm':
        return this.beginLine(matrixOf(numbers))
      case 'Tj':
        return this.show(operands)
      case 'TJ':
        return this.show(Array.isArray(operands[0]) ? operands[0] : [])
      case "'":
      case '"':
        this.nextLine(0, -this.state.leading)
        return this.show(operands)
    }
  }

  private nextLine(x: number, y: number): void {
    this.beginLine(multiply([1, 0, 0, 1, x, y], this.textMatrix))
  }

  private beginLine(matrix: Matrix): void {
    this.textMatrix = matrix
    this.shown = 0
  }

  /** A byte is taken for an em, which is more than it is: nothing is held to lie outside that does not. */
  private show(parts: readonly Operand[]): void {
    const { fontSize, isVertical, render, fill, stroke, overprintFill, overprintStroke, matrix } = this.state
    const size = Math.abs(fontSize)
    for (const part of parts) {
      if (typeof part === 'number') this.shown += (Math.abs(part) / 1000) * size
      else if (typeof part === 'object' && part !== null && 'bytes' in part) this.shown += part.bytes * size
    }
    if (render === 3 || render === 7) return
    const place = multiply(this.textMatrix, matrix)
    const area = isVertical ? boxAround(place, -size, -this.shown, size, size) : boxAround(place, 0, -0.4 * size, this.shown, 1.1 * size)
    if (!this.everywhere && !this.walk.touches(area)) return
    if (render !== 1 && render !== 5) this.walk.paint(fill, overprintFill)
    if (render === 1 || render === 2 || render === 5 || render === 6) this.walk.paint(stroke, overprintStroke)
  }

  private reach(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.state.matrix
    const [left, bottom] = [a * x + c * y + e, b * x + d * y + f]
    const { path } = this
    if (!path) this.path = { left, bottom, right: left, top: bottom }
    else this.path = { left: Math.min(path.left, left), bottom: Math.min(path.bottom, bottom), right: Math.max(path.right, left), top: Math.max(path.top, bottom) }
  }

  private paintPath(fills: boolean, strokes: boolean): void {
    const { path } = this
    this.path = null
    if (!path) return
    const { fill, stroke, overprintFill, overprintStroke, lineWidth, matrix } = this.state
    const touches = (margin: number) => this.everywhere || this.walk.touches({ left: path.left - margin, bottom: path.bottom - margin, right: path.right + margin, top: path.top + margin })
    if (fills && touches(0)) this.walk.paint(fill, overprintFill)
    const width = lineWidth * stretch(matrix)
    if (!strokes || !touches(width / 2)) return
    // How large a pattern's tile is drawn only its place tells.
    if (this.everywhere) this.walk.paint(stroke, overprintStroke)
    else this.walk.stroke(stroke, overprintStroke, width)
  }

  private reword(one: Operator, text: string): void {
    this.walk.reword(this.origin, one, text)
  }

  /** Chosen for what is drawn next: of a screen's colours those are taken that are none. */
  private chosen(one: Operator, name: string): ColorSpace {
    if (name !== 'DeviceRGB' && !isOfScreens(entry(dictOf(entry(this.resources, 'ColorSpace')), name))) return this.space(name)
    this.reword(one, `/DeviceGray ${one.operator}`)
    return SCREEN
  }

  private space(name: string): ColorSpace {
    const named = deviceSpace(name, this.walk.report)
    if (named) return named
    if (name === 'Pattern') return PATTERN
    return colorSpace(this.walk.use(this.resources, 'ColorSpace', name), namedSpaces(this.resources), this.walk.report)
  }

  private setFill(fillSpace: ColorSpace, values: readonly number[] = fillSpace.initial, pattern: string | null = null): void {
    this.set({ fillSpace, fill: this.paintOf(fillSpace, values, pattern) })
  }

  private setStroke(strokeSpace: ColorSpace, values: readonly number[] = strokeSpace.initial, pattern: string | null = null): void {
    this.set({ strokeSpace, stroke: this.paintOf(strokeSpace, values, pattern) })
  }

  private paintOf(space: ColorSpace, values: readonly number[], pattern: string | null): Paint {
    if (!space.isPattern) {
      const inks = space.inks(values)
      if (space === SCREEN && !inks) this.walk.report('rgb')
      return inks
    }
    if (pattern !== null) this.walk.pattern(this.walk.use(this.resources, 'Pattern', pattern), this.resources)
    const inks = space.components > 0 && values.length > 0 ? space.inks(values) : null
    if (inks) this.walk.paint(inks, false)
    return 'pattern'
  }

  private graphicsState(dict: PDFDict | undefined): void {
    for (const [key, value] of entriesOf(dict)) {
      if (key === 'SMask' && nameIn(value) !== 'None') this.walk.report('transparency')
      else if ((key === 'CA' || key === 'ca') && numberIn(value) !== 1) this.walk.report('transparency')
      else if (key === 'BM' && !(listIn(value) ?? [value]).every((mode) => nameIn(mode) === 'Normal' || nameIn(mode) === 'Compatible')) this.walk.report('transparency')
      else if ((key === 'TR' || key === 'TR2') && nameIn(value) !== 'Identity' && nameIn(value) !== 'Default') this.walk.report('screening')
      else if (key === 'LW') this.set({ lineWidth: numberIn(value) ?? 1 })
      else if (key === 'Font') {
        this.walk.font(listIn(value)?.[0])
        this.set({ fontSize: numberIn(listIn(value)?.[1]) ?? 0 })
      }
    }
    const [stroke, fill] = [entry(dict, 'OP'), entry(dict, 'op') ?? entry(dict, 'OP')]
    this.set({ ...(stroke ? { overprintStroke: isTrue(stroke) } : {}), ...(fill ? { overprintFill: isTrue(fill) } : {}) })
  }

  private draw(object: PDFObject | undefined): void {
    const stream = streamOf(object)
    if (!stream) return
    const { dict } = stream
    if (entry(dict, 'OC')) this.walk.report('layers')
    const kind = nameIn(entry(dict, 'Subtype'))
    if (kind === 'Form' && !entry(dict, 'Ref')) return this.walk.form(stream, this.state, this.everywhere)
    if (kind !== 'Image') return this.walk.report('drawing')
    const isStencil = isTrue(entry(dict, 'ImageMask'))
    const touches = this.everywhere || this.walk.touches(boxAround(this.state.matrix, 0, 0, 1, 1))
    if (isStencil && touches) this.walk.paint(this.state.fill, this.state.overprintFill)
    if (!isStencil && touches && !this.everywhere) this.walk.resolution(dict, this.state.matrix)
    this.walk.image(stream, isStencil ? null : colorSpace(entry(dict, 'ColorSpace'), namedSpaces(this.resources), this.walk.report), touches)
  }

  /** Small pictures within the content: black, or inks at their most, since they are hardly worth measuring. */
  private inlineImage(dictionary: Operand | undefined): void {
    if (!(dictionary instanceof Map)) return
    const value = (short: string, long: string): Operand | undefined => dictionary.get(short) ?? dictionary.get(long)
    const bits = value('BPC', 'BitsPerComponent')
    if (typeof bits === 'number' && !SAMPLE_BITS.includes(bits)) throw damaged()
    const filters = value('F', 'Filter')
    if ((Array.isArray(filters) ? filters : [filters]).some((filter) => nameOf(filter) === 'LZW' || nameOf(filter) === 'LZWDecode')) this.walk.report('compression')
    const touches = this.everywhere || this.walk.touches(boxAround(this.state.matrix, 0, 0, 1, 1))
    if (value('IM', 'ImageMask') === true) return touches ? this.walk.paint(this.state.fill, this.state.overprintFill) : undefined
    const named = nameOf(value('CS', 'ColorSpace'))
    const space = named === null ? null : this.space(named)
    if (!space) return this.walk.report('unmeasured')
    if (!touches) return
    if (space === GREY) this.walk.tally.add(black(1))
    else if (space.table) for (const inks of space.table) this.walk.paint(inks, false)
    else this.walk.report('unmeasured')
  }
}

/** A number as content streams have it, without exponents. */
function said(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
