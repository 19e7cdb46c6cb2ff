/** A story that goes on on another page (转版), by mouse and by key: each test goes on where the one before stopped. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas, saved } from '../support/canvas.ts'
import { openEditor, type Editor } from '../support/editor.ts'
import { createIssue, importArticles, pool } from '../support/panels.ts'

const SEED = resolve(import.meta.dirname, '../../../assets/samples/cgrb-2024-01-20/articles/04-procuratorate.txt')

let editor: Editor
beforeAll(async () => {
  editor = await openEditor()
  const { page } = editor
  await createIssue(page, { paper: '晨光日报', code: 'cgrb', date: '2024-01-20', number: '5021', pages: '2' })
  await importArticles(page, [{ name: 'seed.txt', text: await readFile(SEED, 'utf8') }])
  await pool(page).getByRole('option', { name: '忠诚履职' }).click()
  await page.keyboard.press('Enter')
  await canvas(page).getByText(/缺|正好/).waitFor()
})
afterAll(() => editor.close())

const inspector = () => editor.page.getByRole('complementary', { name: '属性' })
const section = () => inspector().getByRole('region', { name: '转版' })
const fit = () => inspector().getByRole('status', { name: '容量' })
const poll = <T>(read: () => Promise<T>) => expect.poll(read)

test('a story that is cut short goes on on the page that is chosen, and its parts are counted together', async () => {
  const { page } = editor
  const lines = inspector().getByLabel('占行', { exact: true })
  await lines.fill('22')
  await lines.press('Enter')
  await poll(() => fit().innerText()).toMatch(/^多 \d+ 行/)
  await section().getByLabel('转到').selectOption({ label: '转到第02版' })
  await poll(() => section().innerText()).toContain('下转第02版')
  await poll(() => fit().innerText()).toMatch(/^全篇(缺|正好)/)
  await saved(page)
  await editor.screenshot('jump-first-part')
})

test('its rest is reached from it, has a short title of its own, and leads back', async () => {
  const { page } = editor
  await section().getByRole('button', { name: '下转第02版' }).click()
  await poll(() => section().innerText()).toContain('上接第01版')
  await section().getByLabel('转版标题').fill('忠诚履职')
  await poll(() => fit().innerText()).toMatch(/^全篇/)
  await saved(page)
  await editor.screenshot('jump-rest')
  await section().getByRole('button', { name: '上接第01版' }).click()
  await poll(() => section().innerText()).toContain('下转第02版')
})

test('Shift+J takes the jump back, J makes it again', async () => {
  const { page } = editor
  await canvas(page).focus()
  await page.keyboard.press('Shift+J')
  await poll(() => fit().innerText()).toMatch(/^多 \d+ 行/)
  await page.keyboard.press('j')
  await poll(() => section().innerText()).toContain('下转第02版')
  await page.keyboard.press('Control+z')
  await poll(() => fit().innerText()).toMatch(/^多 \d+ 行/)
  expect(editor.complaints).toEqual([])
})

test('each division of the measure says what it comes to', async () => {
  const { page } = editor
  await page.keyboard.press('5')
  await inspector().getByLabel('正文分栏').selectOption({ label: '4 栏' })
  const choices = inspector().getByRole('radiogroup', { name: '余字' })
  await poll(() => choices.innerText()).toMatch(/绝对\s*4 栏 × 16 字，栏间 1\.67\s*相对\s*16 \/ 16 \/ 17 \/ 17 字，栏间 1\s*自由\s*4 栏 × 16\.5 字，栏间 1/)
  await choices.getByText('相对').click()
  await poll(() => inspector().getByRole('radio', { name: /相对/ }).isChecked()).toBe(true)
  await editor.screenshot('measure-choices')
})
