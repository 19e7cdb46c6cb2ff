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
const FORBIDDEN_KEYS = namesOf('JS', 'JavaScript', 'AA', 'OpenAction', 'EmbeddedFiles', 'EF', 'AcroForm', 'XFA', 'Annots', 'OPI', 'Alternates', 'HTP', 'Encrypt')
/** Whose value decides. */
const DOUBTFUL_KEYS = namesOf('TR', 'TR2', 'SMask', 'CA', 'ca', 'BM', 'Group')
const FORBIDDEN_SPACES = namesOf('DeviceRGB', 'CalRGB', 'CalGray', 'Lab', 'ICCBased')
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
  require(embedded !== undefined && numberIn(entry(embedded.dict, 'N')) === 4 && holds(embedded, profile), 'DestOutputProfile')
  if (standard === 'x4') {
    const metadata = streamOf(entry(catalog, 'Metadata'))
    require(metadata !== undefined && filtersOf(metadata.dict).length === 0 && Buffer.from(metadata.getContents()).includes('<pdfxid:GTS_PDFXVersion>PDF/X-4<'), 'Metadata')
  }
  return lacks
}

/** As it was packed when it was last found right: an export's files have the same profile. */
const packedProfiles = new WeakMap<Uint8Array, Uint8Array>()

function holds(stream: PDFRawStream, profile: Uint8Array): boolean {
  const packed = stream.getContents()
  const known = packedProfiles.get(profile)
  if (known && Buffer.compare(known, packed) === 0) return true
  const isSame = Buffer.compare(profile, decodedStream(stream, MOST_PROFILE).bytes) === 0
  if (isSame) packedProfiles.set(profile, packed.slice())
  return isSame
}

/** Names of what is in the file and must not be. `standard` is null for a file that keeps to none, but is for print. */
export function forbiddenIn(context: PDFContext, standard: KeptStandard['standard'] | null): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (value: PDFObject | undefined): void => {
    if (value instanceof PDFName) {
      if (FORBIDDEN_SPACES.has(value)) found.add(value.decodeText())
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
  return dict.keys().flatMap((key) => {
    if (FORBIDDEN_KEYS.has(key)) return [key.decodeText()]
    if (!DOUBTFUL_KEYS.has(key)) return []
    const name = key.decodeText()
    const isState = nameIn(entry(dict, 'Type')) === 'ExtGState'
    if (isState && name === 'TR') return [name]
    if (name === 'SMask' && nameIn(entry(dict, name)) !== 'None') return [name]
    if (isState && ((name === 'CA' || name === 'ca') && numberIn(entry(dict, name)) !== 1)) return [name]
    if (isState && name === 'BM' && !['Normal', 'Compatible'].includes(nameIn(entry(dict, name)) ?? '')) return [name]
    if (isState && name === 'TR2' && nameIn(entry(dict, name)) !== 'Default') return [name]
    return standard === 'x1a' && name === 'Group' && nameIn(entry(dictOf(entry(dict, name)), 'S')) === 'Transparency' ? [name] : []
  })
}

/** The library holds each name once. */
function namesOf(...names: readonly string[]): ReadonlySet<PDFName> {
  return new Set(names.map((name) => PDFName.of(name)))
}
