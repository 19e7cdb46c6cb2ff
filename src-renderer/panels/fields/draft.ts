import { useState, type CompositionEvent, type KeyboardEvent } from 'react'

export interface DraftOptions {
  /** Sends every keystroke, so that the page follows; else only Enter and leaving the field send. */
  readonly live: boolean
}

/**
 * A field's value while it is being typed. Nothing goes out while an input method composes; what comes from outside
 * (an undo) shows at once unless it would overwrite letters that are still being composed.
 */
export function useDraft(value: string, commit: (value: string) => void, { live }: DraftOptions) {
  const [draft, setDraft] = useState(value)
  const [known, setKnown] = useState(value)
  const [composing, setComposing] = useState(false)
  if (known !== value && !composing) {
    setKnown(value)
    setDraft(value)
  }

  function send(next: string): void {
    if (next !== value) commit(next)
  }

  return {
    value: draft,
    onChange(event: { readonly currentTarget: { readonly value: string } }) {
      const next = event.currentTarget.value
      setDraft(next)
      if (live && !composing) send(next)
    },
    onCompositionStart: () => setComposing(true),
    onCompositionEnd(event: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) {
      setComposing(false)
      if (live) send(event.currentTarget.value)
    },
    onBlur() {
      setComposing(false)
      send(draft)
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Enter') send(draft)
      if (event.key === 'Escape' && draft !== value) {
        event.stopPropagation()
        setDraft(value)
      }
    },
  }
}
