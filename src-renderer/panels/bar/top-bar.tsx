/** The bar over the page: which issue, which page, the tools, the zoom, whether it is saved, and where it goes. */
import { Button, Menu } from '@mantine/core'
import { IconArchive, IconArrowLeft, IconBooks, IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { ArchiveKey } from '../../../src-core/api/methods.ts'
import { useText } from '../../text/language.ts'
import { useRestore } from '../archive/restore.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { IconButton } from '../fields/icon-button.tsx'
import { issueName, weekdayOf } from '../issue-name.ts'
import { useHasDocument, useIssue, useRecords } from '../records.ts'
import { useEditIssue } from '../issues/edit-issue.ts'
import { BarButton } from './bar-button.tsx'
import { ExportMenu } from './export-menu.tsx'
import { History, Tools, Zoom } from './page-controls.tsx'
import { SavingState } from './saving-state.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import styles from './top-bar.module.css'

export function TopBar() {
  const { desk } = useWindow()
  const text = useText()
  const hasDocument = useHasDocument()
  const readOnly = useEditor((state) => state.readOnly)
  const archivedAs = useEditor((state) => state.archivedAs)
  useTitle()
  return (
    <header className={styles.bar} role="banner" aria-label={text.bar.label}>
      <IssueMenu />
      {archivedAs !== null && <Frozen archivedAs={archivedAs} />}
      {hasDocument && <PageSteps />}
      {hasDocument && !readOnly && (
        <>
          <Tools />
          <History />
        </>
      )}
      {hasDocument && <Zoom />}
      <span className={styles.space} />
      {!readOnly && hasDocument && (
        <>
          <SavingState />
          <ExportMenu />
          <BarButton label={text.bar.archive} icon={<IconArchive size={16} aria-hidden />} onClick={() => desk.open('archive-issue')} />
        </>
      )}
      <BarButton label={text.bar.archived} icon={<IconBooks size={16} aria-hidden />} onClick={() => desk.showArchive()} />
      <SettingsMenu />
    </header>
  )
}

/** The window's own title: what a taskbar shows of it. */
function useTitle(): void {
  const text = useText()
  const issue = useIssue()
  const title = issue ? `${issueName(issue, text)} · ${text.app.name}` : text.app.name
  useEffect(() => {
    document.title = title
  }, [title])
}

function IssueMenu() {
  const { desk } = useWindow()
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const issue = useIssue()
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle" color="gray" className={styles.issue} rightSection={<IconChevronDown size={14} aria-hidden />}>
          <b>{issue ? issue.paper.name : text.app.name}</b>
          {issue && (
            <span className={styles.date}>
              {issue.date} <span className={styles.weekday}>{weekdayOf(issue.date, text)} </span>
              {issue.number !== null && text.unit.issueNumber(issue.number)}
            </span>
          )}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => desk.open('open-issue')}>{text.bar.openIssue}</Menu.Item>
        <Menu.Item onClick={() => desk.open('new-issue')}>{text.bar.newIssue}</Menu.Item>
        {issue && !readOnly && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => desk.open('mark-version')}>{text.bar.markVersion}</Menu.Item>
            <Menu.Item onClick={() => desk.open('house-style')}>{text.bar.house}</Menu.Item>
            <Menu.Item onClick={() => desk.open('faces')}>{text.bar.faces}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Looking at a past issue: that nothing changes it, and the ways on. */
function Frozen({ archivedAs }: { readonly archivedAs: ArchiveKey }) {
  const { desk, notices } = useWindow()
  const text = useText()
  const edit = useEditIssue()
  const restore = useRestore()
  const issue = useIssue()
  const shown = useEditor((state) => state.issue)
  const edited = useStore(desk.store, (state) => state.issue)
  return (
    <>
      <span className={styles.readOnly}>{text.bar.readOnly}</span>
      {issue && (
        <Button variant="default" onClick={() => restore(archivedAs, issue)}>
          {text.archive.restore}
        </Button>
      )}
      {edited !== null && edited !== shown && (
        <Button variant="light" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={() => void notices.attempt(() => edit(edited))}>
          {text.bar.backToIssue}
        </Button>
      )}
    </>
  )
}

function PageSteps() {
  const { session } = useWindow()
  const text = useText()
  const current = useEditor((state) => state.page)
  const pages = useRecords('page')
  const at = pages.findIndex((page) => page.id === current)
  const page = pages[at]
  const go = (step: number) => {
    const next = pages[at + step]
    if (next) session.showPage(next.id)
  }
  if (!page) return null
  return (
    <div className={styles.group}>
      <IconButton label={text.keys.previousPage} icon={<IconChevronLeft size={16} aria-hidden />} disabled={at === 0} onClick={() => go(-1)} />
      <span className={styles.page}>{text.unit.page(page.number, page.section)}</span>
      <IconButton label={text.keys.nextPage} icon={<IconChevronRight size={16} aria-hidden />} disabled={at === pages.length - 1} onClick={() => go(1)} />
    </div>
  )
}
