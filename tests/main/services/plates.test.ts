/** docs/typesetting.md, part 14, on pages that are really set, exported and separated: each prints on its own plates alone. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordsOf } from '../../../src-core/document/records.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import { openFaces, type LibraryFaces } from '../../../src-main/services/faces.ts'
import { readIssueFolder } from '../../../src-main/services/issue-folder/read-issue-folder.ts'
import { PagePainter } from '../../../src-main/services/page-files.ts'

const SAMPLE = resolve(import.meta.dirname, '../../../assets/samples/cgrb-2024-01-20')
const folder = mkdtempSync(join(tmpdir(), 'banxin-plates-'))
let faces: LibraryFaces
beforeAll(async () => void (faces = await openFaces({ cache: null })))
afterAll(() => rmSync(folder, { recursive: true }))

const red = { swatch: 'red' }
const style = {
  swatches: [{ id: 'own', name: '专红 485', cmyk: [0, 0.95, 1, 0], spot: true }],
  paragraph: { crossheadColor: red },
  folioColor: red,
  ruleColor: { swatch: 'red', tint: 0.6 },
}
/** What the first stories of the page have in red. */
const colors = [
  { headline: { colors: { headline: red } } },
  { headline: { band: red } },
  { tint: { swatch: 'red', tint: 0.1 } },
  { frame: { border: 'wenwu', color: red } },
  { headline: { band: { from: red, to: { swatch: 'black' }, angle: 0 } } },
  { color: { swatch: 'black', tint: 0.7 } },
]

/** The sample page with other plates: each plate by its name, a byte a pixel, 255 solid. */
async function plates(inks: object, inColor: boolean): Promise<ReadonlyMap<string, Uint8Array>> {
  const place = join(folder, 'issue')
  cpSync(SAMPLE, place, { recursive: true })
  const issue = JSON.parse(readFileSync(join(SAMPLE, 'issue.json'), 'utf8')) as { pages: { stories: object[] }[] }
  const [page] = issue.pages
  const stories = page!.stories.map((story, index) => (inColor ? { ...story, ...colors[index] } : story))
  writeFileSync(join(place, 'issue.json'), JSON.stringify({ ...issue, style, pages: [{ ...page, ...inks, stories }] }))
  const { document, assetBytes } = await readIssueFolder(place)
  const { frame } = createEngine(faces.set).layoutPage(document, recordsOf(document, 'page')[0]!.id)
  const { bytes } = await new PagePainter({ document, faces, assetBytes }, { preset: 'newsprint-x1a' }).page(frame, 1)
  writeFileSync(join(folder, 'page.pdf'), bytes)
  execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', '-r36', `-sOutputFile=${join(folder, 'plate.tif')}`, join(folder, 'page.pdf')])
  const found = new Map<string, Uint8Array>()
  for (const entry of readdirSync(folder)) {
    const name = /^plate\((.*)\)\.tif$/u.exec(entry)?.[1]
    if (name === undefined) continue
    const { data, info } = await sharp(join(folder, entry)).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
    found.set(name, Uint8Array.from({ length: info.width * info.height }, (_, pixel) => 255 - data[pixel * info.channels]!))
    rmSync(join(folder, entry))
  }
  return found
}

const isEmpty = (plate: Uint8Array | undefined) => plate!.every((ink) => ink === 0)
const printed = (all: ReadonlyMap<string, Uint8Array>) => [...all].filter(([, plate]) => !isEmpty(plate)).map(([name]) => name)

describe('plates of a page that was set', () => {
  it('14.5 14.6 are black alone on a black page, its pictures and what the house has in colour too', async () => {
    expect(printed(await plates({ inks: 'k' }, false))).toEqual(['Black'])
  })

  it('14.5 are black, and magenta and yellow alike, on a page with a red plate', async () => {
    const all = await plates({ inks: 'k+red' }, true)
    expect(printed(all).toSorted()).toEqual(['Black', 'Magenta', 'Yellow'])
    expect(all.get('Magenta')).toEqual(all.get('Yellow'))
  })

  it('14.5 are black and the spot colour of the red plate', async () => {
    const names = printed(await plates({ inks: 'k+red', red: 'own' }, true))
    expect(names).toHaveLength(2)
    expect(names).toContain('Black')
  })
})
