/** A headline put in its forms by mouse, keys and fields, in the browser: each test goes on where the one before stopped. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas, drag, pointIn, saved } from '../support/canvas.ts'
import { openEditor, type Editor } from '../support/editor.ts'
import { createIssue, importArticles, pool } from '../support/panels.ts'

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

const inspector = () => editor.page.getByRole('complementary', { name: '属性' })
const section = () => inspector().getByRole('region', { name: '标题' })
const choose = (group: string, option: string) => section().getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click()
const chosen = (group: string) => section().getByRole('radiogroup', { name: group }).getByRole('radio', { checked: true }).getAttribute('value')
const field = (label: string) => section().getByRole('spinbutton', { name: label })
const poll = <T>(read: () => Promise<T>) => expect.poll(read)

test('a click puts it beside the text, on the side and in the columns that are asked for', async () => {
  const { page } = editor
  await choose('标题形式', '旁题')
  await poll(() => field('题区栏').inputValue()).toBe('3')
  await field('题区栏').fill('2')
  await page.keyboard.press('Enter')
  await choose('题在哪边', '右')
  await poll(() => field('题区栏').inputValue()).toBe('2')
  await saved(page)
  await editor.screenshot('headline-beside')
})

test('T goes through the forms, and the edge of its area is drawn out on the page', async () => {
  const { page } = editor
  await canvas(page).focus()
  await page.keyboard.press('t')
  await poll(() => chosen('标题形式')).toBe('inside')
  await choose('题在哪边', '左')
  await poll(() => field('题区栏').inputValue()).toBe('4')
  const lines = Number(await field('题区行').inputValue())
  const area = { column: 0, line: 0, columns: 4, lines }
  const wider = { column: 0, line: 0, columns: 5, lines: lines + 4 }
  await drag(page, await pointIn(page, area, 1, 1), await pointIn(page, wider, 1, 1), async () => {
    await poll(() => field('题区栏').inputValue()).toBe('5')
  })
  await poll(async () => [await field('题区栏').inputValue(), await field('题区行').inputValue()]).toEqual(['5', String(lines + 4)])
  await editor.screenshot('headline-inside')
  await page.keyboard.press('Control+z')
  await poll(() => field('题区栏').inputValue()).toBe('4')
})

test('Shift+T sets it upright, beside its text', async () => {
  const { page } = editor
  await canvas(page).focus()
  await page.keyboard.press('Shift+T')
  await poll(() => chosen('标题走向')).toBe('vertical')
  await poll(async () => Number(await field('题区行').inputValue())).toBeGreaterThan(10)
  await saved(page)
  await editor.screenshot('headline-vertical')
  await page.keyboard.press('Shift+T')
  await poll(() => chosen('标题走向')).toBe('horizontal')
})

test('around its text, spread from edge to edge, and made narrow', async () => {
  const { page } = editor
  await choose('标题形式', '文包')
  await field('上空行').fill('12')
  await page.keyboard.press('Enter')
  await choose('标题字距', '均排')
  await field('字宽（%）').fill('85')
  await page.keyboard.press('Enter')
  await poll(async () => [await field('上空行').inputValue(), await field('字宽（%）').inputValue()]).toEqual(['12', '85'])
  await saved(page)
  await editor.screenshot('headline-around')
  await section().getByRole('button', { name: '题区大小自动' }).click()
  await poll(() => field('上空行').inputValue()).toBe('0')
  await choose('标题形式', '盖文')
  await poll(() => section().getByRole('radiogroup', { name: '题在哪边' }).count()).toBe(0)
  expect(editor.complaints).toEqual([])
})
