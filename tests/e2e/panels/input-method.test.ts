/** Chinese is typed through an input method: its letters are on their way to becoming words, and must not count before. */
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openEditor, type Editor } from '../support/editor.ts'
import { articleText, createIssue, importArticles, pool } from '../support/panels.ts'

let editor: Editor
let keyboard: CDPSession

beforeAll(async () => {
  editor = await openEditor()
  const { page } = editor
  await createIssue(page, { paper: '望江日报', code: 'wjrb', date: '2024-03-02', number: '89', pages: '1' })
  await importArticles(page, [
    { name: 'a.txt', text: '检察开放日迎来中学生\n\n  昨日，县检察院迎来一批中学生。\n  大家参观了办案区。\n' },
    { name: 'b.txt', text: '春耕备耕进入高潮\n\n  全县春耕备耕进入高潮。\n' },
  ])
  keyboard = await page.context().newCDPSession(page)
})
afterAll(() => editor.close())
beforeEach(() => pool(editor.page).getByRole('option').first().click())

/** Pinyin letter by letter, as an input method shows them before a word is chosen. */
async function compose(letters: string): Promise<void> {
  for (let length = 1; length <= letters.length; length++) {
    const text = letters.slice(0, length)
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length })
  }
}
const choose = (words: string) => keyboard.send('Input.insertText', { text: words })

const headlines = () => pool(editor.page).getByRole('option').first().innerText()
const part = (role: string, at = 0) => articleText(editor.page).locator(`[data-role=${role}]`).nth(at)

test('in a headline: words arrive once, letters never', async () => {
  const { page } = editor
  await part('headline').click()
  await page.keyboard.press('End')
  for (const [letters, words] of [['canguan', '参观'], ['jiaoliu', '交流']] as const) {
    const before = await headlines()
    await compose(letters)
    await expect.poll(() => part('headline').innerText()).toContain(letters)
    expect(await headlines()).toBe(before)
    await choose(words)
    await expect.poll(headlines).toContain(words)
  }
  await expect.poll(() => part('headline').innerText()).toBe('检察开放日迎来中学生参观交流')
  await expect.poll(headlines).toMatch(/^检察开放日迎来中学生参观交流\n/)
  await page.keyboard.press('Control+z')
  await expect.poll(() => part('headline').innerText()).toBe('检察开放日迎来中学生')
})

test('in the body, in the middle of a paragraph, with the caret staying behind the new words', async () => {
  const { page } = editor
  await part('paragraph').click()
  await page.keyboard.press('Home')
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
  await compose('shangwu')
  await choose('上午')
  await compose('jiudian')
  await choose('九点')
  await page.keyboard.type('，')
  await expect.poll(() => part('paragraph').innerText()).toBe('昨日，上午九点，县检察院迎来一批中学生。')
})

test('a composition that is given up leaves nothing', async () => {
  await part('paragraph', 1).click()
  await editor.page.keyboard.press('End')
  const before = await headlines()
  await compose('fangqi')
  await keyboard.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await expect.poll(() => part('paragraph', 1).innerText()).toBe('大家参观了办案区。')
  expect(await headlines()).toBe(before)
})

test('another window’s change waits for the word, and both are kept', async () => {
  const { page, host } = editor
  const other = await page.context().newPage()
  await other.goto(host.url)
  await pool(other).getByRole('option').first().click()
  await other.locator('[data-role=paragraph]').nth(1).click()
  await other.keyboard.press('End')

  await page.bringToFront()
  await part('paragraph').click()
  await page.keyboard.press('End')
  await compose('taidu')
  await other.keyboard.type('气氛热烈。')
  await page.getByText('这一期在别处被改过').waitFor()
  await expect.poll(() => part('paragraph').innerText()).toContain('taidu')
  await choose('态度认真。')
  await expect.poll(() => part('paragraph').innerText()).toMatch(/态度认真。$/)
  await expect.poll(() => part('paragraph', 1).innerText()).toBe('大家参观了办案区。气氛热烈。')
  await expect.poll(() => other.locator('[data-role=paragraph]').first().innerText()).toMatch(/态度认真。$/)
  await other.close()
})

test('in the search for articles: letters filter nothing, the word does', async () => {
  const { page } = editor
  await page.keyboard.press('Control+f')
  const options = pool(page).getByRole('option')
  await compose('chungeng')
  expect(await options.count()).toBe(2)
  await choose('春耕')
  await expect.poll(() => options.allInnerTexts()).toEqual([expect.stringContaining('春耕备耕')])
  await page.keyboard.press('Escape')
  await expect.poll(() => options.count()).toBe(2)
})

test('nothing was complained about on the way', () => {
  expect(editor.complaints).toEqual([])
})
