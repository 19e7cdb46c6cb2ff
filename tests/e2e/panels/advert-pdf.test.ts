/** An advert that comes as PDF: chosen and dropped, its pages, its size beside the place's, vectors or picture, and why. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfOf } from '../../main/adverts/pdf-files.ts'
import { canvas, cell, pointIn, saved } from '../support/canvas.ts'
import { openEditor, type Editor } from '../support/editor.ts'
import { createIssue } from '../support/panels.ts'

let editor: Editor
let pdf: Buffer
beforeAll(async () => {
  editor = await openEditor()
  await createIssue(editor.page, { paper: '望江日报', code: 'wjrb', date: '2024-03-03', number: '90', pages: '1' })
  const media = [0, 0, 493, 290]
  pdf = Buffer.from(
    await pdfOf({
      pages: [
        { content: '0 1 1 0 k 0 0 493 290 re f 0 0 0 0 k 60 60 373 170 re f 0 0 0 1 k 120 110 253 70 re f', media },
        { content: '0.2 0.4 1 rg 0 0 493 290 re f', media },
      ],
    }),
  )
})
afterAll(() => editor.close())

const status = () => editor.page.getByRole('status').filter({ hasText: '置入' })
const asPicture = () => editor.page.getByRole('switch', { name: '转为图像' })

test('is placed as vectors, in the size that it has beside the one that was booked', async () => {
  const { page } = editor
  await canvas(page).focus()
  await page.keyboard.press('a')
  await page.getByLabel('广告名称').fill('年货节')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择图片' }).click()
  await (await choosing).setFiles({ name: '年货节.pdf', mimeType: 'application/pdf', buffer: pdf })
  await page.getByRole('img', { name: '年货节.pdf' }).waitFor()
  await expect.poll(() => status().innerText()).toBe('按矢量置入。')
  await page.getByText(/PDF 173\.9 × 102\.3 毫米 · 版位/).waitFor()
  expect(await asPicture().isChecked()).toBe(false)
  await editor.screenshot('advert-pdf')
})

test('says of another page why it is a picture, until the editor takes it so', async () => {
  const { page } = editor
  await page.getByLabel('PDF 的页（共 2 页）').selectOption('2')
  await expect.poll(() => status().innerText()).toBe('按 300 ppi 图像置入。 原因：用了 RGB 颜色。')
  await page.getByRole('region', { name: '检查' }).getByRole('button', { name: /检查/ }).click()
  await page.getByRole('button', { name: '转为图像', exact: true }).click()
  await expect.poll(() => asPicture().isChecked()).toBe(true)
  await page.getByText('按 300 ppi 图像输出').waitFor()
  await editor.screenshot('advert-pdf-picture')
  await page.getByLabel('PDF 的页（共 2 页）').selectOption('1')
  await asPicture().click()
  await expect.poll(() => status().innerText()).toBe('按矢量置入。')
})

test('that is dropped on the page stands there as an advert of its size', async () => {
  const { page } = editor
  const at = await pointIn(page, cell(4, 70))
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const given = new DataTransfer()
      given.items.add(new File([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))], '通栏.pdf', { type: 'application/pdf' }))
      return given
    },
    pdf.toString('base64'),
  )
  await canvas(page).dispatchEvent('drop', { dataTransfer: transfer, clientX: at.x, clientY: at.y, bubbles: true, cancelable: true })
  await expect.poll(() => page.getByLabel('广告名称').inputValue()).toBe('通栏')
  await expect.poll(() => page.getByRole('spinbutton', { name: '占栏' }).inputValue()).toBe('4')
  await saved(page)
  await editor.screenshot('advert-pdf-dropped')
})

test('that is cut off is refused with a sentence, and the advert stays as it was', async () => {
  const { page } = editor
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '换图片' }).click()
  await (await choosing).setFiles({ name: '断.pdf', mimeType: 'application/pdf', buffer: pdf.subarray(0, 500) })
  await page.getByText('PDF 文件已损坏或不完整。').waitFor()
  // The library keeps a file once, by the name that it first came with.
  await page.getByRole('img', { name: '年货节.pdf' }).waitFor()
})

test('nothing was complained about on the way', () => {
  expect(editor.complaints).toEqual([])
})
