import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
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

it('the canvas painter and the PDF show one page: they differ less than the page moved by one pixel', { timeout: 60_000 }, async () => {
  const { document, assetBytes } = await readIssueFolder(SAMPLE)
  const source = { document, faces: await openFaces({ cache: null }), assetBytes }
  await exportPages(source, { folder, kinds: ['page'], png: DPI })
  execFileSync('pdftoppm', ['-r', String(DPI), '-png', '-gray', '-singlefile', join(folder, '20240120-04.pdf'), join(folder, 'paper')])
  const screen = await readGrey(join(folder, '20240120-04.png'))
  const paper = await readGrey(join(folder, 'paper.png'))
  expect([screen.width, screen.height]).toEqual([paper.width, paper.height])
  expect(difference(screen, paper, 0)).toBeLessThan(0.7 * difference(paper, paper, 1))
})
