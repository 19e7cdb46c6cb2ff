import { Button } from '@mantine/core'
import { IconLayoutBoardSplit } from '@tabler/icons-react'
import { record, recordsOf, type ArticleRecord } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { bodyLength } from '../pool/pool-rows.ts'
import { placeOnShownPage } from '../pool/place-article.ts'
import { StoryText } from '../story-text/story-text.tsx'
import { Notes } from './notes.tsx'
import styles from './inspector.module.css'

/** An article of the pool, placed or not. */
export function ArticleInspector({ article }: { readonly article: ArticleRecord }) {
  const editorWindow = useWindow()
  const { session } = editorWindow
  const text = useText()
  const document = useEditor((state) => state.document)
  const readOnly = useEditor((state) => state.readOnly)
  if (!document) return null
  const stories = recordsOf(document, 'story').filter((story) => story.article === article.id)
  return (
    <>
      <div className={styles.where}>
        <span>{text.story.counts(bodyLength(article), article.blocks.filter((block) => block.role === 'paragraph').length)}</span>
        {stories.length === 0 && !readOnly && (
          <Button variant="light" leftSection={<IconLayoutBoardSplit size={15} aria-hidden />} onClick={() => void placeOnShownPage(editorWindow, article.id)}>
            {text.story.place}
          </Button>
        )}
        {stories.map((story) => {
          const page = record(document, 'page', story.page)
          return (
            <Button
              key={story.id}
              variant="light"
              onClick={() => {
                session.showPage(story.page)
                session.select({ kind: 'record', id: story.id })
              }}
            >
              {text.story.goTo(page ? text.unit.page(page.number, page.section) : '')}
            </Button>
          )
        })}
      </div>
      <StoryText article={article.id} />
      <Notes article={article} />
    </>
  )
}
