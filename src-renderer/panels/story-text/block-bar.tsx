/** What can be done with the table, the list or the byline that the caret stands in. */
import { Button, Tooltip } from '@mantine/core'
import type { Command } from 'prosemirror-state'
import { memo } from 'react'
import { useText } from '../../text/language.ts'
import { keyName } from '../keys/key-names.ts'
import { TABLE_KEYS, type TableAction } from './keys.ts'
import { switchNumbering } from './list-commands.ts'
import { addColumn, addRow, removeColumn, removeRow, setHead } from './table-commands.ts'
import styles from './story-text.module.css'

export interface BlockBarProps {
  readonly block: 'table' | 'list' | 'byline' | null
  /** The caret's row ends the head, its list is numbered, or the byline stands at the end. */
  readonly isOn: boolean
  /** Runs the command on the text and gives the caret back to it. */
  run(command: Command): void
  moveByline(): void
}

const TABLE: readonly (readonly [TableAction, Command])[] = [
  ['addRow', addRow],
  ['addColumn', addColumn],
  ['removeRow', removeRow],
  ['removeColumn', removeColumn],
]

export const BlockBar = memo(function BlockBar({ block, isOn, run, moveByline }: BlockBarProps) {
  const text = useText()
  if (block === null) return null
  const toggle = (label: string, onClick: () => void) => (
    <Button
      variant={isOn ? 'filled' : 'subtle'}
      color={isOn ? 'ink' : 'gray'}
      size="compact-xs"
      aria-pressed={isOn}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {label}
    </Button>
  )
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={text.role[block]}>
      {block === 'list' && toggle(text.text.numbered, () => run(switchNumbering))}
      {block === 'byline' && toggle(text.text.bylineAtEnd, moveByline)}
      {block === 'table' &&
        TABLE.map(([action, command]) => (
          <Tooltip key={action} label={text.text.shortcut(keyName(TABLE_KEYS[action]))}>
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              // The caret stays in the text.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => run(command)}
            >
              {text.text.table[action]}
            </Button>
          </Tooltip>
        ))}
      {block === 'table' && toggle(text.text.table.head, () => run(setHead))}
    </div>
  )
})
