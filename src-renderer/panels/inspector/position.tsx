import { isRectangle } from '../../../src-core/commands/areas.ts'
import { areaOf, moveObject, resizeObject, type PageObject } from '../../../src-core/commands/objects.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { NumberField } from '../fields/number-field.tsx'
import { Row, Section } from '../fields/section.tsx'
import { useRecord } from '../records.ts'
import styles from './inspector.module.css'

/** Where an object stands, in columns and lines. The editor counts from 1. */
export function Position({ object }: { readonly object: PageObject }) {
  const command = useCommand()
  const text = useText().inspector
  const disabled = useEditor((state) => state.readOnly)
  const grid = useRecord('page', object.page)?.grid
  if (!grid) return null
  const area = areaOf(object)
  const right = area.column + area.columns
  const bottom = area.line + area.lines
  return (
    <Section title={text.position}>
      <Row>
        <NumberField
          label={text.column}
          value={area.column + 1}
          min={1}
          max={grid.columns - area.columns + 1}
          disabled={disabled}
          onCommit={(column) => command((now) => moveObject(now, object.id, { column: column - 1, line: area.line }))}
        />
        <NumberField
          label={text.line}
          value={area.line + 1}
          min={1}
          max={grid.lines - area.lines + 1}
          disabled={disabled}
          onCommit={(line) => command((now) => moveObject(now, object.id, { column: area.column, line: line - 1 }))}
        />
        <NumberField
          label={text.columns}
          value={area.columns}
          min={1}
          max={grid.columns - area.column}
          disabled={disabled}
          onCommit={(columns) => command((now) => resizeObject(now, object.id, { right: right - area.columns + columns }))}
        />
        <NumberField
          label={text.lines}
          value={area.lines}
          min={1}
          max={grid.lines - area.line}
          disabled={disabled}
          onCommit={(lines) => command((now) => resizeObject(now, object.id, { bottom: bottom - area.lines + lines }))}
        />
      </Row>
      {object.type === 'story' && !isRectangle(object.legs) && <p className={styles.hint}>{text.irregular}</p>}
    </Section>
  )
}
