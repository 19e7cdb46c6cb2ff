/** Which records name a swatch: so that none is taken away that something is printed in. */
import type { Document, RecordId } from './records.ts'
import type { SwatchId } from './swatches.ts'

/** Ids of the records that choose the colour, or have it for their red plate. */
export function swatchUses(document: Document, id: SwatchId): readonly RecordId[] {
  return Object.values(document.records)
    .filter((record) => record.type !== 'article' && record.type !== 'asset')
    .filter((record) => names(record, id) || (record.type === 'page' && record.red === id))
    .map((record) => record.id)
}

/** Whether a colour of that swatch stands anywhere inside. */
function names(value: unknown, id: SwatchId): boolean {
  if (typeof value !== 'object' || value === null) return false
  return ('swatch' in value && value.swatch === id) || Object.values(value).some((inner) => names(inner, id))
}
