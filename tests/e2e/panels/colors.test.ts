/** Colours by mouse and keys: a house's swatches, titles in them, plates of a page; in the browser, one step after the other. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas, saved } from '../support/canvas.ts'
import { openEditor, type Editor } from '../support/editor.ts'
import { createIssue, importArticles, issueMenu, pool } from '../support/panels.ts'

const SEED = resolve(import.meta.dirname, '../../../assets/samples/cgrb-2024-01-20/articles/04-procuratorate.txt')

let editor: Editor
beforeAll(async () => {
  editor = await openEditor()
  const { page } = editor
  await createIssue(page, { paper: '晨光日报', code: 'cgrb', date: '2024-01-20', number: '5021', pages: '1' })
  await importArticles(page, [{ name: 'seed.txt', text: await readFile(SEED, 'utf8') }])
  await pool(page).getByRole('option', { name: '忠诚履职' }).click()
  await page.keyboard.press('Enter')
  await canvas(page).getByText(/缺|正好/).waitFor()
})
afterAll(() => editor.close())

const section = () => editor.page.getByRole('complementary', { name: '属性' }).getByRole('region', { name: '颜色' })
const choice = (label: string) => section().getByRole('button', { name: `${label}：选颜色` })
const tint = (label: string) => section().getByRole('spinbutton', { name: `${label} 网点（%）` })
const poll = <T>(read: () => Promise<T>) => expect.poll(read)

/** Pixels of the page that are red on the screen. */
async function redPixels(): Promise<number> {
  const { data, info } = await sharp(await canvas(editor.page).screenshot()).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let red = 0
  for (let at = 0; at < data.length; at += info.channels) if (data[at]! > 180 && data[at + 1]! < 90 && data[at + 2]! < 90) red += 1
  return red
}

test('a title takes a colour and a tint of it from the list', async () => {
  const { page } = editor
  expect(await redPixels()).toBe(0)
  await choice('主题').click()
  await page.getByRole('option', { name: /^红/ }).click()
  await poll(redPixels).toBeGreaterThan(200)
  await saved(page)
  await editor.screenshot('colors-title')
  await tint('主题').fill('30')
  await page.keyboard.press('Enter')
  await poll(redPixels).toBe(0)
  await page.keyboard.press('ArrowUp')
  await poll(() => tint('主题').inputValue()).toBe('35')
})

test('the list is gone through by keys', async () => {
  const { page } = editor
  await choice('正文').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('listbox', { name: '正文' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await poll(() => choice('正文').textContent()).toBe('红')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('listbox', { name: '正文' }).waitFor({ state: 'hidden' })
  await canvas(page).focus()
  await page.keyboard.press('Control+z')
  await poll(() => choice('正文').textContent()).toBe('黑')
})

test('the house gets a swatch of its own, a spot colour, which the page’s red plate can have', async () => {
  const { page } = editor
  await issueMenu(page).click()
  await page.getByRole('menuitem', { name: '报纸样式' }).click()
  const dialog = page.getByRole('dialog', { name: '报纸样式' })
  await dialog.getByRole('button', { name: '颜色', exact: true }).click()
  const table = dialog.getByRole('region', { name: '色样' })
  await table.getByRole('button', { name: '加一个色样' }).click()
  await table.getByRole('textbox', { name: /^新色/ }).fill('专红 485')
  await page.keyboard.press('Enter')
  for (const [plate, percent] of [['C', '0'], ['M', '95'], ['Y', '100']] as const) {
    await table.getByRole('spinbutton', { name: `专红 485 ${plate}` }).fill(percent)
    await page.keyboard.press('Enter')
  }
  await table.getByRole('switch', { name: '专红 485 专色' }).press('Space')
  await dialog.getByRole('button', { name: '小标题颜色：选颜色' }).click()
  await page.getByRole('option', { name: /^红/ }).click()
  await editor.screenshot('colors-house')
  await dialog.getByRole('button', { name: '关闭' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await poll(redPixels).toBeGreaterThan(50)

  await canvas(page).focus()
  await page.keyboard.press('Escape')
  const inspector = page.getByRole('complementary', { name: '属性' })
  await inspector.getByLabel('印色').selectOption('k+red')
  await inspector.getByLabel('红版').selectOption({ label: '专红 485' })
  await saved(page)
  await editor.screenshot('colors-page')
  await issueMenu(page).click()
  await page.getByRole('menuitem', { name: '报纸样式' }).click()
  await dialog.getByRole('button', { name: '颜色', exact: true }).click()
  await table.getByRole('button', { name: '删除色样“专红 485”' }).click()
  await page.getByText('“专红 485”还有 1 处在用').waitFor()
  expect(editor.complaints).toEqual([])
})
