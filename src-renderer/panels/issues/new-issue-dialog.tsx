import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useState, type FormEvent } from 'react'
import { GRID_PRESETS } from '../../../src-core/document/grid.ts'
import { issueOf, type Document } from '../../../src-core/document/records.ts'
import { dateSchema, issueNumberSchema, paperSchema } from '../../../src-core/document/validate.ts'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import { NumberField } from '../fields/number-field.tsx'
import { issueName } from '../issue-name.ts'
import { useEditIssue } from './edit-issue.ts'
import { formAfter, freshPages, latestOf, pagesOf, type NewIssueForm } from './new-issue.ts'
import styles from './issues.module.css'

const MOST_PAGES = 96

export function NewIssueDialog() {
  const { desk, host, notices } = useWindow()
  const text = useText()
  const edit = useEditIssue()
  const [form, setForm] = useState<NewIssueForm | null>(null)
  const [last, setLast] = useState<Document | null>(null)
  const [pagesFrom, setPagesFrom] = useState<'last' | 'fresh'>('fresh')
  const [count, setCount] = useState(4)
  const [preset, setPreset] = useState('broadsheet')
  const [problem, setProblem] = useState<{ readonly field: keyof NewIssueForm; readonly message: string } | null>(null)

  useEffect(
    () =>
      void notices.attempt(async () => {
        const latest = latestOf(await host.api.call('issues.list', {}))
        try {
          if (!latest) return
          setLast((await host.api.call('issues.open', { issue: latest.id })).document)
          setPagesFrom('last')
        } finally {
          // Not before its defaults are known: one that came late would take back what the editor has chosen.
          setForm(formAfter(latest, new Date().toISOString().slice(0, 10)))
        }
      }),
    [host, notices],
  )
  if (!form) return null

  const field = (key: keyof NewIssueForm) => ({
    value: form[key],
    error: problem?.field === key ? problem.message : null,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setForm({ ...form, [key]: event.currentTarget.value }),
  })

  async function create({ name, code, date, number }: NewIssueForm): Promise<void> {
    const paper = paperSchema.safeParse({ name, code })
    const issueNumber = issueNumberSchema.safeParse(number.trim() === '' ? null : Number(number.normalize('NFKC')))
    if (name.trim() === '') return setProblem({ field: 'name', message: text.issue.mustName })
    if (!paper.success) return setProblem({ field: 'code', message: text.issue.mustCode })
    if (!dateSchema.safeParse(date).success) return setProblem({ field: 'date', message: text.issue.mustDate })
    if (!issueNumber.success) return setProblem({ field: 'number', message: text.issue.mustNumber })
    const grid = GRID_PRESETS[preset]
    const pages = pagesFrom === 'last' && last ? pagesOf(last) : grid ? freshPages(count, grid) : []
    await notices.attempt(async () => {
      const created = await host.api.call('issues.create', { paper: paper.data, date, number: issueNumber.data, pages })
      await edit(created.id)
    })
    return undefined
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void create(form)
      }}
    >
      <TextInput label={text.issue.paperName} autoFocus {...field('name')} />
      <TextInput label={text.issue.paperCode} description={text.issue.paperCodeHint} {...field('code')} />
      <div className={styles.pair}>
        <TextInput label={text.issue.date} {...field('date')} />
        <TextInput label={text.issue.number} inputMode="numeric" {...field('number')} />
      </div>
      <NativeSelect
        label={text.issue.pagesFrom}
        value={pagesFrom}
        data={[...(last ? [{ value: 'last', label: text.issue.fromLast(issueName(issueOf(last), text)) }] : []), { value: 'fresh', label: text.issue.fresh }]}
        onChange={(event) => setPagesFrom(event.currentTarget.value === 'last' ? 'last' : 'fresh')}
      />
      {pagesFrom === 'fresh' && (
        <div className={styles.pair}>
          <NumberField label={text.issue.pageCount} value={count} min={1} max={MOST_PAGES} onCommit={setCount} />
          <NativeSelect
            label={text.issue.grid}
            value={preset}
            data={Object.keys(GRID_PRESETS).map((name) => ({ value: name, label: text.page.presets[name] ?? name }))}
            onChange={(event) => setPreset(event.currentTarget.value)}
          />
        </div>
      )}
      <div className={styles.actions}>
        <Button variant="default" onClick={() => desk.close()}>
          {text.app.cancel}
        </Button>
        <Button type="submit">{text.issue.create}</Button>
      </div>
    </form>
  )
}
