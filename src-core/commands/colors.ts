/** Colours: of a story's titles and text, of a page's red plate, and the house's swatches. */
import type { Change } from '../document/change.ts'
import type { HeadlinePart } from '../document/headline.ts'
import { record, type Document, type PageInks, type RecordId } from '../document/records.ts'
import type { ColorChoice, SwatchId } from '../document/swatches.ts'
import { replace } from './edits.ts'
import { setHeadlineChoices } from './headlines.ts'

export type ColoredPart = HeadlinePart | 'text'

/** Null goes back to the house's colour, of text to black. */
export function setStoryColor(document: Document, id: RecordId, part: ColoredPart, choice: ColorChoice | null): Change | null {
  const story = record(document, 'story', id)
  if (!story) return null
  if (part !== 'text') {
    const { [part]: _, ...others } = story.headline?.colors ?? {}
    const colors = choice ? { ...others, [part]: choice } : others
    return setHeadlineChoices(document, id, { colors: Object.keys(colors).length > 0 ? colors : null })
  }
  const { color: _, ...black } = story
  return replace(document, choice ? { ...black, color: choice } : black)
}

/** The plates of a page; `red` is the spot colour of a red plate, null for magenta and yellow. */
export function setPlates(document: Document, id: RecordId, inks: PageInks, red: SwatchId | null = null): Change | null {
  const page = record(document, 'page', id)
  if (!page) return null
  const { red: _, ...plain } = page
  return replace(document, { ...plain, inks, ...(inks === 'k+red' && red !== null ? { red } : {}) })
}
