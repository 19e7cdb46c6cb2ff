import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { acceptFault } from '../../../src-core/commands/acceptance.ts'
import { recordsOf } from '../../../src-core/document/records.ts'
import type { ListedFinding } from '../../../src-core/preflight/finding.ts'
import { useLanguage, useText } from '../../text/language.ts'
import { useCommand } from '../editor-window.ts'
import { useIssue } from '../records.ts'
import styles from './findings-strip.module.css'

export interface FindingRowProps {
  readonly finding: ListedFinding
  /** The one that the arrows move from, and Tab comes to. */
  readonly chosen: boolean
  /** The reason is being written. */
  readonly accepting: boolean
  onGo(): void
  onFix(): void
  /** Null ends it. */
  onAccept(key: string | null): void
  onTakeBack(): void
}

export function rowId(key: string): string {
  return `finding-${key.replace(':', '-').replace('#', '-')}`
}

export function FindingRow({ finding, chosen, accepting, onGo, onFix, onAccept, onTakeBack }: FindingRowProps) {
  const text = useText()
  const language = useLanguage()
  const { fix, accepted, key } = finding
  const error = finding.severity === 'error'
  return (
    <li id={rowId(key)} className={styles.row} data-chosen={chosen || undefined} data-accepted={accepted !== undefined || undefined}>
      <UnstyledButton className={styles.go} tabIndex={chosen ? 0 : -1} aria-current={chosen || undefined} onClick={onGo}>
        <span className={error ? styles.error : styles.warning}>
          {error ? <IconCircleX size={15} aria-label={text.findings.error} /> : <IconAlertTriangle size={15} aria-label={text.findings.warning} />}
        </span>
        <span className={styles.page}>{finding.page}</span>
        <span id={`${rowId(key)}-sentence`}>
          {finding.message[language]}
          {accepted !== undefined && <span className={styles.quiet}> {text.findings.because(accepted)}</span>}
        </span>
      </UnstyledButton>
      {accepting ? (
        <Reason finding={finding} onDone={() => onAccept(null)} />
      ) : (
        <span className={styles.steps}>
          {fix && accepted === undefined && (
            <Button variant="light" size="compact-xs" tabIndex={chosen ? 0 : -1} onClick={onFix}>
              {fix.label[language]}
            </Button>
          )}
          {accepted === undefined ? (
            <Button variant="subtle" color="gray" size="compact-xs" tabIndex={chosen ? 0 : -1} aria-describedby={`${rowId(key)}-sentence`} title={text.findings.acceptHint} onClick={() => onAccept(key)}>
              {text.findings.accept}
            </Button>
          ) : (
            <Button variant="subtle" color="gray" size="compact-xs" tabIndex={chosen ? 0 : -1} onClick={onTakeBack}>
              {text.findings.takeBack}
            </Button>
          )}
        </span>
      )}
    </li>
  )
}

/** The reason, with those that were given in this issue to choose from. Who signs is the page's editor. */
function Reason({ finding, onDone }: { readonly finding: ListedFinding; onDone(): void }) {
  const text = useText()
  const run = useCommand()
  const given = useIssue()?.accepted ?? []
  const [reason, setReason] = useState('')
  function accept(event: FormEvent): void {
    event.preventDefault()
    run((issue) => {
      const by = recordsOf(issue, 'page').find(({ number }) => number === finding.page)?.editor
      return acceptFault(issue, { key: finding.key, reason, ...(by ? { by } : {}) })
    })
    onDone()
  }
  return (
    <form className={styles.steps} onSubmit={accept} onKeyDown={(event) => event.key === 'Escape' && (event.stopPropagation(), onDone())}>
      <TextInput
        autoFocus
        className={styles.reason}
        aria-label={text.findings.reason}
        placeholder={text.findings.reasonNeeded}
        maxLength={500}
        list="given-reasons"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <datalist id="given-reasons">
        {[...new Set(given.map((fault) => fault.reason))].map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Button type="submit" size="compact-xs" disabled={reason.trim() === ''}>
        {text.findings.accept}
      </Button>
      <Button variant="default" size="compact-xs" onClick={onDone}>
        {text.app.cancel}
      </Button>
    </form>
  )
}
