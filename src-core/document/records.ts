/**
 * The document: a flat table of immutable records, plain JSON throughout, so that it survives the disk, the wire and
 * the worker unchanged. A record refers to another by its id; nothing is nested that can be selected on its own.
 */
import type { Crop, PictureFit } from './crop.ts'
import type { BorderFrame, OrnamentLook, Paint } from './decoration.ts'
import type { Area, Grid, Leg, Remainder } from './grid.ts'
import type { InlineMark, MarkedTitle } from './inline-marks.ts'
import type { PdfFile } from './pdf-page.ts'
import type { HouseStyle, TextSetting } from './style.ts'
import type { ColorChoice, SwatchId } from './swatches.ts'

export type RecordId = string

export interface IssueRecord {
  readonly type: 'issue'
  readonly id: 'issue'
  readonly paper: { readonly name: string; readonly code: string }
  /** Calendar date of the issue, YYYY-MM-DD. */
  readonly date: string
  /** 期号 */
  readonly number: number | null
  readonly style: HouseStyle
  /** Faults that preflight finds and the editor lets stand, each with the reason. */
  readonly accepted?: readonly AcceptedFault[]
}

export interface AcceptedFault {
  /** Of the finding: it goes with the words that the fault is about. */
  readonly key: string
  readonly reason: string
  readonly by?: string
}

export type PageState = 'draft' | 'proof' | 'final' | 'signed' | 'sent'
export type PageInks = 'k' | 'k+red' | 'cmyk'

export interface PageRecord {
  readonly type: 'page'
  readonly id: RecordId
  /** Place among the pages; smaller is earlier. Fractions are allowed, so that a move edits one record. */
  readonly order: number
  /** 版次: "04", "A04", "T01". */
  readonly number: string
  /** 版名: "要闻". */
  readonly section: string
  readonly grid: Grid
  /** 责编 */
  readonly editor: string | null
  readonly inks: PageInks
  /** The spot colour of the red plate, on a page of k+red; red of magenta and yellow when left out. */
  readonly red?: SwatchId
  readonly version: number
  readonly state: PageState
}

export type Block =
  | { readonly role: 'paragraph'; readonly text: string; readonly marks?: readonly InlineMark[] }
  | { readonly role: 'crosshead'; readonly lines: readonly string[]; readonly marks?: readonly InlineMark[] }
  | { readonly role: 'editorsNote'; readonly text: string; readonly marks?: readonly InlineMark[] }
  | { readonly role: 'verse'; readonly lines: readonly string[]; readonly marks?: readonly InlineMark[] }
  | ListBlock
  | TableBlock

export interface ListBlock {
  readonly role: 'list'
  /** A marker that is written in an item (一、（一）1. ①) is text like any other. */
  readonly items: readonly string[]
  /** Items without a written marker are numbered; they have a ● when it is left out. */
  readonly ordered?: boolean
  readonly marks?: readonly InlineMark[]
}

export interface TableBlock {
  readonly role: 'table'
  /** Row by row, cell by cell. Rows may differ in length: what is missing at the end is empty. */
  readonly rows: readonly (readonly string[])[]
  /** How many rows are the head, set again where the table goes on in the next leg; 1 when left out. */
  readonly head?: number
}

export type TitleMarks = { readonly [K in MarkedTitle]?: readonly InlineMark[] }

/** What an article file holds, before it belongs to an issue. `banxin parse` prints this. */
export interface Article {
  readonly file: string | null
  readonly page: { readonly number: string; readonly section: string } | null
  readonly kicker: string | null
  readonly headline: string
  readonly subtitle: string | null
  readonly summary: string | null
  readonly byline: string | null
  /** Where the byline stood in the source; under the headline when left out. */
  readonly bylinePlace?: 'headline' | 'end'
  /** 栏头: the name of the column that the article belongs to, 法治时评. */
  readonly standingHead?: string | null
  /** Marks on words of the titles. */
  readonly titleMarks?: TitleMarks
  readonly blocks: readonly Block[]
  /** What was mended or left out on the way in, in sentences for the editor. */
  readonly notes: readonly string[]
}

export interface ArticleRecord extends Article {
  readonly type: 'article'
  readonly id: RecordId
  readonly order: number
}

/**
 * Where the headline stands: over the body (盖文题), beside it (旁题), at its top with text beside and under it (串文题), or
 * inside it with text on two sides or more (文包题).
 */
export type HeadlineForm = 'over' | 'beside' | 'inside' | 'around'

/** What a story sets apart from the house for its headline. Everything left out is the house's. */
export interface StoryHeadline {
  readonly headline?: TextSetting
  readonly kicker?: TextSetting
  readonly subtitle?: TextSetting
  /** Colours of the titles apart from their faces and sizes. */
  readonly colors?: { readonly headline?: ColorChoice; readonly kicker?: ColorChoice; readonly subtitle?: ColorChoice }
  /** `over` when left out. */
  readonly form?: HeadlineForm
  /** The side of the body that it stands at, beside and inside; left when left out, right for a vertical one. */
  readonly side?: 'left' | 'right'
  /** 竖题 */
  readonly vertical?: boolean
  /** Basic columns and grid lines of the headline area; where left out, as the form and the titles need. */
  readonly columns?: number
  readonly lines?: number
  /** Of `around`: columns from the area's left and lines from its top; where left out, the middle columns, or a third down. */
  readonly column?: number
  readonly line?: number
  /** `center` when left out. */
  readonly align?: 'center' | 'start'
  /** `even` spreads each line over the measure (均排); `fitted` takes the largest 号 that fills it. */
  readonly justify?: 'even' | 'fitted'
  /** 长扁: how wide the characters of the main title are made, 1 as they are drawn. */
  readonly scaleX?: number
  /** 反白题, 衬底题: a band behind the titles, which are paper white on a dark one where they have no colour of their own. */
  readonly band?: Paint
}

export interface StoryRecord {
  readonly type: 'story'
  readonly id: RecordId
  readonly page: RecordId
  readonly article: RecordId
  readonly order: number
  /**
   * The story's whole area, headline included, as legs in neighbouring basic columns, left to right. Equal tops and
   * bottoms make a rectangle, anything else an area of six or more sides (咬合). The headline spans the neighbouring
   * legs with the smallest `from`, from there down.
   */
  readonly legs: readonly Leg[]
  /** Divides the join of all legs' columns anew (变栏); null sets the body in basic columns. */
  readonly measure: { readonly legs: number; readonly remainder: Remainder } | null
  /** Overrides of the house's headline table for this story; null follows the table. */
  readonly headline: StoryHeadline | null
  /** A keyline round the story; {@link frame} goes before it. */
  readonly boxed: boolean
  readonly frame?: BorderFrame
  /** 底纹 behind the whole story. */
  readonly tint?: Paint
  /** 直排: lines run downwards, from right to left, in rows (栏) from the top down; the body horizontal when left out. */
  readonly writing?: 'vertical'
  /** Of the text under the titles; black when left out. */
  readonly color?: ColorChoice
  /**
   * The story of the same article whose text this one goes on with (转版): that one takes what fits it, this one the
   * rest. Jump lines （下转第2版）（上接第1版） are the engine's, where the two stand on different pages.
   */
  readonly continues?: RecordId | null
  /** 转版标题: a short title over a part that continues another, which has no other headline. */
  readonly jumpHeadline?: string | null
}

export type CaptionPlace = 'below' | 'above' | 'beside'

export interface PictureRecord {
  readonly type: 'picture'
  readonly id: RecordId
  readonly page: RecordId
  readonly order: number
  /** Id of the asset record; null is a place kept for a picture to come. */
  readonly asset: RecordId | null
  readonly caption: string | null
  /** 摄影 credit, set at the caption's end and kept whole. */
  readonly credit: string | null
  /** Whole cells, caption included. */
  readonly area: Area
  /** Where the caption stands in the area; `below` when left out. `beside` takes the last column of several. */
  readonly captionPlace?: CaptionPlace
  /** Part of the file that is shown; all of it when left out. */
  readonly crop?: Crop
  /** `cover` when left out. */
  readonly fit?: PictureFit
  readonly story: RecordId | null
}

export interface AdvertRecord {
  readonly type: 'advert'
  readonly id: RecordId
  readonly page: RecordId
  readonly order: number
  readonly name: string
  readonly asset: RecordId | null
  readonly area: Area
  readonly keyline: boolean
  /** As in {@link PictureRecord}; of a PDF, all is shown when `fit` is left out, since nothing of an advert may be cut unseen. */
  readonly crop?: Crop
  readonly fit?: PictureFit
  /** Of a PDF: its page, counted from 1; the first when left out. */
  readonly pdfPage?: number
  /** The editor takes a PDF as a picture of 300 ppi; left out, it is placed as vectors where it can be. */
  readonly pdfAs?: 'raster'
}

/** A rule, a box or 报花 that stands on the page on its own. */
export interface OrnamentRecord {
  readonly type: 'ornament'
  readonly id: RecordId
  readonly page: RecordId
  readonly order: number
  readonly area: Area
  readonly look: OrnamentLook
}

/** A picture file in the library. The bytes are kept outside the document, by their hash. */
export interface AssetRecord {
  readonly type: 'asset'
  /** `asset:` + the SHA-256 of the bytes in hexadecimal. */
  readonly id: RecordId
  readonly name: string
  readonly mime: 'image/jpeg' | 'image/png' | 'image/tiff' | 'image/webp' | 'application/pdf'
  /** Pixels, after EXIF rotation; of a PDF's first page at 300 ppi. */
  readonly width: number
  readonly height: number
  /** What follows is left out in documents of older versions, which did not look. */
  readonly colour?: 'grey' | 'rgb' | 'cmyk'
  /** Bits a channel. */
  readonly bits?: number
  /** Description of the colour profile inside the file; null where there is none. */
  readonly profile?: string | null
  /** Of a picture in inks: the sum of them that all but stray pixels keep to, 1 a solid plate. */
  readonly maxInk?: number
  /** Black and white without a grey: each dot is drawn, so that it wants more of them. */
  readonly lineArt?: true
  /** Of a PDF, and there always. */
  readonly pdf?: PdfFile
}

export type DocumentRecord =
  | IssueRecord
  | PageRecord
  | ArticleRecord
  | StoryRecord
  | PictureRecord
  | AdvertRecord
  | OrnamentRecord
  | AssetRecord

export type RecordOf<T extends DocumentRecord['type']> = Extract<DocumentRecord, { type: T }>

export interface Document {
  readonly records: Readonly<Record<RecordId, DocumentRecord>>
}

/** The record of that id and type, or undefined. */
export function record<T extends DocumentRecord['type']>(document: Document, type: T, id: RecordId): RecordOf<T> | undefined {
  const found = document.records[id]
  return found?.type === type ? (found as RecordOf<T>) : undefined
}

/** All records of a type; those with an `order` come in it, ties by id, so that every machine agrees. */
export function recordsOf<T extends DocumentRecord['type']>(document: Document, type: T): readonly RecordOf<T>[] {
  return listsOf(document).of(type, () => {
    const found = Object.values(document.records).filter((candidate) => candidate.type === type) as RecordOf<T>[]
    return found.toSorted((a, b) => orderOf(a) - orderOf(b) || (a.id < b.id ? -1 : 1))
  })
}

export function issueOf(document: Document): IssueRecord {
  const issue = record(document, 'issue', 'issue')
  if (!issue) throw new Error('a document has exactly one issue record')
  return issue
}

/** What is placed on a page. */
export type PlacedType = 'story' | 'picture' | 'advert' | 'ornament'

/** Stories, pictures, adverts and ornaments of a page, each list in painting order. */
export function placedOn<T extends PlacedType>(document: Document, type: T, page: RecordId): readonly RecordOf<T>[] {
  return listsOf(document).of(`${type} ${page}`, () => recordsOf(document, type).filter((candidate) => (candidate as RecordOf<PlacedType>).page === page))
}

/** Lists that were asked for. */
class Lists {
  private readonly known = new Map<string, readonly DocumentRecord[]>()

  /** A key stands for one list of one type. */
  of<T extends DocumentRecord['type']>(key: string, make: () => readonly RecordOf<T>[]): readonly RecordOf<T>[] {
    let list = this.known.get(key)
    if (!list) this.known.set(key, (list = make()))
    return list as readonly RecordOf<T>[]
  }
}

/** Documents are immutable, and each is asked for the same lists by the engine, the checks and the window. */
const lists = new WeakMap<Document, Lists>()

function listsOf(document: Document): Lists {
  let known = lists.get(document)
  if (!known) lists.set(document, (known = new Lists()))
  return known
}

function orderOf(candidate: DocumentRecord): number {
  return 'order' in candidate ? candidate.order : 0
}
