/** Pages in another order, pictures and adverts with their data, the other language, and a machine that is gone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEditor, type Editor } from '../support/editor.ts'
import { createIssue, importArticles, pool } from '../support/panels.ts'

/** A black pixel: small, but a picture. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64')

let editor: Editor
beforeAll(async () => {
  editor = await openEditor()
  await createIssue(editor.page, { paper: '望江日报', code: 'wjrb', date: '2024-03-03', number: '90', pages: '3' })
})
afterAll(() => editor.close())

const pages = () => editor.page.getByRole('listbox', { name: '版面' })
const numbers = async () => (await pages().getByRole('option').allInnerTexts()).map((row) => row.slice(0, 2))
const sheet = () => editor.page.getByRole('application', { name: '版面' })

test('pages change places by keys and by dragging, and are numbered anew', async () => {
  const { page } = editor
  await pages().getByRole('option').nth(2).click()
  await pages().focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(numbers).toEqual(['01', '03', '02'])
  const rows = pages().getByRole('option')
  await rows.nth(0).dragTo(rows.nth(2), { targetPosition: { x: 60, y: 22 } })
  await expect.poll(numbers).toEqual(['03', '02', '01'])
  await page.getByRole('button', { name: '按次序重编版次' }).click()
  await expect.poll(numbers).toEqual(['01', '02', '03'])
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(numbers).toEqual(['03', '02', '01'])
})

test('a page number that is taken, or none at all, is refused with a sentence', async () => {
  const { page } = editor
  const number = page.getByLabel('版次', { exact: true })
  const present = await number.inputValue()
  for (const [typed, sentence] of [['02', '已经有第02版了。'], ['七', '版次写成两位数字']] as const) {
    await number.fill(typed)
    await page.keyboard.press('Enter')
    await page.getByText(sentence).waitFor()
    await page.keyboard.press('Escape')
    expect(await number.inputValue()).toBe(present)
  }
})

test('a page with something on it is removed only after a question, and undo brings all of it back', async () => {
  const { page } = editor
  await importArticles(page, [{ name: 'a.txt', text: '春耕备耕进入高潮\n\n  全县春耕备耕进入高潮。\n' }])
  await pool(page).getByRole('option').first().dblclick()
  await expect.poll(() => pool(page).getByRole('option').first().innerText()).toContain('03版')
  await page.getByRole('button', { name: '删除这一版' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '删除这一版' }).click()
  await expect.poll(() => pool(page).getByRole('option').first().innerText()).toContain('未上版')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => pool(page).getByRole('option').first().innerText()).toContain('03版')
  await pages().getByRole('option', { name: '03' }).click()
})

test('a picture takes its file, its caption through the input method, and its credit', async () => {
  const { page } = editor
  await sheet().focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择图片' }).click()
  await (await choosing).setFiles({ name: 'spring.png', mimeType: 'image/png', buffer: PICTURE })
  await page.getByRole('img', { name: 'spring.png' }).waitFor()

  const caption = page.getByRole('textbox', { name: '图注' })
  await caption.click()
  const keyboard = await page.context().newCDPSession(page)
  for (const text of ['c', 'chun', 'chungeng']) await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await keyboard.send('Input.insertText', { text: '春耕时节' })
  await page.keyboard.press('Enter')
  await page.getByLabel('摄影').fill('本报记者 林禾 摄')
  await page.getByLabel('属于稿件').selectOption({ label: '春耕备耕进入高潮' })
  await expect.poll(() => caption.inputValue()).toBe('春耕时节')
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => page.getByLabel('摄影').inputValue()).toBe('')
  await expect.poll(() => caption.inputValue()).toBe('春耕时节')
})

test('an advert has a name, an area in columns and lines, and a keyline', async () => {
  const { page } = editor
  await sheet().focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await page.getByLabel('广告名称').fill('望江银行通栏')
  const columns = page.getByRole('spinbutton', { name: '占栏' })
  await columns.fill('４')
  await page.keyboard.press('Enter')
  await expect.poll(() => columns.inputValue()).toBe('4')
  await columns.press('ArrowUp')
  await expect.poll(() => columns.inputValue()).toBe('5')
  const keyline = page.getByRole('switch', { name: '加边线' })
  await keyline.click()
  await expect.poll(() => keyline.isChecked()).toBe(false)
  await editor.screenshot('advert')
})

test('the window speaks English when asked, and remembers it', async () => {
  const { page } = editor
  await page.getByRole('button', { name: '设置' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await page.getByRole('listbox', { name: 'Pages' }).waitFor()
  await page.getByText('Saved').waitFor()
  await page.reload()
  await page.getByRole('listbox', { name: 'Articles' }).waitFor()
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: '中文' }).click()
})

test('nothing was complained about on the way', () => {
  expect(editor.complaints).toEqual([])
})

test('what is written while the machine is gone stays in sight and says that it is not saved', async () => {
  const { page, host } = editor
  await pool(page).getByRole('option').first().click()
  await host.kill()
  await page.locator('[data-role=headline]').click()
  await page.keyboard.press('End')
  await page.keyboard.type('!')
  const alert = page.getByRole('alert').filter({ hasText: '最近的改动还没有存上' })
  await alert.waitFor()
  await expect.poll(() => alert.innerText()).toContain('先别关这个窗口')
  await expect.poll(() => page.locator('[data-role=headline]').innerText()).toBe('春耕备耕进入高潮!')
  await editor.screenshot('unsaved')
})
