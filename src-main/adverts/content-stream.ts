/** Content streams (ISO 32000-1, 7.8.2) → operators with their operands. */

export type Operand = number | boolean | null | Name | Text | readonly Operand[] | ReadonlyMap<string, Operand>

export interface Name {
  readonly name: string
}

/** A string: its bytes count, they are codes of a font. */
export interface Text {
  readonly bytes: number
  /** Where it stands in the stream, its brackets included. */
  readonly from: number
  readonly to: number
}

export interface Operator {
  readonly operator: string
  readonly operands: readonly Operand[]
  /** Where its operands begin and it ends, in bytes. */
  readonly from: number
  readonly to: number
}

/** The stream is no PDF syntax; the page cannot be read by its content. */
export class ContentFault extends Error {}

/** Beyond these no advert was drawn by a person. */
const MOST_OPERATORS = 5_000_000
const MOST_DEPTH = 32
/** Of a number that a double holds exactly without its point. */
const MOST_DIGITS = 15

const SPACE = bytesOf('\0\t\n\f\r ')
const DELIMITER = bytesOf('()<>[]{}/%')
/** By byte: 1 where a word ends. */
const ENDS = Uint8Array.from({ length: 256 }, (_, byte) => (SPACE.has(byte) || DELIMITER.has(byte) ? 1 : 0))
const NEWLINES = bytesOf('\n\r')

/** Operators in turn. An inline image comes as `BI`, its dictionary as the one operand. Throws {@link ContentFault}. */
export function* operatorsOf(bytes: Uint8Array): Generator<Operator> {
  const lexer = new Lexer(bytes)
  let operands: Operand[] = []
  let from = -1
  for (let count = 0; ; ) {
    lexer.skipSpace()
    if (lexer.isAtEnd) return
    if (from < 0) from = lexer.at
    const token = lexer.token(0)
    if (!(token instanceof Keyword)) {
      operands.push(token)
      continue
    }
    if (++count > MOST_OPERATORS) throw new ContentFault('too many operators')
    if (token.word === 'BI') operands = [lexer.inlineImage()]
    yield { operator: token.word, operands, from, to: lexer.at }
    operands = []
    from = -1
  }
}

class Keyword {
  readonly word: string
  constructor(word: string) {
    this.word = word
  }
}

class Lexer {
  at = 0
  private readonly bytes: Buffer

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length
  }

  skipSpace(): void {
    for (; !this.isAtEnd; this.at++) {
      const byte = this.bytes[this.at]!
      if (byte === 0x25) while (!this.isAtEnd && !NEWLINES.has(this.bytes[this.at]!)) this.at++
      else if (!SPACE.has(byte)) return
    }
  }

  token(depth: number): Operand | Keyword {
    if (depth > MOST_DEPTH) throw new ContentFault('nested too deeply')
    const byte = this.bytes[this.at]!
    switch (byte) {
      case 0x2f:
        return { name: this.name() }
      case 0x28:
        return this.text()
      case 0x5b:
        this.at++
        return this.until(']', depth)
      case 0x3c:
        if (this.bytes[this.at + 1] !== 0x3c) return this.hexText()
        this.at += 2
        return this.dictionary(this.until('>>', depth))
      default:
        return this.word(byte)
    }
  }

  /** From after `BI` to after `EI`: what stands between `ID` and `EI` is found by what follows it. */
  inlineImage(): ReadonlyMap<string, Operand> {
    const entries: Operand[] = []
    for (;;) {
      this.skipSpace()
      if (this.isAtEnd) throw new ContentFault('an inline image without data')
      const token = this.token(0)
      if (!(token instanceof Keyword)) entries.push(token)
      else if (token.word === 'ID') break
      else throw new ContentFault(`${token.word} in an inline image`)
    }
    const { bytes } = this
    for (this.at++; this.at + 2 < bytes.length + 1; this.at++) {
      const isEnd = SPACE.has(bytes[this.at - 1]!) && bytes[this.at] === 0x45 && bytes[this.at + 1] === 0x49 && endsWord(bytes[this.at + 2])
      if (isEnd && this.looksLikeContent(this.at + 2)) {
        this.at += 2
        return this.dictionary(entries)
      }
    }
    throw new ContentFault('an inline image without an end')
  }

  /** Binary data may hold an EI of its own: what follows the true one is text. */
  private looksLikeContent(from: number): boolean {
    return this.bytes.subarray(from, from + 16).every((byte) => (byte >= 0x20 && byte < 0x7f) || SPACE.has(byte))
  }

  private until(end: ']' | '>>', depth: number): Operand[] {
    const operands: Operand[] = []
    for (;;) {
      this.skipSpace()
      if (this.isAtEnd) throw new ContentFault(`no ${end}`)
      const byte = this.bytes[this.at]!
      if (end === ']' && byte === 0x5d) {
        this.at++
        return operands
      }
      if (end === '>>' && byte === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2
        return operands
      }
      const token = this.token(depth + 1)
      if (token instanceof Keyword) throw new ContentFault(`${token.word} in a list`)
      operands.push(token)
    }
  }

  private dictionary(entries: readonly Operand[]): ReadonlyMap<string, Operand> {
    const dictionary = new Map<string, Operand>()
    for (let at = 0; at + 1 < entries.length; at += 2) {
      const key = nameOf(entries[at])
      if (key === null) throw new ContentFault('a dictionary without a key')
      dictionary.set(key, entries[at + 1]!)
    }
    return dictionary
  }

  private name(): string {
    const from = ++this.at
    while (!endsWord(this.bytes[this.at])) this.at++
    return this.bytes.toString('latin1', from, this.at).replace(/#([0-9a-fA-F]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  }

  private text(): Text {
    let open = 1
    let length = 0
    const from = this.at++
    for (; !this.isAtEnd; this.at++) {
      const byte = this.bytes[this.at]!
      if (byte === 0x5c) this.at++
      else if (byte === 0x28) open++
      else if (byte === 0x29 && --open === 0) {
        this.at++
        return { bytes: length, from, to: this.at }
      }
      length++
    }
    throw new ContentFault('a string without an end')
  }

  private hexText(): Text {
    const from = this.at++
    while (!this.isAtEnd && this.bytes[this.at] !== 0x3e) this.at++
    if (this.isAtEnd) throw new ContentFault('a string without an end')
    const digits = this.at++ - from - 1
    return { bytes: Math.ceil(digits / 2), from, to: this.at }
  }

  private word(first: number): Operand | Keyword {
    const from = this.at
    while (!endsWord(this.bytes[this.at])) this.at++
    if (this.at === from) throw new ContentFault(`a stray ${String.fromCharCode(first)}`)
    const plain = this.plainNumber(from, this.at)
    if (plain !== null) return plain
    const word = this.bytes.toString('latin1', from, this.at)
    if (/^[-+.\d]/u.test(word)) {
      // Some writers put two signs, or one amid the digits; viewers read what stands before it.
      const number = Number.parseFloat(word.replace(/^([-+])[-+]+/u, '$1'))
      if (Number.isFinite(number)) return number
      if (/^[-+.]+$/u.test(word)) return 0
      throw new ContentFault(`${word} for a number`)
    }
    if (word === 'true') return true
    if (word === 'false') return false
    return word === 'null' ? null : new Keyword(word)
  }

  /** What nearly all words are: a number of few digits with at most one point. Null for another. */
  private plainNumber(from: number, to: number): number | null {
    const isNegative = this.bytes[from] === 0x2d
    const start = isNegative ? from + 1 : from
    if (to === start || to - start > MOST_DIGITS) return null
    let digits = 0
    let scale = 0
    for (let at = start; at < to; at++) {
      const byte = this.bytes[at]!
      if (byte === 0x2e && scale === 0) scale = 1
      else if (byte >= 0x30 && byte <= 0x39) {
        digits = 10 * digits + (byte - 0x30)
        scale *= 10
      } else return null
    }
    if (scale === 1 && to - start === 1) return null
    const value = digits / Math.max(1, scale)
    return isNegative ? -value : value
  }
}

export function nameOf(operand: Operand | undefined): string | null {
  return typeof operand === 'object' && operand !== null && 'name' in operand ? operand.name : null
}

function endsWord(byte: number | undefined): boolean {
  return byte === undefined || ENDS[byte] === 1
}

function bytesOf(text: string): ReadonlySet<number> {
  return new Set(Array.from(text, (character) => character.charCodeAt(0)))
}
