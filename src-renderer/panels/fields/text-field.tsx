import { Textarea, TextInput } from '@mantine/core'
import { useDraft } from './draft.ts'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly error?: string | null
  readonly disabled?: boolean
  readonly hideLabel?: boolean
  readonly live?: boolean
  onCommit(value: string): void
}

export function TextField({ label, value, placeholder, error, disabled = false, hideLabel = false, live = false, onCommit }: TextFieldProps) {
  const draft = useDraft(value, onCommit, { live })
  return (
    <TextInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      {...(placeholder ? { placeholder } : {})}
      error={error}
      disabled={disabled}
      {...draft}
    />
  )
}

/** Several lines on the screen, one line of text: Enter finishes it. */
export function LongTextField({ label, value, placeholder, disabled = false, live = false, onCommit }: TextFieldProps) {
  const draft = useDraft(value, (next) => onCommit(next.replaceAll('\n', '')), { live })
  return (
    <Textarea
      label={label}
      {...(placeholder ? { placeholder } : {})}
      disabled={disabled}
      {...draft}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
        draft.onKeyDown(event)
      }}
    />
  )
}
