import { Button, CloseButton, Progress } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconDownload, IconFolderOpen } from '@tabler/icons-react'
import { useStore } from 'zustand'
import type { ArchiveKey, WrittenFile } from '../../../src-core/api/methods.ts'
import type { Sending } from '../../../src-core/document/sending.ts'
import { saveAs } from '../../host/downloads.ts'
import { currentWording, useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import type { Job } from './jobs.ts'
import styles from './job-list.module.css'

/** Exports and archiving under way or done, in the window's corner. */
export function JobList() {
  const { desk, jobs } = useWindow()
  const list = useStore(jobs.store)
  // The faces window shows its own.
  const facesOpen = useStore(desk.store, (state) => state.dialog === 'faces')
  return list.filter((job) => !(facesOpen && job.kind === 'faces')).map((job) => <JobCard key={job.id} job={job} />)
}

export function JobCard({ job }: { readonly job: Job }) {
  const { jobs, notices } = useWindow()
  const text = useText()
  const words = text[job.kind]
  const { state } = job
  if (state.name === 'running') {
    const share = state.total > 0 ? (state.done / state.total) * 100 : 0
    return (
      <div className={styles.job} role="status" data-state="running">
        <div className={styles.head}>
          <b>{words.running}</b>
          <span className={styles.quiet}>{state.total > 0 && text.export.progress(state.done, state.total)}</span>
          <Button variant="subtle" color="gray" onClick={() => void notices.attempt(() => jobs.cancel(job.id))}>
            {text.app.cancel}
          </Button>
        </div>
        <Progress value={share} size="sm" aria-label={words.running} />
        <span className={styles.quiet}>{state.message}</span>
      </div>
    )
  }
  return (
    <div className={styles.job} role={state.name === 'failed' ? 'alert' : 'status'} data-state={state.name}>
      <div className={styles.head}>
        {state.name === 'failed' ? <IconAlertTriangle size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}
        <b>{outcome(job, text)}</b>
        <CloseButton size="sm" aria-label={text.export.dismiss} onClick={() => jobs.dismiss(job.id)} />
      </div>
      {state.name === 'failed' && (
        <>
          <p>{currentWording(state.error.message)}</p>
          {state.error.remedy && <p className={styles.quiet}>{currentWording(state.error.remedy)}</p>}
        </>
      )}
      {state.name === 'done' && state.notice && <p className={styles.quiet}>{currentWording(state.notice)}</p>}
      {state.name === 'done' && (job.kind === 'export' || job.kind === 'sending') && <Files files={state.files} />}
      {state.name === 'done' && state.archived !== null && <ToArchive archived={state.archived} job={job.id} />}
    </div>
  )
}

function outcome({ kind, state }: Job, text: ReturnType<typeof useText>): string {
  if (state.name === 'failed') return text[kind].failed
  if (state.name === 'cancelled') return text[kind].cancelled
  if (state.name !== 'done') return text[kind].running
  if (state.sending) return sent(state.sending, text)
  if (state.face) return text.faces.done(state.face.name)
  return state.archived === null ? text.export.done(state.files.length) : text.archive.done(state.archived)
}

/** Of twenty-four pages, those that replace others are what must be read. */
function sent({ number, pages }: Sending, text: ReturnType<typeof useText>): string {
  const changed = pages.filter(({ again }) => again === 'changed')
  return text.sending.done(number, pages.length, changed.map((page) => text.sending.changed(text.unit.pageShort(page.number), page.version)))
}

function Files({ files }: { readonly files: readonly WrittenFile[] }) {
  const { host, notices } = useWindow()
  const text = useText()
  const save = (file: WrittenFile) =>
    notices.attempt(async () => {
      const { bytes } = await host.api.call('export.file', { path: file.path })
      saveAs(file.name, bytes, file.name.endsWith('.json') ? 'application/json' : 'application/pdf')
    })
  const { showInFolder } = host
  return (
    <>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.path}>
            <span className={styles.name}>{file.name}</span>
            <span className={styles.quiet}>{text.unit.bytes(file.bytes)}</span>
            {showInFolder && (
              <Button variant="subtle" leftSection={<IconFolderOpen size={14} aria-hidden />} onClick={() => void notices.attempt(() => showInFolder(file.path))}>
                {text.export.show}
              </Button>
            )}
            <Button variant="subtle" leftSection={<IconDownload size={14} aria-hidden />} aria-label={`${text.export.save} ${file.name}`} onClick={() => void save(file)}>
              {text.export.save}
            </Button>
          </li>
        ))}
      </ul>
      {files.length > 1 && showInFolder === null && (
        <Button variant="light" onClick={() => void files.reduce((before, file) => before.then(() => save(file)), Promise.resolve<void | undefined>(undefined))}>
          {text.export.saveAll}
        </Button>
      )}
    </>
  )
}

function ToArchive({ archived, job }: { readonly archived: ArchiveKey; readonly job: string }) {
  const { desk, jobs } = useWindow()
  const text = useText()
  return (
    <Button
      variant="light"
      onClick={() => {
        desk.showArchive(archived)
        jobs.dismiss(job)
      }}
    >
      {text.archive.look}
    </Button>
  )
}
