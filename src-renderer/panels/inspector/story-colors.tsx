import { Fragment } from 'react'
import { setStoryColor, type ColoredPart } from '../../../src-core/commands/colors.ts'
import { headlineColors, type HeadlinePart } from '../../../src-core/document/headline.ts'
import type { StoryRecord } from '../../../src-core/document/records.ts'
import type { ColorChoice } from '../../../src-core/document/swatches.ts'
import { isDark } from '../../../src-core/typeset/page/decoration/fill.ts'
import { headlineColumns } from '../../editor/story-fit.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { ColorField, type ColorFieldProps } from '../fields/color-field.tsx'
import { Section } from '../fields/section.tsx'
import { useIssue, useRecord } from '../records.ts'
import styles from './story-colors.module.css'

const PARTS: readonly HeadlinePart[] = ['kicker', 'headline', 'subtitle']

/** Colours of the titles that the article has, and of the text under them. */
export default function StoryColors({ story }: { readonly story: StoryRecord }) {
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
  /** Without a colour of its own a title has the house's; on a band, what is read there. */
  const usual = (part: HeadlinePart): Pick<ColorFieldProps, 'unset' | 'standard'> => {
    const band = story.headline?.band
    const { house } = colors[part]
    if (band) return { unset: text.colors.onBand, ...(isDark(band, style, page) ? { standard: { swatch: 'paper' } } : {}) }
    return house ? { unset: text.colors.asHouse, standard: house } : { unset: text.colors.black }
  }
  return (
    <Section title={text.colors.title}>
      <div className={styles.colors}>
        {titles.map((part) => (
          <Fragment key={part}>
            <span>{text.role[part]}</span>
            <ColorField hideLabel label={text.role[part]} value={colors[part].story} {...usual(part)} plates={page} disabled={readOnly} onChange={set(part)} />
          </Fragment>
        ))}
        <span>{text.colors.body}</span>
        <ColorField hideLabel label={text.colors.body} value={story.color} unset={text.colors.black} plates={page} disabled={readOnly} onChange={set('text')} />
      </div>
    </Section>
  )
}
