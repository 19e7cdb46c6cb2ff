/** What a page's inks are used for, as checks of colours need it: each record's items of one kind and one colour together. */
import type { HeadlinePart } from '../document/headline.ts'
import type { LocalText } from '../document/local-text.ts'
import { record, type Document, type RecordId, type StoryHeadline, type StoryRecord } from '../document/records.ts'
import type { Ink } from '../document/swatches.ts'
import type { FrameItem, GroupItem, PictureItem } from '../typeset/frame.ts'
import { nameOf, type Finding, type FindingRange } from './finding.ts'
import type { Fix } from './fix.ts'
import { ownedItems } from './owned-items.ts'
import { remembered } from './remember.ts'

export type InkKind = 'standingHead' | HeadlinePart | 'text' | 'ground' | 'lines'

export interface InkUse {
  /** Null for what belongs to the page: its folio, its column rules. */
  readonly owner: RecordId | null
  readonly kind: InkKind
  readonly ink: Ink
  /** The words of the first part that is printed so. */
  readonly range?: FindingRange
}

type Drawn = Exclude<FrameItem, GroupItem | PictureItem>

const KINDS: Readonly<Record<InkKind, LocalText>> = {
  standingHead: { zh: '栏头', en: 'standing head' },
  kicker: { zh: '引题', en: 'kicker' },
  headline: { zh: '主题', en: 'headline' },
  subtitle: { zh: '副题', en: 'subtitle' },
  text: { zh: '文字', en: 'text' },
  ground: { zh: '底色', en: 'ground' },
  lines: { zh: '线条', en: 'lines' },
}

/** Everything drawn with other inks than black, and nothing on bare paper; pictures have checks of their own. */
export const inkUses = remembered(usesIn)

function usesIn(items: readonly FrameItem[]): readonly InkUse[] {
  const uses = new Map<string, InkUse>()
  for (const { owner, item } of ownedItems(items)) {
    if (item.kind === 'picture' || (item.kind !== 'fill' && isBlackOnly(item))) continue
    for (const ink of inksOf(item)) {
      if (isBlackOnly(ink)) continue
      const kind = kindOf(item)
      const key = JSON.stringify([owner, kind, ink.spot ?? ink.color])
      const range = extended(uses.get(key)?.range, rangeOf(item))
      uses.set(key, { owner, kind, ink, ...(range ? { range } : {}) })
    }
  }
  return [...uses.values()]
}

/** A gradient's ends: between them there is no more of any ink. */
function inksOf(item: Drawn): readonly Ink[] {
  if (item.kind !== 'fill' || !item.gradient) return [item]
  const { to, toSpot } = item.gradient
  return [item, { color: to, ...(toSpot ? { spot: toSpot } : {}) }]
}

/** On the plate that every page has; bare paper is on none. */
function isBlackOnly({ color: [cyan, magenta, yellow], spot }: Ink): boolean {
  return cyan === 0 && magenta === 0 && yellow === 0 && !spot
}

function kindOf(item: Drawn): InkKind {
  if (item.kind === 'fill') return 'ground'
  if (item.kind !== 'glyphs') return 'lines'
  const part = item.source?.part
  return part === 'standingHead' || part === 'kicker' || part === 'headline' || part === 'subtitle' ? part : 'text'
}

function rangeOf(item: Drawn): FindingRange | undefined {
  const source = item.kind === 'glyphs' ? item.source : null
  if (!source || source.part === 'furniture' || source.part === 'credit' || source.part === 'jump') return undefined
  const { part, block, from, to } = source
  return { part, ...(block === undefined ? {} : { block }), from, to }
}

/** On to the end of its part. */
function extended(range: FindingRange | undefined, next: FindingRange | undefined): FindingRange | undefined {
  if (!range || !next || range.part !== next.part || range.block !== next.block) return range ?? next
  return { ...range, to: Math.max(range.to, next.to) }
}

/** 《…》的主题用的颜色（C100 M60） */
export function useLabel(document: Document, { owner, kind, ink }: InkUse): LocalText {
  const name = owner === null ? { zh: '版面', en: 'The page' } : nameOf(document, owner)
  const inks = inkLabel(ink)
  return { zh: `${name.zh}的${KINDS[kind].zh}用色（${inks}）`, en: `${name.en}: the colour of its ${KINDS[kind].en} (${inks})` }
}

/** C100 M60; a spot's name, and how much of it. */
export function inkLabel({ color, spot }: Ink): string {
  const percent = (share: number) => Math.round(share * 100)
  if (spot) return spot.tint === 1 ? spot.name : `${spot.name} ${percent(spot.tint)}%`
  return ['C', 'M', 'Y', 'K'].flatMap((plate, index) => (color[index]! > 0 ? [`${plate}${percent(color[index]!)}`] : [])).join(' ')
}

export function usePlace({ owner, range }: InkUse): Pick<Finding, 'story' | 'range'> {
  return { ...(owner === null ? {} : { story: owner }), ...(range ? { range } : {}) }
}

/** The words in black again, where it was their own story that chose the colour. */
export function blackFix(document: Document, { owner, kind }: InkUse): { readonly fix?: Fix } {
  const story = owner === null ? undefined : record(document, 'story', owner)
  if (!story) return {}
  const fields = kind === 'text' ? (story.color ? { color: undefined } : null) : isTitle(kind) ? blackTitle(story, kind) : null
  return fields ? { fix: { label: { zh: '改为黑色', en: 'Print in black' }, steps: [{ kind: 'set', record: story.id, fields }] } } : {}
}

function isTitle(kind: InkKind): kind is HeadlinePart {
  return kind === 'headline' || kind === 'kicker' || kind === 'subtitle'
}

function blackTitle({ headline }: StoryRecord, part: HeadlinePart): { readonly headline: StoryHeadline | null } | null {
  const own = headline?.[part]
  if (!headline || (!headline.colors?.[part] && !own?.color)) return null
  const { colors, ...rest } = headline
  const { [part]: _, ...otherColors } = colors ?? {}
  const setting = own && { face: own.face, size: own.size }
  const fields = { ...rest, ...(Object.keys(otherColors).length > 0 ? { colors: otherColors } : {}), ...(setting ? { [part]: setting } : {}) }
  return { headline: Object.keys(fields).length > 0 ? fields : null }
}
