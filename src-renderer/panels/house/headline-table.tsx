import { Button } from '@mantine/core'
import { DEFAULT_HOUSE_STYLE, type HeadlineRule, type HouseStyle, type TextSetting } from '../../../src-core/document/style.ts'
import type { HeadlinePart } from '../../../src-core/document/headline.ts'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import { NumberField } from '../fields/number-field.tsx'
import { FaceSelect } from '../faces/face-select.tsx'
import { ColorField } from '../fields/color-field.tsx'
import { SizeField } from '../fields/size-field.tsx'
import { AddRow, RemoveRow } from './row-buttons.tsx'
import styles from './house.module.css'

const PARTS: readonly HeadlinePart[] = ['headline', 'kicker', 'subtitle']
const MOST_COLUMNS = 12

export interface HeadlineTableProps {
  readonly style: HouseStyle
  onChange(rules: readonly HeadlineRule[]): void
}

/** 标题字号表: columns spanned → face and 号 of each title. */
export function HeadlineTable({ style: { headlines, sizes }, onChange }: HeadlineTableProps) {
  const { notices } = useWindow()
  const text = useText()
  const replace = (rule: HeadlineRule, next: HeadlineRule) => onChange(headlines.map((candidate) => (candidate === rule ? next : candidate)))
  const setColumns = (rule: HeadlineRule, columns: number) => {
    if (headlines.some((other) => other.columns === columns)) notices.error(text.house.duplicateColumns)
    else replace(rule, { ...rule, columns })
  }
  const add = () => {
    const last = headlines.at(-1)
    if (last) onChange([...headlines, { ...last, columns: last.columns + 1 }])
  }
  return (
    <>
      <p className={styles.intro}>{text.house.intro}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.house.columns}</th>
            {PARTS.map((part) => (
              <th key={part} scope="col">
                {text.role[part]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {headlines.map((rule) => (
            <tr key={rule.columns}>
              <td className={styles.narrow}>
                <NumberField hideLabel label={text.house.columns} value={rule.columns} min={1} max={MOST_COLUMNS} onCommit={(columns) => setColumns(rule, columns)} />
              </td>
              {PARTS.map((part) => (
                <td key={part}>
                  <SettingFields
                    label={`${text.unit.columns(rule.columns)} ${text.role[part]}`}
                    setting={rule[part]}
                    sizes={sizes}
                    onChange={(setting) => replace(rule, { ...rule, [part]: setting })}
                  />
                </td>
              ))}
              <RemoveRow label={`${text.house.removeRow} ${text.unit.columns(rule.columns)}`} disabled={headlines.length === 1} onRemove={() => onChange(headlines.filter((candidate) => candidate !== rule))} />
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.actions}>
        <AddRow label={text.house.addRow} disabled={(headlines.at(-1)?.columns ?? 0) >= MOST_COLUMNS} onAdd={add} />
        <Button variant="subtle" onClick={() => onChange(DEFAULT_HOUSE_STYLE.headlines)}>
          {text.house.reset}
        </Button>
      </div>
    </>
  )
}

export interface SettingFieldsProps {
  readonly label: string
  readonly setting: TextSetting
  readonly sizes: HouseStyle['sizes']
  onChange(setting: TextSetting): void
}

/** Face, size and colour: in one line, or the face above the others where three titles stand side by side. */
export function SettingFields({ label, setting, sizes, onChange }: SettingFieldsProps) {
  const text = useText()
  return (
    <div className={styles.title}>
      <FaceSelect label={`${label} ${text.story.face}`} value={setting.face} onChange={(face) => onChange({ ...setting, face })} />
      <SizeField hideLabel label={`${label} ${text.house.sizes}`} value={setting.size} sizes={sizes} onCommit={(size) => onChange({ ...setting, size })} />
      <ColorField compact hideLabel label={`${label} ${text.colors.title}`} value={setting.color} unset={text.colors.black} onChange={(color) => onChange({ face: setting.face, size: setting.size, ...(color ? { color } : {}) })} />
    </div>
  )
}
