import { ActionIcon, Button, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './top-bar.module.css'

export interface BarButtonProps {
  readonly label: string
  readonly icon: ReactNode
  readonly iconOnly?: boolean
  /** The key that does the same. */
  readonly keys?: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  onClick(): void
}

/** An icon with its name beside it where there is room, in a tooltip where there is none. */
export function BarButton({ label, icon, iconOnly = false, keys, pressed, disabled = false, onClick }: BarButtonProps) {
  const hint = keys === undefined ? label : `${label}  ${keys}`
  if (iconOnly) {
    return (
      <Tooltip label={hint}>
        <ActionIcon aria-label={label} aria-pressed={pressed} variant={pressed ? 'filled' : 'subtle'} color={pressed ? 'ink' : 'gray'} disabled={disabled} onClick={onClick}>
          {icon}
        </ActionIcon>
      </Tooltip>
    )
  }
  return (
    <Tooltip label={hint}>
      <Button variant="subtle" color="gray" aria-label={label} disabled={disabled} leftSection={icon} className={styles.named} onClick={onClick}>
        <span>{label}</span>
      </Button>
    </Tooltip>
  )
}
