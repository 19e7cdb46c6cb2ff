/**
 * `npm run bench`: the rows of DESIGN §8, as ratios against peers measured in the same run. A gate must hold; a goal is
 * where we are going. Exits 1 when a gate does not hold.
 */
import { chromium } from 'playwright-core'
import { blockText } from '../src-core/document/blocks.ts'
import { DEFAULT_HOUSE_STYLE } from '../src-core/document/style.ts'
import { openFaces } from '../src-main/services/faces.ts'
import { chromium as chromiumProgram, findProgram } from '../tests/setup/programs.ts'
import { breakingSpeedRows } from './breaking-speed.ts'
import { exportRows } from './export.ts'
import { looseLineRows } from './loose-lines.ts'
import { benchDocument, benchPages } from './page-text.ts'
import { chromiumLayout } from './peers/chromium.ts'
import { typstWarm } from './peers/typst.ts'
import { printRows, type Row } from './rows.ts'
import { characterTyped, measureChange } from './typesetting.ts'
import { windowRows } from './window.ts'

const ROUNDS = 120

const pages = benchPages(24)
const [page] = pages
if (!page) throw new Error('the bench has no page')
const faces = await openFaces({ cache: null })
const characters = page.blocks.reduce((sum, block) => sum + Array.from(blockText(block)).length, 0)
console.log(`one page of ${characters} characters; medians of ${ROUNDS} rounds, in milliseconds where nothing else is said\n`)

const browser = await chromium.launch({ executablePath: findProgram(chromiumProgram) ?? '', args: ['--no-sandbox', '--disable-gpu'] })
const rows: Row[] = []
try {
  const layout = await chromiumLayout(browser, page, ROUNDS)
  const typst = typstWarm(page, 40)
  const measure = measureChange(page, faces.set, DEFAULT_HOUSE_STYLE.line, ROUNDS)
  const typed = characterTyped(benchDocument([page]), faces.set, ROUNDS)
  rows.push(
    { name: 'measure changes, all text broken again', ours: measure.median, peer: ['Chromium layout', layout.columnWidth.median], gate: 1, goal: 0.3 },
    { name: 'measure changes, 95th percentile', ours: measure.p95, peer: ['limit of 8 ms', 8], gate: 1, goal: 0.5 },
    { name: 'one character typed → line positions', ours: typed.median, peer: ['Typst', typst.edit.median], gate: 1, goal: layout.edit.median / typst.edit.median },
    ...breakingSpeedRows(faces.set),
    ...(await windowRows(browser)),
    ...(await exportRows(pages, faces, typst.editAndPdf.median)),
    ...(await looseLineRows(browser, faces)),
  )
} finally {
  await browser.close()
}
process.exitCode = printRows(rows) ? 0 : 1
