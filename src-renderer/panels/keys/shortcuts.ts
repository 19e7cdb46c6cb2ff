/** The keys that work everywhere in the window. Those of the page itself are the canvas's, those of the text the text's. */
import { useEffect } from 'react'
import { recordsOf } from '../../../src-core/document/records.ts'
import { startExport } from '../bar/export.ts'
import { useWindow, type EditorWindow } from '../editor-window.ts'
import { stepToFinding } from '../findings/findings.ts'
import { PANE_IDS } from './panes.ts'
import { zoomIn, zoomOut } from './zoom-steps.ts'

export function useShortcuts(): void {
  const editorWindow = useWindow()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      if (press(editorWindow, event)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [editorWindow])
}

/** Whether the key was one of ours. */
function press(editorWindow: EditorWindow, event: KeyboardEvent): boolean {
  const { session, desk } = editorWindow
  const { view, dialog, question } = desk.store.getState()
  // The house style stands beside the page, which goes on being worked on.
  if (view !== 'issue' || (dialog && dialog !== 'house-style') || question) return false
  if (event.key === 'F6') return focusPane(event.shiftKey ? -1 : 1)
  if (event.key === 'F1') {
    desk.open('keys')
    return true
  }
  if (event.key === 'F4') {
    desk.toggleSavings()
    return true
  }
  if (event.key === 'F8') {
    if (!desk.store.getState().findingsOpen) desk.toggleFindings()
    stepToFinding(session, editorWindow.findings, event.shiftKey ? -1 : 1)
    return true
  }
  if (event.key === 'PageUp' || event.key === 'PageDown') return !isText(event.target) && turnPage(editorWindow, event.key === 'PageUp' ? -1 : 1)
  if (!(event.metaKey || event.ctrlKey) || event.altKey) return false
  switch (event.key.toLowerCase()) {
    case 'z':
      if (event.shiftKey) session.redo()
      else session.undo()
      return true
    case 'y':
      session.redo()
      return true
    case 's':
      desk.open('mark-version')
      return true
    case 'e':
      if (!event.shiftKey) void startExport(editorWindow, 'page')
      else if (canSend(session)) desk.open('send')
      return true
    case 'p':
      desk.open('proofs')
      return true
    case 'f':
      document.querySelector<HTMLElement>(`#${PANE_IDS.pool} input[type=search]`)?.focus()
      return true
    case '=':
    case '+':
      session.setZoom(zoomIn(session.store.getState().zoom))
      return true
    case '-':
      session.setZoom(zoomOut(session.store.getState().zoom))
      return true
    case '0':
      session.setFit('page')
      return true
    case '1':
      session.setZoom(1)
      return true
    default:
      return false
  }
}

/** An issue that is looked at is not sent. */
function canSend(session: EditorWindow['session']): boolean {
  const { document: issue, readOnly } = session.store.getState()
  return issue !== null && !readOnly
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
}

function focusPane(step: 1 | -1): boolean {
  const panes = Object.values(PANE_IDS).map((id) => document.getElementById(id)).filter((pane) => pane !== null)
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(at === -1 ? 0 : at + step + panes.length) % panes.length]
  const target = next && FOCUSED_FIRST.map((selector) => next.querySelector<HTMLElement>(selector)).find((element) => element !== null)
  target?.focus()
  return true
}

/** A pane's list or text before its small buttons. */
const FOCUSED_FIRST = ['[tabindex="0"]', '[contenteditable="true"]', 'input', 'button']

function turnPage({ session }: EditorWindow, step: 1 | -1): boolean {
  const { document: issue, page } = session.store.getState()
  if (!issue) return false
  const pages = recordsOf(issue, 'page')
  const next = pages[pages.findIndex((candidate) => candidate.id === page) + step]
  if (next) session.showPage(next.id)
  return true
}
