/** A picture cut and scaled in its frame by mouse and by keys, and files that cannot be taken. */
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas, drag, pointIn, saved } from '../support/canvas.ts'
import { openEditor, type Editor } from '../support/editor.ts'
import { createIssue } from '../support/panels.ts'

/** Where the key P puts a picture on an empty page. */
const AREA = { column: 0, line: 0, columns: 3, lines: 18 }

let editor: Editor
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banxin-pictures-'))
  editor = await openEditor()
  await createIssue(editor.page, { paper: '望江日报', code: 'wjrb', date: '2024-03-03', number: '90', pages: '1' })
  await canvas(editor.page).focus()
  await editor.page.keyboard.press('p')
})
afterAll(async () => {
  await editor.close()
  await rm(folder, { recursive: true, force: true })
})

async function choose(file: string): Promise<void> {
  const choosing = editor.page.waitForEvent('filechooser')
  await editor.page.getByRole('button', { name: /^(选择|替换)图片/ }).click()
  await (await choosing).setFiles(file)
}

/** What of the file is shown: left, top, width and height, in hundredths of it. */
async function shown(): Promise<readonly number[]> {
  const style = (await editor.page.getByTitle('拖动，改变露出的部分').getAttribute('style')) ?? ''
  return Array.from(style.matchAll(/([\d.]+)%/gu), ([, share]) => Math.round(Number(share)))
}

test('a file that cannot be taken gets a sentence, and the place stays empty', async () => {
  const { page } = editor
  const huge = join(folder, 'huge.tif')
  await writeFile(huge, 'II*\0')
  await truncate(huge, 300 << 20)
  await choose(huge)
  await page.getByText('文件超过 200 MB').waitFor()
  const cut = join(folder, 'cut.jpg')
  const whole = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).tiff({ compression: 'lzw' }).toBuffer()
  await writeFile(cut, whole.subarray(0, whole.length / 2))
  await choose(cut)
  await page.getByText('图片文件已损坏或不完整').waitFor()
  await page.getByText('还没有图片').waitFor()
})

test('a picture says what its file holds, and how fine it is as placed', async () => {
  const { page } = editor
  const file = join(folder, '河堤.tif')
  const sky = sharp({ create: { width: 900, height: 600, channels: 3, background: '#4a90d0' } })
  await writeFile(file, await sky.extend({ bottom: 900, background: '#407030' }).tiff({ compression: 'lzw' }).toBuffer())
  await choose(file)
  await page.getByText('900 × 1500 像素').waitFor()
  await page.getByText('RGB 8 位，无特性文件').waitFor()
  await page.getByText(/排入后 \d+ ppi/).waitFor()
  expect((await shown()).slice(0, 1)).toEqual([0])
})

test('the picture is moved in its frame by the handle in its middle, and by the window over the file', async () => {
  const { page } = editor
  const [, top, width] = await shown()
  expect(width).toBe(100)
  const from = await pointIn(page, AREA)
  await drag(page, from, { x: from.x, y: from.y + 30 }, () => editor.screenshot('crop'))
  await expect.poll(async () => (await shown())[1]).toBeLessThan(top!)
  await page.getByRole('button', { name: '恢复居中' }).click()
  await expect.poll(async () => (await shown())[1]).toBe(top)
  const box = (await page.getByTitle('拖动，改变露出的部分').boundingBox())!
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await drag(page, middle, { x: middle.x, y: middle.y + 20 })
  await expect.poll(async () => (await shown())[1]).toBeGreaterThan(top!)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(async () => (await shown())[1]).toBe(top)
})

test('keys move and scale it, and show it whole', async () => {
  const { page } = editor
  await canvas(page).focus()
  const [, top] = await shown()
  for (let step = 0; step < 5; step++) await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await shown())[1]).toBeGreaterThan(top!)
  await page.keyboard.press('.')
  await page.keyboard.press('.')
  await page.getByText('110%').waitFor()
  await page.keyboard.press('f')
  await expect.poll(() => page.getByLabel('画框').inputValue()).toBe('contain')
  expect(await page.getByTitle('拖动，改变露出的部分').count()).toBe(0)
  await editor.screenshot('contain')
  await page.getByLabel('画框').selectOption('cover')
  await expect.poll(async () => (await shown())[1]).toBe(top)
})

test('the slider scales it, seen at once and saved when it is let go', async () => {
  const { page } = editor
  const slider = page.getByRole('slider', { name: /放大/ })
  await slider.focus()
  for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await shown())[2]).toBeLessThan(90)
  await saved(page)
  await editor.screenshot('crop-scaled')
  const before = await shown()
  await page.reload()
  await page.getByRole('listbox', { name: '版面' }).waitFor()
  await canvas(page).focus()
  await page.keyboard.press('Tab')
  await expect.poll(shown).toEqual(before)
})

test('nothing was complained about', () => {
  expect(editor.complaints).toEqual([])
})
