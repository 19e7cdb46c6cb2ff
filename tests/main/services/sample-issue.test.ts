import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordsOf } from '../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE } from '../../../src-core/document/style.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import { printedFindings } from '../../../src-main/cli/findings.ts'
import { openFaces } from '../../../src-main/services/faces.ts'
import { readIssueFolder } from '../../../src-main/services/issue-folder/read-issue-folder.ts'
import { addSampleIssue } from '../../../src-main/services/sample-issue.ts'
import { openLibrary, type Library } from '../../../src-main/storage/library.ts'

let folder: string
let library: Library

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banxin-sample-'))
  library = openLibrary(join(folder, 'library'), () => new Date('2026-01-01T00:00:00Z'))
  await mkdir(join(folder, 'issue/articles'), { recursive: true })
  await writeFile(join(folder, 'issue/articles/a.txt'), '清水河两岸通车\n\n　　本报讯 新桥昨日通车。\n')
  const page = { number: '04', section: '要闻', grid: 'broadsheet', stories: [{ article: 'articles/a.txt', area: { column: 0, line: 0, columns: 4, lines: 20 } }] }
  await writeFile(join(folder, 'issue/issue.json'), JSON.stringify({ format: 1, paper: { name: '晨光日报', code: 'cgrb' }, date: '2024-01-20', pages: [page] }))
})
afterEach(async () => {
  library.close()
  await rm(folder, { recursive: true })
})

test('a new library is given the sample once; removed, it does not come back', async () => {
  await addSampleIssue(library, join(folder, 'issue'))
  const [sample] = library.issues.list()
  expect(sample).toMatchObject({ date: '2024-01-20', pages: [{ number: '04', section: '要闻' }] })
  library.issues.remove(sample?.id ?? '')
  await addSampleIssue(library, join(folder, 'issue'))
  expect(library.issues.list()).toEqual([])
})

test('a library with issues of its own is left as it is', async () => {
  library.issues.create('own', [{ type: 'issue', id: 'issue', paper: { name: '清水报', code: 'qsb' }, date: '2025-05-01', number: null, style: DEFAULT_HOUSE_STYLE }])
  await addSampleIssue(library, join(folder, 'issue'))
  expect(library.issues.list()).toMatchObject([{ id: 'own' }])
})

test('the issue of the program’s own folder fills page 04, with its picture and advert', async () => {
  await addSampleIssue(library)
  const [sample] = library.issues.list()
  const types = Object.values(library.issues.load(sample?.id ?? '').document.records).map(({ type }) => type)
  for (const type of ['page', 'article', 'story', 'picture', 'advert', 'asset']) expect(types).toContain(type)
})

test('its page is finished: every story fits, and nothing is found', async () => {
  const sample = await readIssueFolder(resolve(import.meta.dirname, '../../../assets/samples/cgrb-2024-01-20'))
  const faces = await openFaces({ cache: null })
  const engine = createEngine(faces.set)
  const pages = recordsOf(sample.document, 'page').map((page) => engine.layoutPage(sample.document, page.id))
  expect(pages.flatMap(({ stories }) => stories)).toHaveLength(9)
  expect(printedFindings(sample, pages, faces).findings).toEqual([])
})
