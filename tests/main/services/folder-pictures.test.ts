/** Picture files of issue folders: of every kind, cut, and such as cannot be taken. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { ApiFailure } from '../../../src-core/api/methods.ts'
import { placedOn, recordsOf } from '../../../src-core/document/records.ts'
import { readIssueFolder } from '../../../src-main/services/issue-folder/read-issue-folder.ts'
import { writeIssueFolder } from '../../../src-main/services/issue-folder/write-issue-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'banxin-folder-pictures-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const AREA = { column: 0, line: 0, columns: 2, lines: 20 }
const grey = sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
let folders = 0

function folder(files: Readonly<Record<string, Uint8Array>>, pictures: readonly object[], ads: readonly object[] = []): string {
  const path = join(root, `folder-${++folders}`)
  mkdirSync(join(path, 'images'), { recursive: true })
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(path, 'images', name), bytes)
  const page = { number: '04', section: '要闻', pictures: pictures.map((fields) => ({ area: AREA, ...fields })), ads: ads.map((fields) => ({ name: '年货节', area: { ...AREA, line: 90 }, ...fields })) }
  writeFileSync(join(path, 'issue.json'), JSON.stringify({ format: 1, paper: { name: '晨光日报', code: 'cgrb' }, date: '2024-01-20', pages: [page] }, null, 1))
  return path
}

async function refusal(path: string): Promise<string> {
  const error = await readIssueFolder(path).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(ApiFailure)
  const { code, message, remedy } = (error as ApiFailure).error
  expect(code).toBe('bad-input')
  return `${message.zh}${remedy?.zh}`
}

test('files of each kind are taken by their bytes, with what is shown of them, and come back', async () => {
  // Their names say otherwise: the first is a TIFF, the second a WebP.
  const files = { 'a.jpg': await grey.clone().tiff().toBuffer(), 'b.png': await grey.clone().webp().toBuffer() }
  const crop = { x: 0.1, y: 0.2, width: 0.5, height: 0.5 }
  const read = await readIssueFolder(folder(files, [{ image: 'images/a.jpg', crop }, { image: 'images/b.png', fit: 'contain' }], [{ image: 'images/b.png', crop, fit: 'cover' }]))
  expect(recordsOf(read.document, 'asset').map(({ name, mime }) => `${name} ${mime}`).toSorted()).toEqual(['a.jpg image/tiff', 'b.png image/webp'])
  expect(read.warnings.map(({ zh }) => zh)).toEqual([
    '图片「images/a.jpg」其实是 TIFF 文件，已按 TIFF 读入，请把扩展名“.jpg”改成“.tif”。',
    '图片「images/b.png」其实是 WebP 文件，已按 WebP 读入，请把扩展名“.png”改成“.webp”。',
  ])
  const placed = [...placedOn(read.document, 'picture', 'page-04'), ...placedOn(read.document, 'advert', 'page-04')]
  expect(placed).toMatchObject([{ crop }, { fit: 'contain' }, { crop, fit: 'cover' }])
  const copy = join(root, 'copy')
  await writeIssueFolder(read.document, (asset) => read.assetBytes(asset), copy)
  expect(readdirSync(join(copy, 'images')).toSorted()).toEqual(['a.tif', 'b.webp'])
  const { document: again, warnings } = await readIssueFolder(copy)
  expect(warnings).toEqual([])
  expect([...placedOn(again, 'picture', 'page-04'), ...placedOn(again, 'advert', 'page-04')]).toEqual(placed)
})

test('one that cannot be taken gets a sentence that names it and its line', async () => {
  const whole = await grey.clone().tiff({ compression: 'lzw' }).toBuffer()
  expect(await refusal(folder({ 'cut.tif': whole.subarray(0, whole.length - 20) }, [{ image: 'images/cut.tif' }]))).toMatch(/第\d+行.*「images\/cut\.tif」.*已损坏或不完整/u)
  expect(await refusal(folder({ 'news.jpg': Buffer.from('不是图片') }, [{ image: 'images/news.jpg' }]))).toContain('图片「images/news.jpg」不是 JPEG、PNG、TIFF 或 WebP 图片。')
  expect(await refusal(folder({ 'none.jpg': Buffer.alloc(0) }, [{ image: 'images/none.jpg' }]))).toContain('图片「images/none.jpg」是空的。')
  expect(await refusal(folder({ 'a.gif': Buffer.from('GIF89a') }, [{ image: 'images/a.gif' }]))).toContain('图片「images/a.gif」是 GIF 文件，不能当图片置入。')
  expect(await refusal(folder({ 'a.pdf': Buffer.from('%PDF-1.4\n') }, [], [{ image: 'images/a.pdf' }]))).toContain('PDF「images/a.pdf」已损坏或不完整。')
  expect(await refusal(folder({ 'a.png': await grey.clone().png().toBuffer() }, [{ image: 'images/a.png', crop: { x: 0.6, y: 0, width: 0.5, height: 1 } }]))).toContain('crop')
})

test('one too large is refused before it is read', async () => {
  const path = folder({ 'page.tif': Buffer.from('II*\0') }, [{ image: 'images/page.tif' }])
  truncateSync(join(path, 'images/page.tif'), 300 << 20)
  expect(await refusal(path)).toMatch(/「images\/page\.tif」太大，超过 200 MB。请先缩小/u)
})
