import { setStoryColor, type ColoredPart } from '../../../src-core/commands/colors.ts'
import { headlineColors, type HeadlinePart } from '../../../src-core/document/headline.ts'
import type { StoryRecord } from '../../../src-core/document/records.ts'
import type { ColorChoice } from '../../../src-core/document/swatches.ts'
import { headlineColumns } from '../../editor/story-fit.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { ColorField } from '../fields/color-field.tsx'
import { Section } from '../fields/section.tsx'
import { useIssue, useRecord } from '../records.ts'

const PARTS: readonly HeadlinePart[] = ['kicker', 'headline', 'subtitle']

/** Colours of the titles that the article has, and of the text under them. */
export function StoryColors({ story }: { readonly story: StoryRecord }) {
  const command = useCommand()
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const style = useIssue()?.style
  const page = useRecord('page', story.page)
  const article = useRecord('article', story.article)
  const columns = useEditor((state) => headlineColumns(state, story.id))
  if (!style || !page || !article) return null
  const titles = story.continues ? PARTS.filter((part) => part === 'headline' && story.jumpHeadline) : PARTS.filter((part) => article[part])
  const colors = headlineColors(style, story, columns)
  const set = (part: ColoredPart) => (choice: ColorChoice | undefined) => command((now) => setStoryColor(now, story.id, part, choice ?? null))
  return (
    <Section title={text.colors.title}>
      {titles.map((part) => {
        const { story: own, house } = colors[part]
        return (
          <ColorField
            key={part}
            label={text.role[part]}
            value={own}
            unset={house ? text.colors.asHouse : text.colors.black}
            {...(house ? { standard: house } : {})}
            plates={page}
            disabled={readOnly}
            onChange={set(part)}
          />
        )
      })}
      <ColorField label={text.colors.body} value={story.color} unset={text.colors.black} plates={page} disabled={readOnly} onChange={set('text')} />
    </Section>
  )
}
