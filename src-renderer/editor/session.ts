/**
 * The editor's session: the document that is open, what is selected, and the one way to change it.
 *
 * Panels and canvas read {@link EditorState} and call {@link Session}; nothing else in the window holds document state.
 * A gesture shows its outcome through `preview` and commits once, on release.
 */
import type { StoreApi } from 'zustand'
import type { ApiClient, ApiError, ArchiveKey, IssueId, LocalText, Refusal } from '../../src-core/api/methods.ts'
import type { Area } from '../../src-core/document/grid.ts'
import type { Change } from '../../src-core/document/change.ts'
import type { Document, RecordId } from '../../src-core/document/records.ts'
import type { ArticlePart } from '../../src-core/typeset/frame.ts'
import type { PageResult } from '../../src-core/typeset/result.ts'
import type { Place } from './layout.ts'

export type Selection =
  | { readonly kind: 'none' }
  /** A story, picture, advert, page, or an article in the pool. */
  | { readonly kind: 'record'; readonly id: RecordId }

/** What a press on the page does; `advert` and `picture` draw a new area. */
export type Tool = 'select' | 'advert' | 'picture' | 'ornament'

/** What the zoom keeps to while the window's size changes; null keeps the number. */
export type Fit = 'page' | 'width' | null

/** A place in an article's text. Offsets count code points, as a frame's sources do. */
export interface TextPosition {
  readonly article: RecordId
  readonly part: ArticlePart
  /** With part `block`: the block's index, else null. */
  readonly block: number | null
  readonly offset: number
  /** What is selected from there on; a caret when left out. */
  readonly to?: number
}

export type Saving =
  | { readonly state: 'saved' | 'saving' }
  /** `message` is the error's Chinese sentence. */
  | { readonly state: 'unsaved'; readonly message: string; readonly error: ApiError }

export interface EditorState {
  readonly issue: IssueId | null
  readonly revision: number
  readonly document: Document | null
  /** An archived issue: nothing changes it. */
  readonly readOnly: boolean
  /** Which past issue that is. */
  readonly archivedAs: ArchiveKey | null
  /** The document as a running gesture would leave it; null when none runs. */
  readonly preview: Document | null
  readonly page: RecordId | null
  readonly selection: Selection
  readonly tool: Tool
  /** 1 is actual size: a point of the page is 96/72 CSS pixels. */
  readonly zoom: number
  readonly fit: Fit
  /** Columns and lines of the page grid are drawn. */
  readonly gridShown: boolean
  /** Asked for by a double click or Enter on the page; the text panel puts the caret there and calls `focusText(null)`. */
  readonly textFocus: TextPosition | null
  /** Cells of the shown page where something is to be seen that no object stands for: ringed, until the editor does something else. */
  readonly pointedAt: Area | null
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** `unsaved` is shown with the reason; the session keeps trying and nothing is lost meanwhile. */
  readonly saving: Saving
  /** Engine results by page, of the preview while a gesture runs. The shown page is always fresh, others follow when idle. */
  readonly results: Readonly<Record<RecordId, PageResult>>
}

/** What the editor has to be told, once. */
export type SessionEvent =
  /** Changed elsewhere and read anew; `lost` steps could not be applied to what is there now. */
  | { readonly type: 'reloaded'; readonly lost: number }
  /** The machine refused a step for good; it was taken back. */
  | { readonly type: 'refused'; readonly error: ApiError }
  /** Files dropped on the page that could not be taken in, or the reason why none could. */
  | { readonly type: 'not-taken'; readonly files: readonly Refusal[] }
  | { readonly type: 'misnamed'; readonly files: readonly LocalText[] }
  | { readonly type: 'failed'; readonly error: ApiError }

export interface Session {
  readonly store: StoreApi<EditorState>
  readonly api: ApiClient
  /** Rejects with ApiFailure; what was open stays open then. */
  open(issue: IssueId): Promise<void>
  openArchived(key: string): Promise<void>
  /** Applies, records for undo, sets again and saves. Null (a command that has nothing to do) is ignored. `alone` is a step of its own, whatever was typed just before. */
  dispatch(change: Change | null, alone?: 'alone'): void
  preview(change: Change | null): void
  undo(): void
  redo(): void
  select(selection: Selection): void
  showPage(page: RecordId): void
  setTool(tool: Tool): void
  /** Ends a fit, but for the zoom that the fit itself came to. */
  setZoom(zoom: number, fit?: Fit): void
  setFit(fit: Fit): void
  showGrid(shown: boolean): void
  focusText(position: TextPosition | null): void
  /** Rings cells of the shown page and brings them into sight; whatever is selected next ends it. */
  pointAt(cells: Area): void
  /** The area that a story of that article needs from a place down, or what another would leave to it, as the engine says. */
  fittingArea(page: RecordId, article: RecordId, place: Place, continues?: RecordId): Promise<Area>
  tell(event: SessionEvent): void
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: SessionEvent) => void): () => void
  /** Resolves when every dispatched change is on disk. */
  settled(): Promise<void>
}
