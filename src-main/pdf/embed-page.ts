/** Writes a placed page's objects into a file, each once. */
import type { MakeObject, PdfObject } from './pdf-face.ts'
import { PlacedObject, type PlacedValue } from './placed-page.ts'

/** The reference by which others name the object. */
export function embedPlaced(object: PlacedObject, make: MakeObject, written: Map<PlacedObject, PdfObject>): PdfObject {
  const known = written.get(object)
  if (known) return known
  const { entries, stream } = object
  const filter = entries.get('Filter')
  // pdfkit asks once, at the beginning, whether a stream is packed already.
  const data: Record<string, unknown> = filter === undefined ? {} : { Filter: new Written(text(filter, make, written)) }
  const reference = make(data)
  written.set(object, reference)
  for (const [key, value] of entries) data[key] = new Written(text(value, make, written))
  if (stream) reference.end(stream)
  else reference.end()
  return reference
}

function text(value: PlacedValue, make: MakeObject, written: Map<PlacedObject, PdfObject>): string {
  if (typeof value === 'string') return value
  if (value instanceof PlacedObject) return String(embedPlaced(value, make, written))
  if (value instanceof Map) return `<<${Array.from(value as ReadonlyMap<string, PlacedValue>, ([key, each]) => `/${key} ${text(each, make, written)}`).join(' ')}>>`
  return `[${(value as readonly PlacedValue[]).map((each) => text(each, make, written)).join(' ')}]`
}

/** What pdfkit prints as it is: it does so with what is no string, list or plain object. */
class Written {
  private readonly text: string
  constructor(written: string) {
    this.text = written
  }
  get [Symbol.toStringTag](): string {
    return 'Written'
  }
  toString(): string {
    return this.text
  }
}
