/** Export rows: the built command line as a whole process beside Typst's, and a warm edit to a new PDF. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createEngine } from '../src-core/typeset/engine.ts'
import type { LibraryFaces } from '../src-main/services/faces.ts'
import { checkedPdf } from '../src-main/services/checked-pdf.ts'
import { printFile } from '../src-main/services/print-files.ts'
import { BENCH_GRID, benchDocument, type BenchPage } from './page-text.ts'
import { typstCold } from './peers/typst.ts'
import { interleave, type ProcessRun } from './processes.ts'
import type { Row } from './rows.ts'
import { summarise } from './statistics.ts'
import { typeCharacter } from './typesetting.ts'

const ROUNDS = 7
/** V8 has compiled all that an edit runs after some twenty of them; an editor's process has made thousands. */
const EDITS_TO_WARM_UP = 20
const EDITS = 20
const CLI = resolve(import.meta.dirname, '../out/main/cli.js')

export async function exportRows(pages: readonly BenchPage[], faces: LibraryFaces, typstEditAndPdf: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-bench-'))
  try {
    const one = writeIssue(pages.slice(0, 1), join(folder, 'one'))
    const all = writeIssue(pages, join(folder, 'all'))
    const build = (issue: string, out: string) => [process.execPath, CLI, 'build', issue, '--out', out, '--preset', 'newsprint-x1a']
    const [oneOut, allOut] = [join(folder, 'one-out'), join(folder, 'all-out')]
    const runs = interleave(
      {
        ours: build(one, oneOut),
        typst: typstCold(pages.slice(0, 1), join(folder, 'typst-one')),
        oursAll: build(all, allOut),
        typstAll: typstSplit(pages, join(folder, 'typst-all')),
      },
      ROUNDS,
    )
    const size = (path: string) => (statSync(path).size - profileBytes(path)) / 1024
    const pdf = readdirSync(oneOut).find((name) => name.endsWith('.pdf'))
    if (!pdf) throw new Error('the build wrote no PDF')
    return [
      { name: 'page export, cold command line', ours: time(runs.ours), peer: ['Typst', time(runs.typst)], gate: 2.5, goal: 0.9, open: true },
      { name: '24 pages as 24 PDFs, one process', ours: time(runs.oursAll), peer: ['Typst', time(runs.typstAll)], gate: 1.5, goal: 0.8, open: true },
      { name: 'one character typed → new PDF, warm', ours: await editAndPdf(pages[0]!, faces), peer: ['Typst', typstEditAndPdf], gate: 2, goal: 0.4, open: true },
      { name: 'peak memory of a page, MB', ours: memory(runs.ours), peer: ['Typst', memory(runs.typst)], gate: 2, goal: 0.8, open: true },
      { name: 'peak memory of 24 PDFs, MB', ours: memory(runs.oursAll), peer: ['Typst', memory(runs.typstAll)], gate: 2, goal: 0.8, open: true },
      { name: 'PDF of a page without its ICC profile, KB', ours: size(join(oneOut, pdf)), peer: ['Typst', size(join(folder, 'typst-one', 'typst.pdf'))], gate: 1.3, goal: 0.8, open: true },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function typstSplit(pages: readonly BenchPage[], folder: string): readonly string[] {
  const [node, script, input, output, ...fonts] = typstCold(pages, folder)
  return [node!, script!, input!, output!, '--split', ...fonts]
}

const time = (runs: readonly ProcessRun[]) => summarise(runs.map((run) => run.milliseconds)).median
const memory = (runs: readonly ProcessRun[]) => summarise(runs.map((run) => run.megabytes ?? Number.NaN)).median

/** Of the output intent's profile as it lies in the file; 0 where there is none. */
function profileBytes(path: string): number {
  const [, length = '0'] = /\/N 4[^>]*?\/Length (\d+)/u.exec(readFileSync(path, 'latin1')) ?? []
  return Number(length)
}

/** The pages as an issue folder of the command line's contract. */
export function writeIssue(pages: readonly BenchPage[], folder: string): string {
  mkdirSync(join(folder, 'articles'), { recursive: true })
  const issue = {
    format: 1,
    paper: { name: '版心测试报', code: 'bxcs' },
    date: '2024-01-20',
    pages: pages.map((page, index) => {
      const number = String(index + 1).padStart(2, '0')
      const article = `articles/${number}.json`
      const { headline, subtitle, blocks } = page
      const content = { file: null, page: null, kicker: null, headline, subtitle, summary: null, byline: null, blocks, notes: [] }
      writeFileSync(join(folder, article), JSON.stringify(content))
      return { number, section: '要闻', grid: BENCH_GRID, stories: [{ article, area: { column: 0, line: 0, columns: BENCH_GRID.columns, lines: BENCH_GRID.lines } }] }
    }),
  }
  writeFileSync(join(folder, 'issue.json'), JSON.stringify(issue))
  return folder
}

async function editAndPdf(page: BenchPage, faces: LibraryFaces): Promise<number> {
  const engine = createEngine(faces.set)
  let document = benchDocument([page])
  const info = { title: '版心测试报', date: '2024-01-20', print: printFile('newsprint-x1a', null)! }
  const resources = { faces: faces.set, path: (face: string) => faces.path(face), picture: () => null }
  const times: number[] = []
  for (let round = 0; round < EDITS_TO_WARM_UP + EDITS; round++) {
    const start = performance.now()
    document = typeCharacter(document, 'article-01', round)
    await checkedPdf([engine.layoutPage(document, 'page-01').frame], info, resources)
    if (round >= EDITS_TO_WARM_UP) times.push(performance.now() - start)
  }
  return summarise(times).median
}
