import { Button, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './top-bar.module.css'

export interface BarButtonProps {
  readonly label: string
  readonly icon: ReactNode
  onClick(): void
}

/** An icon with its name beside it where there is room, in a tooltip where there is none. */
export function BarButton({ label, icon, onClick }: BarButtonProps) {
  return (
    <Tooltip label={label}>
      <Button variant="subtle" color="gray" aria-label={label} leftSection={icon} className={styles.named} onClick={onClick}>
        <span>{label}</span>
      </Button>
    </Tooltip>
  )
}
