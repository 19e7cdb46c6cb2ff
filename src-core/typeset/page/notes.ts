/** What the text engine met, as notes of the layout. */
import type { Source } from '../frame.ts'
import type { LayoutNote } from '../result.ts'
import type { FaceFallback } from '../text/paragraph.ts'
import type { LineSource } from './runs.ts'

/** Offsets of a fallback count from where the shaped text began in its source. */
export function fallbackNotes(source: LineSource, fallbacks: readonly FaceFallback[]): readonly LayoutNote[] {
  return fallbacks.map((fallback) => ({
    kind: 'fallback',
    ...place(source),
    fallback: source.from ? { ...fallback, offset: source.from + fallback.offset } : fallback,
  }))
}

function place({ record, part, block }: LineSource): Pick<Source, 'record' | 'part' | 'block'> {
  return block === undefined ? { record, part } : { record, part, block }
}
