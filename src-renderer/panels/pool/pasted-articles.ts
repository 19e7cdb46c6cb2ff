import { useEffect } from 'react'
import { useWindow } from '../editor-window.ts'
import { importClipboard, importFiles } from './intake.ts'

/** Text pasted anywhere but into a field or a text is a new article. */
export function usePastedArticles(): void {
  const editorWindow = useWindow()
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { session, desk } = editorWindow
      const { dialog, question } = desk.store.getState()
      const data = event.clipboardData
      if (!data || event.defaultPrevented || isField(event.target) || dialog || question || session.store.getState().readOnly) return
      const texts = [...data.files].filter((file) => !file.type.startsWith('image/'))
      if (texts.length > 0) void importFiles(editorWindow, texts)
      else if (data.files.length === 0) void importClipboard(editorWindow, data.getData('text/plain'), data.getData('text/html') || null)
      else return
      event.preventDefault()
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [editorWindow])
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
}
