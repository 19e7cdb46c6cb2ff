/** 检查: what preflight finds while the page is made, under the page. A finding leads to its place. */
import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { recordsOf } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { useFindings, type Finding } from './findings.ts'
import styles from './findings-strip.module.css'

export function FindingsStrip() {
  const { desk } = useWindow()
  const text = useText()
  const open = useStore(desk.store, (state) => state.findingsOpen)
  const document = useEditor((state) => state.document)
  const { findings, complete } = useFindings()
  if (!document) return null
  const errors = findings.filter((finding) => finding.severity === 'error').length
  const warnings = findings.length - errors
  return (
    <section className={styles.strip} aria-label={text.findings.title}>
      <UnstyledButton className={styles.head} aria-expanded={open} title={open ? text.findings.hide : text.findings.show} onClick={() => desk.toggleFindings()}>
        <b>{text.findings.title}</b>
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
        {findings.length === 0 && complete && (
          <span className={styles.good}>
            <IconCircleCheck size={15} aria-hidden /> {text.findings.none}
          </span>
        )}
        {!complete && <span className={styles.quiet}>{text.findings.checking}</span>}
        <span className={styles.arrow}>{open ? <IconChevronDown size={15} aria-hidden /> : <IconChevronUp size={15} aria-hidden />}</span>
      </UnstyledButton>
      {open && findings.length > 0 && (
        <ul className={styles.list}>
          {findings.map((finding, index) => (
            <FindingRow key={`${finding.id} ${finding.page} ${finding.story} ${index}`} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  )
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const { session } = useWindow()
  const text = useText()
  const document = useEditor((state) => state.document)
  const go = () => {
    const page = document && recordsOf(document, 'page').find((candidate) => candidate.number === finding.page)
    if (page) session.showPage(page.id)
    if (finding.story !== undefined && document?.records[finding.story]) session.select({ kind: 'record', id: finding.story })
  }
  return (
    <li>
      <UnstyledButton className={styles.row} onClick={go}>
        <span className={finding.severity === 'error' ? styles.error : styles.warning}>
          {finding.severity === 'error' ? <IconCircleX size={15} aria-label={text.findings.error} /> : <IconAlertTriangle size={15} aria-label={text.findings.warning} />}
        </span>
        <span className={styles.page}>{finding.page}</span>
        <span>{finding.message}</span>
      </UnstyledButton>
    </li>
  )
}
