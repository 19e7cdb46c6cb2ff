import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import styles from './issues.module.css'

export function MarkVersionDialog() {
  const { desk, host, notices, session } = useWindow()
  const text = useText()
  const issue = useEditor((state) => state.issue)
  const [name, setName] = useState('')

  async function mark(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (name.trim() === '' || issue === null) return
    desk.close()
    await notices.attempt(async () => {
      await session.settled()
      await host.api.call('issues.markVersion', { issue, name: name.trim() })
      notices.done(text.issue.marked(name.trim()))
    })
  }

  return (
    <form className={styles.form} onSubmit={(event) => void mark(event)}>
      <TextInput label={text.issue.markName} placeholder={text.issue.markHint} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <div className={styles.actions}>
        <Button variant="default" onClick={() => desk.close()}>
          {text.app.cancel}
        </Button>
        <Button type="submit" disabled={name.trim() === ''}>
          {text.app.confirm}
        </Button>
      </div>
    </form>
  )
}
