/** A page laid out by hand and by keyboard, in the browser: each test goes on where the one before stopped. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas, cell, drag, pointIn, saved, selection } from '../support/canvas.ts'
import { openEditor, type Editor } from '../support/editor.ts'
import { articleText, createIssue, importArticles, pool } from '../support/panels.ts'

const SEED = resolve(import.meta.dirname, '../../../assets/samples/cgrb-2024-01-20/articles/04-procuratorate.txt')
const BRIEF = {
  name: 'trees.txt',
  text: `清河新区三百名学生春季植树\n\n${'  清晨的河堤上，第一批树苗已经卸车，学生们在老师带领下挖坑、扶苗、培土、浇水，干得热火朝天。\n'.repeat(5)}\n本报记者林禾\n`,
}

let editor: Editor
beforeAll(async () => {
  editor = await openEditor()
  const { page } = editor
  await createIssue(page, { paper: '晨光日报', code: 'cgrb', date: '2024-01-20', number: '5021', pages: '2' })
  await importArticles(page, [{ name: 'seed.txt', text: await readFile(SEED, 'utf8') }, BRIEF])
  await pool(page).getByRole('option').nth(1).waitFor()
})
afterAll(() => editor.close())

const told = () => selection(editor.page).innerText()
const poll = <T>(read: () => Promise<T>) => expect.poll(read)
const said = (pattern: RegExp) => poll(told).toMatch(pattern)
const row = (name: string) => pool(editor.page).getByRole('option', { name })

test('an article dragged from the pool is set on the page before it is let go, and stands there after', async () => {
  const { page } = editor
  const box = (await row('忠诚履职').boundingBox())!
  const to = await pointIn(page, cell(0, 1))
  await drag(page, { x: box.x + 40, y: box.y + 12 }, to, async () => {
    await page.mouse.move(to.x + 1, to.y)
    // How it fits is shown while the button is still down.
    await canvas(page).getByText(/缺 \d+ 行|正好/).waitFor()
    await editor.screenshot('drop-preview')
  })
  await said(/忠诚履职担当作为.*第 1 栏第 2 行起，8 栏 × \d+ 行/)
  await poll(() => row('忠诚履职').innerText()).toMatch(/01版/)
  await saved(page)
})

test('a story is moved by columns and lines, snaps to the top, and goes where undo and redo say', async () => {
  const { page } = editor
  await page.keyboard.press('6')
  await said(/第 1 栏第 2 行起，6 栏/)
  await drag(page, await pointIn(page, cell(3, 20)), await pointIn(page, cell(4, 19)))
  await said(/第 2 栏第 1 行起/)
  await page.keyboard.press('Control+z')
  await said(/第 1 栏第 2 行起/)
  await page.keyboard.press('Control+Shift+z')
  await said(/第 2 栏第 1 行起/)
})

test('its edges and its legs are drawn out by their handles, and how it fits is told in lines and characters', async () => {
  const { page } = editor
  const area = async () => {
    const [, column, line, columns, lines] = /第 (\d+) 栏第 (\d+) 行起，(\d+) 栏 × (\d+) 行/.exec(await told())!.map(Number)
    return { column: column! - 1, line: line! - 1, columns: columns!, lines: lines! }
  }
  const before = await area()
  await said(/多 \d+ 行（\d+ 字）/)
  await canvas(page).getByText(/^多 \d+ 行（\d+ 字）$/).waitFor()
  const foot = { ...before, lines: before.lines + 25 }
  await drag(page, await pointIn(page, before, 0.5, 1), await pointIn(page, foot, 0.5, 1))
  await poll(area).toEqual(foot)
  await said(/缺 \d+ 行（\d+ 字）/)
  // The handle of the last leg's foot stands a little below it.
  const last = { column: before.column + before.columns - 1, line: foot.line, columns: 1, lines: foot.lines }
  const handle = await pointIn(page, last, 0.5, 1)
  const up = await pointIn(page, { ...last, lines: last.lines - 40 }, 0.5, 1)
  const fit = await told()
  await drag(page, { x: handle.x, y: handle.y + 9 }, { x: up.x, y: up.y + 9 })
  await poll(told).not.toBe(fit)
  // The rectangle round it stays, since the other legs do.
  expect(await area()).toEqual(foot)
  await editor.screenshot('six-sided')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await poll(area).toEqual(before)
})

test('Escape while dragging leaves everything as it was', async () => {
  const { page } = editor
  const before = await told()
  const from = await pointIn(page, cell(3, 20))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 80, from.y + 200, { steps: 5 })
  await page.keyboard.press('Escape')
  await page.mouse.move(from.x + 90, from.y + 210)
  await page.mouse.up()
  await said(new RegExp(before.replaceAll(/[()（）]/g, '.')))
})

test('a double click in the text puts the caret there, and what is typed is on the page', async () => {
  const { page } = editor
  const at = await pointIn(page, cell(4, 1), 0.5)
  await page.mouse.dblclick(at.x, at.y)
  await poll(() => articleText(page).evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('End')
  await page.keyboard.type('！')
  await poll(() => row('忠诚履职').innerText()).toContain('！')
  await page.keyboard.press('Control+z')
  await poll(() => row('忠诚履职').innerText()).not.toContain('！')
})

test('an advert is drawn with its tool', async () => {
  const { page } = editor
  await page.getByRole('button', { name: '画广告位' }).click()
  await drag(page, await pointIn(page, cell(0, 105)), await pointIn(page, cell(7, 120)))
  await said(/^广告 广告，第 1 栏第 106 行起，8 栏 × 16 行$/)
})

test('a picture dropped on the page is placed whole in cells, and its file is kept', async () => {
  const { page } = editor
  const png = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#808080' } }).png().toBuffer()
  const at = await pointIn(page, cell(2, 70))
  await canvas(page).evaluate(
    (element, { base64, x, y }) => {
      const dataTransfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      dataTransfer.items.add(new File([bytes], '河堤.png', { type: 'image/png' }))
      for (const type of ['dragover', 'drop']) element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, clientX: x, clientY: y }))
    },
    { base64: png.toString('base64'), ...at },
  )
  await said(/^图片 ，第 3 栏第 71 行起，3 栏 × 24 行$/)
  await page.getByText('600 × 400 像素').waitFor()
  await saved(page)
})

test('all of it goes by keyboard alone', async () => {
  const { page } = editor
  await row('清河新区三百名学生').click()
  await canvas(page).focus()
  await page.keyboard.press('n')
  await said(/清河新区三百名学生/)
  const placed = await told()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await poll(told).not.toBe(placed)
  await page.keyboard.press('3')
  await said(/3 栏 × /)
  // A headline that no longer follows the table can follow it again; the body's legs are four.
  await page.keyboard.press(']')
  await page.getByRole('button', { name: '主题 恢复按表' }).waitFor()
  await page.keyboard.press('=')
  await poll(() => page.getByLabel('正文分栏').inputValue()).toBe('4')
  await page.keyboard.press('Delete')
  await poll(() => row('清河新区三百名学生').innerText()).toMatch(/未上版/)
  await page.keyboard.press('Tab')
  await said(/忠诚履职/)
  await page.keyboard.press('Tab')
  await said(/^图片/)
  await page.keyboard.press('Tab')
  await said(/^广告/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Tab')
  await said(/^图片/)
})

test('opened again, the page is as it was left, and undo goes on', async () => {
  const { page } = editor
  await saved(page)
  await page.reload()
  await row('忠诚履职').waitFor()
  await poll(() => row('忠诚履职').innerText()).toMatch(/01版/)
  await canvas(page).focus()
  for (const name of [/忠诚履职/, /^图片/, /^广告/]) {
    await page.keyboard.press('Tab')
    await said(name)
  }
  await editor.screenshot('laid-out')
  await page.keyboard.press('Control+z')
  await poll(() => row('清河新区三百名学生').innerText()).toMatch(/01版/)
})

test('back from the archive, the page is painted again', async () => {
  const { page } = editor
  const inked = async () => {
    const { data } = await sharp(await canvas(page).screenshot()).greyscale().raw().toBuffer({ resolveWithObject: true })
    return data.filter((grey) => grey < 100).length
  }
  // What was taken back above may still be on its way to the screen.
  let before = 0
  await poll(async () => {
    const last = before
    before = await inked()
    return before > 1000 && before === last
  }).toBe(true)
  await page.getByRole('button', { name: '往期' }).click()
  await page.getByRole('button', { name: '回到编辑' }).click()
  await canvas(page).waitFor()
  await poll(inked).toBeGreaterThan(before * 0.9)
})

test('nothing was complained about', () => {
  expect(editor.complaints).toEqual([])
})
