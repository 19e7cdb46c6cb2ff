import { NativeSelect } from '@mantine/core'
import { BUNDLED_FACES, type FaceId, type TypeSizeName } from '../../../src-core/document/style.ts'
import { useText } from '../../text/language.ts'
import { useFaces } from './faces.ts'

interface SelectProps<T> {
  readonly label: string
  readonly value: T
  readonly disabled?: boolean
  onChange(value: T): void
}

export function FaceSelect({ label, value, disabled = false, onChange }: SelectProps<FaceId>) {
  const text = useText()
  const names = new Map([...Object.keys(BUNDLED_FACES), value].map((id) => [id, text.face[id] ?? id]))
  for (const face of useFaces()) if (!(face.id in BUNDLED_FACES)) names.set(face.id, face.name)
  return (
    <NativeSelect
      aria-label={label}
      value={value}
      disabled={disabled}
      data={[...names].map(([id, name]) => ({ value: id, label: name }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Sizes by their 号. A size that the house has no name for stands in points. */
export function SizeSelect({ label, value, sizes, disabled = false, onChange }: SelectProps<number> & { readonly sizes: readonly TypeSizeName[] }) {
  const text = useText()
  const named = sizes.some((row) => row.size === value)
  return (
    <NativeSelect
      aria-label={label}
      value={String(value)}
      disabled={disabled}
      data={[
        ...(named ? [] : [{ value: String(value), label: text.unit.points(value) }]),
        ...sizes.map((row) => ({ value: String(row.size), label: text.unit.namedSize(row.name, row.size) })),
      ]}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  )
}
