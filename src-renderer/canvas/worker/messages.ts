/** What the window and the page worker tell each other. Changes go in, not documents; results and bitmaps come out. */
import type { Area } from '../../../src-core/document/grid.ts'
import type { Change } from '../../../src-core/document/change.ts'
import type { Document, RecordId } from '../../../src-core/document/records.ts'
import type { FaceId } from '../../../src-core/document/style.ts'
import type { StorySavings } from '../../../src-core/typeset/line-savings.ts'
import type { PageResult } from '../../../src-core/typeset/result.ts'
import type { Place } from '../../editor/layout.ts'
import type { SentResult } from './sent-result.ts'
import type { PictureKind } from './pictures.ts'

/** The part of a page that the window wants painted, in device pixels from the trim's top left. */
export interface Region {
  readonly page: RecordId
  /** Device pixels to a point. */
  readonly scale: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface SentFace {
  readonly id: FaceId
  /** Only old pages are drawn with it. */
  readonly retired: boolean
  readonly index: Uint8Array
}

export type ToWorker =
  /** All faces at once, as indexes: nothing is set before. Again, when a face came or went. */
  | { readonly type: 'faces'; readonly faces: readonly SentFace[] }
  /** Packed outlines, asked for by `want-outlines`. */
  | { readonly type: 'outlines'; readonly face: FaceId; readonly bytes: Uint8Array }
  /** A picture as a PNG, asked for by `want-picture`. */
  | ({ readonly type: 'picture'; readonly png: Uint8Array } & PictureKind)
  /** Begins a generation: what is answered to earlier ones is out of date. */
  | { readonly type: 'load'; readonly generation: number; readonly document: Document }
  | { readonly type: 'load-frozen'; readonly generation: number; readonly document: Document; readonly pages: readonly PageResult[] }
  | { readonly type: 'apply'; readonly change: Change }
  | { readonly type: 'preview'; readonly change: Change | null }
  | { readonly type: 'show'; readonly page: RecordId }
  | { readonly type: 'region'; readonly region: Region }
  /** Another canvas shows the page from now on: nothing that was painted is on it. */
  | { readonly type: 'new-canvas' }
  /** The page whose line savings the window shows and wants anew after every change; null for none. */
  | { readonly type: 'savings'; readonly page: RecordId | null }
  | { readonly type: 'fit'; readonly request: number; readonly page: RecordId; readonly article: RecordId; readonly place: Place; readonly continues?: RecordId }

export type FromWorker =
  | { readonly type: 'result'; readonly generation: number; readonly page: RecordId; readonly result: SentResult }
  /** Paints over a region from a place in it; a patch as large as its region replaces whatever was there. */
  | { readonly type: 'patch'; readonly generation: number; readonly region: Region; readonly left: number; readonly top: number; readonly bitmap: ImageBitmap }
  | { readonly type: 'savings'; readonly generation: number; readonly page: RecordId; readonly savings: readonly StorySavings[] }
  | { readonly type: 'fitted'; readonly request: number; readonly area: Area }
  | { readonly type: 'want-outlines'; readonly face: FaceId; readonly glyphs: readonly number[] }
  | ({ readonly type: 'want-picture'; readonly width: number } & PictureKind)
