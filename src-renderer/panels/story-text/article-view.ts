/**
 * The live text of one article. Every change goes to `onChange` at once, except while an input method composes: then
 * the DOM belongs to the input method, so nothing is sent out and nothing is let in until it is done.
 */
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { TextPosition } from '../../editor/session.ts'
import { currentText } from '../../text/language.ts'
import { caretAt } from './caret.ts'
import { articleKeys, type HistoryKeys } from './keys.ts'
import { mergeDocument } from './merge.ts'
import { pasteWords } from './paste.ts'
import { articleOf, documentOf, textOf, type ArticleText } from './schema.ts'

export interface ArticleViewOptions extends HistoryKeys {
  readonly article: ArticleText
  readonly editable: boolean
  onChange(article: ArticleText): void
  /** After every change of text or caret. */
  onState(state: EditorState): void
}

export interface ArticleView {
  readonly view: EditorView
  /** The article as the session has it now: after an undo, or after our own change came back. */
  receive(article: ArticleText): void
  focusAt(position: Omit<TextPosition, 'article'>): void
  destroy(): void
}

/** ProseMirror ends a composition itself about 20 ms after the browser's event. */
const COMPOSITION_SETTLES_MS = 60

export function createArticleView(place: HTMLElement, options: ArticleViewOptions): ArticleView {
  let known = textOf(options.article)
  /** Came in while the input method was composing. */
  let waiting: ArticleText | null = null
  let settling: ReturnType<typeof setTimeout> | undefined

  const view = new EditorView(place, {
    state: EditorState.create({ doc: documentOf(known), plugins: [articleKeys(options)] }),
    editable: () => options.editable,
    attributes: () => ({ role: 'textbox', 'aria-multiline': 'true', 'aria-label': currentText().text.label, spellcheck: 'false' }),
    dispatchTransaction(transaction: Transaction) {
      view.updateState(view.state.apply(transaction))
      if (transaction.docChanged && transaction.getMeta(RECEIVED) !== true) send()
      options.onState(view.state)
    },
    handlePaste: pasteWords,
    handleDOMEvents: {
      compositionend: () => {
        clearTimeout(settling)
        settling = setTimeout(afterComposition, COMPOSITION_SETTLES_MS)
      },
    },
  })

  function send(): void {
    if (view.composing) return
    const written = articleOf(view.state.doc)
    if (sameText(written, known)) return
    known = written
    options.onChange(written)
  }

  function afterComposition(): void {
    if (view.composing) return
    const arrived = waiting
    waiting = null
    const before = known
    send()
    // Words just composed win over what came in meanwhile; undo still has the other.
    if (arrived && known === before) receive(arrived)
  }

  function receive(article: ArticleText): void {
    const incoming = textOf(article)
    if (view.composing) {
      waiting = incoming
      return
    }
    if (sameText(incoming, known)) return
    known = incoming
    view.dispatch(mergeDocument(view.state, documentOf(incoming)).setMeta(RECEIVED, true))
  }

  options.onState(view.state)
  return {
    view,
    receive,
    focusAt(position) {
      const caret = TextSelection.create(view.state.doc, caretAt(view.state.doc, position))
      view.dispatch(view.state.tr.setSelection(caret).scrollIntoView())
      view.focus()
    },
    destroy() {
      clearTimeout(settling)
      const written = articleOf(view.state.doc)
      view.destroy()
      if (!sameText(written, known)) options.onChange(written)
    },
  }
}

const RECEIVED = 'received'

/** Compares as the document shows them: an article may carry empty parts that no view keeps. */
function sameText(a: ArticleText, b: ArticleText): boolean {
  return a === b || documentOf(a).eq(documentOf(b))
}
