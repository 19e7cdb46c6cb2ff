import { ActionIcon } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { useShallow } from 'zustand/react/shallow'
import { setHeadline } from '../../../src-core/commands/headlines.ts'
import { partBefore } from '../../../src-core/document/chains.ts'
import { headlineSettings, type HeadlinePart } from '../../../src-core/document/headline.ts'
import { record, type StoryRecord } from '../../../src-core/document/records.ts'
import type { TextSetting, TypeSizeName } from '../../../src-core/document/style.ts'
import { headlineColumns } from '../../editor/story-fit.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { Section } from '../fields/section.tsx'
import { useIssue } from '../records.ts'
import { FaceSelect } from '../faces/face-select.tsx'
import { SizeField } from '../fields/size-field.tsx'
import { HeadlineForm } from './headline-form.tsx'
import styles from './inspector.module.css'

const PARTS: readonly HeadlinePart[] = ['kicker', 'headline', 'subtitle']

/** Face and 号 of each title that the article has: from the house's table, or this story's own. */
export function HeadlineSettings({ story }: { readonly story: StoryRecord }) {
  const command = useCommand()
  const text = useText()
  const style = useIssue()?.style
  const columns = useEditor((state) => headlineColumns(state, story.id))
  const parts = useEditor(
    useShallow(({ document }) => {
      const article = document && record(document, 'article', story.article)
      if (document && partBefore(document, story)) return PARTS.filter((part) => part === 'headline' && story.jumpHeadline)
      return PARTS.filter((part) => article?.[part])
    }),
  )
  if (!style || parts.length === 0) return null
  const settings = headlineSettings(style, story, columns)
  return (
    <Section title={text.story.title} aside={PARTS.some((part) => story.headline?.[part]) ? null : text.story.fromTable}>
      <div className={styles.settings}>
        {parts.map((part) => (
          <PartSetting
            key={part}
            part={part}
            setting={settings[part]}
            own={story.headline?.[part] !== undefined}
            sizes={style.sizes}
            onChange={(setting) => command((now) => setHeadline(now, story.id, part, setting))}
          />
        ))}
      </div>
      {!story.continues && <HeadlineForm story={story} />}
    </Section>
  )
}

interface PartSettingProps {
  readonly part: HeadlinePart
  readonly setting: TextSetting
  /** Set apart from the house's table. */
  readonly own: boolean
  readonly sizes: readonly TypeSizeName[]
  /** Null follows the table again. */
  onChange(setting: TextSetting | null): void
}

function PartSetting({ part, setting, own, sizes, onChange }: PartSettingProps) {
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const name = text.role[part]
  return (
    <div className={styles.setting}>
      <span>{name}</span>
      <FaceSelect label={`${name} ${text.story.face}`} value={setting.face} disabled={readOnly} onChange={(face) => onChange({ ...setting, face })} />
      <SizeField hideLabel label={`${name} ${text.house.sizes}`} sizes={sizes} value={setting.size} disabled={readOnly} onCommit={(size) => onChange({ ...setting, size })} />
      <span>
        {own && !readOnly && (
          <ActionIcon size={24} aria-label={`${name} ${text.story.followTable}`} title={text.story.followTable} onClick={() => onChange(null)}>
            <IconRestore size={14} aria-hidden />
          </ActionIcon>
        )}
      </span>
    </div>
  )
}
