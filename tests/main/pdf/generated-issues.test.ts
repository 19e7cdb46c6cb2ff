/** Twenty issues with every kind of content, through the whole program, read by programs that are not ours. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conditionOf, PRINT_PRESETS } from '../../../src-core/document/print.ts'
import { exportPages } from '../../../src-main/services/export.ts'
import { openFaces, type LibraryFaces } from '../../../src-main/services/faces.ts'
import { readIssueFolder } from '../../../src-main/services/issue-folder/read-issue-folder.ts'
import { generateIssue, type GeneratedIssue } from './generated-issues.ts'
import { dictionariesOf, readObjects, type Dictionary, type ReadObjects, type Value } from './read-objects.ts'

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed)
/** Pixels an inch of the plates that are looked at. */
const DPI = 40

const root = mkdtempSync(join(tmpdir(), 'banxin-issues-'))
let faces: LibraryFaces
beforeAll(async () => void (faces = await openFaces({ cache: null })))
afterAll(() => rmSync(root, { recursive: true }))

async function exported({ folder, preset, print }: GeneratedIssue, to: string): Promise<string> {
  const { document, assetBytes } = await readIssueFolder(folder)
  const { files } = await exportPages({ document, faces, assetBytes }, { folder: join(root, to), preset, print, kinds: ['page'] })
  return files[0]!.path
}

const boxOf = (page: Dictionary, name: string) => page[name] as number[] | undefined

function keepsBoxes(page: Dictionary, { print }: GeneratedIssue): void {
  const [media, trim, bleed] = [boxOf(page, '/MediaBox')!, boxOf(page, '/TrimBox')!, boxOf(page, '/BleedBox')]
  const isInside = (inner: number[], outer: number[]) => inner.every((side, index) => (index < 2 ? side >= outer[index]! : side <= outer[index]!))
  expect(isInside(trim, media)).toBe(true)
  expect(bleed !== undefined).toBe(print.bleedMm !== undefined)
  if (bleed) {
    expect(isInside(bleed, media)).toBe(true)
    trim.forEach((side, index) => expect(Math.abs(side - bleed[index]!)).toBeCloseTo((3 * 72) / 25.4, 2))
  }
  if (!print.bleedMm && !print.marks) expect(media).toEqual(trim)
  expect([page['/ArtBox'], page['/UserUnit'], page['/Annots'], page['/Rotate']]).toEqual([undefined, undefined, undefined, undefined])
  expect(((trim[2]! - trim[0]!) * 25.4) / 72).toBeCloseTo(273, 1)
  expect(((trim[3]! - trim[1]!) * 25.4) / 72).toBeCloseTo(390, 1)
}

function keepsStandard(read: ReadObjects, file: string, preset: GeneratedIssue['preset']): void {
  const { standard } = PRINT_PRESETS[preset]
  const info = read.at(read.trailer['/Info'])
  const said = (key: string) => read.at(info[key]) as unknown as Value
  expect(said('/Trapped')).toBe('/False')
  expect(said('/GTS_PDFXVersion') ?? null).toBe(standard === 'x1a' ? 'u:PDF/X-1a:2003' : null)
  for (const key of ['/Title', '/CreationDate', '/ModDate', '/Creator', '/Producer']) expect(said(key)).toMatch(/^u:./u)
  expect(read.trailer['/ID']).toHaveLength(2)
  const intents = read.at(read.trailer['/Root'])['/OutputIntents'] as Value[]
  expect(intents).toHaveLength(1)
  expect(read.at(intents[0])).toMatchObject({ '/S': '/GTS_PDFX', '/OutputConditionIdentifier': expect.stringMatching(/^u:CGATS/u) as unknown })
  expect(readFileSync(file, 'latin1').slice(0, 8)).toBe(standard === 'x1a' ? '%PDF-1.4' : '%PDF-1.6')
}

const NOWHERE = ['/DeviceRGB', '/CalRGB', '/CalGray', '/Lab', '/ICCBased', '/LZWDecode', '/JPXDecode', '/JBIG2Decode', '/JavaScript', '/JS', '/AA', '/OpenAction', '/EmbeddedFiles', '/EF', '/AcroForm', '/TR', '/TR2', '/HTP', '/OPI', '/Alternates', '/Encrypt', '/ObjStm', '/XRef']

function hasNothingForbidden(read: ReadObjects): void {
  const text = JSON.stringify([read.trailer, ...read.all])
  expect(NOWHERE.filter((name) => text.includes(`"${name}"`))).toEqual([])
  for (const dictionary of dictionariesOf(read)) {
    expect(dictionary['/SMask'] ?? '/None').toBe('/None')
    expect(dictionary['/Group']).toBeUndefined()
    for (const key of ['/CA', '/ca']) expect(dictionary[key] ?? 1).toBe(1)
    expect(dictionary['/BM'] ?? '/Normal').toBe('/Normal')
    if (dictionary['/Type'] === '/FontDescriptor') expect(dictionary['/FontFile2'] ?? dictionary['/FontFile3']).toBeDefined()
  }
}

/** Each plate, a byte a pixel: 0 bare, 255 solid. */
async function plates(file: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = mkdtempSync(join(root, 'plates-'))
  execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-dUseTrimBox', '-sDEVICE=tiffsep', `-r${DPI}`, `-sOutputFile=${join(folder, 'plate.tif')}`, file])
  const found = new Map<string, Uint8Array>()
  for (const entry of readdirSync(folder)) {
    const name = /^plate\((.*)\)\.tif$/u.exec(entry)?.[1]
    if (name === undefined) continue
    const { data, info } = await sharp(join(folder, entry)).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
    found.set(name, Uint8Array.from({ length: info.width * info.height }, (_, pixel) => 255 - data[pixel * info.channels]!))
  }
  return found
}

async function keepsPlates(file: string, { inks, preset }: GeneratedIssue): Promise<void> {
  const all = await plates(file)
  const isBare = (name: string) => all.get(name)!.every((value) => value === 0)
  if (inks !== 'cmyk') expect(isBare('Cyan')).toBe(true)
  if (inks === 'k') expect([isBare('Magenta'), isBare('Yellow')]).toEqual([true, true])
  const [cyan, magenta, yellow, black] = ['Cyan', 'Magenta', 'Yellow', 'Black'].map((name) => all.get(name)!)
  const limit = 255 * conditionOf({ printPreset: preset }).inkLimit + 3
  // Black that overprints does not count, whatever lies under it.
  const over = black!.reduce((count, value, pixel) => count + (value < 255 && cyan![pixel]! + magenta![pixel]! + yellow![pixel]! + value > limit ? 1 : 0), 0)
  expect(over).toBe(0)
}

describe('generated issues', () => {
  it.each(SEEDS)('issue %i keeps its standard, its boxes and its plates, and other programs read it without a word', async (seed) => {
    const issue = await generateIssue(seed, join(root, `issue-${seed}`))
    const file = await exported(issue, `out-${seed}`)
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors found')
    const drawn = spawnSync('mutool', ['draw', '-q', '-r', '20', '-F', 'ppm', '-o', '/dev/null', file], { encoding: 'utf8' })
    // Debian's mupdf tells everyone that it was built without colour management.
    expect([drawn.status, drawn.stderr.replaceAll('warning: ICC support is not available\n', '')]).toEqual([0, ''])
    const read = readObjects(file)
    const pages = dictionariesOf(read).filter((value) => value['/Type'] === '/Page')
    expect(pages).toHaveLength(1)
    keepsBoxes(pages[0]!, issue)
    keepsStandard(read, file, issue.preset)
    hasNothingForbidden(read)
    const isOutlined = issue.print.outlines === true
    expect(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).includes('图为新桥夜景。')).toBe(!isOutlined)
    expect(execFileSync('pdffonts', [file], { encoding: 'utf8' }).split('\n').length > 3).toBe(!isOutlined)
    await keepsPlates(file, issue)
  })

  it.each([2, 7, 10])('issue %i has the same bytes whenever it is written', async (seed) => {
    const issue = await generateIssue(seed, join(root, `again-${seed}`))
    const [first, second] = [await exported(issue, `first-${seed}`), await exported(issue, `second-${seed}`)]
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
  })
})
