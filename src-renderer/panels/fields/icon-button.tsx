import { ActionIcon, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

export interface IconButtonProps {
  readonly label: string
  readonly icon: ReactNode
  /** The key that does the same. */
  readonly keys?: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly size?: number
  onClick(): void
}

/** An icon that says what it does when asked. */
export function IconButton({ label, icon, keys, pressed, disabled = false, size = 28, onClick }: IconButtonProps) {
  return (
    <Tooltip label={keys === undefined ? label : `${label}  ${keys}`}>
      <ActionIcon size={size} aria-label={label} aria-pressed={pressed} variant={pressed ? 'filled' : 'subtle'} color={pressed ? 'ink' : 'gray'} disabled={disabled} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}
