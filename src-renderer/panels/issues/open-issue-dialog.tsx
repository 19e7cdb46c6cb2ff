import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { IssueSummary } from '../../../src-core/api/methods.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { issueName, momentName, weekdayOf } from '../issue-name.ts'
import { useEditIssue } from './edit-issue.ts'
import styles from './issues.module.css'

export function OpenIssueDialog() {
  const { desk, host, notices } = useWindow()
  const text = useText()
  const edit = useEditIssue()
  const opened = useEditor((state) => state.issue)
  const [issues, setIssues] = useState<readonly IssueSummary[] | null>(null)


  useEffect(() => {
    void notices
      .attempt(() => host.api.call('issues.list', {}))
      .then((found) => setIssues(found?.toSorted((a, b) => b.date.localeCompare(a.date) || b.changedAt.localeCompare(a.changedAt)) ?? []))
  }, [host, notices])

  const remove = (issue: IssueSummary) =>
    desk.ask({
      title: text.issue.removeTitle(issueName(issue, text)),
      body: text.issue.removeBody,
      action: text.issue.remove,
      harmful: true,
      run: () =>
        void notices.attempt(async () => {
          await host.api.call('issues.remove', { issue: issue.id })
          setIssues((present) => present?.filter((other) => other.id !== issue.id) ?? null)
        }),
    })

  return (
    <div className={styles.open}>
      {issues?.length === 0 && (
        <p className={styles.none}>
          {text.issue.empty} {text.issue.emptyBody}
        </p>
      )}
      <ul className={styles.issues} aria-label={text.issue.openTitle}>
        {issues?.map((issue) => (
          <li key={issue.id} className={styles.row} aria-current={issue.id === opened ? 'true' : undefined}>
            <button type="button" className={styles.choose} onClick={() => void notices.attempt(() => edit(issue.id))}>
              <span className={styles.when}>
                {issue.date} {weekdayOf(issue.date, text)}
              </span>
              <span>{[issue.paper.name, issue.number === null ? '' : text.unit.issueNumber(issue.number)].join(' ')}</span>
              <span className={styles.quiet}>
                {issue.archivedAs !== undefined && `${text.bar.readOnly} · `}
                {issue.id === opened ? text.issue.opened : text.issue.changedAt(momentName(issue.changedAt))} · {text.issue.pages(issue.pages.length)}
              </span>
            </button>
            {issue.id !== opened && (
              <ActionIcon aria-label={`${text.issue.remove} ${issueName(issue, text)}`} onClick={() => remove(issue)}>
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => desk.open('new-issue')}>
        {text.bar.newIssue}
      </Button>
    </div>
  )
}
