/** Which swatches a document names: so that none is taken away that something is printed in, and one that is gone is told. */
import type { Document, DocumentRecord, RecordId } from './records.ts'
import type { SwatchId } from './swatches.ts'

/** Ids of the records that name the swatch. */
export function swatchUses({ records }: Document, id: SwatchId): readonly RecordId[] {
  return Object.values(records).flatMap((record) => (namedSwatches(record).includes(id) ? [record.id] : []))
}

/** Every swatch that a record chooses a colour of, or has for its red plate, each once. */
export function namedSwatches(record: DocumentRecord): readonly SwatchId[] {
  // What others wrote, and facts of files, hold no colours.
  if (record.type === 'article' || record.type === 'asset') return []
  const found = new Set<SwatchId>()
  collect(record, found)
  if (record.type === 'page' && record.red !== undefined) found.add(record.red)
  return [...found]
}

function collect(value: unknown, found: Set<SwatchId>): void {
  if (typeof value !== 'object' || value === null) return
  if ('swatch' in value && typeof value.swatch === 'string') found.add(value.swatch)
  for (const inner of Object.values(value)) collect(inner, found)
}
