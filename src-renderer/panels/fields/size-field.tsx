import { ActionIcon, Combobox, TextInput, useCombobox } from '@mantine/core'
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
 * down list them all; Enter or leaving the field takes what was typed, and what is no size stays, with a sentence.
 */
export function SizeField({ label, value, sizes, min = 1, max = 1000, hideLabel = false, disabled = false, onCommit }: SizeFieldProps) {
  const text = useText()
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() })
  const shown = formatTypeSize(value, sizes)
  const [draft, setDraft] = useState(shown)
  const [known, setKnown] = useState(shown)
  const [refused, setRefused] = useState(false)
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
    list.closeDropdown()
    if (draft !== shown || refused) take(parseTypeSize(draft, sizes))
  }

  function back(): void {
    list.closeDropdown()
    setDraft(shown)
    setRefused(false)
  }

  /** Arrows go through the list while it is open, else to the next size. */
  function onArrow(up: boolean, openList: boolean): void {
    if (list.dropdownOpened && up) list.selectPreviousOption()
    else if (list.dropdownOpened) list.selectNextOption()
    else if (openList) list.openDropdown()
    else take(stepTypeSize(parseTypeSize(draft, sizes) ?? value, sizes, up ? 1 : -1))
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return
    const chosen = list.dropdownOpened && list.getSelectedOptionIndex() >= 0
    if (event.key === 'Enter' && chosen) list.clickSelectedOption()
    else if (event.key === 'Enter') finish()
    if (event.key === 'Escape' && (list.dropdownOpened || draft !== shown || refused)) {
      event.stopPropagation()
      back()
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onArrow(event.key === 'ArrowUp', event.altKey)
  }

  return (
    <Combobox
      store={list}
      size="xs"
      onOptionSubmit={(points) => {
        take(Number(points))
        list.closeDropdown()
      }}
    >
      <Combobox.Target withKeyboardNavigation={false}>
        <TextInput
          {...(hideLabel ? { 'aria-label': label } : { label })}
          className={styles.field}
          value={draft}
          title={text.size.inUnits(sizeIn(value, 'pt'), sizeIn(value, 'mm'), sizeIn(value, 'grade'))}
          role="combobox"
          autoComplete="off"
          disabled={disabled}
          error={refused && text.size.wrong(text.size.points(min), text.size.points(max))}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={finish}
          onKeyDown={onKeyDown}
          rightSectionWidth={22}
          rightSection={
            sizes.length > 0 && (
              <ActionIcon size={20} tabIndex={-1} disabled={disabled} aria-label={`${label} ${text.size.choose}`} onMouseDown={(event) => event.preventDefault()} onClick={() => list.toggleDropdown()}>
                <IconChevronDown size={13} aria-hidden />
              </ActionIcon>
            )
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown className={styles.list}>
        <Combobox.Options aria-label={label}>
          {sizes.map((row, at) => (
            <Combobox.Option key={at} value={String(row.size)} active={row.size === value} disabled={row.size < min || row.size > max} className={styles.option}>
              <span>{row.name}</span>
              <span className={styles.points}>{text.size.points(row.size)}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
