/**
 * The editor's session: the document that is open, what is selected, and the one way to change it.
 *
 * Panels and canvas read {@link EditorState} and call {@link Session}; nothing else in the window holds document state.
 * A gesture shows its outcome through `preview` and commits once, on release.
 */
import type { StoreApi } from 'zustand'
import type { ApiClient, IssueId } from '../../src-core/api/methods.ts'
import type { Change } from '../../src-core/document/change.ts'
import type { Document, RecordId } from '../../src-core/document/records.ts'
import type { PageResult } from '../../src-core/typeset/result.ts'

export type Selection =
  | { readonly kind: 'none' }
  /** A story, picture, advert, page, or an article in the pool. */
  | { readonly kind: 'record'; readonly id: RecordId }

/** What a press on the page does; `advert` and `picture` draw a new area. */
export type Tool = 'select' | 'advert' | 'picture'

export interface EditorState {
  readonly issue: IssueId | null
  readonly revision: number
  readonly document: Document | null
  /** An archived issue: nothing changes it. */
  readonly readOnly: boolean
  /** The document as a running gesture would leave it; null when none runs. */
  readonly preview: Document | null
  readonly page: RecordId | null
  readonly selection: Selection
  readonly tool: Tool
  readonly zoom: number
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** `unsaved` is shown with the reason; the session keeps trying and nothing is lost meanwhile. */
  readonly saving: { readonly state: 'saved' | 'saving' } | { readonly state: 'unsaved'; readonly message: string }
  /** Engine results by page, of the preview while a gesture runs. The shown page is always fresh, others follow when idle. */
  readonly results: Readonly<Record<RecordId, PageResult>>
}

export interface Session {
  readonly store: StoreApi<EditorState>
  readonly api: ApiClient
  open(issue: IssueId): Promise<void>
  openArchived(key: string): Promise<void>
  /** Applies, records for undo, sets again and saves. Null (a command that has nothing to do) is ignored. */
  dispatch(change: Change | null): void
  preview(change: Change | null): void
  undo(): void
  redo(): void
  select(selection: Selection): void
  showPage(page: RecordId): void
  setTool(tool: Tool): void
  setZoom(zoom: number): void
  /** Resolves when every dispatched change is on disk. */
  settled(): Promise<void>
}
