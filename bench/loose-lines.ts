/**
 * `node bench/loose-lines.ts`: loose lines side by side with Typst and Chromium, on the same text, face, size and measure.
 *
 * Read from the glyph positions of three PDFs by one reader, and defined alike for all: the space between two Han beyond
 * the face's own advance is stretch, since between Han no engine has any other; a line is loose where it is over 0.25 em
 * (TYPESETTING §5.1). Last lines of paragraphs are not stretched and never count.
 */
import { chromium, type Browser } from 'playwright-core'
import { openFaces, type LibraryFaces } from '../src-main/services/faces.ts'
import { readPages, type ReadGlyph } from '../tests/main/pdf/read-pdf.ts'
import { chromium as chromiumProgram, findProgram } from '../tests/setup/programs.ts'
import { newsParagraphs } from './news.ts'
import { chromiumColumn, ourColumn, SIZE, typstColumn } from './peers/columns.ts'
import type { Row } from './rows.ts'

/** Characters to a line. */
const MEASURES = [9, 11, 13, 20, 27, 41]
/** Em between two Han: what the house reports, and what a careful eye may see. */
const LOOSE = 0.25
const VISIBLE = 0.1

export interface Looseness {
  readonly lines: number
  readonly loose: number
  readonly visible: number
  /** The widest gap between two Han of the worst line, em. */
  readonly widest: number
}

type Engine = 'ours' | 'optimal' | 'typst' | 'chromium'

/** Looseness by measure and engine. */
export async function looseLines(browser: Browser, faces: LibraryFaces): Promise<ReadonlyMap<number, Readonly<Record<Engine, Looseness>>>> {
  const paragraphs = newsParagraphs()
  const table = new Map<number, Readonly<Record<Engine, Looseness>>>()
  for (const measure of MEASURES) {
    table.set(measure, {
      ours: await looseness(await ourColumn(paragraphs, measure, faces, 'stable')),
      optimal: await looseness(await ourColumn(paragraphs, measure, faces, 'optimal')),
      typst: await looseness(typstColumn(paragraphs, measure)),
      chromium: await looseness(await chromiumColumn(paragraphs, measure, browser)),
    })
  }
  return table
}

/** Fewer loose lines than either, in six measures together. */
export async function looseLineRows(browser: Browser, faces: LibraryFaces): Promise<readonly Row[]> {
  const table = [...(await looseLines(browser, faces)).values()]
  const sum = (engine: Engine) => table.reduce((total, row) => total + row[engine].loose, 0)
  return (['typst', 'chromium'] as const).map((peer) => ({
    name: `loose lines of ${MEASURES.join(', ')} characters`,
    ours: sum('ours'),
    peer: [peer === 'typst' ? 'Typst' : 'Chromium', sum(peer)],
    gate: 0.999,
    goal: 0.5,
  }))
}

async function looseness(pdf: Uint8Array): Promise<Looseness> {
  const widest = (await readPages(pdf)).flatMap(({ glyphs }) => linesOf(glyphs).map(widestHanGap))
  return {
    lines: widest.length,
    loose: widest.filter((gap) => gap > LOOSE).length,
    visible: widest.filter((gap) => gap > VISIBLE).length,
    widest: Math.max(...widest),
  }
}

/** Glyphs on one baseline, left to right. */
function linesOf(glyphs: readonly ReadGlyph[]): readonly (readonly ReadGlyph[])[] {
  const lines = new Map<number, ReadGlyph[]>()
  for (const glyph of glyphs) {
    const level = Math.round(glyph.y)
    const near = [level, level - 1, level + 1].find((y) => lines.has(y))
    if (near === undefined) lines.set(level, [glyph])
    else lines.get(near)!.push(glyph)
  }
  return [...lines.values()].map((line) => line.toSorted((a, b) => a.x - b.x))
}

const HAN = /^\p{Script=Han}$/u

function widestHanGap(line: readonly ReadGlyph[]): number {
  let widest = 0
  for (let index = 1; index < line.length; index++) {
    const [before, after] = [line[index - 1]!, line[index]!]
    if (HAN.test(before.unicode) && HAN.test(after.unicode)) widest = Math.max(widest, (after.x - before.x - before.advance) / SIZE)
  }
  return widest
}

if (import.meta.main) {
  const browser = await chromium.launch({ executablePath: findProgram(chromiumProgram) ?? '', args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const table = await looseLines(browser, await openFaces({ cache: null }))
    console.log('| measure | engine | lines | over 0.25 em | over 0.1 em | widest, em |\n|---|---|---|---|---|---|')
    for (const [measure, row] of table) {
      for (const [engine, { lines, loose, visible, widest }] of Object.entries(row)) {
        console.log(`| ${measure} | ${engine} | ${lines} | ${loose} | ${visible} | ${widest.toFixed(3)} |`)
      }
    }
  } finally {
    await browser.close()
  }
}
