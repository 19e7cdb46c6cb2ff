/**
 * A page of another PDF, taken apart into what its drawing needs and nothing else, ready to be written into ours as a form.
 * Knows nothing of the reader that took it apart.
 */
import type { PdfInks } from '../../src-core/document/pdf-page.ts'

/** As PDF writes it (a number, `/Name`, a string), a list, a dictionary, or an object of its own. */
export type PlacedValue = string | readonly PlacedValue[] | PlacedDictionary | PlacedObject

export type PlacedDictionary = ReadonlyMap<string, PlacedValue>

/** The same value is the same object in the file. Keys are written as they are, without the slash. */
export class PlacedObject {
  readonly entries = new Map<string, PlacedValue>()
  /** The bytes of a stream as its own filters packed them. */
  stream: Uint8Array | null = null
}

export interface PlacedPage {
  /** A form XObject whose box is what is shown of the page; its stream is not packed. */
  readonly form: PlacedObject
  /** What its own lines and letters come to on the plates; pictures apart, which were measured when the file came. */
  readonly inks: PdfInks
  /** From the form's space to its upright picture, 1 by 1, y downwards. */
  readonly matrix: readonly [number, number, number, number, number, number]
}
