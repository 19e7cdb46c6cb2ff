/** The findings, one a row: a press leads to the place; what can be mended at a press is; what is meant so is accepted. */
import { SegmentedControl, Switch } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useStore } from 'zustand'
import { takeBackAcceptance } from '../../../src-core/commands/acceptance.ts'
import type { ListedFinding } from '../../../src-core/preflight/finding.ts'
import { fixed } from '../../../src-core/preflight/fix.ts'
import { useText } from '../../text/language.ts'
import { runCommand, useEditor, useWindow } from '../editor-window.ts'
import { useRecord } from '../records.ts'
import { FindingRow, rowId } from './finding-row.tsx'
import { goToFinding } from './findings.ts'
import styles from './findings-strip.module.css'

type Filter = 'open' | 'error' | 'warning' | 'accepted'
const FILTERS: readonly Filter[] = ['open', 'error', 'warning', 'accepted']

export default function FindingsList() {
  const editorWindow = useWindow()
  const { desk, session, notices, findings } = editorWindow
  const text = useText()
  const { list, complete, chosen } = useStore(findings)
  const page = useRecord('page', useEditor((state) => state.page))
  const [filter, setFilter] = useState<Filter>('open')
  const [thisPageOnly, setThisPageOnly] = useState(false)
  const [accepting, setAccepting] = useState<string | null>(null)
  const rows = useRef<HTMLUListElement>(null)
  const listed = list.filter((finding) => isShown(finding, filter) && (!thisPageOnly || finding.page === page?.number))
  const at = list.findIndex(({ key }) => key === chosen)
  // Where the chosen one is not shown, as it was accepted just now, the one after it is next.
  const current = listed.find((finding) => list.indexOf(finding) >= at) ?? listed.at(-1)
  useFocusKept(rows)

  // F8 chooses from outside: the row comes into sight, the focus stays in the text.
  useEffect(() => {
    if (chosen !== null) document.getElementById(rowId(chosen))?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  function choose(finding: ListedFinding | undefined): void {
    if (!finding) return
    findings.setState({ chosen: finding.key })
    document.getElementById(rowId(finding.key))?.querySelector('button')?.focus()
  }
  function mend(finding: ListedFinding): void {
    const { document: issue, readOnly } = session.store.getState()
    if (!finding.fix || !issue || readOnly) return
    const change = fixed(issue, finding.fix)
    if (change) session.dispatch(change, 'alone')
    else notices.error(text.findings.outdated)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey || !current) return
    const row = listed.indexOf(current)
    if (event.key === 'ArrowDown') choose(listed[row + 1])
    else if (event.key === 'ArrowUp') choose(listed[row - 1])
    else if (event.key === 'Home') choose(listed[0])
    else if (event.key === 'End') choose(listed.at(-1))
    else if (event.key.toLowerCase() === 'f' && current.fix) mend(current)
    else if (event.key.toLowerCase() === 'a' && current.accepted === undefined) setAccepting(current.key)
    else if (event.key === 'Escape') desk.toggleFindings()
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className={styles.tools}>
        <SegmentedControl aria-label={text.findings.filter} value={filter} onChange={(value) => setFilter(value as Filter)} data={FILTERS.map((value) => ({ value, label: text.findings.filters[value] }))} />
        <Switch label={text.findings.thisPage} checked={thisPageOnly} onChange={(event) => setThisPageOnly(event.currentTarget.checked)} />
        <span className={styles.quiet}>{text.findings.keys}</span>
      </div>
      <ul ref={rows} className={styles.list} aria-label={text.findings.title} onKeyDown={onKeyDown}>
        {listed.map((finding) => (
          <FindingRow
            key={finding.key}
            finding={finding}
            chosen={finding === current}
            accepting={accepting === finding.key}
            onGo={() => {
              findings.setState({ chosen: finding.key })
              goToFinding(session, finding)
            }}
            onFix={() => mend(finding)}
            onAccept={setAccepting}
            onTakeBack={() => runCommand(editorWindow, (issue) => takeBackAcceptance(issue, finding.key))}
          />
        ))}
        {listed.length === 0 && complete && <li className={styles.none}>{list.length === 0 ? text.findings.none : text.findings.noneShown}</li>}
      </ul>
    </>
  )
}

/** A row that goes takes the focus with it, and whoever works by keys would have to begin anew. */
function useFocusKept(list: RefObject<HTMLElement | null>): void {
  const inside = useRef(false)
  useEffect(() => {
    const follow = ({ target }: Event) => (inside.current = target instanceof Node && (list.current?.contains(target) ?? false))
    document.addEventListener('focusin', follow)
    document.addEventListener('pointerdown', follow)
    return () => {
      document.removeEventListener('focusin', follow)
      document.removeEventListener('pointerdown', follow)
    }
  }, [list])
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  })
}

function isShown({ severity, accepted }: ListedFinding, filter: Filter): boolean {
  if (filter === 'accepted') return accepted !== undefined
  return accepted === undefined && (filter === 'open' || filter === severity)
}
