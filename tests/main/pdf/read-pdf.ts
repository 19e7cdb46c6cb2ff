/** An independent reader of what was written: pdf.js's operator list, replayed into glyph origins. */
import { getDocument, OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadGlyph {
  readonly unicode: string
  /** Points from the page's top left. */
  readonly x: number
  readonly y: number
}

export interface ReadPage {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly ReadGlyph[]
}

const NAMES = new Map(Object.entries(OPS).map(([name, code]) => [code, name]))

interface ShownGlyph {
  readonly unicode: string
  readonly width: number
}

export async function readPage(bytes: Uint8Array, number = 1): Promise<ReadPage> {
  const loading = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 })
  const page = await (await loading.promise).getPage(number)
  const [, , width, height] = page.view as [number, number, number, number]
  const list = await page.getOperatorList()
  const glyphs: ReadGlyph[] = []
  const stack: number[][] = []
  let matrix = [1, 0, 0, 1, 0, 0]
  let text = [1, 0, 0, 1, 0, 0]
  let size = 0
  list.fnArray.forEach((code, index) => {
    const name = NAMES.get(code)!
    const args = list.argsArray[index] as unknown[]
    if (name === 'save') stack.push(matrix)
    else if (name === 'restore') matrix = stack.pop()!
    else if (name === 'transform') matrix = Util.transform(matrix, args as number[])
    else if (name === 'setFont') size = args[1] as number
    else if (name === 'setTextMatrix') text = Array.from((args.length === 6 ? args : args[0]) as ArrayLike<number>)
    else if (name === 'showText') {
      for (const shown of args[0] as readonly (number | ShownGlyph)[]) {
        const advance = typeof shown === 'number' ? -shown : shown.width
        if (typeof shown !== 'number') {
          const origin = Util.transform(matrix, text)
          glyphs.push({ unicode: shown.unicode, x: origin[4]!, y: height - origin[5]! })
        }
        text = Util.transform(text, [1, 0, 0, 1, (advance / 1000) * size, 0])
      }
    }
  })
  await loading.destroy()
  return { width, height, glyphs }
}
