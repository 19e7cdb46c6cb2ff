/** Articles coming in: from files, dropped or chosen, and from the clipboard. */
import { addArticles } from '../../../src-core/commands/articles.ts'
import type { Article } from '../../../src-core/document/records.ts'
import { currentText } from '../../text/language.ts'
import { runCommand, type EditorWindow } from '../editor-window.ts'

/** A newspaper article is some kilobytes; what is larger than this was picked by mistake. */
const LARGEST_FILE = 64 * 1024 * 1024

export async function importFiles(window: EditorWindow, files: readonly File[]): Promise<void> {
  const { host, notices } = window
  const text = currentText()
  const taken = files.filter((file) => file.size <= LARGEST_FILE)
  for (const file of files) {
    if (file.size > LARGEST_FILE) notices.error(text.notice.tooLarge(file.name, text.unit.bytes(LARGEST_FILE)), text.notice.tooLargeRemedy)
  }
  if (taken.length === 0) return
  await notices.attempt(async () => {
    const contents = await Promise.all(taken.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
    const { articles, refused } = await host.api.call('articles.parse', { files: contents })
    takeIn(window, articles)
    for (const { file, message } of refused) notices.error(text.notice.notTaken(file), message)
    if (articles.length > 0) notices.done(text.pool.imported(articles.length))
  })
}

export async function importClipboard(window: EditorWindow, words: string, html: string | null): Promise<void> {
  const { host, notices } = window
  const text = currentText()
  if (words.trim() === '' && html === null) {
    notices.error(text.pool.clipboardEmpty, text.pool.clipboardEmptyRemedy)
    return
  }
  await notices.attempt(async () => {
    const { article } = await host.api.call('articles.parseClipboard', { text: words, html })
    takeIn(window, [article])
    notices.done(text.pool.pasted(article.headline || text.pool.untitled))
  })
}

/** Reads the clipboard for the button. A host that does not allow it says so, and the keys still work. */
export async function readClipboard(window: EditorWindow): Promise<void> {
  const text = currentText().pool
  try {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => (item?.types.includes(type) ? (await item.getType(type)).text() : null)
    await importClipboard(window, (await read('text/plain')) ?? '', await read('text/html'))
  } catch {
    window.notices.error(text.clipboardDenied, text.clipboardDeniedRemedy)
  }
}

function takeIn(window: EditorWindow, articles: readonly Article[]): void {
  const added = articles.map((article) => ({ id: crypto.randomUUID(), article }))
  runCommand(window, (now) => addArticles(now, added))
  const [first] = added
  if (first) window.session.select({ kind: 'record', id: first.id })
}
