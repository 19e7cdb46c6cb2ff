import { TextInput } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'

export interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  /** Only for a table's cells, whose column and row head say what they are. */
  readonly hideLabel?: boolean
  readonly disabled?: boolean
  onCommit(value: number): void
}

/** A number that goes out when it is finished: on Enter, on leaving the field, or at once by the up and down keys. */
export function NumberField({ label, value, min, max, step = 1, hideLabel = false, disabled = false, onCommit }: NumberFieldProps) {
  const [draft, setDraft] = useState(String(value))
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setDraft(String(value))
  }

  function finish(next: number): void {
    const kept = Number.isFinite(next) ? Math.min(max, Math.max(min, round(next, step))) : value
    setDraft(String(kept))
    if (kept !== value) onCommit(kept)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') finish(numberIn(draft))
    if (event.key === 'Escape') setDraft(String(value))
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const from = Number.isFinite(numberIn(draft)) ? numberIn(draft) : value
    finish(from + (event.key === 'ArrowUp' ? step : -step))
  }

  return (
    <TextInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      value={draft}
      inputMode="decimal"
      role="spinbutton"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      disabled={disabled}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => finish(numberIn(draft))}
      onKeyDown={onKeyDown}
    />
  )
}

/** Chinese input methods type full-width digits: １２ is 12. */
function numberIn(typed: string): number {
  return Number.parseFloat(typed.normalize('NFKC'))
}

/** Steps of 0.25 stay exact; anything finer is typed, to a thousandth. */
function round(value: number, step: number): number {
  return step >= 1 ? Math.round(value) : Math.round(value * 1000) / 1000
}
