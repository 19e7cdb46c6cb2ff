/** 检查: what preflight finds while the page is made, under the page. A finding leads to its place. */
import { Switch, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Finding } from '../../../src-core/preflight/finding.ts'
import { useLanguage, useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { useHasDocument, useRecord } from '../records.ts'
import { goToFinding } from './findings.ts'
import styles from './findings-strip.module.css'

export function FindingsStrip() {
  const { desk, findings } = useWindow()
  const text = useText()
  const open = useStore(desk.store, (state) => state.findingsOpen)
  const hasDocument = useHasDocument()
  const readOnly = useEditor((state) => state.readOnly)
  const page = useRecord(
    'page',
    useEditor((state) => state.page),
  )
  const { list, complete } = useStore(findings)
  const [thisPageOnly, setThisPageOnly] = useState(false)
  if (!hasDocument || readOnly) return null
  const listed = thisPageOnly ? list.filter((finding) => finding.page === page?.number) : list
  return (
    <section className={styles.strip} aria-label={text.findings.title}>
      <div className={styles.bar}>
        <UnstyledButton className={styles.head} aria-expanded={open} title={open ? text.findings.hide : text.findings.show} onClick={() => desk.toggleFindings()}>
          {open ? <IconChevronDown size={15} aria-hidden /> : <IconChevronUp size={15} aria-hidden />}
          <b>{text.findings.title}</b>
          <Counts list={list} complete={complete} />
        </UnstyledButton>
        {open && <Switch label={text.findings.thisPage} labelPosition="left" checked={thisPageOnly} onChange={(event) => setThisPageOnly(event.currentTarget.checked)} />}
      </div>
      {open && (
        <ul className={styles.list}>
          {listed.map((finding, index) => (
            <FindingRow key={`${finding.id} ${finding.page} ${finding.story} ${index}`} finding={finding} />
          ))}
          {listed.length === 0 && complete && <li className={styles.none}>{text.findings.none}</li>}
        </ul>
      )}
    </section>
  )
}

function Counts({ list, complete }: { readonly list: readonly Finding[]; readonly complete: boolean }) {
  const text = useText()
  const errors = list.filter((finding) => finding.severity === 'error').length
  const warnings = list.length - errors
  return (
    <>
      {errors > 0 && (
        <span className={styles.error}>
          <IconCircleX size={15} aria-hidden /> {text.findings.errors(errors)}
        </span>
      )}
      {warnings > 0 && (
        <span className={styles.warning}>
          <IconAlertTriangle size={15} aria-hidden /> {text.findings.warnings(warnings)}
        </span>
      )}
      {list.length === 0 && complete && (
        <span className={styles.good}>
          <IconCircleCheck size={15} aria-hidden /> {text.findings.none}
        </span>
      )}
      {!complete && <span className={styles.quiet}>{text.findings.checking}</span>}
    </>
  )
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const { session } = useWindow()
  const text = useText()
  const error = finding.severity === 'error'
  return (
    <li>
      <UnstyledButton className={styles.row} onClick={() => goToFinding(session, finding)}>
        <span className={error ? styles.error : styles.warning}>
          {error ? <IconCircleX size={15} aria-label={text.findings.error} /> : <IconAlertTriangle size={15} aria-label={text.findings.warning} />}
        </span>
        <span className={styles.page}>{finding.page}</span>
        <span>{finding.message[useLanguage()]}</span>
      </UnstyledButton>
    </li>
  )
}
