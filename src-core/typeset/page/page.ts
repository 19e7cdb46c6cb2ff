/** A page from its records: folio, rules and boxes, then the stories in order, each with its pictures, then what stands alone. */
import { isInTheWay } from '../../document/decoration.ts'
import { POINTS_PER_MILLIMETRE, typeArea } from '../../document/grid.ts'
import { issueOf, placedOn, record, type AdvertRecord, type AssetRecord, type Document, type PageRecord, type PictureRecord, type RecordId } from '../../document/records.ts'
import { roundLength, type GroupItem } from '../frame.ts'
import type { LayoutNote, PageResult, StoryFit } from '../result.ts'
import { setAdvert } from './advert.ts'
import type { Composer } from './composer.ts'
import { setOrnament } from './decoration/ornament.ts'
import { setFolio } from './folio.ts'
import { roundRect } from './keyline.ts'
import { Memory } from './memory.ts'
import { obstaclesOn, setStory } from './parts.ts'
import { setPicture } from './picture.ts'
import { columnRules } from './rules.ts'
import type { StoryLayout } from './story.ts'

/** What a page's records were set to, from one layout of the page to the next. */
export class PageMemory {
  readonly alone = new Memory<StoryLayout>()
  readonly others = new Memory<SetItem>()
  /** Shared by all pages: a part is set for its own page and for those that go on with it. */
  readonly parts: Memory<StoryLayout>

  constructor(parts: Memory<StoryLayout>) {
    this.parts = parts
  }

  endTurn({ records }: Document): void {
    this.alone.endTurn()
    this.others.endTurn()
    this.parts.endTurn((id) => records[id] !== undefined)
  }
}

/** Something set, other than a story. */
interface SetItem {
  readonly group: GroupItem
  readonly notes: readonly LayoutNote[]
}

export function setPage(composer: Composer, document: Document, page: PageRecord, memory: PageMemory): PageResult {
  const issue = issueOf(document)
  const { style } = issue
  const { grid, inks, red } = page
  const stories = placedOn(document, 'story', page.id)
  const pictures = placedOn(document, 'picture', page.id)
  const adverts = placedOn(document, 'advert', page.id)
  const ornaments = placedOn(document, 'ornament', page.id)
  const obstacles = obstaclesOn(document, page.id)

  const assetOf = (id: RecordId | null): AssetRecord | null => (id === null ? null : (record(document, 'asset', id) ?? null))
  const setOne = (one: PictureRecord | AdvertRecord): SetItem => {
    const asset = assetOf(one.asset)
    return memory.others.recall(one.id, [composer, style, grid, one, asset, inks, red], () =>
      one.type === 'picture' ? setPicture(composer, style, page, one, asset) : setAdvert(composer, style, page, one, asset),
    )
  }

  const ornamentsOf = (inTheWay: boolean): readonly GroupItem[] =>
    ornaments
      .filter(({ look }) => isInTheWay(look) === inTheWay)
      .map((ornament) => memory.others.recall(ornament.id, [style, grid, ornament, inks, page.red], () => ({ group: setOrnament(style, grid, page, ornament), notes: [] })).group)

  const folio = memory.others.recall('folio', [composer, issue, page], () => setFolio(composer, issue, page))
  const rules = columnRules(grid, style, page, stories, ornaments, obstacles)
  const fits: StoryFit[] = []
  const set: SetItem[] = []
  for (const story of stories) {
    const layout = setStory(composer, document, page, obstacles, story, memory)
    if (layout) {
      fits.push(layout.fit)
      set.push(layout)
    }
    set.push(...pictures.filter((picture) => picture.story === story.id).map(setOne))
  }
  set.push(...pictures.filter((picture) => !stories.some(({ id }) => id === picture.story)).map(setOne), ...adverts.map(setOne))
  memory.endTurn(document)
  return {
    frame: {
      page: { id: page.id, number: page.number, section: page.section },
      trim: { width: roundLength(grid.trim.width * POINTS_PER_MILLIMETRE), height: roundLength(grid.trim.height * POINTS_PER_MILLIMETRE) },
      bleed: 0,
      typeArea: roundRect(typeArea(grid)),
      items: [folio.group, ...(rules.length > 0 ? [{ kind: 'group', record: null, items: rules } as const] : []), ...ornamentsOf(false), ...set.map(({ group }) => group), ...ornamentsOf(true)],
    },
    stories: fits,
    notes: [folio, ...set].flatMap(({ notes }) => notes),
  }
}
