import { useEffect, useSyncExternalStore } from 'react'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { currentWording, useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { JobList } from '../jobs/job-list.tsx'
import { NoticeList } from './notice-list.tsx'
import styles from './notice-list.module.css'

/** Everything that the window has to tell, in the one corner where it covers least. */
export function Corner() {
  useSessionEvents()
  return (
    <div className={styles.corner}>
      <Unsaved />
      <JobList />
      <NoticeList />
    </div>
  )
}

/** Stays for as long as something is not on disk or the machine cannot be reached. */
function Unsaved() {
  const { host } = useWindow()
  const text = useText()
  const saving = useEditor((state) => state.saving)
  const connected = useSyncExternalStore(host.connection.onChange, host.connection.isOpen)
  if (saving.state !== 'unsaved' && connected) return null
  return (
    <div role="alert" className={styles.notice} data-kind="error">
      <IconPlugConnectedX size={16} aria-hidden />
      <div className={styles.words}>
        <p>{saving.state === 'unsaved' ? text.notice.unsavedTitle : text.app.reconnecting}</p>
        {saving.state === 'unsaved' && <p className={styles.remedy}>{currentWording(saving.error.message)}</p>}
        {saving.state === 'unsaved' && saving.error.remedy && <p className={styles.remedy}>{currentWording(saving.error.remedy)}</p>}
      </div>
    </div>
  )
}

function useSessionEvents(): void {
  const { session, notices } = useWindow()
  const text = useText()
  useEffect(
    () =>
      session.onEvent((event) => {
        if (event.type === 'reloaded') notices.error(text.notice.reloaded, event.lost > 0 ? text.notice.lost(event.lost) : null)
        else if (event.type === 'not-taken') for (const { file, message } of event.files) notices.error(text.notice.notTaken(file), message)
        else notices.error(currentWording(event.error.message), event.error.remedy && currentWording(event.error.remedy))
      }),
    [session, notices, text],
  )
}
