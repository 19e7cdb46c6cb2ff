/** Pages go to the plant: with its own profile, signed, and again as a new version when something changed. */
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEditor, type Editor } from '../support/editor.ts'
import { articleText, createIssue, importArticles, issueMenu, pool } from '../support/panels.ts'

const PROFILE = resolve(import.meta.dirname, '../../../assets/icc/newsprint-snap-tr002.icc')

describe('sending', () => {
  let editor: Editor
  beforeAll(async () => {
    editor = await openEditor()
    const { page } = editor
    await createIssue(page, { paper: '望江日报', code: 'wjrb', date: '2024-03-01', number: '88', pages: '3' })
    await importArticles(page, [{ name: '大桥.txt', text: '大桥通车\n\n本报讯　望江大桥今天通车。从此过江只要六分钟。' }])
    await pool(page).getByRole('option').first().click()
    await page.keyboard.press('Enter')
    await articleText(page).waitFor()
  })
  afterAll(async () => {
    expect(editor.complaints).toEqual([])
    await editor.close()
  })

  const house = async () => {
    const { page } = editor
    await issueMenu(page).click()
    await page.getByRole('menuitem', { name: '报纸样式' }).click()
    const dialog = page.getByRole('dialog', { name: '报纸样式' })
    await dialog.getByRole('button', { name: '印刷' }).click()
    return dialog
  }

  test('the plant’s profile, ink limit and names are set in the house window; a pattern that names no page is refused in place', async () => {
    const { page } = editor
    const dialog = await house()
    const choosing = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: '添加……' }).click()
    await (await choosing).setFiles(PROFILE)
    await page.getByText(/已添加「.+」，它自己最多用墨 2\d\d%/).waitFor()
    const limit = dialog.getByRole('spinbutton', { name: '墨量上限（%）' })
    await limit.fill('230')
    await limit.press('Enter')
    const name = dialog.getByRole('textbox', { name: '版面文件名' })
    await name.fill('{code}-{date}')
    await name.press('Enter')
    await dialog.getByText('要写上 {page}，不然两个版会同名。').waitFor()
    await name.fill('{code}{date}_{page}')
    await name.press('Enter')
    await editor.screenshot('house-print')
    await dialog.getByRole('button', { name: '关闭' }).click()
    await dialog.waitFor({ state: 'hidden' })
  })

  test('pages chosen by key and mouse go out with a 传版单, and say so', async () => {
    const { page, host } = editor
    await page.getByText('已保存').waitFor()
    await page.keyboard.press('Control+Shift+e')
    const dialog = page.getByRole('dialog', { name: '传版' })
    // Who signs is what is asked first.
    await expect.poll(() => dialog.getByRole('textbox', { name: '签发' }).evaluate((field) => field === document.activeElement)).toBe(true)
    const boxes = dialog.getByRole('list', { name: '要传的版' }).getByRole('checkbox')
    await expect.poll(() => boxes.count()).toBe(3)
    await dialog.getByRole('checkbox', { name: '传第03版' }).click()
    await dialog.getByRole('textbox', { name: '签发' }).fill('李总编')
    await dialog.getByRole('checkbox', { name: '另出一个全期 PDF' }).click()
    await editor.screenshot('send')
    await dialog.getByRole('button', { name: '传 2 个版' }).click()
    await page.getByText('第 1 次传版完成，2 个版').waitFor()
    await editor.screenshot('sent')
    const exports = join(host.library, 'exports', '20240301')
    expect((await readdir(exports)).toSorted()).toEqual(['20240301-sending-1.json', '20240301-sending-1.pdf', '20240301.pdf', 'wjrb20240301_01.pdf', 'wjrb20240301_02.pdf'])
    const sheet = JSON.parse(await readFile(join(exports, '20240301-sending-1.json'), 'utf8')) as { signedBy: string }
    expect(sheet.signedBy).toBe('李总编')
    // What it tells covers no button of a dialog, however tall that is.
    await page.keyboard.press('F1')
    const keys = (await page.getByRole('dialog', { name: '快捷键' }).boundingBox())!
    const card = (await page.getByText('第 1 次传版完成，2 个版').boundingBox())!
    expect(card.x + card.width).toBeLessThan(keys.x + keys.width / 2)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '收起', exact: true }).click()
  })

  test('a page that changed goes out as version 2; the signer need not be typed again', async () => {
    const { page } = editor
    await articleText(page).getByText('六分钟').click()
    await page.keyboard.press('End')
    await page.keyboard.insertText('桥上不收费。')
    await page.getByText('已保存').waitFor()
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: '传版' }).click()
    const dialog = page.getByRole('dialog', { name: '传版' })
    // What the plant does not have yet is chosen by itself: the page that changed, and the one that was not sent.
    await dialog.getByText(/上次传的是版本 1.*之后改过/).waitFor()
    const isChosen = (number: string) => dialog.getByRole('checkbox', { name: `传第${number}版` }).isChecked()
    expect(await Promise.all(['01', '02', '03'].map(isChosen))).toEqual([true, false, true])
    await dialog.getByRole('checkbox', { name: '全选' }).click()
    expect(await dialog.getByRole('textbox', { name: '签发' }).inputValue()).toBe('李总编')
    await dialog.getByRole('button', { name: '传 3 个版' }).click()
    await page.getByText('第 2 次传版完成，3 个版；换版：第01版（版本 2）').waitFor()
    await page.getByRole('button', { name: '存到…… wjrb20240301_01-v2.pdf' }).waitFor()
  })
})
