/** 省行表: found by mouse and by keys, it leads to the last line, and follows the text. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEditor, type Editor } from '../support/editor.ts'
import { articleText, createIssue, importArticles, pool } from '../support/panels.ts'

let editor: Editor
beforeAll(async () => {
  editor = await openEditor()
  await createIssue(editor.page, { paper: '望江日报', code: 'wjrb', date: '2024-03-03', number: '90', pages: '1' })
})
afterAll(() => editor.close())

/** An article in one basic column of 13: two lines to a paragraph, and a few characters left over. */
test('an article is placed in one column', async () => {
  const full = '全县春耕备耕进入高潮各乡镇组织农技人员下到田头'
  await importArticles(editor.page, [{ name: 'a.txt', text: `春耕\n\n　　${full}了呢。\n　　${full}，大家一起把种子化肥都备齐。\n` }])
  await pool(editor.page).getByRole('option').first().dblclick()
  await expect.poll(() => pool(editor.page).getByRole('option').first().innerText()).toContain('01版')
  await editor.page.getByLabel('占栏').fill('1')
  await editor.page.keyboard.press('Enter')
})

const strip = () => editor.page.getByRole('region', { name: '省行表' })
const table = () => strip().getByRole('listbox', { name: '省行表' })
const rows = () => table().getByRole('option')
const selectedText = () => editor.page.evaluate(() => String(getSelection()))

test('a click opens the table, a click on a row selects the last line in the text', async () => {
  await strip().getByRole('button', { name: '省行表' }).click()
  await expect.poll(() => rows().first().innerText()).toMatch(/^第1段末行 3 字：\s*删 \d 字省 1 行$/)
  await rows().first().click()
  await expect.poll(selectedText).toBe('了呢。')
  await expect.poll(() => articleText(editor.page).evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await editor.screenshot('line-savings')
})

test('what the row says comes true: the characters gone, the row goes too, and undo brings both back', async () => {
  const { page } = editor
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await rows().allInnerTexts()).join()).not.toContain('第1段末行 3 字')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(async () => (await rows().allInnerTexts()).join()).toContain('第1段末行 3 字')
})

test('keys do the same: F4, arrows, Enter, Escape', async () => {
  const { page } = editor
  await page.keyboard.press('F4')
  await table().waitFor({ state: 'hidden' })
  await page.keyboard.press('F4')
  await expect.poll(() => table().evaluate((element) => element === document.activeElement)).toBe(true)
  await expect.poll(() => rows().count()).toBeGreaterThan(0)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect.poll(selectedText).toBe('了呢。')
  await page.keyboard.press('F4')
  await page.keyboard.press('F4')
  await page.keyboard.press('Escape')
  await table().waitFor({ state: 'hidden' })
  expect(editor.complaints).toEqual([])
})
