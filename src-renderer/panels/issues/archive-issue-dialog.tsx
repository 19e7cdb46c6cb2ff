import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { issueOf } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { issueName } from '../issue-name.ts'
import styles from './issues.module.css'

export function ArchiveIssueDialog() {
  const { desk, findings, host, jobs, notices, session } = useWindow()
  const text = useText()
  const issue = useEditor((state) => state.issue)
  const document = useEditor((state) => state.document)
  const { list } = useStore(findings)
  const errors = list.filter((finding) => finding.severity === 'error').length
  if (issue === null || !document) return null

  const archive = () => {
    desk.close()
    void notices.attempt(async () => {
      await session.settled()
      await jobs.follow('archive', host.api.call('archive.add', { issue }), () => {
        // From now on it is read-only: opening it anew shows it so.
        if (session.store.getState().issue === issue) void notices.attempt(() => session.open(issue))
      })
    })
  }
  return (
    <div className={styles.form}>
      <b>{text.archive.addTitle(issueName(issueOf(document), text))}</b>
      <p className={styles.prose}>{text.archive.addBody}</p>
      {errors > 0 && (
        <p className={styles.warning}>
          <IconAlertTriangle size={16} aria-hidden /> {text.archive.addWarnings(errors)}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="default" onClick={() => desk.close()}>
          {text.app.cancel}
        </Button>
        <Button data-autofocus onClick={archive}>
          {text.archive.add}
        </Button>
      </div>
    </div>
  )
}
