import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import type { TypeSizeName } from '../../../src-core/document/style.ts'
import { formatTypeSize, parseTypeSize, sizeIn, stepTypeSize } from '../../../src-core/document/type-size.ts'
import { useText } from '../../text/language.ts'
import styles from './size-field.module.css'

export interface SizeFieldProps {
  readonly label: string
  /** Points. */
  readonly value: number
  /** The house's table. */
  readonly sizes: readonly TypeSizeName[]
  readonly min?: number
  readonly max?: number
  readonly hideLabel?: boolean
  readonly disabled?: boolean
  onCommit(points: number): void
}

/**
 * A size of type, written as editors write it: 小四, 12pt, 3.5mm, 16级. Up and down go to the next 号 at once, Alt and
 * down show them all; Enter or leaving the field takes what was typed, and what is no size stays, with a sentence.
 */
export function SizeField({ label, value, sizes, min = 1, max = 1000, hideLabel = false, disabled = false, onCommit }: SizeFieldProps) {
  const text = useText()
  const shown = formatTypeSize(value, sizes)
  const [draft, setDraft] = useState(shown)
  const [known, setKnown] = useState(shown)
  const [refused, setRefused] = useState(false)
  const [open, setOpen] = useState(false)
  if (known !== shown) {
    setKnown(shown)
    setDraft(shown)
    setRefused(false)
  }

  function take(points: number | null): void {
    const fits = points !== null && points >= min && points <= max
    setRefused(!fits)
    if (!fits) return
    setDraft(formatTypeSize(points, sizes))
    if (points !== value) onCommit(points)
  }

  function finish(): void {
    if (draft !== shown || refused) take(parseTypeSize(draft, sizes))
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') finish()
    if (event.key === 'Escape' && (draft !== shown || refused)) {
      event.stopPropagation()
      setDraft(shown)
      setRefused(false)
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    if (event.altKey) setOpen(true)
    else take(stepTypeSize(parseTypeSize(draft, sizes) ?? value, sizes, event.key === 'ArrowUp' ? 1 : -1))
  }

  return (
    <TextInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      className={styles.field}
      value={draft}
      title={text.size.inUnits(sizeIn(value, 'pt'), sizeIn(value, 'mm'), sizeIn(value, 'grade'))}
      role="combobox"
      aria-haspopup="menu"
      aria-expanded={open}
      autoComplete="off"
      disabled={disabled}
      error={refused && text.size.wrong(text.size.points(min), text.size.points(max))}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={onKeyDown}
      rightSectionWidth={22}
      rightSection={
        <Menu opened={open} onChange={setOpen} position="bottom-end" returnFocus withinPortal>
          <Menu.Target>
            <ActionIcon size={20} tabIndex={-1} disabled={disabled} aria-label={`${label} ${text.size.choose}`}>
              <IconChevronDown size={13} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown className={styles.list}>
            {sizes.map((row, at) => (
              <Menu.Item key={at} disabled={row.size < min || row.size > max} rightSection={<span className={styles.points}>{text.size.points(row.size)}</span>} onClick={() => take(row.size)}>
                {row.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    />
  )
}
