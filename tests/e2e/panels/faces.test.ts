/** docs/typesetting.md, part 13, by mouse and keys: an own face from its file to the printed page, sizes, the house style. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collectionOf, smallFace, withFsType } from '../../core/fonts/small-face.ts'
import { saved } from '../support/canvas.ts'
import { openEditor, type Editor } from '../support/editor.ts'
import { articleText, createIssue, importArticles, issueMenu, pool } from '../support/panels.ts'

const BLACK = readFileSync(resolve(import.meta.dirname, '../../../node_modules/@expo-google-fonts/noto-sans-sc/900Black/NotoSansSC_900Black.ttf'))

const fontFolder = mkdtempSync(join(tmpdir(), 'banxin-faces-'))

let editor: Editor
beforeAll(async () => {
  editor = await openEditor()
  const { page } = editor
  await createIssue(page, { paper: '望江日报', code: 'wjrb', date: '2024-03-03', number: '90', pages: '1' })
  await importArticles(page, [{ name: 'a.txt', text: `GDP增长5%　大桥通车\n\n　　𠮷田先生和𬶋的研究者到场。\n${'  市民代表走上桥面，见证两岸第一次相连，从此过江只要六分钟。\n'.repeat(8)}` }])
  await pool(page).getByRole('option', { name: '大桥通车' }).waitFor()
  await page.getByRole('button', { name: '排到当前版' }).click()
  await page.getByRole('combobox', { name: '主题 字体' }).waitFor()
  await saved(page)
})
afterAll(async () => {
  await editor.close()
  rmSync(fontFolder, { recursive: true })
})

const faces = () => editor.page.getByRole('dialog', { name: '字体' })
const house = () => editor.page.getByRole('dialog', { name: '报纸样式' })

async function open(menuItem: string): Promise<void> {
  await issueMenu(editor.page).click()
  await editor.page.getByRole('menuitem', { name: menuItem }).click()
}

/** Puts away what a job said, wherever it is shown. */
async function dismiss(said: string): Promise<void> {
  const card = editor.page.getByRole('status').or(editor.page.getByRole('alert')).filter({ hasText: said })
  await card.first().getByRole('button', { name: '收起' }).click()
}

/** As a file on disk: ten megabytes in a message to the browser take a busy machine half a minute. */
async function choose(name: string, bytes: Uint8Array): Promise<void> {
  const file = join(fontFolder, name)
  writeFileSync(file, bytes)
  const choosing = editor.page.waitForEvent('filechooser')
  await faces().getByRole('button', { name: '导入字体' }).click()
  await (await choosing).setFiles(file)
}

test('13.14 a face imported with the mouse is chosen for a headline, and stands on the page and in the PDF', async () => {
  const { page } = editor
  await open('字体')
  await faces().getByText('黑体', { exact: true }).waitFor()
  await choose('标题黑.ttf', BLACK)
  await faces().getByText('已导入字体：Noto Sans SC Black').waitFor({ timeout: 150_000 })
  await faces().getByText('导入自 标题黑.ttf').waitFor()
  await faces().getByText('级别1 齐').first().waitFor()
  await editor.screenshot('faces')
  await dismiss('已导入字体')
  await faces().getByRole('button', { name: '关闭', exact: true }).click()

  const before = await page.getByRole('application', { name: '版面' }).screenshot()
  await page.getByRole('combobox', { name: '主题 字体' }).selectOption({ label: 'Noto Sans SC Black' })
  await saved(page)
  await expect.poll(async () => (await page.getByRole('application', { name: '版面' }).screenshot()).equals(before)).toBe(false)
  await page.keyboard.press('Control+e')
  await page.getByText('已导出 1 个文件').waitFor()
  const folder = join(editor.host.library, 'exports', '20240303')
  const [file] = readdirSync(folder)
  expect(execFileSync('pdffonts', [join(folder, file!)], { encoding: 'utf8' })).toMatch(/NotoSansSC-Black\s+CID TrueType/u)
  await dismiss('已导出')
})

test('13.11 a face that may not be embedded says so when it comes, and is an error where it is used', async () => {
  const { page } = editor
  await open('字体')
  await choose('受限.ttf', withFsType(Uint8Array.from(BLACK), 0x0002))
  await page.getByText(/厂商不准把它嵌入文件/).first().waitFor({ timeout: 150_000 })
  await faces().getByText('不准嵌入').first().waitFor()
  await dismiss('已导入字体')
  // Of two faces of one name the editor calls one by another.
  await faces().getByRole('button', { name: '改名 Noto Sans SC Black' }).last().click()
  await faces().getByRole('textbox', { name: '字体名称' }).fill('只看样')
  await page.keyboard.press('Enter')
  await faces().getByText('只看样', { exact: true }).waitFor()
  await editor.screenshot('faces-restricted')
  await faces().getByRole('button', { name: '关闭', exact: true }).click()
  await page.getByRole('combobox', { name: '主题 字体' }).selectOption({ label: '只看样' })
  await page.getByText('1 个错误').waitFor()
  await page.keyboard.press('Control+e')
  await page.getByText('第01版用了“只看样”，厂商不准嵌入印刷文件，没有输出。').waitFor()
  await dismiss('没有导出')
  await page.getByRole('button', { name: '主题 恢复按表' }).click()
})

test('13.10 of a collection that was dropped the editor chooses a face; what is no font is refused in a sentence', async () => {
  const { page } = editor
  await open('字体')
  const dropped = [
    { name: '合集.ttc', bytes: [...collectionOf([smallFace(0, 'First'), smallFace(0, 'Second')])] },
    { name: '说明.ttf', bytes: [...Buffer.from('not a font at all')] },
  ]
  await faces()
    .getByRole('region', { name: '字体' })
    .evaluate((element, files) => {
      const dataTransfer = new DataTransfer()
      for (const { name, bytes } of files) dataTransfer.items.add(new File([Uint8Array.from(bytes)], name))
      for (const type of ['dragenter', 'dragover', 'drop']) element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }, dropped)
  await page.getByText(/说明\.ttf 没有导入：这不是字体文件/).waitFor()
  const choice = faces().getByRole('group', { name: '合集.ttc 里有几款字体' })
  await choice.getByRole('switch', { name: 'First Regular' }).click()
  await choice.getByRole('switch', { name: 'Second Regular' }).click()
  await choice.getByRole('button', { name: '导入 1 款' }).click()
  await faces().getByText('已导入字体：Second Regular').waitFor()
  await dismiss('已导入字体')
  await faces().getByRole('button', { name: '移除 Second Regular' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '移除' }).click()
  await expect.poll(() => faces().getByRole('button', { name: '移除 Second Regular' }).count()).toBe(0)
  await faces().getByRole('button', { name: '关闭', exact: true }).click()
})

test('13.6 a size is typed as 号, points, millimetres or 级, stepped by keys, and refused with a sentence', async () => {
  const { page } = editor
  const size = page.getByRole('combobox', { name: '主题 号数' })
  for (const [typed, shown, points] of [['小初', '小初', '36 磅'], ['30pt', '30pt', '30 磅'], ['10mm', '28.346pt', '28.346 磅'], ['48级', '34.016pt', '34.016 磅'], ['２１', '二号', '21 磅']] as const) {
    await size.fill(typed)
    await size.press('Enter')
    await expect.poll(() => size.inputValue()).toBe(shown)
    await expect.poll(() => size.getAttribute('title')).toContain(points)
  }
  await size.press('ArrowUp')
  await expect.poll(() => size.inputValue()).toBe('小一')
  await size.fill('很大')
  await size.press('Enter')
  await page.getByText('写成小四、12pt、3.5mm 或 16级').waitFor()
  await size.press('Escape')
  await expect.poll(() => size.inputValue()).toBe('小一')
  await size.press('Alt+ArrowDown')
  await page.getByRole('option', { name: /^特号/ }).waitFor()
  await size.press('ArrowDown')
  await size.press('ArrowDown')
  await size.press('Enter')
  await expect.poll(() => size.inputValue()).toBe('初号')
  await page.getByRole('button', { name: '主题 恢复按表' }).click()
})

test('13.16 the list of missing characters leads to their place, and the inspector tells their level', async () => {
  const { page } = editor
  await page.getByRole('region', { name: '用字' }).getByText('GB 18030 级别 3').waitFor()
  await page.getByRole('region', { name: '用字' }).getByText('GB 18030 级别 2').waitFor()
  await open('字体')
  await faces().getByText('缺字表').click()
  await faces().getByRole('cell', { name: 'U+20BB7' }).waitFor()
  await faces().getByRole('button', { name: /转到第01版.*的“𠮷”/ }).click()
  await faces().waitFor({ state: 'hidden' })
  await expect.poll(() => articleText(page).evaluate((element) => element.contains(document.activeElement))).toBe(true)
})

test('the house style is changed beside the page, found by words, marked where it differs, and put back', async () => {
  await open('报纸样式')
  await house().getByRole('searchbox', { name: '查找设置' }).fill('中西间距')
  const gap = house().getByRole('spinbutton', { name: '中西间距（字）', exact: true })
  await gap.fill('0.5')
  await gap.press('Enter')
  await house().getByText('改过 1 项').waitFor()
  await editor.screenshot('house-search')
  await house().getByRole('button', { name: '中西间距（字） 恢复默认：0.25' }).click()
  await expect.poll(() => house().getByText(/改过 \d+ 项/).count()).toBe(0)
  await expect.poll(() => gap.inputValue()).toBe('0.25')
  // The page goes on being worked on beside it.
  await house().getByRole('searchbox', { name: '查找设置' }).focus()
  await editor.page.keyboard.press('Control+z')
  await expect.poll(() => gap.inputValue()).toBe('0.5')
  await editor.page.keyboard.press('Control+Shift+z')
  await expect.poll(() => gap.inputValue()).toBe('0.25')
})

test('13.1 a composite face is made in the house window and set in the headline at once', async () => {
  const { page } = editor
  await house().getByRole('button', { name: '复合与代用' }).click()
  await house().getByRole('button', { name: '加一款复合字体' }).click()
  await house().getByRole('combobox', { name: '宋体配黑体 西文' }).selectOption({ label: '粗黑' })
  await house().getByRole('spinbutton', { name: '宋体配黑体 西文大小（%）' }).fill('110')
  await page.keyboard.press('Enter')
  await house().getByRole('button', { name: '标题', exact: true }).click()
  await house().getByRole('combobox', { name: /栏 主题 字体$/ }).first().waitFor()
  for (const select of await house().getByRole('combobox', { name: /栏 主题 字体$/ }).all()) await select.selectOption({ label: '宋体配黑体' })
  await saved(page)
  await editor.screenshot('house-composite')
  await house().getByRole('button', { name: '复合与代用' }).click()
  await house().getByRole('button', { name: '删除复合字体“宋体配黑体”' }).click()
  await page.getByText('“宋体配黑体”还在使用，先换掉再删。').waitFor()
  await house().getByRole('button', { name: '关闭' }).click()
  await page.keyboard.press('Control+e')
  await page.getByText('已导出 1 个文件').waitFor()
  const folder = join(editor.host.library, 'exports', '20240303')
  const fonts = execFileSync('pdffonts', [join(folder, readdirSync(folder)[0]!)], { encoding: 'utf8' })
  expect(fonts).toMatch(/NotoSansSC-Bold/u)
})

test('nothing was complained about', () => {
  expect(editor.complaints).toEqual([])
})
