/** A vertical story from its issue folder to screen and paper, read back by others. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { recordsOf } from '../../../src-core/document/records.ts'
import { exportPages } from '../../../src-main/services/export.ts'
import { openFaces } from '../../../src-main/services/faces.ts'
import { readIssueFolder } from '../../../src-main/services/issue-folder/read-issue-folder.ts'
import { writeIssueFolder } from '../../../src-main/services/issue-folder/write-issue-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'banxin-vertical-'))
afterAll(() => rmSync(folder, { recursive: true }))

const BODY = [
  '本报讯2024年1月20日，“检察院”与WTO代表365人出席。他说：“iPhone 15，很好！”增长3.0%——这是‘第15次’（试行）……《人民日报》报道。',
  '数字改变乡村，走进村里的数字中心，大屏上GDP、AI等字样不时闪过；“过去‘靠天吃饭’，现在‘知天而作’。”',
]
const DPI = 100

mkdirSync(join(folder, 'issue', 'articles'), { recursive: true })
writeFileSync(join(folder, 'issue', 'articles', 'a.txt'), `竖排的题\n\n${BODY.join('\n\n')}\n`)
const ISSUE = {
  format: 1,
  paper: { name: '晨光日报', code: 'cgrb' },
  date: '2024-01-20',
  pages: [{ number: '04', section: '副刊', grid: 'tabloid', stories: [{ article: 'articles/a.txt', area: { column: 0, line: 0, columns: 4, lines: 26 }, boxed: true, writing: 'vertical' }] }],
}
writeFileSync(join(folder, 'issue', 'issue.json'), JSON.stringify(ISSUE))
const { document, assetBytes } = await readIssueFolder(join(folder, 'issue'))
await exportPages({ document, faces: await openFaces({ cache: null }), assetBytes }, { folder, kinds: ['page'], png: DPI })
const pdf = join(folder, '20240120-04.pdf')

test('an issue folder says which stories are vertical, and is written so again', async () => {
  expect(recordsOf(document, 'story').map(({ writing }) => writing)).toEqual(['vertical'])
  await writeIssueFolder(document, assetBytes, join(folder, 'again'))
  const written = JSON.parse(readFileSync(join(folder, 'again', 'issue.json'), 'utf8')) as typeof ISSUE
  expect(written.pages[0]!.stories[0]).toMatchObject({ boxed: true, writing: 'vertical' })
})

test('9.20 the page’s text is read headline first, then column by column', () => {
  const read = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
  const at = ['竖排的题', ...BODY].map((part) => read.indexOf(part.replace(/\s/g, '')))
  expect(at.every((place) => place >= 0)).toBe(true)
  expect(at).toEqual(at.toSorted((a, b) => a - b))
})

test('screen and paper show one vertical page: they differ less than the page moved by one pixel', async () => {
  execFileSync('pdftoppm', ['-r', String(DPI), '-png', '-gray', '-singlefile', pdf, join(folder, 'paper')])
  const [screen, paper] = [await greyOf(join(folder, '20240120-04.png')), await greyOf(join(folder, 'paper.png'))]
  expect(difference(screen, paper, 0)).toBeLessThan(0.7 * difference(paper, paper, 1))
})

interface Grey {
  readonly values: Buffer
  readonly width: number
}

async function greyOf(file: string): Promise<Grey> {
  const { data, info } = await sharp(file).flatten({ background: 'white' }).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { values: data, width: info.width }
}

/** Mean absolute difference; `shift` moves the second picture down by that many pixels. */
function difference(a: Grey, b: Grey, shift: number): number {
  const from = shift * a.width
  let sum = 0
  for (let at = from; at < a.values.length; at++) sum += Math.abs(a.values[at]! - b.values[at - from]!)
  return sum / (a.values.length - from)
}
