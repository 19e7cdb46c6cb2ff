import { Button } from '@mantine/core'
import { IconLayoutBoardSplit } from '@tabler/icons-react'
import { memo } from 'react'
import type { RecordId, StoryRecord } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { placeOnShownPage } from '../pool/place-article.ts'
import { useRecord, useRecords } from '../records.ts'
import { StoryText } from '../story-text/story-text.tsx'
import { ArticleCounts } from './article-counts.tsx'
import { Notes } from './notes.tsx'
import { RareCharacters } from './rare-characters.tsx'
import styles from './inspector.module.css'

/** An article of the pool, placed or not. What is written in it is no reason to render anything but its counts. */
export const ArticleInspector = memo(function ArticleInspector({ article }: { readonly article: RecordId }) {
  const editorWindow = useWindow()
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const stories = useRecords('story').filter((story) => story.article === article)
  return (
    <>
      <div className={styles.where}>
        <span>
          <ArticleCounts article={article} />
        </span>
        {stories.length === 0 && !readOnly && (
          <Button variant="light" leftSection={<IconLayoutBoardSplit size={15} aria-hidden />} onClick={() => void placeOnShownPage(editorWindow, article)}>
            {text.story.place}
          </Button>
        )}
        {stories.map((story) => (
          <GoToStory key={story.id} story={story} />
        ))}
      </div>
      <StoryText article={article} />
      <RareCharacters article={article} />
      <Notes article={article} />
    </>
  )
})

function GoToStory({ story }: { readonly story: StoryRecord }) {
  const { session } = useWindow()
  const text = useText()
  const page = useRecord('page', story.page)
  const go = () => {
    session.showPage(story.page)
    session.select({ kind: 'record', id: story.id })
  }
  return (
    page && (
      <Button variant="light" onClick={go}>
        {text.story.goTo(text.unit.page(page.number, page.section))}
      </Button>
    )
  )
}
