import { setIssue } from '../../../src-core/commands/issue.ts'
import { issueOf } from '../../../src-core/document/records.ts'
import { dateSchema, issueNumberSchema, paperSchema } from '../../../src-core/document/validate.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useFieldCommand } from '../editor-window.ts'
import { Row, Section } from '../fields/section.tsx'
import { TextField } from '../fields/text-field.tsx'
import { weekdayOf } from '../issue-name.ts'

export function IssueInspector() {
  const command = useFieldCommand()
  const text = useText()
  const document = useEditor((state) => state.document)
  const disabled = useEditor((state) => state.readOnly)
  if (!document) return null
  const { paper, date, number } = issueOf(document)
  const set = (fields: Parameters<typeof setIssue>[1]) => command((now) => setIssue(now, fields))

  function rename(fields: Partial<typeof paper>, problem: string): string | null {
    const next = paperSchema.safeParse({ ...paper, ...fields })
    return next.success ? set({ paper: next.data }) : problem
  }
  return (
    <Section title={text.inspector.issue} aside={weekdayOf(date, text)}>
      <Row>
        <TextField label={text.issue.paperName} value={paper.name} disabled={disabled} onCommit={(name) => rename({ name }, text.issue.mustName)} />
        <TextField label={text.issue.paperCode} value={paper.code} disabled={disabled} onCommit={(code) => rename({ code }, text.issue.mustCode)} />
      </Row>
      <Row>
        <TextField
          label={text.issue.date}
          value={date}
          disabled={disabled}
          onCommit={(typed) => (dateSchema.safeParse(typed).success ? set({ date: typed }) : text.issue.mustDate)}
        />
        <TextField
          label={text.issue.number}
          value={number === null ? '' : String(number)}
          disabled={disabled}
          onCommit={(typed) => {
            const next = issueNumberSchema.safeParse(typed.trim() === '' ? null : Number(typed.normalize('NFKC')))
            return next.success ? set({ number: next.data }) : text.issue.mustNumber
          }}
        />
      </Row>
    </Section>
  )
}
