import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFileExport } from '@tabler/icons-react'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import { keyName } from '../keys/key-names.ts'
import { startExport } from './export.ts'

export function ExportMenu() {
  const editorWindow = useWindow()
  const text = useText()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconFileExport size={15} aria-hidden />} rightSection={<IconChevronDown size={13} aria-hidden />}>
          {text.bar.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection={keyName(['Mod', 'E'])} onClick={() => void startExport(editorWindow, 'page')}>
          {text.export.thisPage}
        </Menu.Item>
        <Menu.Item onClick={() => void startExport(editorWindow, 'issue')}>{text.export.issue}</Menu.Item>
        <Menu.Divider />
        <Menu.Item rightSection={keyName(['Mod', 'Shift', 'E'])} onClick={() => editorWindow.desk.open('send')}>
          {text.sending.open}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item rightSection={keyName(['Mod', 'P'])} onClick={() => editorWindow.desk.open('proofs')}>
          {text.proofs.open}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
