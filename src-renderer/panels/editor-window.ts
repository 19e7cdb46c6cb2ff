/** What every view of the window shares: the session, the host, and the few things that are the window's own. */
import { createContext, useContext } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { Change } from '../../src-core/document/change.ts'
import type { Document } from '../../src-core/document/records.ts'
import type { SavingsSource } from '../editor/savings-source.ts'
import type { EditorState, Session } from '../editor/session.ts'
import type { Host } from '../host/host.ts'
import { createDesk, type Desk } from './desk.ts'
import { createFaceList, type FaceList } from './faces/face-list.ts'
import { createFindings, type Findings } from './findings/findings.ts'
import { createJobs, type Jobs } from './jobs/jobs.ts'
import { createNotices, type Notices } from './notices/notices.ts'
import { createSavings, type Savings } from './savings/savings.ts'

export interface EditorWindow {
  readonly session: Session
  readonly host: Host
  readonly notices: Notices
  readonly jobs: Jobs
  readonly desk: Desk
  readonly faces: FaceList
  readonly findings: StoreApi<Findings>
  readonly savings: StoreApi<Savings>
}

export function createEditorWindow(session: Session, host: Host, source: SavingsSource): EditorWindow {
  const desk = createDesk()
  const faces = createFaceList(host.api)
  return { session, host, notices: createNotices(), jobs: createJobs(host.api), desk, faces, findings: createFindings(session, faces), savings: createSavings(session, desk.store, source) }
}

export const WindowContext = createContext<EditorWindow | null>(null)

export function useWindow(): EditorWindow {
  const found = useContext(WindowContext)
  if (!found) throw new Error('a view of the window stands outside WindowContext')
  return found
}

/** A part of the editor's state; the view renders again when it changes, so select what it shows and no more. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  return useStore(useWindow().session.store, select)
}

export type Command = (document: Document) => Change | null

/** Runs a command on the document as it is at that moment; false when it had nothing to do, or nothing may change. */
export function runCommand({ session }: Pick<EditorWindow, 'session'>, command: Command): boolean {
  const { document, readOnly } = session.store.getState()
  const change = document && !readOnly ? command(document) : null
  session.dispatch(change)
  return change !== null
}

export function useCommand(): (command: Command) => boolean {
  const editorWindow = useWindow()
  return (command) => runCommand(editorWindow, command)
}

/** The same for a field that takes whatever is typed: it never refuses. */
export function useFieldCommand(): (command: Command) => null {
  const editorWindow = useWindow()
  return (command) => {
    runCommand(editorWindow, command)
    return null
  }
}
