/** The window: the bar, the pages and the pool on the left, the page in the middle, the inspector on the right. */
import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { ArchiveView } from './panels/archive/archive-view.tsx'
import { TopBar } from './panels/bar/top-bar.tsx'
import { Dialogs } from './panels/dialogs.tsx'
import { useWindow, WindowContext, type EditorWindow } from './panels/editor-window.ts'
import { FindingsStrip } from './panels/findings/findings-strip.tsx'
import { Inspector } from './panels/inspector/inspector.tsx'
import { useShortcuts } from './panels/keys/shortcuts.ts'
import { PANE_IDS } from './panels/keys/panes.ts'
import { Corner } from './panels/notices/corner.tsx'
import { useStrayDrops } from './panels/stray-drops.ts'
import { PageList } from './panels/pages/page-list.tsx'
import { ArticlePool } from './panels/pool/article-pool.tsx'
import { SavingsStrip } from './panels/savings/savings-strip.tsx'
import { theme } from './theme/theme.ts'
import styles from './app.module.css'

export interface AppProps {
  readonly editorWindow: EditorWindow
  /** The page on screen. */
  readonly page: ReactNode
}

export function App({ editorWindow, page }: AppProps) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <WindowContext value={editorWindow}>
        <Desk page={page} />
      </WindowContext>
    </MantineProvider>
  )
}

function Desk({ page }: Pick<AppProps, 'page'>) {
  const { desk } = useWindow()
  const view = useStore(desk.store, (state) => state.view)
  const styled = useStore(desk.store, (state) => state.dialog === 'house-style')
  useShortcuts()
  useStrayDrops()
  return (
    <>
      {view === 'archive' ? (
        <ArchiveView />
      ) : (
        <div className={styles.window} data-styled={styled || undefined}>
          <TopBar />
          <div className={styles.left}>
            <div id={PANE_IDS.pages} className={styles.pages}>
              <PageList />
            </div>
            <div id={PANE_IDS.pool} className={styles.pool}>
              <ArticlePool />
            </div>
          </div>
          <main id={PANE_IDS.page} className={styles.page}>
            {page}
            <Corner />
          </main>
          <div className={styles.below}>
            <FindingsStrip />
            <SavingsStrip />
          </div>
          <div id={PANE_IDS.inspector} className={styles.right}>
            <Inspector />
          </div>
        </div>
      )}
      <Dialogs />
    </>
  )
}
