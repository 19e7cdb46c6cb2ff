/** Reading objects of a PDF that anybody may have written: what is not there or of another type is undefined. */
import { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFStream, PDFString, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'

/** References that lead to references are followed only so far. */
const MOST_STEPS = 16

export function resolved(context: PDFContext, value: PDFObject | undefined): PDFObject | undefined {
  let found = value
  for (let step = 0; found instanceof PDFRef && step < MOST_STEPS; step++) found = context.lookup(found)
  return found instanceof PDFRef ? undefined : found
}

export function entry(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict && resolved(dict.context, dict.get(PDFName.of(key)))
}

export function dictOf(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFStream) return value.dict
  return value instanceof PDFDict ? value : undefined
}

export function streamOf(value: PDFObject | undefined): PDFRawStream | undefined {
  return value instanceof PDFRawStream ? value : undefined
}

export function nameIn(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFName ? value.decodeText() : undefined
}

export function numberIn(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber && Number.isFinite(value.asNumber()) ? value.asNumber() : undefined
}

export function isTrue(value: PDFObject | undefined): boolean {
  return value instanceof PDFBool && value.asBoolean()
}

export function listIn(value: PDFObject | undefined): readonly (PDFObject | undefined)[] | undefined {
  return value instanceof PDFArray ? Array.from({ length: value.size() }, (_, at) => value.lookup(at)) : undefined
}

/** All of them numbers, or undefined. */
export function numbersIn(value: PDFObject | undefined): readonly number[] | undefined {
  const numbers = listIn(value)?.map(numberIn)
  return numbers?.every((number) => number !== undefined) ? numbers : undefined
}

export function bytesIn(value: PDFObject | undefined): Uint8Array | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.asBytes() : undefined
}

/** The entries of a dictionary by their names. */
export function entriesOf(dict: PDFDict | undefined): readonly (readonly [string, PDFObject | undefined])[] {
  return dict ? dict.entries().map(([key, value]) => [key.decodeText(), resolved(dict.context, value)]) : []
}
