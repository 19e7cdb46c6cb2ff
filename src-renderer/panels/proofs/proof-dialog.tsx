/** 大样: sheets of pages to sign, and 核红, the same sheets with what changed since one of them marked. */
import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { useEffect, useState, type FormEvent } from 'react'
import type { Input, Output } from '../../../src-core/api/methods.ts'
import { record } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { momentName } from '../issue-name.ts'
import { makeProofs } from './make-proofs.ts'
import styles from './proof-dialog.module.css'

type Wishes = Input<'proofs.start'>

export default function ProofDialog() {
  const editorWindow = useWindow()
  const { desk, host, notices } = editorWindow
  const text = useText()
  const issue = useEditor((state) => state.issue)
  const page = useEditor(({ document, page: shown }) => (document && shown !== null ? record(document, 'page', shown) : undefined))
  const [past, setPast] = useState<Output<'proofs.list'> | null>(null)
  const [paper, setPaper] = useState<Wishes['paper']>('a3')
  const [all, setAll] = useState(false)
  const [since, setSince] = useState<Wishes['since']>(null)
  const shown = page?.id

  useEffect(() => {
    if (issue !== null && shown !== undefined) void notices.attempt(() => host.api.call('proofs.list', { issue, page: shown })).then((found) => setPast(found ?? null))
  }, [host, notices, issue, shown])

  if (issue === null || !page) return null

  function start(event: FormEvent): void {
    event.preventDefault()
    if (shown === undefined) return
    desk.close()
    void makeProofs(editorWindow, { pages: all ? [] : [shown], paper, since })
  }

  /** A certain proof is one page's; another page has others. */
  function choosePages(value: string): void {
    setAll(value === 'all')
    if (value === 'all' && typeof since === 'number') setSince('last')
  }

  const { proofs = [], signedAt = null } = past ?? {}
  const bases = [
    { value: '', label: text.proofs.nothing },
    ...(all || proofs.length > 0 ? [{ value: 'last', label: text.proofs.last(proofs[0] && !all ? momentName(proofs[0].madeAt) : null) }] : []),
    ...(all || signedAt !== null ? [{ value: 'signed', label: text.proofs.signed(signedAt !== null && !all ? momentName(signedAt) : null) }] : []),
    ...(all ? [] : proofs.slice(1).map(({ number, madeAt }) => ({ value: String(number), label: text.proofs.earlier(number, momentName(madeAt)) }))),
  ]
  return (
    <form className={styles.form} onSubmit={start}>
      <SegmentedControl
        fullWidth
        aria-label={text.proofs.pages}
        value={all ? 'all' : 'one'}
        data={[
          { value: 'one', label: text.unit.page(page.number, page.section) },
          { value: 'all', label: text.proofs.allPages },
        ]}
        onChange={choosePages}
      />
      <SegmentedControl
        fullWidth
        aria-label={text.proofs.paper}
        value={paper}
        data={[
          { value: 'a3', label: text.proofs.a3 },
          { value: 'full', label: text.proofs.full(page.grid.trim.width, page.grid.trim.height) },
        ]}
        onChange={(value) => setPaper(value as Wishes['paper'])}
      />
      <NativeSelect label={text.proofs.since} description={text.proofs.sinceHint} value={since === null ? '' : String(since)} data={bases} onChange={(event) => setSince(sinceOf(event.currentTarget.value))} />
      {past && proofs.length === 0 && !all && <p className={styles.quiet}>{text.proofs.none}</p>}
      <div className={styles.actions}>
        <Button variant="default" onClick={() => desk.close()}>
          {text.app.cancel}
        </Button>
        {/* The dialog is loaded after its frame has looked for what to focus. */}
        <Button type="submit" data-autofocus autoFocus>
          {since === null ? text.proofs.make : text.proofs.makeChanges}
        </Button>
      </div>
    </form>
  )
}

function sinceOf(value: string): Wishes['since'] {
  if (value === '') return null
  return value === 'last' || value === 'signed' ? value : Number(value)
}
