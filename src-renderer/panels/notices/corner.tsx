import { useEffect } from 'react'
import { IconPlugConnectedX } from '@tabler/icons-react'
import type { Saving } from '../../editor/session.ts'
import { useConnected } from '../../host/use-connected.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { currentWording, useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { JobList } from '../jobs/job-list.tsx'
import { NoticeList } from './notice-list.tsx'
import styles from './notice-list.module.css'

/** Everything that the window has to tell, in the one corner where it covers least. */
export function Corner() {
  useSessionEvents()
  useClosingGuard()
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
  const connected = useConnected(host.connection)
  if (saving.state !== 'unsaved' && connected) return null
  const [title, ...more] = unsavedWords(saving, connected, text)
  return (
    <div role="alert" className={styles.notice} data-kind="error">
      <IconPlugConnectedX size={16} aria-hidden />
      <div className={styles.words}>
        <p>{title}</p>
        {more.map((sentence) => (
          <p key={sentence} className={styles.remedy}>
            {sentence}
          </p>
        ))}
      </div>
    </div>
  )
}

function unsavedWords(saving: Saving, connected: boolean, text: Catalogue): readonly string[] {
  if (saving.state === 'unsaved' && connected) {
    const { message, remedy } = saving.error
    return [text.notice.unsavedTitle, currentWording(message), ...(remedy ? [currentWording(remedy)] : [])]
  }
  return saving.state === 'saved'
    ? [text.app.reconnecting, text.app.reconnectingRemedy]
    : [text.notice.unsavedTitle, text.app.reconnecting, text.app.unsavedRemedy]
}

/** Closing the window now would lose what is only in it: a browser asks first. Electron's window is never cut off. */
function useClosingGuard(): void {
  const { host, session } = useWindow()
  useEffect(() => {
    if (host.kind !== 'browser') return undefined
    const ask = (event: BeforeUnloadEvent) => {
      if (session.store.getState().saving.state !== 'saved') event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [host, session])
}

function useSessionEvents(): void {
  const { session, notices } = useWindow()
  const text = useText()
  useEffect(
    () =>
      session.onEvent((event) => {
        if (event.type === 'reloaded' && event.lost === 0) notices.done(text.notice.reloaded)
        else if (event.type === 'reloaded') notices.error(text.notice.reloaded, text.notice.lost(event.lost))
        else if (event.type === 'misnamed') for (const file of event.files) notices.error(currentWording(file))
        else if (event.type === 'not-taken') for (const { file, message } of event.files) notices.error(text.notice.notTaken(file), message)
        else notices.error(currentWording(event.error.message), event.error.remedy && currentWording(event.error.remedy))
      }),
    [session, notices, text],
  )
}
