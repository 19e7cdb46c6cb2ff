import { setHeadlineBand, setStoryFrame, setStoryTint } from '../../../src-core/commands/decoration.ts'
import type { StoryRecord } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { Section } from '../fields/section.tsx'
import { useRecord } from '../records.ts'
import { FrameFields } from './frame-fields.tsx'
import { PaintFields } from './paint-fields.tsx'
import styles from './decoration.module.css'

/** What a 底纹 and a band begin with: a light screen, and solid black. */
const USUAL_TINT = { swatch: 'black', tint: 0.1 }
const USUAL_BAND = { swatch: 'black' }

/** Frame and 底纹 of a story, and the band behind its titles. */
export default function StoryDecoration({ story }: { readonly story: StoryRecord }) {
  const command = useCommand()
  const text = useText().decoration
  const disabled = useEditor((state) => state.readOnly)
  const page = useRecord('page', story.page)
  if (!page) return null
  const frame = story.frame ?? (story.boxed ? { border: 'thin' as const } : undefined)
  return (
    <Section title={text.title}>
      <FrameFields value={frame} plates={page} disabled={disabled} onChange={(chosen) => command((now) => setStoryFrame(now, story.id, chosen ?? null))} />
      <span className={styles.legend}>{text.tint}</span>
      <PaintFields label={text.tint} value={story.tint} usual={USUAL_TINT} plates={page} disabled={disabled} onChange={(paint) => command((now) => setStoryTint(now, story.id, paint ?? null))} />
      <span className={styles.legend}>{text.band}</span>
      <PaintFields label={text.band} value={story.headline?.band} usual={USUAL_BAND} plates={page} disabled={disabled} onChange={(paint) => command((now) => setHeadlineBand(now, story.id, paint ?? null))} />
    </Section>
  )
}
