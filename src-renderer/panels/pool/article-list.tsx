/** The pool's rows. They follow every keystroke, so only the row that changed is rendered again. */
import { IconPencilCheck } from '@tabler/icons-react'
import { memo, useMemo, type KeyboardEvent, type RefObject } from 'react'
import { removeArticle } from '../../../src-core/commands/articles.ts'
import type { EditorState } from '../../editor/session.ts'
import { record, type RecordId } from '../../../src-core/document/records.ts'
import { ARTICLE_MIME } from '../../editor/place-article.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor, useWindow } from '../editor-window.ts'
import { placeOnShownPage } from './place-article.ts'
import { poolRows, type PoolFilter, type PoolRow } from './pool-rows.ts'
import styles from './article-pool.module.css'

export interface ArticleListProps {
  readonly filter: PoolFilter
  readonly words: string
  readonly list: RefObject<HTMLUListElement | null>
}

export function ArticleList({ filter, words, list }: ArticleListProps) {
  const editorWindow = useWindow()
  const { session, desk } = editorWindow
  const command = useCommand()
  const text = useText()
  const document = useEditor((state) => state.document)
  const readOnly = useEditor((state) => state.readOnly)
  const chosen = useEditor(chosenArticle)
  const rows = useMemo(() => (document ? poolRows(document, filter, words) : []), [document, filter, words])
  const noArticles = filter === 'all' && words === '' && rows.length === 0

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

  return (
    <>
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
      {noArticles && (
        <div className={styles.empty}>
          <b>{text.pool.emptyTitle}</b>
          <p>{text.pool.emptyBody}</p>
        </div>
      )}
      {rows.length === 0 && words !== '' && (
        <div className={styles.empty}>
          <p role="status">{text.pool.nothingFound(words)}</p>
        </div>
      )}
      {rows.length > 0 && !readOnly && <p className={styles.keys}>{text.pool.keys}</p>}
    </>
  )
}

interface ArticleRowProps {
  readonly row: PoolRow
  readonly chosen: boolean
  readonly draggable: boolean
}

const ArticleRow = memo(function ArticleRow({ row, chosen, draggable }: ArticleRowProps) {
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
}, sameRow)

function sameRow(before: ArticleRowProps, after: ArticleRowProps): boolean {
  const samePlaces = before.row.article === after.row.article && before.row.pages.join() === after.row.pages.join()
  return samePlaces && before.chosen === after.chosen && before.draggable === after.draggable
}

/** The article that is selected itself, or whose story is. */
function chosenArticle({ document, selection }: EditorState): RecordId | null {
  if (!document || selection.kind === 'none') return null
  return record(document, 'article', selection.id)?.id ?? record(document, 'story', selection.id)?.article ?? null
}
