/** A story turned from horizontal to vertical and back, in the browser: each test goes on where the one before stopped. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas, pointIn, saved } from '../support/canvas.ts'
import { openEditor, type Editor } from '../support/editor.ts'
import { articleText, createIssue, importArticles, pool } from '../support/panels.ts'

const PARAGRAPH = '2024年1月20日，“第一村”里365户人家说：“Hello World，很好！”——收入增长50%，人们在WTO大屏前看书。'

let editor: Editor
beforeAll(async () => {
  editor = await openEditor()
  const { page } = editor
  await createIssue(page, { paper: '晨光日报', code: 'cgrb', date: '2024-01-20', number: '5021', pages: '1' })
  await importArticles(page, [{ name: 'a.txt', text: `春到江南\n\n${Array.from({ length: 8 }, () => PARAGRAPH).join('\n\n')}\n` }])
  await pool(page).getByRole('option', { name: '春到江南' }).click()
  await page.keyboard.press('Enter')
  await canvas(page).getByText(/缺|正好/).waitFor()
})
afterAll(() => editor.close())

const inspector = () => editor.page.getByRole('complementary', { name: '属性' })
const group = (name: string) => inspector().getByRole('radiogroup', { name })
const chosen = (name: string) => group(name).getByRole('radio', { checked: true }).getAttribute('value')
const tag = () => canvas(editor.page).getByText(/缺|多|正好/).textContent()

test('a click sets the story vertical, its headline with it, and its fit is told in lines of that kind', async () => {
  const { page } = editor
  const before = await tag()
  await group('排式').getByText('直排', { exact: true }).click()
  await expect.poll(() => chosen('标题走向')).toBe('vertical')
  await expect.poll(() => chosen('标题形式')).toBe('beside')
  await expect.poll(tag).not.toBe(before)
  await inspector().getByLabel('正文分栏').selectOption({ label: '1 栏' })
  await saved(page)
  await editor.screenshot('vertical-story')
})

test('a double click at the left, where the text ends, puts the caret into the last paragraph', async () => {
  const { page } = editor
  const place = await pointIn(page, { column: 0, line: 4, columns: 1, lines: 1 }, 0.1)
  await page.mouse.dblclick(place.x, place.y)
  const paragraphOfCaret = () =>
    articleText(page).evaluate((text) => {
      const paragraphs = [...text.querySelectorAll('[data-role=paragraph]')]
      return paragraphs.findIndex((paragraph) => paragraph.contains(getSelection()!.anchorNode))
    })
  await expect.poll(paragraphOfCaret).toBe(7)
})

test('V turns it back, undo forth, and the title goes over the columns when it is asked to', async () => {
  const { page } = editor
  await canvas(page).focus()
  await page.keyboard.press('v')
  await expect.poll(() => chosen('排式')).toBe('horizontal')
  await expect.poll(() => chosen('标题形式')).toBe('over')
  await page.keyboard.press('Control+z')
  await expect.poll(() => chosen('排式')).toBe('vertical')
  await group('标题形式').getByText('盖文', { exact: true }).click()
  await expect.poll(() => chosen('标题走向')).toBe('horizontal')
  await saved(page)
  await editor.screenshot('vertical-story-headline-over')
})
