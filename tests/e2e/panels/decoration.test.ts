/** Frames, 底纹, bands behind titles and ornaments, by mouse and keys; in the browser, one step after the other. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas, cell, drag, pointIn, saved, selection } from '../support/canvas.ts'
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
const section = () => inspector().getByRole('region', { name: '装饰' })
const poll = <T>(read: () => Promise<T>) => expect.poll(read)

/** Share of dark pixels on the screen's page, in thousandths. */
async function darkness(): Promise<number> {
  const { data, info } = await sharp(await canvas(editor.page).screenshot()).greyscale().raw().toBuffer({ resolveWithObject: true })
  let dark = 0
  for (let at = 0; at < data.length; at += info.channels) if (data[at]! < 90) dark += 1
  return (1000 * dark) / (data.length / info.channels)
}

test('a story gets 花边 from a list that shows them, by mouse and by keys', async () => {
  const { page } = editor
  const fit = () => canvas(page).getByText(/多|缺|正好/).textContent()
  const before = await fit()
  await section().getByRole('button', { name: '边框', exact: true }).click()
  await page.getByRole('option', { name: '花边：回纹' }).click()
  // It takes room from the text.
  await poll(fit).not.toBe(before)
  await poll(() => section().getByRole('button', { name: '边框', exact: true }).textContent()).toBe('花边：回纹')
  await saved(page)
  await editor.screenshot('decoration-frame')

  await section().getByRole('button', { name: '边框', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('listbox', { name: '边框' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await poll(() => section().getByRole('button', { name: '边框', exact: true }).textContent()).toBe('花边：齿形')
  const width = section().getByRole('spinbutton', { name: '线宽（磅）' })
  await expect.poll(() => width.inputValue()).toBe('4.5')
  await width.fill('8')
  await page.keyboard.press('Enter')
  await poll(() => width.inputValue()).toBe('8')
  await section().getByRole('checkbox', { name: '左边' }).click()
  await poll(() => section().getByRole('checkbox', { name: '左边' }).isChecked()).toBe(false)
})

test('a band makes a reversed headline, a tint lies under the story, and undo takes both back', async () => {
  const { page } = editor
  const before = await darkness()
  await section().getByRole('radiogroup', { name: '题底（反白题）' }).getByText('平网').click()
  await poll(darkness).toBeGreaterThan(before + 15)
  await section().getByRole('radiogroup', { name: '底纹' }).getByText('渐变').click()
  await section().getByRole('spinbutton', { name: '角度' }).waitFor()
  await saved(page)
  await editor.screenshot('decoration-band')
  await canvas(page).focus()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await poll(darkness).toBeLessThan(before + 5)
})

test('a rule is drawn on the page, chosen by its line, and goes with Delete; L puts one under a story', async () => {
  const { page } = editor
  await page.getByRole('button', { name: '画线、框、报花' }).click()
  await drag(page, await pointIn(page, cell(1, 112)), await pointIn(page, cell(6, 112)))
  await poll(async () => (await selection(page).textContent()) ?? '').toContain('线')
  await inspector().getByRole('button', { name: '线型' }).click()
  await page.getByRole('option', { name: '三线' }).click()
  await inspector().getByRole('combobox', { name: '位置' }).selectOption({ label: '下沿' })
  await page.keyboard.press('Escape')
  const at = await pointIn(page, cell(3, 112), 0.5, 1.15)
  await canvas(page).focus()
  await page.keyboard.press('Escape')
  await page.mouse.click(at.x, at.y)
  await poll(async () => (await selection(page).textContent()) ?? '').toContain('线')
  await page.keyboard.press('Delete')
  await poll(async () => (await selection(page).textContent()) ?? '').toBe('')

  const story = await pointIn(page, cell(2, 20))
  await page.mouse.click(story.x, story.y)
  await poll(async () => (await selection(page).textContent()) ?? '').toContain('忠诚履职')
  await page.keyboard.press('l')
  await poll(async () => (await selection(page).textContent()) ?? '').toContain('线')
})

test('an ornament turns into a box with a fill, then into 报花 that keeps its place', async () => {
  const { page } = editor
  await inspector().getByRole('radiogroup', { name: '样式' }).getByText('框').click()
  await inspector().getByRole('radiogroup', { name: '填充' }).getByText('平网').click()
  await poll(async () => (await selection(page).textContent()) ?? '').toContain('框')
  await inspector().getByRole('spinbutton', { name: '占行' }).fill('6')
  await page.keyboard.press('Enter')
  await inspector().getByRole('radiogroup', { name: '样式' }).getByText('报花').click()
  await inspector().getByRole('button', { name: '图案' }).click()
  await page.getByRole('option', { name: '灯笼' }).click()
  await poll(() => inspector().getByRole('button', { name: '图案' }).textContent()).toBe('灯笼')
  await saved(page)
  await editor.screenshot('decoration-figure')
})

test('nothing was complained about on the way', () => {
  expect(editor.complaints).toEqual([])
})
