/** An independent reader of what was written: pdf.js's operator list, replayed into glyph origins. */
import { getDocument, OPS, Util, type PDFDocumentLoadingTask, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadGlyph {
  readonly unicode: string
  /** Points from the page's top left. */
  readonly x: number
  readonly y: number
  /** The face's own advance, in points. */
  readonly advance: number
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

/** The default of DW2: a vertical glyph's origin stands over the middle of its baseline, and the pen goes down by an em. */
const VERTICAL = { origin: 880, advance: 1000 }

export async function readPage(bytes: Uint8Array, number = 1): Promise<ReadPage> {
  const loading = open(bytes)
  const read = await glyphsOf(await (await loading.promise).getPage(number))
  await loading.destroy()
  return read
}

export async function readPages(bytes: Uint8Array): Promise<readonly ReadPage[]> {
  const loading = open(bytes)
  const document = await loading.promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number++) pages.push(await glyphsOf(await document.getPage(number)))
  await loading.destroy()
  return pages
}

function open(bytes: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 })
}

async function glyphsOf(page: PDFPageProxy): Promise<ReadPage> {
  const [, , width, height] = page.view as [number, number, number, number]
  const list = await page.getOperatorList()
  const glyphs: ReadGlyph[] = []
  const stack: number[][] = []
  let matrix = [1, 0, 0, 1, 0, 0]
  let text = [1, 0, 0, 1, 0, 0]
  let line = text
  let size = 0
  let vertical = false
  list.fnArray.forEach((code, index) => {
    const name = NAMES.get(code)!
    const args = list.argsArray[index] as unknown[]
    if (name === 'save') stack.push(matrix)
    else if (name === 'restore') matrix = stack.pop()!
    else if (name === 'transform') matrix = Util.transform(matrix, args as number[])
    else if (name === 'setFont') {
      size = args[1] as number
      vertical = (page.commonObjs.get(args[0] as string) as { vertical: boolean }).vertical
    }
    else if (name === 'setTextMatrix') text = line = Array.from((args.length === 6 ? args : args[0]) as ArrayLike<number>)
    else if (name === 'beginText') text = line = [1, 0, 0, 1, 0, 0]
    else if (name === 'moveText') text = line = Util.transform(line, [1, 0, 0, 1, args[0] as number, args[1] as number])
    else if (name === 'showText') {
      for (const shown of args[0] as readonly (number | ShownGlyph)[]) {
        const advance = typeof shown === 'number' ? -shown : shown.width
        if (typeof shown !== 'number') {
          const [across, down] = vertical ? [-shown.width / 2, -VERTICAL.origin] : [0, 0]
          const origin = Util.transform(matrix, Util.transform(text, [1, 0, 0, 1, (across / 1000) * size, (down / 1000) * size]))
          glyphs.push({ unicode: shown.unicode, x: origin[4]!, y: height - origin[5]!, advance: ((shown.width * size) / 1000) * Math.hypot(origin[0]!, origin[1]!) })
        }
        const down = typeof shown === 'number' ? shown : VERTICAL.advance
        text = Util.transform(text, [1, 0, 0, 1, vertical ? 0 : (advance / 1000) * size, vertical ? (-down / 1000) * size : 0])
      }
    }
  })
  return { width, height, glyphs }
}
