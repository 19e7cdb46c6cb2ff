import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import styles from './notice-list.module.css'

export function NoticeList() {
  const { notices } = useWindow()
  const list = useStore(notices.store)
  const text = useText()
  return (
    <section aria-label={text.notice.label} className={styles.list}>
      {list.map(({ id, kind, message, remedy, action }) => (
        <div key={id} role={kind === 'error' ? 'alert' : 'status'} className={styles.notice} data-kind={kind}>
          {kind === 'error' ? <IconAlertTriangle size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}
          <div className={styles.words}>
            <p>{message}</p>
            {remedy && <p className={styles.remedy}>{remedy}</p>}
            {action && (
              <Button
                variant="light"
                onClick={() => {
                  action.run()
                  notices.dismiss(id)
                }}
              >
                {action.label}
              </Button>
            )}
          </div>
          <CloseButton size="sm" aria-label={text.notice.dismiss} onClick={() => notices.dismiss(id)} />
        </div>
      ))}
    </section>
  )
}
