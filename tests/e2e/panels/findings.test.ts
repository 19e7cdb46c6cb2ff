/** 检查: findings lead to their place, are mended at a press, and accepted with a reason; by mouse and by keys. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEditor, type Editor } from '../support/editor.ts'
import { articleText, createIssue, importArticles, pool } from '../support/panels.ts'

let editor: Editor
beforeAll(async () => {
  editor = await openEditor()
  await createIssue(editor.page, { paper: '望江日报', code: 'wjrb', date: '2024-03-03', number: '90', pages: '1' })
})
afterAll(() => editor.close())

const strip = () => editor.page.getByRole('region', { name: '检查' })
const list = () => strip().getByRole('list', { name: '检查' })
const row = (words: string) => list().getByRole('listitem').filter({ hasText: words })
const selectedText = () => editor.page.evaluate(() => String(getSelection()))

test('the checks follow the page, and open under it', async () => {
  const { page } = editor
  await importArticles(page, [{ name: 'a.txt', text: '春耕正忙\n\n　　全县春耕备耕进入高潮，农技人员下到田头，大家说：“今年种子备得早。\n　　化肥也已到位……明天还有一批。\n' }])
  await pool(page).getByRole('option').first().dblclick()
  await expect.poll(() => strip().getByRole('button', { name: /检查/ }).innerText()).toMatch(/\d 个提醒/)
  await strip().getByRole('button', { name: /检查/ }).click()
  await expect.poll(() => row('“”没有配对').or(row('没有配对')).count()).toBe(1)
  await editor.screenshot('findings')
})

test('a press on a finding selects the characters that it means', async () => {
  await row('没有配对').getByRole('button').first().click()
  await expect.poll(selectedText).toBe('“')
  await expect.poll(() => articleText(editor.page).evaluate((element) => element.contains(document.activeElement))).toBe(true)
})

test('accepted with a reason it leaves the open ones, stays listed with it, and can be taken back', async () => {
  const { page } = editor
  await row('没有配对').getByRole('button', { name: /^放行/ }).click()
  await page.getByRole('combobox', { name: '放行的理由' }).fill('引文下段收住')
  await page.keyboard.press('Enter')
  await expect.poll(() => row('没有配对').count()).toBe(0)
  await expect.poll(() => strip().getByRole('button', { name: /检查/ }).innerText()).toContain('已放行 1 个')
  await strip().getByText('已放行', { exact: true }).click()
  await expect.poll(() => row('没有配对').innerText()).toContain('已放行：引文下段收住')
  await editor.screenshot('findings-accepted')
  await row('没有配对').getByRole('button', { name: '不再放行' }).click()
  await expect.poll(() => row('没有配对').count()).toBe(0)
  await strip().getByText('待处理', { exact: true }).click()
  await expect.poll(() => row('没有配对').count()).toBe(1)
})

test('by keys: F8 goes to it, arrows walk, A accepts with a reason, Enter goes there; focus stays in the list', async () => {
  const { page } = editor
  await strip().getByRole('button', { name: /检查/ }).click()
  await page.keyboard.press('F8')
  await list().waitFor()
  await page.keyboard.press('Shift+F8')
  await expect.poll(selectedText).not.toBe('')
  await list().getByRole('listitem').first().getByRole('button').first().focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  const rows = async () => (await list().getByRole('listitem').allInnerTexts()).length
  const before = await rows()
  await page.keyboard.press('a')
  await page.keyboard.type('版面待补')
  await page.keyboard.press('Enter')
  await expect.poll(rows).toBe(before - 1)
  await expect.poll(() => list().evaluate((element) => element.contains(document.activeElement))).toBe(true)
  while (!(await row('没有配对').getAttribute('data-chosen'))) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(selectedText).toBe('“')
})

test('a press on a fix mends the fault, and undo brings it back', async () => {
  const { page } = editor
  await articleText(page).getByText('全县春耕').click()
  await page.keyboard.press('End')
  await page.keyboard.type(',种子')
  await expect.poll(() => row('半角标点').count()).toBe(1)
  await editor.screenshot('findings-fix')
  await row('半角标点').getByRole('button', { name: '改为全角', exact: true }).click()
  await expect.poll(() => row('半角标点').count()).toBe(0)
  await expect.poll(() => articleText(page).innerText()).toContain('，种子')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => row('半角标点').count()).toBe(1)
  expect(editor.complaints).toEqual([])
})
