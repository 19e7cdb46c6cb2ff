/** Whether a face may go into a printed document: fsType of OS/2 (ISO/IEC 14496-22 §5.2.7). We embed subsets of outlines. */
import type { SfntTables } from './sfnt.ts'

export type Embedding =
  | 'allowed'
  /** No embedding of any kind without the owner's leave. */
  | 'restricted'
  /** Only the whole face may be embedded. */
  | 'no-subsetting'
  /** Only bitmaps may be embedded. */
  | 'bitmap-only'

const RESTRICTED = 0x0002
const PREVIEW_OR_EDITABLE = 0x000c
const NO_SUBSETTING = 0x0100
const BITMAP_ONLY = 0x0200

/** Of several usage permissions the least restrictive holds. A face without the table restricts nothing. */
export function embeddingOf(tables: SfntTables): Embedding {
  const os2 = tables.get('OS/2')
  const type = os2 && os2.byteLength >= 10 ? os2.getUint16(8) : 0
  if ((type & RESTRICTED) !== 0 && (type & PREVIEW_OR_EDITABLE) === 0) return 'restricted'
  if ((type & BITMAP_ONLY) !== 0) return 'bitmap-only'
  return (type & NO_SUBSETTING) === 0 ? 'allowed' : 'no-subsetting'
}
