/**
 * What a print standard asks of a file as a whole: PDF/X-1a:2003 (ISO 15930-4) and PDF/X-4 (ISO 15930-7). That colours,
 * fonts and pictures inside keep to it is the painter's part.
 */
import { createHash } from 'node:crypto'

export type PdfStandard = 'x1a' | 'x4'

/** The printing condition that a file is made for. */
export interface OutputCondition {
  /** As the registry of the ICC names it: `CGATS TR 002`. */
  readonly identifier: string
  /** In words, for who opens the file. */
  readonly description: string
  /** ICC profile, class prtr, CMYK; version 2, which is all that PDF 1.4 knows. */
  readonly profile: Uint8Array
  /** A plant's own, which no registry lists. */
  readonly unregistered?: true
}

export interface PrintFile {
  readonly standard: PdfStandard
  readonly condition: OutputCondition
}

/** The registry that condition identifiers are looked up in (ISO 15930-4, 6.6). */
export const REGISTRY = 'http://www.color.org'

/** PDF 1.4 for X-1a:2003; 1.6 for X-4. */
export const PDF_VERSION = { x1a: '1.4', x4: '1.6' } as const satisfies Record<PdfStandard, string>

/** A name where pdfkit would write a string: it prints what is no string, list or plain object as it is. */
export class PdfName {
  private readonly name: string
  constructor(name: string) {
    this.name = name
  }
  get [Symbol.toStringTag](): string {
    return 'Name'
  }
  toString(): string {
    return `/${this.name}`
  }
}

/** Entries of the information dictionary. Nothing is trapped: a newspaper's plant does that, where it is done at all. */
export function standardInfo(standard: PdfStandard): Readonly<Record<string, unknown>> {
  const trapped = { Trapped: new PdfName('False') }
  return standard === 'x1a' ? { ...trapped, GTS_PDFXVersion: 'PDF/X-1a:2003' } : trapped
}

/** What X-4 wants in the XMP packet beside what pdfkit writes (ISO 15930-7, 6.4); ids come from what the file is. */
export function standardMetadata(standard: PdfStandard, { title, created }: { readonly title: string; readonly created: Date }): string {
  const date = `${created.toISOString().slice(0, 19)}Z`
  const digest = createHash('sha256').update(`${title} ${date}`).digest('hex')
  const uuid = [digest.slice(0, 8), digest.slice(8, 12), digest.slice(12, 16), digest.slice(16, 20), digest.slice(20, 32)].join('-')
  const identification =
    standard === 'x4' ? '<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></rdf:Description>' : ''
  return `${identification}
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:MetadataDate>${date}</xmp:MetadataDate></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"><xmpMM:DocumentID>uuid:${uuid}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Trapped>False</pdf:Trapped></rdf:Description>`
}
