/**
 * The engine: document + faces → frames. Pure; what it remembers changes nothing but how long an answer takes. Records
 * are immutable, so a story that has the same records about it as before has the same frames as before.
 */
import type { Area, Leg } from '../document/grid.ts'
import { issueOf, record, type Document, type PageRecord, type RecordId, type StoryRecord } from '../document/records.ts'
import type { HouseStyle } from '../document/style.ts'
import type { FaceSet } from '../fonts/face.ts'
import { houseFaces } from '../fonts/house-faces.ts'
import { Memory } from './page/memory.ts'
import { PageMemory, setPage } from './page/page.ts'
import { obstaclesOn, partOf } from './page/parts.ts'
import { layoutStory, type StoryLayout } from './page/story.ts'
import { TextComposer } from './page/text-composer.ts'
import type { PageResult } from './result.ts'

export interface Engine {
  /** Throws where the document has no such page. */
  layoutPage(document: Document, page: RecordId): PageResult
  /**
   * The area that a story of that article needs from a cell down and so many columns wide, beside the page's pictures and
   * adverts, whatever other stories stand there; down to the page's foot where that is not enough. With `continues`, for
   * what that story, the last part of its article, would leave to it.
   */
  fittingArea(document: Document, page: RecordId, article: RecordId, place: Pick<Area, 'column' | 'line' | 'columns'>, continues?: RecordId): Area
}

export function createEngine(faces: FaceSet): Engine {
  return new MemoizingEngine(faces)
}

class MemoizingEngine implements Engine {
  private readonly faces: FaceSet
  private readonly pages = new Map<RecordId, PageMemory>()
  private readonly parts = new Memory<StoryLayout>()
  private composedFor = ''
  private composer: TextComposer | null = null

  constructor(faces: FaceSet) {
    this.faces = faces
  }

  layoutPage(document: Document, pageId: RecordId): PageResult {
    const page = pageOf(document, pageId)
    let memory = this.pages.get(pageId)
    if (!memory) this.pages.set(pageId, (memory = new PageMemory(this.parts)))
    return setPage(this.composerFor(issueOf(document).style), document, page, memory)
  }

  fittingArea(document: Document, pageId: RecordId, articleId: RecordId, place: Pick<Area, 'column' | 'line' | 'columns'>, continues?: RecordId): Area {
    const page = pageOf(document, pageId)
    const { grid } = page
    const article = record(document, 'article', articleId)
    if (!article) throw new Error(`no article ${articleId} in the document`)
    const { style } = issueOf(document)
    const composer = this.composerFor(style)
    const obstacles = obstaclesOn(document, pageId)
    const legsTo = (to: number) => Array.from({ length: place.columns }, (_, index): Leg => ({ column: place.column + index, from: place.line, to }))
    const meant: StoryRecord = { type: 'story', id: '', page: pageId, article: articleId, order: 0, legs: legsTo(grid.lines), measure: null, headline: null, boxed: false, continues: continues ?? null }
    const part = partOf(composer, { records: { ...document.records, [meant.id]: meant } }, meant, { alone: new Memory(), parts: this.parts })
    const footWithin = (to: number): number | null => layoutStory({ composer, style, grid, plates: page, story: { ...meant, legs: legsTo(to) }, article, obstacles, part }).foot
    // What it needs of the whole page below is what it needs of an area, but where a picture just under the foot moves the headline.
    let foot = Math.max(place.line + 1, footWithin(grid.lines) ?? grid.lines)
    while (foot < grid.lines && footWithin(foot) === null) foot += 1
    return { ...place, lines: foot - place.line }
  }

  /** Shaping depends on the faces as the house uses them, and on its line style; another style starts anew. */
  private composerFor(style: HouseStyle): TextComposer {
    const { line, composites, fallbacks } = style
    const key = JSON.stringify([line, composites, fallbacks])
    if (!this.composer || key !== this.composedFor) this.composer = new TextComposer(houseFaces(this.faces, style), line)
    this.composedFor = key
    return this.composer
  }
}

function pageOf(document: Document, id: RecordId): PageRecord {
  const page = record(document, 'page', id)
  if (!page) throw new Error(`no page ${id} in the document`)
  return page
}
