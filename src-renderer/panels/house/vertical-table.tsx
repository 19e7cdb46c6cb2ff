import type { HeadlinePart } from '../../../src-core/document/headline.ts'
import { DEFAULT_VERTICAL_HEADLINES, type HouseStyle, type VerticalHeadlines } from '../../../src-core/document/style.ts'
import { useText } from '../../text/language.ts'
import { NumberField } from '../fields/number-field.tsx'
import { SettingFields } from './headline-table.tsx'
import styles from './house.module.css'

const PARTS: readonly HeadlinePart[] = ['headline', 'kicker', 'subtitle']
const MOST_LINES = 200

export interface VerticalTableProps {
  readonly style: HouseStyle
  /** Undefined is the default. */
  onChange(vertical: VerticalHeadlines | undefined): void
}

/** 竖题: what vertical headlines are set in. */
export function VerticalTable({ style: { verticalHeadlines = DEFAULT_VERTICAL_HEADLINES, sizes }, onChange }: VerticalTableProps) {
  const text = useText()
  const change = (fields: Partial<VerticalHeadlines>) => onChange({ ...verticalHeadlines, ...fields })
  return (
    <section aria-label={text.house.vertical} className={styles.part}>
      <h3>{text.house.vertical}</h3>
      <table className={styles.table}>
        <tbody>
          {PARTS.map((part) => (
            <tr key={part}>
              <th scope="row">{text.role[part]}</th>
              <td>
                <SettingFields label={`${text.house.vertical} ${text.role[part]}`} setting={verticalHeadlines[part]} sizes={sizes} onChange={(setting) => change({ [part]: setting })} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{text.house.verticalLines}</th>
            <td className={styles.number}>
              <NumberField hideLabel label={text.house.verticalLines} value={verticalHeadlines.lines} min={1} max={MOST_LINES} onCommit={(lines) => change({ lines })} />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}
