import { Loader } from '@mantine/core'
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
      <span className={styles.unsaved} role="alert" title={saving.state === 'unsaved' ? currentWording(saving.error.message) : text.app.reconnecting}>
        <IconAlertTriangle size={15} aria-hidden /> {text.bar.unsaved}
      </span>
    )
  }
  return (
    <span className={styles.saved} role="status" title={text.bar.savedHint}>
      {saving.state === 'saving' ? <Saving /> : <Saved />}
    </span>
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
