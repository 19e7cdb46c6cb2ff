/** What preflight (检查) says of a fault: an id for programs, a place, and a sentence for the editor. */
import { blockText } from '../document/blocks.ts'
import type { OrnamentLook } from '../document/decoration.ts'
import { faceNameOf } from '../document/faces-used.ts'
import type { LocalText } from '../document/local-text.ts'
import type { Document, RecordId } from '../document/records.ts'
import { record } from '../document/records.ts'
import { BUNDLED_FACES, type FaceId } from '../document/style.ts'
import type { ArticlePart } from '../typeset/frame.ts'
import type { PageResult } from '../typeset/result.ts'
import type { Fix } from './fix.ts'

export type FindingId =
  | 'overset'
  | 'underset'
  | 'too-wide'
  | 'missing-face'
  | 'not-embeddable'
  | 'missing-glyph'
  | 'fallback'
  | 'overlap'
  | 'outside-type-area'
  | 'bleed'
  | 'hairline'
  | 'small-type'
  | 'empty-area'
  | 'story-twice'
  | 'story-missing'
  | 'jump-pair'
  | 'stranded-line'
  | 'short-column'
  | 'page-order'
  | 'date-mismatch'
  | 'halfwidth-punctuation'
  | 'lone-ellipsis'
  | 'long-chain'
  | 'stray-space'
  | 'unpaired-quotes'
  | 'picture-missing'
  | 'low-ppi'
  | 'wasteful-ppi'
  | 'rgb'
  | 'advert-file'
  | 'advert-size'
  | 'advert-picture'
  | 'plate'
  | 'ink-limit'
  | 'overprint'
  | 'white-type'
  | 'missing-swatch'
  | 'mark-too-tall'
  | 'headline-clash'
  | 'headline-apart'
  | 'page-split'
  | 'open-gutter'
  | 'byline-form'
  | 'name-spelling'
  | 'mixed-numerals'

/** Code points of a part's text, `to` exclusive; of a block as `blockText` gives it. */
export interface FindingRange {
  readonly part: ArticlePart | 'caption' | 'credit'
  /** With part `block`: the block's index. */
  readonly block?: number
  readonly from: number
  readonly to: number
}

export interface Finding {
  readonly id: FindingId
  readonly severity: 'error' | 'warning'
  /** 版次; empty where no page is meant. */
  readonly page: string
  /** The story, picture, advert or article that is meant. */
  readonly story?: RecordId
  readonly range?: FindingRange
  readonly cell?: { readonly column: number; readonly line: number }
  /** From the cell on; one when left out. */
  readonly columns?: number
  readonly lines?: number
  readonly characters?: number
  /** What is wrong, where, and what to do. */
  readonly message: LocalText
  readonly fix?: Fix
}

/** A finding as the editor sees it. */
export interface ListedFinding extends Finding {
  /** Stays the same while the fault is the same; goes with the words that it is about. */
  readonly key: string
  /** Why the editor lets it stand. */
  readonly accepted?: string
}

/** A face that is at hand, as far as checks go. */
export interface KnownFace {
  readonly id: FaceId
  /** What editors call it. */
  readonly name: string
  /** Whether its maker allows it in print files. */
  readonly embeddable: boolean
}

/** What a check looks at: the document, and the results of the pages that were set. */
export interface Subject {
  readonly document: Document
  readonly results: readonly PageResult[]
  /** The faces of this machine; faces are not checked when left out. */
  readonly faces?: readonly KnownFace[]
  /** By article: half-width marks of its source that were mended when it was read in; told of issue folders, whose files still have them. */
  readonly slips?: ReadonlyMap<RecordId, number>
}

export type Check = (subject: Subject) => readonly Finding[]

export function faceLabel({ faces }: Pick<Subject, 'faces'>, id: FaceId): string {
  return Object.hasOwn(BUNDLED_FACES, id) ? faceNameOf(id) : (faces?.find((face) => face.id === id)?.name ?? faceNameOf(id))
}

/** How an editor knows a story, picture, advert, ornament or article in a sentence; empty for what is none of them. */
export function nameOf(document: Document, id: RecordId): LocalText {
  const candidate = document.records[id]
  if (candidate?.type === 'story') return nameOf(document, candidate.article)
  if (candidate?.type === 'article') {
    const words = candidate.headline || shorten(candidate.blocks[0] ? blockText(candidate.blocks[0]) : '')
    return { zh: `《${words || '无题稿件'}》`, en: words ? `“${words}”` : 'The article without a headline' }
  }
  if (candidate?.type === 'picture') {
    const words = shorten(candidate.caption ?? assetName(document, candidate.asset) ?? '')
    return { zh: `图片“${words || '未命名'}”`, en: `Picture “${words || 'unnamed'}”` }
  }
  if (candidate?.type === 'advert') return { zh: `广告“${candidate.name}”`, en: `Advert “${candidate.name}”` }
  if (candidate?.type === 'ornament') return ORNAMENT_NAMES[candidate.look.kind]
  return { zh: '', en: '' }
}

const ORNAMENT_NAMES: Readonly<Record<OrnamentLook['kind'], LocalText>> = {
  rule: { zh: '线条', en: 'A rule' },
  box: { zh: '方框', en: 'A box' },
  figure: { zh: '报花', en: 'An ornament' },
}

function assetName(document: Document, asset: RecordId | null): string | undefined {
  return asset === null ? undefined : record(document, 'asset', asset)?.name
}

function shorten(text: string): string {
  const characters = Array.from(text)
  return characters.length > 12 ? `${characters.slice(0, 12).join('')}…` : text
}
