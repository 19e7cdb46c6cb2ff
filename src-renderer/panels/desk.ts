/** What lies on the window besides the page: which view is in front, which dialog is open. None of it is saved. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ArchiveKey, IssueId } from '../../src-core/api/methods.ts'

export type Dialog = 'open-issue' | 'new-issue' | 'mark-version' | 'house-style' | 'faces' | 'page-grid' | 'keys' | 'archive-issue' | 'send' | 'proofs'

/** A question before a step that reaches far. */
export interface Question {
  readonly title: string
  readonly body: string
  /** What the confirming button says: what it does, not "OK". */
  readonly action: string
  /** Something goes away: the button is red. */
  readonly harmful: boolean
  run(): void
}

export interface DeskState {
  readonly view: 'issue' | 'archive'
  readonly dialog: Dialog | null
  readonly question: Question | null
  readonly findingsOpen: boolean
  readonly savingsOpen: boolean
  /** The issue being edited, to come back to from the archive. */
  readonly issue: IssueId | null
  /** The past issue that is looked at. */
  readonly archived: ArchiveKey | null
}

export interface Desk {
  readonly store: StoreApi<DeskState>
  open(dialog: Dialog): void
  /** Closes the dialog. */
  close(): void
  ask(question: Question): void
  /** Takes the question away; a dialog under it stays. */
  answer(): void
  showIssue(): void
  /** Past issues, with one of them chosen. */
  showArchive(archived?: ArchiveKey): void
  /** Remembers the issue that is edited from now on. */
  edit(issue: IssueId): void
  toggleFindings(): void
  toggleSavings(): void
}

export function createDesk(): Desk {
  const store = createStore<DeskState>(() => ({ view: 'issue', dialog: null, question: null, findingsOpen: false, savingsOpen: false, issue: null, archived: null }))
  return {
    store,
    open: (dialog) => store.setState({ dialog }),
    close: () => store.setState({ dialog: null }),
    ask: (question) => store.setState({ question }),
    answer: () => store.setState({ question: null }),
    showIssue: () => store.setState({ view: 'issue', dialog: null }),
    showArchive: (archived) => store.setState({ view: 'archive', dialog: null, ...(archived === undefined ? {} : { archived }) }),
    edit: (issue) => store.setState({ issue, view: 'issue', dialog: null }),
    toggleFindings: () => store.setState(({ findingsOpen }) => ({ findingsOpen: !findingsOpen })),
    toggleSavings: () => store.setState(({ savingsOpen }) => ({ savingsOpen: !savingsOpen })),
  }
}
