/** What an editor does with the window's panes, in the words of the tests. */
import type { Page } from 'playwright-core'

export interface NewIssue {
  readonly paper: string
  readonly code: string
  readonly date: string
  readonly number: string
  readonly pages: string
}

/** Makes an issue of fresh pages and shows its first. */
export async function createIssue(page: Page, issue: NewIssue): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '新建一期' })
  // An empty library asks for the first issue by itself.
  if (!(await opensByItself(page))) {
    await issueMenu(page).click()
    await page.getByRole('menuitem', { name: '新建一期' }).click()
  }
  await dialog.getByLabel('报名').fill(issue.paper)
  await dialog.getByLabel('报纸代码').fill(issue.code)
  await dialog.getByLabel('日期').fill(issue.date)
  await dialog.getByLabel('期号').fill(issue.number)
  await dialog.getByLabel('版面').selectOption({ label: '新的版面' })
  await dialog.getByLabel('版数').fill(issue.pages)
  await dialog.getByRole('button', { name: '新建' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Waits until the window has either an issue or the dialog for the first one. */
async function opensByItself(page: Page): Promise<boolean> {
  const dialog = page.getByRole('dialog', { name: '新建一期' })
  const pages = page.getByRole('listbox', { name: '版面' }).getByRole('option')
  await dialog.or(pages.first()).first().waitFor()
  return dialog.isVisible()
}

export interface TextFile {
  readonly name: string
  readonly text: string
}

/** Imports article files with the pool's button. */
export async function importArticles(page: Page, files: readonly TextFile[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '导入稿件' }).click()
  await (await choosing).setFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))
}

/** Drops files on an element as a file manager does. */
export async function dropFiles(page: Page, selector: string, files: readonly TextFile[]): Promise<void> {
  await page.locator(selector).evaluate((element, dropped) => {
    const dataTransfer = new DataTransfer()
    for (const { name, text } of dropped) dataTransfer.items.add(new File([text], name, { type: 'text/plain' }))
    for (const type of ['dragenter', 'dragover', 'drop']) element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
  }, files)
}

export const pool = (page: Page) => page.getByRole('listbox', { name: '稿库' })
export const articleText = (page: Page) => page.getByRole('textbox', { name: '稿件文字' })

/** The button that names the issue and opens its menu. */
export const issueMenu = (page: Page) => page.getByRole('banner').getByRole('button', { name: /\d{4}-\d{2}-\d{2}/ })

/** The browser tells of a caret that a click or a key moved some time after it; people are never as fast as a test. */
export async function caretSettled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle))))
}
