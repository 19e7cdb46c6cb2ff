/** A 大样 is made, the article is changed, and the next one marks what changed. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEditor, type Editor } from '../support/editor.ts'
import { articleText, caretSettled, createIssue, importArticles, pool } from '../support/panels.ts'

let editor: Editor

beforeAll(async () => {
  editor = await openEditor()
  const { page } = editor
  await createIssue(page, { paper: '望江日报', code: 'wjrb', date: '2024-03-01', number: '88', pages: '2' })
  await importArticles(page, [{ name: '大桥.txt', text: '大桥通车\n\n本报讯　望江大桥今天通车。从此过江只要六分钟。' }])
  await pool(page).getByRole('option').first().click()
  await page.keyboard.press('Enter')
  await articleText(page).waitFor()
})
afterAll(async () => {
  expect(editor.complaints).toEqual([])
  await editor.close()
})

const words = (name: string) => execFileSync('pdftotext', ['-raw', join(editor.host.library, 'exports', '20240301', name), '-']).toString().replaceAll(/\s+/g, '')

test('by the keyboard alone: the first one has nothing to be compared with', async () => {
  const { page } = editor
  await page.keyboard.press('Control+p')
  const dialog = page.getByRole('dialog', { name: '大样' })
  await dialog.getByText('还没有出过大样').waitFor()
  expect(await dialog.getByRole('combobox', { name: '核红' }).locator('option').allInnerTexts()).toEqual(['不核红'])
  await page.keyboard.press('Enter')
  await page.getByText('20240301-01-proof.pdf').waitFor()
  expect(words('20240301-01-proof.pdf')).toContain('第1次大样')
})

test('after a change the next one says what changed, and what did not', async () => {
  const { page } = editor
  await articleText(page).locator('[data-role=paragraph]').first().click()
  await page.keyboard.press('End')
  await caretSettled(page)
  await page.keyboard.type('好。')
  await page.keyboard.press('Control+p')
  const dialog = page.getByRole('dialog', { name: '大样' })
  await dialog.getByRole('combobox', { name: '核红' }).selectOption('last')
  await editor.screenshot('proofs')
  await dialog.getByRole('button', { name: '出核红样' }).click()
  await page.getByText('20240301-01-changes.pdf').waitFor()
  expect(words('20240301-01-changes.pdf')).toMatch(/与第1次大样.*改动1处（增2字、删0字）.*其余\d+字逐字未动/)
})
