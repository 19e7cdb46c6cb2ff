/** 稿库: every article of the issue, placed or not. Articles are dragged from here on to the page. */
import { Button, FileButton, SegmentedControl } from '@mantine/core'
import { IconClipboardText, IconFileImport, IconPencilCheck } from '@tabler/icons-react'
import { useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { removeArticle } from '../../../src-core/commands/articles.ts'
import { record, type RecordId } from '../../../src-core/document/records.ts'
import { ARTICLE_MIME } from '../../editor/place-article.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor, useWindow } from '../editor-window.ts'
import { SearchField } from '../fields/search-field.tsx'
import { importFiles, readClipboard } from './intake.ts'
import { usePastedArticles } from './pasted-articles.ts'
import { placeOnShownPage } from './place-article.ts'
import { poolRows, type PoolFilter, type PoolRow } from './pool-rows.ts'
import styles from './article-pool.module.css'

const ACCEPTED = '.txt,.md,.docx,.html,.htm,.doc,.wps,text/plain,text/html'

export function ArticlePool() {
  const editorWindow = useWindow()
  const { session, desk } = editorWindow
  const command = useCommand()
  const text = useText()
  const document = useEditor((state) => state.document)
  const readOnly = useEditor((state) => state.readOnly)
  const chosen = useEditor((state) => chosenArticle(state))
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<PoolFilter>('all')
  const [dropping, setDropping] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  usePastedArticles()
  const rows = useMemo(() => (document ? poolRows(document, filter, words) : []), [document, filter, words])
  const empty = useMemo(() => !document || poolRows(document, 'all', '').length === 0, [document])
  if (!document) return null

  const choose = (row: PoolRow | undefined) => {
    if (!row) return
    session.select({ kind: 'record', id: row.article.id })
    list.current?.querySelector(`[data-article="${row.article.id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const remove = ({ article, pages }: PoolRow) =>
    desk.ask({
      title: text.pool.removeTitle(article.headline || text.pool.untitled),
      body: text.pool.removeBody(pages.length > 0),
      action: text.pool.remove,
      harmful: true,
      run: () => void command((now) => removeArticle(now, article.id)),
    })

  function onKeyDown(event: KeyboardEvent): void {
    const at = rows.findIndex((row) => row.article.id === chosen)
    const row = rows[at]
    if (event.key === 'ArrowDown') choose(rows[Math.min(at + 1, rows.length - 1)])
    else if (event.key === 'ArrowUp') choose(rows[Math.max(at - 1, 0)])
    else if (event.key === 'Home') choose(rows[0])
    else if (event.key === 'End') choose(rows.at(-1))
    else if ((event.key === 'Enter' || event.key === 'n') && row && !readOnly && !event.metaKey && !event.ctrlKey) void placeOnShownPage(editorWindow, row.article.id)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && row && !readOnly) remove(row)
    else return
    event.preventDefault()
  }

  const hasFiles = (event: DragEvent) => !readOnly && event.dataTransfer.types.includes('Files')
  return (
    <section
      className={styles.pane}
      aria-label={text.pool.title}
      data-dropping={dropping || undefined}
      onDragOver={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setDropping(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false)
      }}
      onDrop={(event) => {
        setDropping(false)
        if (!hasFiles(event)) return
        event.preventDefault()
        void importFiles(editorWindow, [...event.dataTransfer.files])
      }}
    >
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
      <ul
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={text.pool.title}
        aria-activedescendant={rows.some((row) => row.article.id === chosen) ? `pool-${chosen}` : undefined}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        {rows.map((row) => (
          <ArticleRow key={row.article.id} row={row} chosen={row.article.id === chosen} draggable={!readOnly} />
        ))}
      </ul>
      {rows.length === 0 && (
        <div className={styles.empty}>
          {empty ? (
            <>
              <b>{text.pool.emptyTitle}</b>
              <p>{text.pool.emptyBody}</p>
            </>
          ) : (
            words !== '' && <p role="status">{text.pool.nothingFound(words)}</p>
          )}
        </div>
      )}
      {rows.length > 0 && !readOnly && <p className={styles.keys}>{text.pool.keys}</p>}
      {dropping && <div className={styles.drop}>{text.pool.dropHere}</div>}
    </section>
  )
}

function ArticleRow({ row, chosen, draggable }: { readonly row: PoolRow; readonly chosen: boolean; readonly draggable: boolean }) {
  const editorWindow = useWindow()
  const text = useText()
  const { article, characters, pages } = row
  return (
    <li
      id={`pool-${article.id}`}
      data-article={article.id}
      role="option"
      aria-selected={chosen}
      className={styles.row}
      draggable={draggable}
      onClick={() => editorWindow.session.select({ kind: 'record', id: article.id })}
      onDoubleClick={() => draggable && void placeOnShownPage(editorWindow, article.id)}
      onDragStart={(event) => {
        event.dataTransfer.setData(ARTICLE_MIME, article.id)
        event.dataTransfer.effectAllowed = 'copy'
        editorWindow.session.select({ kind: 'record', id: article.id })
      }}
    >
      <span className={styles.headline}>{article.headline || text.pool.untitled}</span>
      <span className={styles.meta}>
        <span>{text.unit.characters(characters)}</span>
        {article.notes.length > 0 && (
          <span className={styles.notes} title={text.pool.notes(article.notes.length)}>
            <IconPencilCheck size={13} aria-label={text.pool.notes(article.notes.length)} />
          </span>
        )}
        <span className={pages.length > 0 ? styles.placed : styles.unplaced}>{pages.length > 0 ? text.pool.onPage(pages) : text.pool.notPlaced}</span>
      </span>
    </li>
  )
}

/** The article that is selected itself, or whose story is. */
function chosenArticle({ document, selection }: { readonly document: Parameters<typeof record>[0] | null; readonly selection: { readonly kind: string; readonly id?: RecordId } }): RecordId | null {
  if (!document || selection.id === undefined) return null
  return record(document, 'article', selection.id)?.id ?? record(document, 'story', selection.id)?.article ?? null
}
