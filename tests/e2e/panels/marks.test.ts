/** Marks on words, by the keyboard alone: set in the text, seen on the page, kept by the clipboard, taken back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas } from '../support/canvas.ts'
import { openEditor, type Editor } from '../support/editor.ts'
import { articleText, caretSettled, createIssue, importArticles, pool } from '../support/panels.ts'

let editor: Editor

beforeAll(async () => {
  editor = await openEditor()
  const { page } = editor
  await createIssue(page, { paper: '望江日报', code: 'wjrb', date: '2024-03-02', number: '89', pages: '1' })
  await importArticles(page, [{ name: 'a.txt', text: '检察开放日迎来中学生\n\n  赵文华带领检察官讲解。\n  大家参观了办案区，认真做笔记。\n' }])
  await pool(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await pool(page).getByRole('option', { name: '01版' }).click()
})
afterAll(() => editor.close())

const part = (at: number) => articleText(editor.page).locator('[data-role=paragraph]').nth(at)
const marked = async (kind: string) => articleText(editor.page).locator(`[data-mark=${kind}]`).allInnerTexts()
const button = (name: string) => editor.page.getByRole('toolbar', { name: '字词标记' }).getByRole('button', { name, exact: true })

/** Puts the caret into a paragraph and selects some characters of it by the keys. */
async function select(paragraph: number, from: number, length: number): Promise<void> {
  const { keyboard } = editor.page
  await part(paragraph).click()
  await caretSettled(editor.page)
  await keyboard.press('Home')
  for (let step = 0; step < from; step++) await keyboard.press('ArrowRight')
  for (let step = 0; step < length; step++) await keyboard.press('Shift+ArrowRight')
  await caretSettled(editor.page)
}
/** Waits until the page looks different, and answers how. */
async function changed(before: Buffer): Promise<Buffer> {
  let now = before
  await expect.poll(async () => (now = await canvas(editor.page).screenshot()).equals(before)).toBe(false)
  return now
}

test('words are marked by keys, and the page shows it', async () => {
  const { page } = editor
  let seen = await canvas(page).screenshot()
  for (const [key, kind, words] of [['Control+u', 'name', '赵文华'], ['Control+Shift+k', 'frame', '赵文华'], ['Control+b', 'strong', '赵文华']] as const) {
    await select(0, 0, 3)
    await page.keyboard.press(key)
    await expect.poll(() => marked(kind)).toEqual([words])
    seen = await changed(seen)
  }
  await select(1, 9, 5)
  await page.keyboard.press('Control+Shift+d')
  await expect.poll(() => marked('emphasis')).toEqual(['认真做笔记'])
  await expect.poll(() => button('着重号').getAttribute('aria-pressed')).toBe('true')
  await changed(seen)
  await editor.screenshot('marks')
})

test('ruby is written in a field of its own, which takes keys from the first one on, tones as figures', async () => {
  const { page } = editor
  const seen = await canvas(page).screenshot()
  await select(0, 5, 2)
  await page.keyboard.press('Control+Shift+y')
  await page.keyboard.type('jian3 cha2')
  await expect.poll(() => page.getByLabel('给“检察”注音').inputValue()).toBe('jian3 cha2')
  await editor.screenshot('ruby')
  await page.keyboard.press('Enter')
  await expect.poll(() => marked('ruby')).toEqual(['检', '察'])
  await expect.poll(() => articleText(page).locator('[data-mark=ruby]').first().getAttribute('data-text')).toBe('jiǎn')
  await changed(seen)
  // The caret is back in the text.
  await page.keyboard.press('End')
  await page.keyboard.type('好')
  await expect.poll(() => part(0).innerText()).toBe('赵文华带领检察官讲解。好')
})

test('what is written before marked words moves their marks along, and undo takes back step by step', async () => {
  const { page } = editor
  await part(1).click()
  await page.keyboard.press('Home')
  await caretSettled(page)
  await page.keyboard.type('昨天，')
  await expect.poll(() => marked('emphasis')).toEqual(['认真做笔记'])
  await part(0).click()
  await page.keyboard.press('Home')
  await caretSettled(page)
  await page.keyboard.type('由')
  await expect.poll(() => part(0).innerText()).toMatch(/^由赵文华/)
  await expect.poll(() => marked('name')).toEqual(['赵文华'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => part(0).innerText()).toMatch(/^赵文华/)
  await expect.poll(() => marked('name')).toEqual(['赵文华'])
})

test('copied words keep their marks', async () => {
  const { page } = editor
  await select(0, 0, 3)
  await page.keyboard.press('Control+c')
  await part(1).click()
  await page.keyboard.press('End')
  await caretSettled(page)
  await page.keyboard.press('Control+v')
  await expect.poll(() => marked('name')).toEqual(['赵文华', '赵文华'])
  await expect.poll(() => marked('frame')).toEqual(['赵文华', '赵文华'])
})

test('a mark goes by the same key, and a part without marks offers none', async () => {
  const { page } = editor
  await select(0, 0, 3)
  await page.keyboard.press('Control+u')
  await expect.poll(() => marked('name')).toEqual(['赵文华'])
  await articleText(page).locator('[data-role=headline]').click()
  await expect.poll(() => button('加粗').isEnabled()).toBe(true)
  expect(editor.complaints).toEqual([])
})
