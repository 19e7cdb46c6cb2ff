/** 传版: which pages go to the plant, and who signs for them. */
import '@mantine/core/styles/Checkbox.layer.css'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useState, type FormEvent } from 'react'
import { useStore } from 'zustand'
import { USUAL_PRESET } from '../../../src-core/document/print.ts'
import { issueOf, type PageRecord, type RecordId } from '../../../src-core/document/records.ts'
import { lastSent, type Sending } from '../../../src-core/document/sending.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { momentName } from '../issue-name.ts'
import { useRecords } from '../records.ts'
import { useChangedPages } from './changed-pages.ts'
import { sendPages } from './send.ts'
import styles from './sending.module.css'

export default function SendDialog() {
  const editorWindow = useWindow()
  const { desk, findings, host, notices } = editorWindow
  const text = useText()
  const issue = useEditor((state) => state.issue)
  const document = useEditor((state) => state.document)
  const pages = useRecords('page')
  const { list } = useStore(findings)
  const [sendings, setSendings] = useState<readonly Sending[] | null>(null)
  const [signedBy, setSignedBy] = useState<string | null>(null)
  /** Null until the editor chooses: then it is what the plant does not have yet. */
  const [wanted, setWanted] = useState<ReadonlySet<RecordId> | null>(null)
  const changed = useChangedPages(sendings)
  const [issueFile, setIssueFile] = useState(false)

  useEffect(() => {
    if (issue !== null) void notices.attempt(() => host.api.call('sendings.list', { issue })).then((found) => setSendings(found ?? []))
  }, [host, notices, issue])

  if (issue === null || !document) return null
  const { printPreset = USUAL_PRESET, print } = issueOf(document).style
  const last = lastSent(sendings ?? [])
  const errorsOn = (page: PageRecord) => list.filter((finding) => finding.page === page.number && finding.severity === 'error' && finding.accepted === undefined).length
  const chosen = wanted ?? new Set(sendings ? pages.map(({ id }) => id).filter((id) => !last.has(id) || changed?.has(id)) : [])
  const picked = pages.filter(({ id }) => chosen.has(id))
  const errors = picked.reduce((sum, page) => sum + errorsOn(page), 0)
  // Whoever signed last is likely to sign again.
  const signer = signedBy ?? sendings?.[0]?.signedBy ?? ''
  const choose = (id: RecordId, isChosen: boolean) => setWanted(new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id)))

  function send(event: FormEvent): void {
    event.preventDefault()
    if (picked.length === 0) return
    desk.close()
    void sendPages(editorWindow, { pages: picked.map(({ id }) => id), signedBy: signer.trim(), issueFile })
  }

  return (
    <form className={styles.form} onSubmit={send}>
      <p className={styles.prose}>{text.sending.intro(text.house.choices['printPreset']![printPreset]!, print?.profile ? text.sending.ownProfile(print.profile.name) : text.sending.programProfile)}</p>
      <Checkbox
        label={text.sending.all}
        checked={picked.length === pages.length}
        indeterminate={picked.length > 0 && picked.length < pages.length}
        onChange={(event) => setWanted(new Set(event.currentTarget.checked ? pages.map(({ id }) => id) : []))}
      />
      <ul className={styles.pages} aria-label={text.sending.pages}>
        {pages.map((page) => {
          const name = text.unit.page(page.number, page.section)
          const before = last.get(page.id)
          const count = errorsOn(page)
          return (
            <li key={page.id}>
              <Checkbox label={name} aria-label={text.sending.choose(name)} checked={chosen.has(page.id)} onChange={(event) => choose(page.id, event.currentTarget.checked)} />
              <span>{text.page.states[page.state]}</span>
              <span className={styles.quiet}>{before ? text.sending.last(before.version, momentName(before.at)) : text.sending.never}{changed?.has(page.id) && text.sending.since}</span>
              <span className={styles.errors}>{count > 0 && text.sending.errors(count)}</span>
            </li>
          )
        })}
      </ul>
      <p className={styles.quiet}>{text.sending.versions}</p>
      <div className={styles.pair}>
        {/* The name is what is still missing; Enter sends. The dialog is loaded after its frame has looked for what to focus. */}
        <TextInput data-autofocus autoFocus label={text.sending.signedBy} placeholder={text.sending.signedByHint} maxLength={50} value={signer} onChange={(event) => setSignedBy(event.currentTarget.value)} />
        <Checkbox label={text.sending.issueFile} checked={issueFile} onChange={(event) => setIssueFile(event.currentTarget.checked)} />
      </div>
      {errors > 0 && (
        <p className={styles.warning}>
          <IconAlertTriangle size={16} aria-hidden /> {text.sending.withErrors(errors)}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="default" onClick={() => desk.close()}>
          {text.app.cancel}
        </Button>
        <Button type="submit" disabled={picked.length === 0}>
          {text.sending.send(picked.length)}
        </Button>
      </div>
    </form>
  )
}
