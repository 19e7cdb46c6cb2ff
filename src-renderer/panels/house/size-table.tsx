import { Button } from '@mantine/core'
import { TYPE_SIZES, type TypeSizeName } from '../../../src-core/document/style.ts'
import { sizeIn } from '../../../src-core/document/type-size.ts'
import { useText } from '../../text/language.ts'
import { NumberField } from '../fields/number-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AddRow, RemoveRow } from './row-buttons.tsx'
import styles from './house.module.css'

const SMALLEST = 1
const LARGEST = 400

export interface SizeTableProps {
  readonly sizes: readonly TypeSizeName[]
  onChange(sizes: readonly TypeSizeName[]): void
}

/** 号数表: what the house calls its sizes. */
export function SizeTable({ sizes, onChange }: SizeTableProps) {
  const text = useText()
  const replace = (at: number, row: TypeSizeName) => onChange(sizes.with(at, row))
  const rename = (at: number, row: TypeSizeName, name: string): string | null => {
    if (name === '') return text.house.mustName
    if (sizes.some((other, index) => index !== at && other.name === name)) return text.house.nameTaken(name)
    replace(at, { ...row, name })
    return null
  }
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.house.name}</th>
            <th scope="col">{text.house.points}</th>
            <td />
            <td />
          </tr>
        </thead>
        <tbody>
          {sizes.map((row, at) => (
            <tr key={at}>
              <td>
                <TextField hideLabel label={text.house.name} value={row.name} onCommit={(name) => rename(at, row, name.trim())} />
              </td>
              <td>
                <NumberField hideLabel label={`${row.name} ${text.house.points}`} value={row.size} min={SMALLEST} max={LARGEST} step={0.25} onCommit={(size) => replace(at, { ...row, size })} />
              </td>
              <td className={styles.units}>
                {text.house.units(sizeIn(row.size, 'mm'), sizeIn(row.size, 'grade'))}
              </td>
              <RemoveRow label={`${text.house.removeRow} ${row.name}`} disabled={sizes.length === 1} onRemove={() => onChange(sizes.toSpliced(at, 1))} />
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.actions}>
        <AddRow label={text.house.addRow} onAdd={() => onChange([...sizes, { name: text.house.newSize, size: 10 }])} />
        <Button variant="subtle" onClick={() => onChange(TYPE_SIZES)}>
          {text.house.reset}
        </Button>
      </div>
    </>
  )
}
