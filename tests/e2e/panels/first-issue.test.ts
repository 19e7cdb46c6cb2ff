/** A new user's first issue, from nothing to the archive and back: each test goes on where the one before stopped. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEditor, type Editor } from '../support/editor.ts'
import { articleText, createIssue, dropFiles, importArticles, issueMenu, pool } from '../support/panels.ts'

const BRIDGE = {
  name: 'bridge.txt',
  text: `第02版:综合

望江大桥昨日合龙 两岸通车进入倒计时

  本报讯 昨日上午9时,望江大桥最后一块钢箱梁吊装到位,大桥顺利合龙。
  大桥全长2.3公里,设双向六车道,预计今年国庆前通车。届时两岸车程由40分钟缩短到5分钟。
${'  建设者在江心奋战了两年多，先后攻克深水基础、大体积混凝土温控等难题，没有发生一起安全事故。\n'.repeat(6)}
本报记者周小川
`,
}
const MARKET = { name: 'market.txt', text: '南门菜市场试行明码实价\n\n  南门菜市场从本周起在全市率先试行明码实价，摊位一律公示进货价。\n' }
const UNREADABLE = { name: 'scores.xls', text: 'not an article' }

let editor: Editor
beforeAll(async () => {
  editor = await openEditor()
})
afterAll(() => editor.close())

test('an issue is made with its pages', async () => {
  const { page } = editor
  await createIssue(page, { paper: '望江日报', code: 'wjrb', date: '2024-03-01', number: '88', pages: '2' })
  const pages = page.getByRole('listbox', { name: '版面' }).getByRole('option')
  await expect.poll(() => pages.count()).toBe(2)
  await page.getByText('2024-03-01 星期五').waitFor()
  await pages.nth(1).click()
  const section = page.getByLabel('版名')
  await section.fill('综合')
  await expect.poll(() => pages.nth(1).innerText()).toMatch(/02\s*综合/)
  await editor.screenshot('empty-issue')
})

test('articles come in by button and by dropping; what was mended is told, what cannot be read is refused with a remedy', async () => {
  const { page } = editor
  await importArticles(page, [BRIDGE, UNREADABLE])
  const bridge = pool(page).getByRole('option', { name: '望江大桥昨日合龙' })
  await bridge.waitFor()
  await expect.poll(() => bridge.innerText()).toMatch(/\d+ 字[^]*未上版/)
  const refusal = page.getByRole('alert').filter({ hasText: 'scores.xls' })
  await refusal.waitFor()
  await editor.screenshot('refused-file')
  await refusal.getByRole('button', { name: '知道了' }).click()

  await bridge.click()
  await page.getByText(/^导入时的改动（\d+ 项）$/).click()
  await page.getByRole('listitem').filter({ hasText: '半角' }).waitFor()

  await dropFiles(page, '#pane-pool section', [MARKET])
  await pool(page).getByRole('option', { name: '南门菜市场试行明码实价' }).waitFor()
})

test('text on the clipboard becomes an article, by the keys or by the button', async () => {
  const { page } = editor
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(() => navigator.clipboard.writeText('图书馆延长开放时间\n\n  市图书馆即日起开放到晚上十点。'))
  const library = pool(page).getByRole('option', { name: '图书馆延长开放时间' })
  for (const paste of [() => page.keyboard.press('Control+v'), () => page.getByRole('button', { name: '粘贴成稿' }).click()]) {
    await pool(page).focus()
    await paste()
    await library.waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await library.waitFor({ state: 'detached' })
  }
})

test('an article is placed by the keyboard, and the page list says how the page stands', async () => {
  const { page } = editor
  await pool(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect.poll(() => pool(page).getByRole('option', { name: '望江大桥' }).innerText()).toContain('02版')
  await page.getByRole('status', { name: '容量' }).filter({ hasText: /正好|缺 \d+ 行（\d+ 字）/ }).waitFor()
  await expect.poll(() => page.getByRole('listbox', { name: '版面' }).getByRole('option').nth(1).innerText()).toMatch(/版面正好|1 篇不足/)
})

test('roles change by their keys, and undo brings them back', async () => {
  const { page } = editor
  const text = articleText(page)
  await text.locator('[data-role=paragraph]').first().click()
  await page.keyboard.press('Control+Alt+6')
  await expect.poll(() => text.locator('[data-role=summary]').innerText()).toContain('大桥顺利合龙')
  await page.keyboard.press('Control+z')
  await expect.poll(() => text.locator('[data-role=summary]').count()).toBe(0)
  await expect.poll(() => text.locator('[data-role=paragraph]').first().innerText()).toContain('大桥顺利合龙')
})

test('a story that is cut too short for its text says by how much, and a finding leads to it', async () => {
  const { page } = editor
  const lines = page.getByRole('spinbutton', { name: '占行' })
  const fitting = await lines.inputValue()
  await lines.fill(String(Math.ceil(Number(fitting) / 2)))
  await page.keyboard.press('Enter')
  await page.getByRole('status', { name: '容量' }).filter({ hasText: /^多 \d+ 行（\d+ 字）/ }).waitFor()
  await page.getByRole('button', { name: '取消选择' }).click()
  await page.getByRole('button', { name: /检查/ }).click()
  const finding = page.getByRole('button', { name: /望江大桥.*多/ })
  await finding.waitFor()
  await editor.screenshot('overset')
  await finding.click()
  await lines.waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => lines.inputValue()).toBe(fitting)
})

test('a headline takes another size, and the house table a new rule', async () => {
  const { page } = editor
  const size = page.getByRole('combobox', { name: '主题 号数' })
  const before = await size.inputValue()
  await size.fill('特号')
  await size.press('Enter')
  await expect.poll(() => size.getAttribute('title')).toContain('54 磅')
  await page.getByRole('button', { name: '主题 恢复按表' }).click()
  await expect.poll(() => size.inputValue()).toBe(before)

  await issueMenu(page).click()
  await page.getByRole('menuitem', { name: '报纸样式' }).click()
  const dialog = page.getByRole('dialog', { name: '报纸样式' })
  const rows = dialog.getByRole('spinbutton', { name: '跨栏' })
  await rows.first().waitFor()
  const count = await rows.count()
  await dialog.getByRole('button', { name: '加一行' }).click()
  await expect.poll(() => rows.count()).toBe(count + 1)
  await editor.screenshot('house-style')
  await dialog.getByRole('button', { name: '关闭' }).click()
  await dialog.waitFor({ state: 'hidden' })
})

test('the page is exported with its progress and can be saved', async () => {
  const { page } = editor
  await page.keyboard.press('Control+e')
  await page.getByText('已导出 1 个文件').waitFor()
  await editor.screenshot('exported')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '存到…… 20240301-02.pdf' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('20240301-02.pdf')
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
  await page.getByRole('button', { name: '收起', exact: true }).click()
})

test('everything is there after the window was opened again', async () => {
  const { page } = editor
  await page.getByText('已保存').waitFor()
  await page.reload()
  await expect.poll(() => pool(page).getByRole('option').allInnerTexts()).toEqual([expect.stringContaining('望江大桥'), expect.stringContaining('南门菜市场')])
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('button', { name: '重做' }).click()
})

test('the issue is archived after a question, and read-only from then on', async () => {
  const { page } = editor
  await page.getByRole('button', { name: '归档' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '归档这一期' }).click()
  await page.getByText('已归档：wjrb/2024-03-01/1').waitFor()
  await page.getByText('已归档，只读').waitFor()
  await expect.poll(() => page.getByRole('button', { name: '导入稿件' }).count()).toBe(0)
  await page.getByRole('button', { name: '去往期看' }).click()
  await page.getByRole('heading', { name: '望江日报 2024-03-01 第88期' }).waitFor()
  await page.getByRole('img', { name: '第02版：综合的版面图' }).waitFor()
  await editor.screenshot('archive')
})

test('a word finds it again, and the page opens as it was', async () => {
  const { page } = editor
  await page.getByRole('searchbox', { name: '全文检索' }).fill('合龙')
  await page.getByText('找到 1 处').waitFor()
  await expect.poll(() => page.locator('mark').allInnerTexts()).toContain('合龙')
  await editor.screenshot('archive-search')
  await page.getByRole('button', { name: /望江大桥昨日合龙/ }).click()
  await expect.poll(() => articleText(page).locator('[data-role=headline]').innerText()).toContain('望江大桥昨日合龙')
  await expect.poll(() => articleText(page).getAttribute('contenteditable')).toBe('false')
  await editor.screenshot('archived-page')
})

test('its hashes are verified, its PDF comes out, and it is restored as an issue that can be edited', async () => {
  const { page } = editor
  await page.getByRole('button', { name: '往期' }).click()
  await page.getByRole('button', { name: '校验这一期' }).click()
  await page.getByText(/^\s*\d+ 个文件完好无损$/).waitFor()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 PDF 第02版：综合' }).click()
  expect((await downloading).suggestedFilename()).toBe('20240301-02.pdf')

  await page.getByRole('button', { name: '恢复成新的一期' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '恢复成新的一期' }).click()
  await page.getByText('已恢复：望江日报 2024-03-01 第88期').waitFor()
  await page.getByRole('button', { name: '导入稿件' }).waitFor()
  await expect.poll(() => pool(page).getByRole('option').count()).toBe(2)
})

test('nothing was complained about on the way', () => {
  expect(editor.complaints).toEqual([])
})
