/** 省行表: which paragraphs give a line for the fewest characters, under the page. A row leads to its last line in the text. */
import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { record, type RecordId } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { useHasDocument } from '../records.ts'
import { goToSaving, rowKey, savingRows, type SavingRow } from './savings.ts'
import styles from './savings-strip.module.css'

export function SavingsStrip() {
  const { desk } = useWindow()
  const text = useText()
  const open = useStore(desk.store, (state) => state.savingsOpen)
  const hasDocument = useHasDocument()
  const readOnly = useEditor((state) => state.readOnly)
  if (!hasDocument || readOnly) return null
  return (
    <section className={styles.strip} aria-label={text.savings.title} data-open={open || undefined}>
      <UnstyledButton className={styles.head} aria-expanded={open} title={open ? text.savings.hide : text.savings.show} onClick={() => desk.toggleSavings()}>
        {open ? <IconChevronDown size={15} aria-hidden /> : <IconChevronUp size={15} aria-hidden />}
        <b>{text.savings.title}</b>
        {open && <span className={styles.quiet}>{text.savings.keys}</span>}
      </UnstyledButton>
      {open && <SavingsTable />}
    </section>
  )
}

function SavingsTable() {
  const { session, desk, savings } = useWindow()
  const text = useText()
  const list = useRef<HTMLUListElement>(null)
  const table = useStore(savings)
  const rows = savingRows(table)
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  const chosen = Math.max(0, rows.findIndex((row) => rowKey(row) === chosenKey))
  // Whoever opens the table wants to walk through it.
  useEffect(() => list.current?.focus(), [])

  function choose(at: number): void {
    const row = rows[Math.min(Math.max(at, 0), rows.length - 1)]
    if (!row) return
    setChosenKey(rowKey(row))
    document.getElementById(rowId(row))?.scrollIntoView({ block: 'nearest' })
  }
  function onKeyDown(event: KeyboardEvent): void {
    const row = rows[chosen]
    if (event.key === 'ArrowDown') choose(chosen + 1)
    else if (event.key === 'ArrowUp') choose(chosen - 1)
    else if (event.key === 'Home') choose(0)
    else if (event.key === 'End') choose(rows.length - 1)
    else if (event.key === 'Enter' && row) goToSaving(session, row)
    else if (event.key === 'Escape') desk.toggleSavings()
    else return
    event.preventDefault()
  }

  return (
    <>
      <ul
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={text.savings.title}
        aria-busy={!table.complete}
        aria-activedescendant={rows[chosen] ? rowId(rows[chosen]) : undefined}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        {table.stories.map(({ story, article }) => (
          <StoryRows key={story} article={article} rows={rows.filter((row) => row.story === story)} chosen={rows[chosen]} onChoose={setChosenKey} />
        ))}
      </ul>
      {rows.length === 0 && <p role="status" className={styles.none}>{table.complete ? text.savings.none : text.savings.looking}</p>}
    </>
  )
}

interface StoryRowsProps {
  readonly article: RecordId
  readonly rows: readonly SavingRow[]
  readonly chosen: SavingRow | undefined
  onChoose(key: string): void
}

function StoryRows({ article, rows, chosen, onChoose }: StoryRowsProps) {
  const { session } = useWindow()
  const text = useText()
  const headline = useEditor(({ document }) => (document ? record(document, 'article', article)?.headline : undefined))
  if (rows.length === 0) return null
  return (
    <>
      <li role="presentation" className={styles.story}>
        {headline || text.pool.untitled}
      </li>
      {rows.map((row) => (
        <li
          key={rowKey(row)}
          id={rowId(row)}
          role="option"
          aria-selected={chosen !== undefined && rowKey(row) === rowKey(chosen)}
          className={styles.row}
          onClick={() => {
            onChoose(rowKey(row))
            goToSaving(session, row)
          }}
        >
          {text.savings.place(row.paragraph, row.lastCharacters)}
          <b>{row.kind === 'cut' ? text.savings.cut(row.characters, row.lines) : text.savings.add(row.characters, row.lines)}</b>
        </li>
      ))}
    </>
  )
}

function rowId(row: SavingRow): string {
  return `saving-${rowKey(row).replaceAll(' ', '-')}`
}
