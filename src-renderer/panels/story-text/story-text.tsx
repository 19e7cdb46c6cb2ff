/** An article's text with its roles, edited in place. */
import { useCallback, useEffect, useRef, useState, type CSSProperties } from 'react'
import type { Command, EditorState as TextState } from 'prosemirror-state'
import { writeArticle } from '../../../src-core/commands/articles.ts'
import type { MarkKind } from '../../../src-core/document/inline-marks.ts'
import { record, type RecordId } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { runCommand, useEditor, useWindow } from '../editor-window.ts'
import { createArticleView, type ArticleView } from './article-view.ts'
import { BlockBar } from './block-bar.tsx'
import { isNumbered } from './list-commands.ts'
import { MarkBar, type RubyDraft } from './mark-bar.tsx'
import { activeMarks, rubyBase, rubyText, takesMarks } from './marks.ts'
import { RoleBar, type Caret } from './role-bar.tsx'
import { missingParts, roleAt } from './roles.ts'
import { BODY_ROLES, TITLE_ROLES, type Role } from './schema.ts'
import { endsHead } from './table-commands.ts'
import styles from './story-text.module.css'

const ROLES: readonly Role[] = [...TITLE_ROLES, ...BODY_ROLES]

/** What the bars show of the caret. */
interface Standing extends Caret {
  readonly marks: readonly MarkKind[]
  readonly takesMarks: boolean
  /** Of a table: the row ends its head. Of a list: it is numbered. */
  readonly isOn: boolean
}

const NOWHERE: Standing = { role: null, missing: [], marks: [], takesMarks: false, isOn: false }
const standingOf = (state: TextState): Standing => ({ role: roleAt(state), missing: missingParts(state.doc), marks: activeMarks(state), takesMarks: takesMarks(state), isOn: endsHead(state) || isNumbered(state) })

/** Most keystrokes change none of it: then it stays the same value, and the bars are not rendered again. */
const sameStanding = (before: Standing, after: Standing): Standing =>
  before.role === after.role && before.missing.join() === after.missing.join() && before.marks.join() === after.marks.join() && before.takesMarks === after.takesMarks && before.isOn === after.isOn ? before : after

export function StoryText({ article }: { readonly article: RecordId }) {
  const editorWindow = useWindow()
  const { session } = editorWindow
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const place = useRef<HTMLDivElement>(null)
  const articleView = useRef<ArticleView | null>(null)
  const [caret, setCaret] = useState<Standing>(NOWHERE)
  const [ruby, setRuby] = useState<RubyDraft | null>(null)

  const openRuby = useCallback(() => {
    const state = articleView.current?.view.state
    const base = state && rubyBase(state)
    if (base) setRuby({ base, text: rubyText(state) })
  }, [])

  useEffect(() => {
    const found = currentArticle()
    if (!place.current || !found) return undefined
    const created = createArticleView(place.current, {
      article: found,
      editable: !readOnly,
      onChange(words) {
        runCommand(editorWindow, (now) => writeArticle(now, article, { titleMarks: {}, ...words }))
      },
      onState: (state) => setCaret((before) => sameStanding(before, standingOf(state))),
      undo: () => session.undo(),
      redo: () => session.redo(),
      ruby: () => openRuby(),
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
  }, [article, readOnly, editorWindow, session, openRuby])

  const signsOff = useEditor(({ document }) => document !== null && record(document, 'article', article)?.bylinePlace === 'end')
  const moveByline = useCallback(() => {
    runCommand(editorWindow, (now) => writeArticle(now, article, { bylinePlace: record(now, 'article', article)?.bylinePlace === 'end' ? 'headline' : 'end' }))
    articleView.current?.view.focus()
  }, [article, editorWindow])
  const closeRuby = useCallback(() => setRuby(null), [])
  const run = useCallback((command: Command) => {
    const view = articleView.current?.view
    if (!view) return
    command(view.state, view.dispatch, view)
    view.focus()
  }, [])
  return (
    <div className={styles.pane}>
      {!readOnly && <RoleBar caret={caret} run={run} />}
      {!readOnly && <MarkBar active={caret.marks} enabled={caret.takesMarks} ruby={ruby} run={run} openRuby={openRuby} closeRuby={closeRuby} />}
      {!readOnly && <BlockBar block={barOf(caret.role)} isOn={caret.role === 'byline' ? signsOff : caret.isOn} run={run} moveByline={moveByline} />}
      <div ref={place} className={styles.text} style={roleNames(text.role)} />
    </div>
  )
}

function barOf(role: Role | null): 'table' | 'list' | 'byline' | null {
  return role === 'table' || role === 'list' || role === 'byline' ? role : null
}

/** The roles' names for the style sheet: labels are drawn by it, so that the text's DOM is the text and nothing else. */
function roleNames(names: Readonly<Record<Role, string>>): CSSProperties {
  return Object.fromEntries(ROLES.map((role) => [`--${role}`, JSON.stringify(names[role])]))
}
