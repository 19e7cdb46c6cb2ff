import { NativeSelect } from '@mantine/core'
import type { HouseStyle } from '../../../src-core/document/style.ts'
import { useText } from '../../text/language.ts'
import { NumberField } from '../fields/number-field.tsx'
import { FaceSelect } from './type-selects.tsx'
import styles from './house.module.css'

const FACES = ['bodyFace', 'lead', 'byline', 'crosshead', 'caption', 'folio'] as const

export interface BodyStyleProps {
  readonly style: HouseStyle
  onChange(fields: Partial<HouseStyle>): void
}

export function BodyStyle({ style, onChange }: BodyStyleProps) {
  const text = useText()
  const { line } = style
  return (
    <div className={styles.fields}>
      {FACES.map((part) => (
        <label key={part} className={styles.field}>
          <span>{text.house[part]}</span>
          <FaceSelect label={text.house[part]} value={style[part]} onChange={(face) => onChange({ [part]: face })} />
        </label>
      ))}
      <NativeSelect
        label={text.house.lineBreak}
        value={line.lineBreak}
        data={Object.entries(text.house.lineBreaks).map(([value, label]) => ({ value, label }))}
        onChange={(event) => onChange({ line: { ...line, lineBreak: event.currentTarget.value as HouseStyle['line']['lineBreak'] } })}
      />
      <NativeSelect
        label={text.house.scheme}
        value={line.scheme}
        data={Object.entries(text.house.schemes).map(([value, label]) => ({ value, label }))}
        onChange={(event) => onChange({ line: { ...line, scheme: event.currentTarget.value as HouseStyle['line']['scheme'] } })}
      />
      <NumberField label={text.house.autospace} value={line.autospaceEm} min={0} max={0.5} step={0.05} onCommit={(autospaceEm) => onChange({ line: { ...line, autospaceEm } })} />
      <NumberField label={text.house.ruleWidth} value={style.ruleWidth} min={0} max={4} step={0.1} onCommit={(ruleWidth) => onChange({ ruleWidth })} />
    </div>
  )
}
