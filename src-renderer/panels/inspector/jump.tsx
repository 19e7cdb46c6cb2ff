import { Button, NativeSelect } from '@mantine/core'
import { IconArrowBackUp, IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { setJumpHeadline, takeJumpBack } from '../../../src-core/commands/jumps.ts'
import { partAfter, partBefore } from '../../../src-core/document/chains.ts'
import type { RecordId, StoryRecord } from '../../../src-core/document/records.ts'
import { continueOn, roomOn } from '../../editor/continue-story.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor, useFieldCommand, useWindow } from '../editor-window.ts'
import { Row, Section } from '../fields/section.tsx'
import { TextField } from '../fields/text-field.tsx'
import { useRecord, useRecords } from '../records.ts'

/** 转版: where the story's text goes on, and what it goes on with. */
export function Jump({ story }: { readonly story: StoryRecord }) {
  const { session } = useWindow()
  const command = useCommand()
  const fieldCommand = useFieldCommand()
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const [before, after] = useEditor(useShallow(({ document }) => (document ? [partBefore(document, story), partAfter(document, story)] : [null, null])))
  const goTo = (part: StoryRecord) => {
    session.showPage(part.page)
    session.select({ kind: 'record', id: part.id })
  }
  if (readOnly && !before && !after) return null
  return (
    <Section title={text.story.jump}>
      {before && (
        <>
          <GoTo part={before} icon={<IconArrowLeft size={15} aria-hidden />} label={text.story.continuedFrom} onClick={goTo} />
          <TextField
            live
            label={text.story.jumpHeadline}
            placeholder={text.story.jumpHeadlineHint}
            value={story.jumpHeadline ?? ''}
            disabled={readOnly}
            onCommit={(title) => fieldCommand((now) => setJumpHeadline(now, story.id, title))}
          />
        </>
      )}
      {after && (
        <Row>
          <GoTo part={after} icon={<IconArrowRight size={15} aria-hidden />} label={text.story.continuesOn} onClick={goTo} />
          {!readOnly && (
            <Button variant="default" leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={() => command((now) => takeJumpBack(now, story.id))}>
              {text.story.takeJumpBack}
            </Button>
          )}
        </Row>
      )}
      {!after && !readOnly && <Pages story={story} />}
    </Section>
  )
}

interface GoToProps {
  readonly part: StoryRecord
  readonly icon: ReactNode
  label(page: string): string
  onClick(part: StoryRecord): void
}

function GoTo({ part, icon, label, onClick }: GoToProps) {
  const text = useText()
  const page = useRecord('page', part.page)
  return (
    <Button variant="default" leftSection={icon} onClick={() => onClick(part)}>
      {label(text.unit.pageShort(page?.number ?? ''))}
    </Button>
  )
}

/** The other pages, those without room told and not offered. */
function Pages({ story }: { readonly story: StoryRecord }) {
  const { session } = useWindow()
  const text = useText()
  const pages = useRecords('page').filter(({ id }) => id !== story.page)
  const [full, setFull] = useState<readonly RecordId[]>([])
  // Looked for when it is asked for: it takes a look at every page.
  const look = () => setFull(pages.filter(({ id }) => !roomOn(session.store.getState().document, id)).map(({ id }) => id))
  if (pages.length === 0) return null
  return (
    <NativeSelect
      aria-label={text.story.jumpTo}
      value=""
      onFocus={look}
      data={[
        { value: '', label: text.story.noJump },
        ...pages.map(({ id, number: of, section }) => {
          const label = text.unit.page(of, section)
          return { value: id, label: full.includes(id) ? text.story.fullPage(label) : `${text.story.jumpTo}${label}`, disabled: full.includes(id) }
        }),
      ]}
      onChange={(event) => {
        if (event.currentTarget.value !== '') void continueOn(session, story.id, event.currentTarget.value)
      }}
    />
  )
}
