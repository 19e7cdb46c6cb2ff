/** An article's text with its roles, edited in place. */
import { useCallback, useEffect, useRef, useState, type CSSProperties } from 'react'
import type { Command, EditorState as TextState } from 'prosemirror-state'
import { writeArticle } from '../../../src-core/commands/articles.ts'
import { record, type RecordId } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { runCommand, useEditor, useWindow } from '../editor-window.ts'
import { createArticleView, type ArticleView } from './article-view.ts'
import { RoleBar, type Caret } from './role-bar.tsx'
import { missingParts, roleAt } from './roles.ts'
import { BODY_ROLES, TITLE_ROLES, type Role } from './schema.ts'
import styles from './story-text.module.css'

const ROLES: readonly Role[] = [...TITLE_ROLES, ...BODY_ROLES]

const caretOf = (state: TextState): Caret => ({ role: roleAt(state), missing: missingParts(state.doc) })

/** Most keystrokes change neither: then it stays the same value, and the bar is not rendered again. */
const sameCaret = (before: Caret, after: Caret): Caret => (before.role === after.role && before.missing.join() === after.missing.join() ? before : after)

export function StoryText({ article }: { readonly article: RecordId }) {
  const editorWindow = useWindow()
  const { session } = editorWindow
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const place = useRef<HTMLDivElement>(null)
  const articleView = useRef<ArticleView | null>(null)
  const [caret, setCaret] = useState<Caret>({ role: null, missing: [] })

  useEffect(() => {
    const found = currentArticle()
    if (!place.current || !found) return undefined
    const created = createArticleView(place.current, {
      article: found,
      editable: !readOnly,
      onChange(words) {
        runCommand(editorWindow, (now) => writeArticle(now, article, words))
      },
      onState: (state) => setCaret((before) => sameCaret(before, caretOf(state))),
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

  const run = useCallback((command: Command) => {
    const view = articleView.current?.view
    if (!view) return
    command(view.state, view.dispatch, view)
    view.focus()
  }, [])
  return (
    <div className={styles.pane}>
      {!readOnly && <RoleBar caret={caret} run={run} />}
      <div ref={place} className={styles.text} style={roleNames(text.role)} />
    </div>
  )
}

/** The roles' names for the style sheet: labels are drawn by it, so that the text's DOM is the text and nothing else. */
function roleNames(names: Readonly<Record<Role, string>>): CSSProperties {
  return Object.fromEntries(ROLES.map((role) => [`--${role}`, JSON.stringify(names[role])]))
}
