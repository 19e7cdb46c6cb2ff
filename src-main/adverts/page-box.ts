/** The pages of a PDF and the boxes that are shown of them (ISO 32000-1, 7.7.3 and 14.11.2). */
import { PDFArray, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib'
import type { PdfPage } from '../../src-core/document/pdf-page.ts'
import { dictOf, entry, listIn, nameIn, numberIn, numbersIn, resolved } from './pdf-objects.ts'

const MOST_DEPTH = 64

/** A page and what it inherits from the tree above it. */
export interface PdfLeaf {
  readonly page: PDFDict
  inherited(key: string): PDFObject | undefined
}

/** A rectangle in the page's own points, y upwards. */
export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

export interface ShownBox {
  readonly box: Box
  readonly kind: PdfPage['box']
  /** Degrees that the page is turned clockwise. */
  readonly rotate: 0 | 90 | 180 | 270
  /** Points to the page's own unit. */
  readonly unit: number
}

/** Up to `most` pages, in order. A tree that leads back to itself is followed once. */
export function leavesOf({ catalog }: { readonly catalog: PDFDict | undefined }, most: number): readonly PdfLeaf[] {
  const leaves: PdfLeaf[] = []
  const seen = new Set<PDFDict>()
  const visit = (node: PDFDict | undefined, above: readonly PDFDict[]): void => {
    if (!node || seen.has(node) || above.length > MOST_DEPTH || leaves.length >= most) return
    seen.add(node)
    const kids = listIn(entry(node, 'Kids'))
    if (kids && nameIn(entry(node, 'Type')) !== 'Page') for (const kid of kids) visit(dictOf(kid), [node, ...above])
    else leaves.push({ page: node, inherited: (key) => [node, ...above].map((from) => entry(from, key)).find((value) => value !== undefined) })
  }
  // What is damaged enough has another object there, whatever the types say.
  visit(dictOf(entry(dictOf(catalog), 'Pages')), [])
  return leaves
}

/** The trim box where there is one, else what a viewer shows; null where the page has no size. */
export function shownBox({ inherited }: PdfLeaf): ShownBox | null {
  const media = boxOf(inherited('MediaBox'))
  if (!media) return null
  const [trim, crop] = [boxOf(inherited('TrimBox')), boxOf(inherited('CropBox'))]
  const turned = (((Math.round((numberIn(inherited('Rotate')) ?? 0) / 90) % 4) + 4) % 4) * 90
  const unit = numberIn(inherited('UserUnit')) ?? 1
  const [kind, wanted] = trim ? (['trim', trim] as const) : crop ? (['crop', crop] as const) : (['media', media] as const)
  const box = { left: Math.max(wanted.left, media.left), bottom: Math.max(wanted.bottom, media.bottom), right: Math.min(wanted.right, media.right), top: Math.min(wanted.top, media.top) }
  if (!(box.right > box.left && box.top > box.bottom) || !(unit > 0)) return null
  return { box, kind, rotate: turned as ShownBox['rotate'], unit }
}

/** Upright, in points. */
export function shownSize({ box, rotate, unit }: ShownBox): { readonly width: number; readonly height: number } {
  const [width, height] = [(box.right - box.left) * unit, (box.top - box.bottom) * unit]
  return rotate % 180 === 0 ? { width, height } : { width: height, height: width }
}

function boxOf(value: PDFObject | undefined): Box | null {
  const numbers = numbersIn(value)
  if (numbers?.length !== 4) return null
  const [x1, y1, x2, y2] = numbers as [number, number, number, number]
  return { left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) }
}

/** Comments, stamps and form fields that would show: none of them goes to print. */
export function hasNotes({ page }: PdfLeaf): boolean {
  const annotations = page.get(PDFName.of('Annots'))
  const list = resolved(page.context, annotations)
  if (!(list instanceof PDFArray)) return false
  return (listIn(list) ?? []).some((annotation) => {
    const kind = nameIn(entry(dictOf(annotation), 'Subtype'))
    return kind !== undefined && kind !== 'Link' && kind !== 'Popup' && kind !== 'PrinterMark' && kind !== 'TrapNet' && annotation instanceof PDFDict
  })
}
