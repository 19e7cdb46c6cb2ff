import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState, type ChangeEvent, type Ref } from 'react'

export interface SearchFieldProps {
  readonly label: string
  readonly clearLabel: string
  /** The words to search for; never letters that an input method is still composing. */
  onWords(words: string): void
  onEnter?(): void
  readonly ref?: Ref<HTMLInputElement>
}

export function SearchField({ label, clearLabel, onWords, onEnter, ref }: SearchFieldProps) {
  const [value, setValue] = useState('')
  const composing = useRef(false)

  function take(next: string): void {
    setValue(next)
    if (!composing.current) onWords(next.trim())
  }

  return (
    <TextInput
      ref={ref}
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={value !== '' && <CloseButton size="xs" aria-label={clearLabel} onClick={() => take('')} />}
      onChange={(event: ChangeEvent<HTMLInputElement>) => take(event.currentTarget.value)}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false
        take(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && value !== '') {
          event.stopPropagation()
          take('')
        }
        if (event.key === 'Enter') onEnter?.()
      }}
    />
  )
}
