/** The roles over an article's text: which one the caret stands in, another one for it, parts still to be written. */
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Command } from 'prosemirror-state'
import { memo } from 'react'
import { useText } from '../../text/language.ts'
import { keyName } from '../keys/key-names.ts'
import { ROLE_DIGITS } from './keys.ts'
import { addPart, setRole } from './roles.ts'
import { BODY_ROLES, TITLE_ROLES, type Role, type TitleRole } from './schema.ts'
import styles from './story-text.module.css'

export interface Caret {
  /** Null when the selection spans several parts. */
  readonly role: Role | null
  /** Titles that the article does not have. */
  readonly missing: readonly TitleRole[]
}

export interface RoleBarProps {
  readonly caret: Caret
  /** Runs the command on the text and gives the caret back to it. */
  run(command: Command): void
}

export const RoleBar = memo(function RoleBar({ caret, run }: RoleBarProps) {
  const text = useText()
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={text.text.roles}>
      {[...TITLE_ROLES, ...BODY_ROLES].map((role) => (
        <Tooltip key={role} label={text.text.shortcut(keyName(['Mod', 'Alt', ROLE_DIGITS[role]]))}>
          <Button
            variant={caret.role === role ? 'filled' : 'subtle'}
            color={caret.role === role ? 'ink' : 'gray'}
            size="compact-xs"
            aria-pressed={caret.role === role}
            // The caret stays in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(setRole(role))}
          >
            {text.role[role]}
          </Button>
        </Tooltip>
      ))}
      {/* The caret goes to the new part. */}
      <Menu returnFocus={false}>
        <Menu.Target>
          <ActionIcon size={22} aria-label={text.text.addPart} title={text.text.addPart} disabled={caret.missing.length === 0}>
            <IconPlus size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {caret.missing.map((role) => (
            <Menu.Item key={role} onClick={() => run(addPart(role))}>
              {text.text.addPart} {text.role[role]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
})
