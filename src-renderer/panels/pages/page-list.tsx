/** The pages: which is shown, how each stands, adding, removing, reordering. */
import { IconChevronDown, IconChevronUp, IconListNumbers, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo, useState, type DragEvent, type KeyboardEvent } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { addPage, movePage, removePage, renumberPages } from '../../../src-core/commands/pages.ts'
import { placedOn, type PageRecord } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor, useWindow } from '../editor-window.ts'
import { IconButton } from '../fields/icon-button.tsx'
import { useHasDocument, useRecords } from '../records.ts'
import { pageFit } from './page-fit.ts'
import styles from './page-list.module.css'

const PAGE_MIME = 'application/x-banxin-page'

export function PageList() {
  const { session, desk } = useWindow()
  const command = useCommand()
  const text = useText()
  const hasDocument = useHasDocument()
  const pages = useRecords('page')
  const current = useEditor((state) => state.page)
  const readOnly = useEditor((state) => state.readOnly)
  const [dropBefore, setDropBefore] = useState<number | null>(null)
  // What renumbering would do depends on nothing but the pages.
  const numbered = useMemo(() => renumberPages({ records: Object.fromEntries(pages.map((page) => [page.id, page])) }) === null, [pages])
  if (!hasDocument) return null
  const index = pages.findIndex((page) => page.id === current)
  const shown = pages[index]

  const move = (page: PageRecord, to: number) => command((now) => movePage(now, page.id, to))
  const add = () => {
    const id = crypto.randomUUID()
    command((now) => addPage(now, id))
    session.showPage(id)
  }
  const remove = (page: PageRecord) => {
    const step = () => void command((now) => removePage(now, page.id))
    const { document } = session.store.getState()
    if (!document) return undefined
    const stories = placedOn(document, 'story', page.id).length
    const placed = stories + (['picture', 'advert', 'ornament'] as const).reduce((sum, type) => sum + placedOn(document, type, page.id).length, 0)
    if (placed === 0) return step()
    const name = text.unit.page(page.number, page.section)
    return desk.ask({ title: text.pages.removeTitle(name), body: text.pages.removeBody(stories), action: text.pages.remove, harmful: true, run: step })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (event.altKey && shown && !readOnly) move(shown, index + step)
      else {
        const next = pages[index + step]
        if (next) session.showPage(next.id)
      }
    } else if (event.key === 'Delete' && shown && !readOnly) remove(shown)
  }

  function onDrop(event: DragEvent): void {
    const page = pages.find((candidate) => candidate.id === event.dataTransfer.getData(PAGE_MIME))
    const before = dropBefore
    setDropBefore(null)
    if (!page || before === null) return
    event.preventDefault()
    move(page, before > pages.indexOf(page) ? before - 1 : before)
  }

  return (
    <section className={styles.pane} aria-label={text.pages.title}>
      <header className={styles.head}>
        <h2>{text.pages.title}</h2>
        {!readOnly && (
          <>
            <IconButton size={24} label={text.pages.moveUp} disabled={index <= 0} onClick={() => shown && move(shown, index - 1)} icon={<IconChevronUp size={16} aria-hidden />} />
            <IconButton size={24} label={text.pages.moveDown} disabled={index < 0 || index === pages.length - 1} onClick={() => shown && move(shown, index + 1)} icon={<IconChevronDown size={16} aria-hidden />} />
            <IconButton size={24} label={text.pages.renumber} disabled={numbered} onClick={() => command(renumberPages)} icon={<IconListNumbers size={16} aria-hidden />} />
            <IconButton size={24} label={text.pages.remove} disabled={!shown} onClick={() => shown && remove(shown)} icon={<IconTrash size={16} aria-hidden />} />
            <IconButton size={24} label={text.pages.add} onClick={add} icon={<IconPlus size={16} aria-hidden />} />
          </>
        )}
      </header>
      <ul
        role="listbox"
        tabIndex={0}
        aria-label={text.pages.title}
        aria-activedescendant={shown ? `page-${shown.id}` : undefined}
        className={styles.list}
        title={readOnly ? undefined : text.pages.hint}
        onKeyDown={onKeyDown}
        onDragLeave={() => setDropBefore(null)}
        onDrop={onDrop}
      >
        {pages.map((page, at) => (
          <PageRow
            key={page.id}
            page={page}
            current={page.id === current}
            draggable={!readOnly}
            dropEdge={dropBefore === at ? 'before' : dropBefore === at + 1 && at === pages.length - 1 ? 'after' : null}
            onDropEdge={(edge) => setDropBefore(edge === 'before' ? at : at + 1)}
          />
        ))}
      </ul>
      {pages.length === 0 && <p className={styles.none}>{text.pages.none}</p>}
    </section>
  )
}

interface PageRowProps {
  readonly page: PageRecord
  readonly current: boolean
  readonly draggable: boolean
  readonly dropEdge: 'before' | 'after' | null
  onDropEdge(edge: 'before' | 'after'): void
}

function PageRow({ page, current, draggable, dropEdge, onDropEdge }: PageRowProps) {
  const { session } = useWindow()
  const text = useText()
  const fit = useEditor(useShallow(({ document, results }) => pageFit(document ?? { records: {} }, page.id, results[page.id])))
  const label = 'stories' in fit ? text.pages[fit.state](fit.stories) : text.pages[fit.state]
  return (
    <li
      id={`page-${page.id}`}
      role="option"
      aria-selected={current}
      className={styles.row}
      data-drop={dropEdge}
      draggable={draggable}
      onClick={() => session.showPage(page.id)}
      onDragStart={(event) => {
        event.dataTransfer.setData(PAGE_MIME, page.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(PAGE_MIME)) return
        event.preventDefault()
        const box = event.currentTarget.getBoundingClientRect()
        onDropEdge(event.clientY < box.top + box.height / 2 ? 'before' : 'after')
      }}
    >
      <span className={styles.number}>{page.number}</span>
      <span className={styles.section}>{page.section}</span>
      <span className={styles.fit} data-fit={fit.state}>
        {label}
      </span>
    </li>
  )
}
