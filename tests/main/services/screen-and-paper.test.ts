import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { recordsOf } from '../../../src-core/document/records.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import type { FrameItem } from '../../../src-core/typeset/frame.ts'
import { pagePng } from '../../../src-main/images/page-png.ts'
import { writePdf } from '../../../src-main/pdf/write-pdf.ts'
import { exportPages } from '../../../src-main/services/export.ts'
import { openFaces } from '../../../src-main/services/faces.ts'
import { readIssueFolder } from '../../../src-main/services/issue-folder/read-issue-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'banxin-screen-'))
const DPI = 100
const SAMPLE = resolve(import.meta.dirname, '../../../assets/samples/cgrb-2024-01-20')

afterAll(() => rmSync(folder, { recursive: true }))

interface Grey {
  /** 0 is the picture's own black, 1 white: inks of screen and paper are compared by what they cover. */
  readonly values: Float64Array
  readonly width: number
  readonly height: number
}

async function readGrey(file: string): Promise<Grey> {
  const { data, info } = await sharp(file).flatten({ background: 'white' }).greyscale().raw().toBuffer({ resolveWithObject: true })
  const black = data.reduce((least, value) => Math.min(least, value), 255)
  return { values: Float64Array.from(data, (value) => (value - black) / (255 - black)), width: info.width, height: info.height }
}

/** Mean absolute difference; `shift` moves the second picture right by that many pixels. */
function difference(a: Grey, b: Grey, shift: number): number {
  let sum = 0
  for (let y = 0; y < a.height; y++)
    for (let x = shift; x < a.width; x++) sum += Math.abs(a.values[y * a.width + x]! - b.values[y * b.width + x - shift]!)
  return sum / (a.height * (a.width - shift))
}

it('the canvas painter and the PDF show one page: they differ less than the page moved by one pixel', async () => {
  const { document, assetBytes } = await readIssueFolder(SAMPLE)
  const source = { document, faces: await openFaces({ cache: null }), assetBytes }
  await exportPages(source, { folder, kinds: ['page'], png: DPI })
  execFileSync('pdftoppm', ['-r', String(DPI), '-png', '-gray', '-singlefile', join(folder, '20240120-04.pdf'), join(folder, 'paper')])
  const screen = await readGrey(join(folder, '20240120-04.png'))
  const paper = await readGrey(join(folder, 'paper.png'))
  expect([screen.width, screen.height]).toEqual([paper.width, paper.height])
  expect(difference(screen, paper, 0)).toBeLessThan(0.7 * difference(paper, paper, 1))
})

/** Dots per inch at which a dot is some pixels wide. */
const FINE = 250

it('marks beside words stand on screen where they stand on paper', async () => {
  const { document, assetBytes } = await readIssueFolder(SAMPLE)
  const kinds = ['emphasis', 'name', 'title', 'frame', 'emphasis'] as const
  const marked = Object.values(document.records).map((one) => {
    if (one.type !== 'article') return one
    const blocks = one.blocks.map((block) => {
      if (block.role !== 'paragraph') return block
      const length = Array.from(block.text).length
      const marks = kinds.map((kind, index) => ({ from: 8 * index, to: 8 * index + 5, kind })).filter(({ to }) => to <= length)
      return marks.length > 0 ? { ...block, marks } : block
    })
    return { ...one, blocks }
  })
  const source = { document: { records: Object.fromEntries(marked.map((one) => [one.id, one])) }, faces: await openFaces({ cache: null }), assetBytes }
  const result = createEngine(source.faces.set).layoutPage(source.document, recordsOf(source.document, 'page')[0]!.id)
  // The page's upper left corner.
  const onlyMarks = { ...result.frame, trim: { width: 320, height: 400 }, items: marksOf(result.frame.items) }
  expect(onlyMarks.items.length).toBeGreaterThan(50)
  writeFileSync(join(folder, 'marks.png'), await pagePng(onlyMarks, FINE, source.faces, assetBytes))
  writeFileSync(join(folder, 'marks.pdf'), await writePdf([onlyMarks], { title: '', date: '2024-01-20' }, { faces: source.faces.set, path: (id) => source.faces.path(id), picture: () => null }))
  execFileSync('pdftoppm', ['-r', String(FINE), '-png', '-gray', '-singlefile', join(folder, 'marks.pdf'), join(folder, 'marks-paper')])
  const screen = await readGrey(join(folder, 'marks.png'))
  const paper = await readGrey(join(folder, 'marks-paper.png'))
  expect(difference(screen, paper, 0)).toBeLessThan(0.5 * difference(paper, paper, 1))
})

/** Dots and waves; poppler thickens thin rules to whole pixels. */
function marksOf(items: readonly FrameItem[]): readonly FrameItem[] {
  return items.flatMap((item) => (item.kind === 'group' ? marksOf(item.items) : item.kind === 'path' ? [item] : []))
}
