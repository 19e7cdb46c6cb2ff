import { Loader, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useConnected } from '../../host/use-connected.ts'
import { currentWording, useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import styles from './top-bar.module.css'

/** A save takes a few milliseconds: only a slow one is worth a word. */
const SLOW_AFTER_MS = 400

export function SavingState() {
  const text = useText()
  const { host } = useWindow()
  const connected = useConnected(host.connection)
  const saving = useEditor((state) => state.saving)
  if (saving.state === 'unsaved' || (saving.state === 'saving' && !connected)) {
    return (
      <Tooltip label={saving.state === 'unsaved' ? currentWording(saving.error.message) : text.app.reconnecting}>
        <span className={styles.unsaved} role="alert">
          <IconAlertTriangle size={15} aria-hidden /> {text.bar.unsaved}
        </span>
      </Tooltip>
    )
  }
  return (
    <Tooltip label={text.bar.savedHint}>
      <span className={styles.saved} role="status">
        {saving.state === 'saving' ? <Saving /> : <Saved />}
      </span>
    </Tooltip>
  )
}

function Saved() {
  const text = useText()
  return (
    <>
      <IconCheck size={15} aria-hidden />
      <span className={styles.word}>{text.bar.saved}</span>
    </>
  )
}

function Saving() {
  const text = useText()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!slow) return <Saved />
  return (
    <>
      <Loader size={12} />
      <span className={styles.word}>{text.bar.saving}</span>
    </>
  )
}
