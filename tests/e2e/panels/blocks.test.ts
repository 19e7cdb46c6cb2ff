/** Tables, lists, verse, notes and standing heads, written by the keyboard and by an input method, and seen on the page. */
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { canvas } from '../support/canvas.ts'
import { openEditor, type Editor } from '../support/editor.ts'
import { articleText, caretSettled, createIssue, importArticles, pool } from '../support/panels.ts'

let editor: Editor
let keyboard: CDPSession

beforeAll(async () => {
  editor = await openEditor()
  const { page } = editor
  await createIssue(page, { paper: '望江日报', code: 'wjrb', date: '2024-03-02', number: '89', pages: '1' })
  await importArticles(page, [{ name: 'a.txt', text: '一周菜价\n\n监测结果如下。\n\n品名\t本周\n白菜\t0.80\n黄瓜\t4.5\n\n价格总体平稳。\n\n- 早市延时\n- 直销车进小区\n\n明月照城东，\n流水绕城西。\n千家灯火里，\n岁岁有晴曦。\n' }])
  keyboard = await page.context().newCDPSession(page)
  await pool(page).getByRole('option').waitFor()
  await pool(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await pool(page).getByRole('option', { name: '01版' }).click()
})
afterAll(() => editor.close())
beforeEach(() => articleText(editor.page).locator('[data-role=headline]').click())

const part = (role: string) => articleText(editor.page).locator(`[data-role=${role}]`)
const cells = () => part('table').locator('tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent).join('|')))
const button = (name: string) => editor.page.getByRole('toolbar').getByRole('button', { name, exact: true })

/** A word as an input method writes it: letters first, then what was chosen. */
async function compose(letters: string, words: string): Promise<void> {
  for (let length = 1; length <= letters.length; length++) {
    await keyboard.send('Input.imeSetComposition', { text: letters.slice(0, length), selectionStart: length, selectionEnd: length })
  }
  await keyboard.send('Input.insertText', { text: words })
}

async function pressAndSettle(key: string): Promise<void> {
  await editor.page.keyboard.press(key)
  await caretSettled(editor.page)
}

/** Waits until the page looks different, and answers how. */
async function changed(before: Buffer): Promise<Buffer> {
  let now = before
  await expect.poll(async () => (now = await canvas(editor.page).screenshot()).equals(before)).toBe(false)
  return now
}

test('a table: cells by Tab and by an input method, rows and columns by keys and buttons', async () => {
  const { page } = editor
  await expect.poll(cells).toEqual(['品名|本周', '白菜|0.80', '黄瓜|4.5'])
  const before = await canvas(page).screenshot()
  await part('table').locator('td').nth(2).click()
  await pressAndSettle('End')
  await compose('tai', '苔')
  await expect.poll(cells).toContain('白菜苔|0.80')
  await page.keyboard.press('Tab')
  await pressAndSettle('End')
  await page.keyboard.type('5')
  await expect.poll(cells).toContain('白菜苔|0.805')
  for (const key of ['Tab', 'Tab', 'Tab']) await page.keyboard.press(key)
  await compose('tudou', '土豆')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1.6')
  await expect.poll(cells).toEqual(['品名|本周', '白菜苔|0.805', '黄瓜|4.5', '土豆|1.6'])
  await button('加一列').click()
  await page.keyboard.type('-0.02')
  await expect.poll(cells).toEqual(['品名|本周|', '白菜苔|0.805|', '黄瓜|4.5|', '土豆|1.6|-0.02'])
  await page.keyboard.press('Control+Shift+Backspace')
  await button('删本行').click()
  await expect.poll(cells).toEqual(['品名|本周', '白菜苔|0.805', '黄瓜|4.5'])
  await changed(before)
  await page.keyboard.press('Control+z')
  await expect.poll(cells).toHaveLength(4)
})

test('a list: items by Enter, numbers by a button, out of it by an empty item', async () => {
  const { page } = editor
  await part('list').locator('li').last().click()
  await pressAndSettle('End')
  await page.keyboard.press('Enter')
  await compose('yuding', '预订配送')
  await expect.poll(() => part('list').locator('li').allInnerTexts()).toEqual(['早市延时', '直销车进小区', '预订配送'])
  await button('编号').click()
  await expect.poll(() => part('list').evaluate((list) => list.tagName)).toBe('OL')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await compose('jieguo', '以上措施即日起施行。')
  await expect.poll(() => part('paragraph').allInnerTexts()).toContain('以上措施即日起施行。')
})

test('verse: lines by Enter', async () => {
  const { page } = editor
  await part('verse').click()
  await pressAndSettle('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await compose('jiang', '江上有渔火。')
  await expect.poll(() => part('verse').innerText()).toMatch(/岁岁有晴曦。\n\n江上有渔火。$/)
})

test('a note of the editor and a standing head: roles by key and by the list of missing parts', async () => {
  const { page } = editor
  await part('paragraph').first().click()
  await caretSettled(page)
  await page.keyboard.press('Control+Alt+9')
  await expect.poll(() => part('editorsNote').innerText()).toBe('监测结果如下。')
  await pressAndSettle('Home')
  await compose('anyu', '编者按：')
  await expect.poll(() => part('editorsNote').innerText()).toBe('编者按：监测结果如下。')
  const before = await canvas(page).screenshot()
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByRole('menuitem', { name: '添加 栏头' }).click()
  await expect.poll(() => articleText(page).evaluate((text) => text === document.activeElement)).toBe(true)
  await compose('minsheng', '民生')
  await expect.poll(() => part('standingHead').innerText()).toBe('民生')
  await changed(before)
  await editor.screenshot('blocks')
  expect(editor.complaints).toEqual([])
})
