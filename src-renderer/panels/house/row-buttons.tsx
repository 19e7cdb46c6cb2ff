/** What lengthens and shortens the tables of the house style. */
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'

export interface AddRowProps {
  readonly label: string
  readonly disabled?: boolean
  onAdd(): void
}

export function AddRow({ label, disabled = false, onAdd }: AddRowProps) {
  return (
    <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} disabled={disabled} onClick={onAdd}>
      {label}
    </Button>
  )
}

export interface RemoveRowProps {
  readonly label: string
  readonly disabled?: boolean
  onRemove(): void
}

export function RemoveRow({ label, disabled = false, onRemove }: RemoveRowProps) {
  return (
    <td>
      <ActionIcon size={24} aria-label={label} title={label} disabled={disabled} onClick={onRemove}>
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </td>
  )
}
