/** 检查: what preflight finds while the page is made, under the page. Its list is loaded when it is first opened. */
import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { useHasDocument } from '../records.ts'
import styles from './findings-strip.module.css'

const FindingsList = lazy(() => import('./findings-list.tsx'))

export function FindingsStrip() {
  const { desk } = useWindow()
  const text = useText()
  const open = useStore(desk.store, (state) => state.findingsOpen)
  const hasDocument = useHasDocument()
  const readOnly = useEditor((state) => state.readOnly)
  if (!hasDocument || readOnly) return null
  return (
    <section className={styles.strip} aria-label={text.findings.title}>
      <UnstyledButton className={styles.head} aria-expanded={open} title={open ? text.findings.hide : text.findings.show} onClick={() => desk.toggleFindings()}>
        {open ? <IconChevronDown size={15} aria-hidden /> : <IconChevronUp size={15} aria-hidden />}
        <b>{text.findings.title}</b>
        <Counts />
      </UnstyledButton>
      {open && (
        <Suspense fallback={null}>
          <FindingsList />
        </Suspense>
      )}
    </section>
  )
}

function Counts() {
  const { findings } = useWindow()
  const text = useText()
  const { list, complete } = useStore(findings)
  const open = list.filter(({ accepted }) => accepted === undefined)
  const errors = open.filter((finding) => finding.severity === 'error').length
  const warnings = open.length - errors
  const accepted = list.length - open.length
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
      {open.length === 0 && complete && (
        <span className={styles.good}>
          <IconCircleCheck size={15} aria-hidden /> {text.findings.none}
        </span>
      )}
      {accepted > 0 && <span className={styles.quiet}>{text.findings.accepted(accepted)}</span>}
      {!complete && <span className={styles.quiet}>{text.findings.checking}</span>}
    </>
  )
}
