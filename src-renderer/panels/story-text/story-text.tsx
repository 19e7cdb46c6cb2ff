/** An article's text with its roles, edited in place. */
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState, type CSSProperties } from 'react'
import type { Command, EditorState as TextState } from 'prosemirror-state'
import { writeArticle } from '../../../src-core/commands/articles.ts'
import { record, type RecordId } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { runCommand, useEditor, useWindow } from '../editor-window.ts'
import { keyName } from '../keys/key-names.ts'
import { createArticleView, type ArticleView } from './article-view.ts'
import { ROLE_DIGITS } from './keys.ts'
import { addPart, missingParts, roleAt, setRole } from './roles.ts'
import { BODY_ROLES, TITLE_ROLES, type Role } from './schema.ts'
import styles from './story-text.module.css'

const ROLES: readonly Role[] = [...TITLE_ROLES, ...BODY_ROLES]

export function StoryText({ article }: { readonly article: RecordId }) {
  const editorWindow = useWindow()
  const { session } = editorWindow
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const place = useRef<HTMLDivElement>(null)
  const articleView = useRef<ArticleView | null>(null)
  const [state, setState] = useState<TextState | null>(null)

  useEffect(() => {
    const found = currentArticle()
    if (!place.current || !found) return undefined
    const created = createArticleView(place.current, {
      article: found,
      editable: !readOnly,
      onChange(words) {
        runCommand(editorWindow, (now) => writeArticle(now, article, words))
      },
      onState: setState,
      undo: () => session.undo(),
      redo: () => session.redo(),
    })
    articleView.current = created
    let known = found
    const leaveStore = session.store.subscribe(() => {
      const now = currentArticle()
      if (now && now !== known) created.receive((known = now))
      takeFocus()
    })
    takeFocus()
    return () => {
      leaveStore()
      articleView.current = null
      created.destroy()
    }

    function currentArticle() {
      const { document } = session.store.getState()
      return document ? record(document, 'article', article) : undefined
    }

    /** Enter or a double click on the page asks for the caret at a character. */
    function takeFocus() {
      const { textFocus } = session.store.getState()
      if (textFocus?.article !== article) return
      session.focusText(null)
      created.focusAt(textFocus)
    }
  }, [article, readOnly, editorWindow, session])

  const run = (command: Command) => {
    const view = articleView.current?.view
    if (!view) return
    command(view.state, view.dispatch, view)
    view.focus()
  }
  const role = state && roleAt(state)
  const missing = state ? missingParts(state.doc) : []
  return (
    <div className={styles.pane}>
      {!readOnly && (
        <div className={styles.toolbar} role="toolbar" aria-label={text.text.roles}>
          {ROLES.map((name) => (
            <Tooltip key={name} label={text.text.shortcut(keyName(['Mod', 'Alt', ROLE_DIGITS[name]]))}>
              <Button
                variant={role === name ? 'filled' : 'subtle'}
                color={role === name ? 'ink' : 'gray'}
                size="compact-xs"
                aria-pressed={role === name}
                // The caret stays in the text.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => run(setRole(name))}
              >
                {text.role[name]}
              </Button>
            </Tooltip>
          ))}
          <Menu>
            <Menu.Target>
              <ActionIcon size={22} aria-label={text.text.addPart} title={text.text.addPart} disabled={missing.length === 0}>
                <IconPlus size={14} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {missing.map((name) => (
                <Menu.Item key={name} onClick={() => run(addPart(name))}>
                  {text.text.addPart} {text.role[name]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      <div ref={place} className={styles.text} style={roleNames(text.role)} />
    </div>
  )
}

/** The roles' names for the style sheet: labels are drawn by it, so that the text's DOM is the text and nothing else. */
function roleNames(names: Readonly<Record<Role, string>>): CSSProperties {
  return Object.fromEntries(ROLES.map((role) => [`--${role}`, JSON.stringify(names[role])]))
}
