import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useDraft } from './draft.ts'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly hideLabel?: boolean
  readonly live?: boolean
  /** A sentence refuses what was typed: it stays in the field, with the sentence under it. */
  onCommit(value: string): string | null
}

export function TextField({ label, value, placeholder, disabled = false, hideLabel = false, live = false, onCommit }: TextFieldProps) {
  const [refused, setRefused] = useState<{ readonly value: string; readonly sentence: string } | null>(null)
  const draft = useDraft(
    value,
    (next) => {
      const sentence = onCommit(next)
      setRefused(sentence === null ? null : { value: next, sentence })
    },
    { live },
  )
  return (
    <TextInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      {...(placeholder ? { placeholder } : {})}
      error={refused?.value === draft.value && refused.sentence}
      disabled={disabled}
      {...draft}
    />
  )
}

export interface LongTextFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly disabled: boolean
  onCommit(value: string): void
}

/** Several lines on the screen, one line of text: Enter finishes it. The page follows every keystroke. */
export function LongTextField({ label, value, placeholder, disabled, onCommit }: LongTextFieldProps) {
  const draft = useDraft(value, (next) => onCommit(next.replaceAll('\n', '')), { live: true })
  return (
    <Textarea
      label={label}
      placeholder={placeholder}
      disabled={disabled}
      {...draft}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
        draft.onKeyDown(event)
      }}
    />
  )
}
