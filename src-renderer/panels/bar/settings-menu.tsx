import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { IconCheck, IconSettings } from '@tabler/icons-react'
import { LANGUAGES, setLanguage, useLanguage, useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'

const SCHEMES: readonly MantineColorScheme[] = ['auto', 'light', 'dark']

export function SettingsMenu() {
  const { desk } = useWindow()
  const text = useText()
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={text.bar.settings} title={text.bar.settings}>
          <IconSettings size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text.bar.language}</Menu.Label>
        {LANGUAGES.map((choice) => (
          <Menu.Item key={choice.language} leftSection={<Mark shown={choice.language === language} />} onClick={() => setLanguage(choice.language)}>
            {choice.name}
          </Menu.Item>
        ))}
        <Menu.Label>{text.bar.scheme}</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Menu.Item key={scheme} leftSection={<Mark shown={scheme === colorScheme} />} onClick={() => setColorScheme(scheme)}>
            {text.bar[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => desk.open('keys')}>{text.bar.keys}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Mark({ shown }: { readonly shown: boolean }) {
  return <IconCheck size={14} aria-hidden visibility={shown ? 'visible' : 'hidden'} />
}
