import { ActionIcon, SegmentedControl } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { setHeadlineChoices, setHeadlineForm, setHeadlineVertical, type HeadlineChoices } from '../../../src-core/commands/headlines.ts'
import { headlineForm, headlineRule, isVerticalHeadline } from '../../../src-core/document/headline.ts'
import type { HeadlineForm as Form, StoryRecord } from '../../../src-core/document/records.ts'
import { USUAL_SCALE } from '../../../src-core/document/style.ts'
import { headlineArea } from '../../editor/story-fit.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { NumberField } from '../fields/number-field.tsx'
import { Row } from '../fields/section.tsx'
import { useIssue } from '../records.ts'
import styles from './inspector.module.css'

const FORMS: readonly Form[] = ['over', 'beside', 'inside', 'around']

interface StoryProps {
  readonly story: StoryRecord
}

/** Where the headline stands in its story, which way its lines run, and how they are made to fit. */
export function HeadlineForm({ story }: StoryProps) {
  const command = useCommand()
  const text = useText().headline
  const readOnly = useEditor((state) => state.readOnly)
  const { side, align = 'center', justify } = story.headline ?? {}
  const vertical = isVerticalHeadline(story)
  const form = headlineForm(story)
  const choose = (choices: HeadlineChoices) => command((now) => setHeadlineChoices(now, story.id, choices))
  return (
    <>
      <Choice
        label={text.form}
        value={form}
        values={story.headline?.vertical ? FORMS.filter((value) => value !== 'over') : FORMS}
        names={text.forms}
        hint={text.hints[form]}
        disabled={readOnly}
        onChange={(value) => command((now) => setHeadlineForm(now, story.id, value))}
      />
      <Row>
        <Choice
          label={text.direction}
          value={vertical ? 'vertical' : 'horizontal'}
          values={['horizontal', 'vertical']}
          names={text.directions}
          disabled={readOnly}
          onChange={(value) => command((now) => setHeadlineVertical(now, story.id, value === 'vertical'))}
        />
        {(form === 'beside' || form === 'inside') && (
          <Choice
            label={text.side}
            value={side ?? (vertical ? 'right' : 'left')}
            values={['left', 'right']}
            names={text.sides}
            disabled={readOnly}
            onChange={(value) => choose({ side: value === (vertical ? 'right' : 'left') ? null : value })}
          />
        )}
      </Row>
      <AreaFields story={story} form={form} />
      <Row>
        <Choice
          label={text.align}
          value={align}
          values={['center', 'start']}
          names={vertical ? text.verticalAligns : text.aligns}
          disabled={readOnly}
          onChange={(value) => choose({ align: value === 'center' ? null : value })}
        />
        <Choice
          label={text.justify}
          value={justify ?? 'natural'}
          values={['natural', 'even', 'fitted']}
          names={text.justifies}
          hint={text.justifyHint}
          disabled={readOnly}
          onChange={(value) => choose({ justify: value === 'natural' ? null : value })}
        />
      </Row>
      {!vertical && <Scale story={story} />}
    </>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly values: readonly T[]
  readonly names: Readonly<Record<T, string>>
  readonly hint?: string
  readonly disabled: boolean
  onChange(value: T): void
}

function Choice<T extends string>({ label, value, values, names, hint, disabled, onChange }: ChoiceProps<T>) {
  return (
    <div title={hint}>
      <SegmentedControl
        fullWidth
        aria-label={label}
        value={value}
        disabled={disabled}
        data={values.map((one) => ({ value: one, label: names[one] }))}
        onChange={(one) => onChange(one as T)}
      />
    </div>
  )
}

/** The area's columns and lines as the layout gave them; one that is typed is the story's own. */
function AreaFields({ story, form }: StoryProps & { readonly form: Form }) {
  const command = useCommand()
  const text = useText().headline
  const readOnly = useEditor((state) => state.readOnly)
  const area = useEditor((state) => headlineArea(state, story.id))
  if (!area) return null
  const own = story.headline ?? {}
  const first = story.legs[0]!.column
  const top = Math.max(...story.legs.filter(({ column }) => column + 1 > area.column && column < area.column + area.columns).map(({ from }) => from))
  const isOwn = [own.columns, own.lines, own.column, own.line].some((value) => value !== undefined)
  const set = (choices: HeadlineChoices) => command((now) => setHeadlineChoices(now, story.id, choices))
  const most = form === 'around' ? story.legs.length : Math.max(1, story.legs.length - 1)
  return (
    <Row>
      {form !== 'over' && <NumberField label={text.columns} value={Math.max(1, Math.round(area.columns))} min={1} max={most} disabled={readOnly} onCommit={(columns) => set({ columns })} />}
      {form !== 'beside' && <NumberField label={text.lines} value={area.lines} min={1} max={MOST_LINES} disabled={readOnly} onCommit={(lines) => set({ lines })} />}
      {form === 'around' && (
        <>
          <NumberField label={text.column} value={Math.round(area.column - first)} min={0} max={story.legs.length - 1} disabled={readOnly} onCommit={(column) => set({ column })} />
          <NumberField label={text.line} value={area.line - top} min={0} max={MOST_LINES} disabled={readOnly} onCommit={(line) => set({ line })} />
        </>
      )}
      {isOwn && !readOnly && (
        <div className={styles.restore}>
          <ActionIcon size={24} aria-label={text.automatic} title={text.automatic} onClick={() => set({ columns: null, lines: null, column: null, line: null })}>
            <IconRestore size={14} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </Row>
  )
}

const MOST_LINES = 200

/** 长扁, in hundredths, as far as the house lets it go. */
function Scale({ story }: StoryProps) {
  const command = useCommand()
  const text = useText().headline
  const readOnly = useEditor((state) => state.readOnly)
  const style = useIssue()?.style
  const columns = useEditor((state) => headlineArea(state, story.id)?.columns)
  if (!style) return null
  const { narrowest, widest } = { ...USUAL_SCALE, ...headlineRule(style, columns ?? story.legs.length).fit }
  const own = story.headline?.scaleX
  const set = (scaleX: number | null) => command((now) => setHeadlineChoices(now, story.id, { scaleX }))
  return (
    <Row>
      <NumberField
        label={text.scale}
        value={Math.round(100 * (own ?? 1))}
        min={Math.round(100 * narrowest)}
        max={Math.round(100 * widest)}
        step={5}
        disabled={readOnly}
        onCommit={(hundredths) => set(hundredths === 100 ? null : hundredths / 100)}
      />
      <p className={styles.hint}>{text.scaleHint}</p>
    </Row>
  )
}
