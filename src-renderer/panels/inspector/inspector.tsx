/** 属性: what is selected, and everything that can be said about it. With nothing selected: the page and the issue. */
import { CloseButton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { AdvertInspector } from './advert-inspector.tsx'
import { ArticleInspector } from './article-inspector.tsx'
import { IssueInspector } from './issue-inspector.tsx'
import { PageInspector } from './page-inspector.tsx'
import { PictureInspector } from './picture-inspector.tsx'
import { StoryInspector } from './story-inspector.tsx'
import styles from './inspector.module.css'

/** Not needed to show a page. */
const OrnamentInspector = lazy(() => import('./ornament-inspector.tsx'))

export function Inspector() {
  const { session } = useWindow()
  const text = useText()
  const selected = useEditor(({ document, selection }) => (selection.kind === 'record' ? document?.records[selection.id] : undefined))
  const page = useEditor(({ document, page: shown }) => (shown === null ? undefined : document?.records[shown]))

  const [title, view] = (() => {
    switch (selected?.type) {
      case 'story':
        return [text.inspector.story, <StoryInspector key={selected.id} story={selected} />] as const
      case 'article':
        return [text.inspector.article, <ArticleInspector key={selected.id} article={selected.id} />] as const
      case 'picture':
        return [text.inspector.picture, <PictureInspector key={selected.id} picture={selected} />] as const
      case 'advert':
        return [text.inspector.advert, <AdvertInspector key={selected.id} advert={selected} />] as const
      case 'ornament':
        return [text.inspector.ornament[selected.look.kind], <OrnamentInspector key={selected.id} ornament={selected} />] as const
      default:
        return [text.inspector.nothing, null] as const
    }
  })()
  return (
    <aside className={styles.pane} aria-label={text.inspector.title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {view && <CloseButton size="sm" aria-label={text.inspector.deselect} title={text.inspector.deselect} onClick={() => session.select({ kind: 'none' })} />}
      </header>
      <div className={styles.body}>
        <Suspense>
          {view ?? (
            <>
              {page?.type === 'page' && <PageInspector key={page.id} page={page} />}
              <IssueInspector />
            </>
          )}
        </Suspense>
      </div>
    </aside>
  )
}
