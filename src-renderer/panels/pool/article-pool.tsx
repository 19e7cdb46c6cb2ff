/** 稿库: every article of the issue, placed or not. Articles are dragged from here on to the page. */
import { Button, FileButton, SegmentedControl } from '@mantine/core'
import { IconClipboardText, IconFileImport } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { useFileDrop } from '../fields/file-drop.ts'
import { SearchField } from '../fields/search-field.tsx'
import { useHasDocument } from '../records.ts'
import { ArticleList } from './article-list.tsx'
import { importFiles, readClipboard } from './intake.ts'
import { usePastedArticles } from './pasted-articles.ts'
import type { PoolFilter } from './pool-rows.ts'
import styles from './article-pool.module.css'

const ACCEPTED = '.txt,.md,.docx,.html,.htm,.doc,.wps,text/plain,text/html'

export function ArticlePool() {
  const editorWindow = useWindow()
  const text = useText()
  const hasDocument = useHasDocument()
  const readOnly = useEditor((state) => state.readOnly)
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<PoolFilter>('all')
  const list = useRef<HTMLUListElement>(null)
  const { dropping, target } = useFileDrop((files) => void importFiles(editorWindow, files), !readOnly)
  usePastedArticles()
  if (!hasDocument) return null

  return (
    <section className={styles.pane} aria-label={text.pool.title} {...target}>
      <header className={styles.head}>
        <h2>{text.pool.title}</h2>
        {!readOnly && (
          <>
            <FileButton multiple accept={ACCEPTED} inputProps={{ 'aria-label': text.pool.import }} onChange={(files) => void importFiles(editorWindow, files)}>
              {(props) => (
                <Button {...props} variant="subtle" leftSection={<IconFileImport size={15} aria-hidden />}>
                  {text.pool.import}
                </Button>
              )}
            </FileButton>
            <Button variant="subtle" leftSection={<IconClipboardText size={15} aria-hidden />} aria-label={text.pool.paste} title={text.pool.paste} onClick={() => void readClipboard(editorWindow)}>
              {text.pool.pasteShort}
            </Button>
          </>
        )}
      </header>
      <div className={styles.filters}>
        <SearchField label={text.pool.search} clearLabel={text.pool.clearSearch} onWords={setWords} onEnter={() => list.current?.focus()} />
        <SegmentedControl
          aria-label={text.pool.filter}
          fullWidth
          value={filter}
          onChange={(value) => setFilter(value as PoolFilter)}
          data={[
            { value: 'all', label: text.pool.all },
            { value: 'unplaced', label: text.pool.unplaced },
            { value: 'placed', label: text.pool.placed },
          ]}
        />
      </div>
      <ArticleList filter={filter} words={words} list={list} />
      {dropping && <div className={styles.drop}>{text.pool.dropHere}</div>}
    </section>
  )
}
