import { ActionIcon } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { setHeadline } from '../../../src-core/commands/stories.ts'
import { headlineSettings, type HeadlinePart } from '../../../src-core/document/headline.ts'
import { issueOf, type ArticleRecord, type StoryRecord } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { Section } from '../fields/section.tsx'
import { FaceSelect, SizeSelect } from '../house/type-selects.tsx'
import styles from './inspector.module.css'

const PARTS: readonly HeadlinePart[] = ['kicker', 'headline', 'subtitle']

/** Face and 号 of each title that the article has: from the house's table, or this story's own. */
export function HeadlineSettings({ story, article }: { readonly story: StoryRecord; readonly article: ArticleRecord }) {
  const command = useCommand()
  const text = useText()
  const document = useEditor((state) => state.document)
  const readOnly = useEditor((state) => state.readOnly)
  if (!document) return null
  const { style } = issueOf(document)
  const settings = headlineSettings(style, story)
  const parts = PARTS.filter((part) => (article[part] ?? '') !== '')
  if (parts.length === 0) return null
  return (
    <Section title={text.story.title} aside={story.headline ? null : text.story.fromTable}>
      {parts.map((part) => {
        const setting = settings[part]
        const own = story.headline?.[part] !== undefined
        return (
          <div key={part} className={styles.setting}>
            <span>{text.role[part]}</span>
            <FaceSelect
              label={`${text.role[part]} ${text.story.face}`}
              value={setting.face}
              disabled={readOnly}
              onChange={(face) => command((now) => setHeadline(now, story.id, part, { ...setting, face }))}
            />
            <SizeSelect
              label={`${text.role[part]} ${text.house.sizes}`}
              sizes={style.sizes}
              value={setting.size}
              disabled={readOnly}
              onChange={(size) => command((now) => setHeadline(now, story.id, part, { ...setting, size }))}
            />
            {own && !readOnly && (
              <ActionIcon size={24} aria-label={`${text.role[part]} ${text.story.followTable}`} title={text.story.followTable} onClick={() => command((now) => setHeadline(now, story.id, part, null))}>
                <IconRestore size={14} aria-hidden />
              </ActionIcon>
            )}
          </div>
        )
      })}
    </Section>
  )
}
