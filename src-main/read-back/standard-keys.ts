/** What PDF/X asks of a file as a whole, and what must be nowhere in it (ISO 15930-4 and 15930-7; TYPESETTING §10). */
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFString, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import type { LocalText } from '../../src-core/document/local-text.ts'
import { decodedStream, filtersOf } from '../adverts/filters.ts'
import { dictOf, entry, listIn, nameIn, numberIn, streamOf } from '../adverts/pdf-objects.ts'

export interface KeptStandard {
  readonly standard: 'x1a' | 'x4'
  /** The output intent's ICC profile. */
  readonly profile: Uint8Array
}

const HEADER = { x1a: '%PDF-1.4', x4: '%PDF-1.6' } as const
const MOST_PROFILE = 64 << 20

/** Actions, forms, attachments, transparency, curves of a device: whatever their values. */
const FORBIDDEN_KEYS = new Set(['JS', 'JavaScript', 'AA', 'OpenAction', 'EmbeddedFiles', 'EF', 'AcroForm', 'XFA', 'Annots', 'OPI', 'Alternates', 'HTP', 'TR', 'Encrypt'])
const FORBIDDEN_SPACES = new Set(['DeviceRGB', 'CalRGB', 'CalGray', 'Lab', 'ICCBased'])
const FORBIDDEN_FILTERS = new Set(['LZWDecode', 'JPXDecode', 'JBIG2Decode', 'Crypt'])

/** What is missing or wrong of the file itself. */
export function standardLacks(bytes: Uint8Array, context: PDFContext, { standard, profile }: KeptStandard): readonly LocalText[] {
  const catalog = dictOf(context.lookup(context.trailerInfo.Root))
  const lacks: LocalText[] = []
  const require = (kept: boolean, key: string) => {
    if (!kept) lacks.push({ zh: `缺少或写错了 ${key}`, en: `${key} is missing or wrong` })
  }
  require(Buffer.from(bytes.buffer, bytes.byteOffset, 8).toString('latin1') === HEADER[standard], 'PDF version')
  require(listIn(context.trailerInfo.ID)?.length === 2, 'ID')
  require(context.trailerInfo.Encrypt === undefined, 'Encrypt')
  const info = dictOf(context.lookup(context.trailerInfo.Info))
  for (const key of ['Title', 'CreationDate', 'ModDate', 'Creator', 'Producer']) require(info?.get(PDFName.of(key)) !== undefined, key)
  require(nameIn(entry(info, 'Trapped')) === 'False', 'Trapped')
  const version = entry(info, 'GTS_PDFXVersion')
  require((version instanceof PDFString ? version.decodeText() : undefined) === (standard === 'x1a' ? 'PDF/X-1a:2003' : undefined), 'GTS_PDFXVersion')
  const intents = listIn(entry(catalog, 'OutputIntents'))
  const intent = intents?.length === 1 ? dictOf(intents[0]) : undefined
  require(nameIn(entry(intent, 'S')) === 'GTS_PDFX' && entry(intent, 'OutputConditionIdentifier') !== undefined, 'OutputIntents')
  const embedded = streamOf(entry(intent, 'DestOutputProfile'))
  require(embedded !== undefined && numberIn(entry(embedded.dict, 'N')) === 4 && Buffer.from(profile).equals(decodedStream(embedded, MOST_PROFILE).bytes), 'DestOutputProfile')
  if (standard === 'x4') {
    const metadata = streamOf(entry(catalog, 'Metadata'))
    require(metadata !== undefined && filtersOf(metadata.dict).length === 0 && Buffer.from(metadata.getContents()).includes('<pdfxid:GTS_PDFXVersion>PDF/X-4<'), 'Metadata')
  }
  return lacks
}

/** Names of what is in the file and must not be. `standard` is null for a file that keeps to none, but is for print. */
export function forbiddenIn(context: PDFContext, standard: KeptStandard['standard'] | null): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (value: PDFObject | undefined): void => {
    if (value instanceof PDFName) {
      const name = value.decodeText()
      if (FORBIDDEN_SPACES.has(name)) found.add(name)
    } else if (value instanceof PDFArray) value.asArray().forEach(visit)
    else if (value instanceof PDFRawStream) {
      for (const filter of filtersOf(value.dict)) if (FORBIDDEN_FILTERS.has(filter)) found.add(filter)
      visit(value.dict)
    } else if (value instanceof PDFDict) {
      if (standard) for (const key of forbiddenKeys(value, standard)) found.add(key)
      for (const [, inner] of value.entries()) visit(inner)
    }
  }
  for (const [, object] of context.enumerateIndirectObjects()) visit(object)
  return found
}

function forbiddenKeys(dict: PDFDict, standard: KeptStandard['standard']): readonly string[] {
  const isState = nameIn(entry(dict, 'Type')) === 'ExtGState'
  return dict.keys().flatMap((key) => {
    const name = key.decodeText()
    if (FORBIDDEN_KEYS.has(name) && !(name === 'TR' && !isState)) return [name]
    if (name === 'SMask' && nameIn(entry(dict, name)) !== 'None') return [name]
    if (isState && ((name === 'CA' || name === 'ca') && numberIn(entry(dict, name)) !== 1)) return [name]
    if (isState && name === 'BM' && !['Normal', 'Compatible'].includes(nameIn(entry(dict, name)) ?? '')) return [name]
    if (isState && name === 'TR2' && nameIn(entry(dict, name)) !== 'Default') return [name]
    return standard === 'x1a' && name === 'Group' && nameIn(entry(dictOf(entry(dict, name)), 'S')) === 'Transparency' ? [name] : []
  })
}
