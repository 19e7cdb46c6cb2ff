/** The little labels that say how a story fits: 多 3 行（39 字） in red, 缺 2 行（26 字） in amber, 正好 while it matters. */
import { areaOfLegs } from '../../src-core/commands/areas.ts'
import { areaRect } from '../../src-core/document/grid.ts'
import { placedOn, record, type Document, type RecordId } from '../../src-core/document/records.ts'
import type { PageResult, StoryFit } from '../../src-core/typeset/result.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { toWindow, type Camera } from './camera.ts'

export interface FitTag {
  readonly story: RecordId
  readonly text: string
  readonly tone: 'over' | 'under' | 'fits'
  /** The tag's bottom corner in the window: the right one, or the left where vertical text ends. */
  readonly corner: 'right' | 'left'
  readonly x: number
  readonly y: number
}

/** @param minded stories that are selected or under way: their tag is shown also when all is well. */
export function fitTags(document: Document, page: RecordId, result: PageResult, camera: Camera, minded: ReadonlySet<RecordId>, text: Catalogue['unit']): readonly FitTag[] {
  const grid = record(document, 'page', page)?.grid
  if (!grid) return []
  const fits = new Map(result.stories.map((fit) => [fit.story, fit]))
  return placedOn(document, 'story', page).flatMap((story) => {
    const fit = fits.get(story.id)
    const label = fit && labelOf(fit, text)
    if (!label || (label.tone === 'fits' && !minded.has(story.id))) return []
    const rect = areaRect(grid, areaOfLegs(story.legs))
    const corner = story.writing === 'vertical' ? 'left' : 'right'
    const last = corner === 'left' ? story.legs[0]! : story.legs.at(-1)!
    const foot = areaRect(grid, { column: last.column, line: last.to - 1, columns: 1, lines: 1 })
    const { x, y } = toWindow(camera, { x: corner === 'left' ? rect.x : rect.x + rect.width, y: foot.y + foot.height })
    return [{ story: story.id, ...label, corner, x, y }]
  })
}

export function labelOf({ overset, underset }: StoryFit, text: Catalogue['unit']): { readonly text: string; readonly tone: FitTag['tone'] } {
  if (overset) return { text: text.overset(overset.lines, overset.characters), tone: 'over' }
  if (underset) return { text: text.underset(underset.lines, underset.characters), tone: 'under' }
  return { text: text.fits, tone: 'fits' }
}

/** Shows tags as elements, so that they can be read by whoever cannot see the canvas, and by tests. */
export function createTagLayer(layer: HTMLElement): { show(tags: readonly FitTag[]): void } {
  const elements = new Map<RecordId, HTMLElement>()
  return {
    show(tags) {
      const shown = new Set(tags.map(({ story }) => story))
      for (const [story, element] of elements) {
        if (shown.has(story)) continue
        element.remove()
        elements.delete(story)
      }
      for (const { story, text, tone, corner, x, y } of tags) {
        const element = elements.get(story) ?? newTag(layer)
        elements.set(story, element)
        if (element.textContent !== text) element.textContent = text
        element.dataset['tone'] = tone
        element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px) translate(${corner === 'left' ? '0' : '-100%'}, -100%)`
      }
    },
  }
}

function newTag(layer: HTMLElement): HTMLElement {
  const element = document.createElement('span')
  layer.append(element)
  return element
}
