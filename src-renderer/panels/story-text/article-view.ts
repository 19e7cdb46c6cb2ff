/**
 * The live text of one article. Every change goes to `onChange` at once, except while an input method composes: then
 * the DOM belongs to the input method, so nothing is sent out and nothing is let in until it is done.
 */
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { TextPosition } from '../../editor/session.ts'
import { currentText } from '../../text/language.ts'
import { caretAt } from './caret.ts'
import { articleKeys, type TextKeys } from './keys.ts'
import { mergeDocument } from './merge.ts'
import { pasteWords } from './paste.ts'
import { articleOf, documentOf, type ArticleText } from './schema.ts'
import { emptied, evenTables, spansCells } from './table-commands.ts'
import { mergeArticles } from './three-way.ts'

export interface ArticleViewOptions extends TextKeys {
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

/**
 * ProseMirror reads a chosen word from the DOM about 20 ms after the browser ended its composition. Until it has, the
 * composition counts as running here: whatever was drawn in between would wipe the word out.
 */
const COMPOSITION_SETTLES_MS = 60

export function createArticleView(place: HTMLElement, options: ArticleViewOptions): ArticleView {
  /** The article as both sides last agreed on it. */
  let known = plain(options.article)
  /** Came in and is not shown yet. */
  let waiting: ArticleText | null = null
  let settling: ReturnType<typeof setTimeout> | null = null

  const view = new EditorView(place, {
    state: EditorState.create({ doc: documentOf(known), plugins: [articleKeys(options), evenTables()] }),
    editable: () => options.editable,
    attributes: () => ({ role: 'textbox', 'aria-multiline': 'true', 'aria-label': currentText().text.label, spellcheck: 'false' }),
    dispatchTransaction(transaction: Transaction) {
      view.updateState(view.state.apply(transaction))
      if (transaction.docChanged && transaction.getMeta(RECEIVED) !== true) reconcile()
      options.onState(view.state)
    },
    handlePaste: pasteWords,
    handleTextInput: typeOverCells,
    handleDOMEvents: {
      compositionstart: () => {
        if (spansCells(view.state)) view.dispatch(emptied(view.state))
      },
      compositionend: () => {
        stopSettling()
        settling = setTimeout(() => {
          settling = null
          reconcile()
        }, COMPOSITION_SETTLES_MS)
      },
    },
  })

  function stopSettling(): void {
    if (settling !== null) clearTimeout(settling)
    settling = null
  }

  /** Brings together what was written here and what came in. During a composition both wait. */
  function reconcile(): void {
    if (view.composing || settling !== null) return
    const written = articleOf(view.state.doc)
    const theirs = waiting ?? known
    waiting = null
    const merged = mergeArticles(known, written, theirs)
    known = merged
    if (!sameText(merged, written)) show(merged)
    if (!sameText(merged, theirs)) options.onChange(merged)
  }

  function receive(article: ArticleText): void {
    waiting = plain(article)
    reconcile()
  }

  function show(article: ArticleText): void {
    view.dispatch(mergeDocument(view.state, documentOf(article)).setMeta(RECEIVED, true))
  }

  options.onState(view.state)
  return {
    view,
    receive,
    focusAt(position) {
      const at = (offset: number) => caretAt(view.state.doc, { ...position, offset })
      const selection = TextSelection.create(view.state.doc, at(position.offset), at(position.to ?? position.offset))
      view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
      view.focus()
    },
    destroy() {
      stopSettling()
      // Leaving ends a composition; the letters so far are text then.
      const written = mergeArticles(known, articleOf(view.state.doc), waiting ?? known)
      view.destroy()
      if (!sameText(written, waiting ?? known)) options.onChange(written)
    },
  }
}

/** What is typed over several cells stands in the first of them, in place of what was selected. */
function typeOverCells(view: EditorView, _from: number, _to: number, words: string): boolean {
  if (!spansCells(view.state)) return false
  view.dispatch(emptied(view.state).insertText(words))
  return true
}

const RECEIVED = 'received'

/** Only the words, as the document shows them: an article may carry empty parts that no view keeps. */
const plain = (article: ArticleText): ArticleText => articleOf(documentOf(article))

const sameText = (a: ArticleText, b: ArticleText): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
