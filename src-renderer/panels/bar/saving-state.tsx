import { Loader, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { currentWording, useText } from '../../text/language.ts'
import { useEditor } from '../editor-window.ts'
import styles from './top-bar.module.css'

/** A save takes a few milliseconds: only a slow one is worth a word. */
const SLOW_AFTER_MS = 400

export function SavingState() {
  const text = useText()
  const saving = useEditor((state) => state.saving)
  const slow = useSlow(saving.state === 'saving')
  if (saving.state === 'unsaved') {
    return (
      <Tooltip label={currentWording(saving.error.message)}>
        <span className={styles.unsaved} role="alert">
          <IconAlertTriangle size={15} aria-hidden /> {text.bar.unsaved}
        </span>
      </Tooltip>
    )
  }
  return (
    <Tooltip label={text.bar.savedHint}>
      <span className={styles.saved} role="status">
        {slow ? <Loader size={12} /> : <IconCheck size={15} aria-hidden />}
        <span className={styles.word}>{slow ? text.bar.saving : text.bar.saved}</span>
      </span>
    </Tooltip>
  )
}

function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!busy) {
      setSlow(false)
      return undefined
    }
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [busy])
  return slow
}
