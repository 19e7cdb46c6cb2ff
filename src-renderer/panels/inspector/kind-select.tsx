import { Combobox, InputBase, useCombobox } from '@mantine/core'
import type { ComponentType } from 'react'
import styles from './decoration.module.css'

export interface KindSelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly values: readonly T[]
  readonly names: Readonly<Record<T, string>>
  /** Shows what it looks like. */
  readonly Sample: ComponentType<{ readonly kind: T }>
  readonly disabled: boolean
  onChange(value: T): void
}

/** A choice among things that are known by their looks: kinds of lines, borders, figures. The list opens by Enter, space or the down key. */
export function KindSelect<T extends string>({ label, value, values, names, Sample, disabled, onChange }: KindSelectProps<T>) {
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption(), onDropdownOpen: () => list.selectActiveOption() })
  return (
    <Combobox
      store={list}
      size="xs"
      onOptionSubmit={(chosen) => {
        list.closeDropdown()
        if (chosen !== value) onChange(chosen as T)
      }}
    >
      <Combobox.Target targetType="button">
        <InputBase
          component="button"
          type="button"
          pointer
          label={label}
          disabled={disabled}
          rightSectionWidth={112}
          rightSection={
            <span className={styles.shown}>
              <Sample kind={value} />
            </span>
          }
          onClick={() => list.toggleDropdown()}
        >
          {names[value]}
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown className={styles.list}>
        <Combobox.Options aria-label={label}>
          {values.map((one) => (
            <Combobox.Option key={one} value={one} active={one === value} className={styles.option}>
              {names[one]}
              <span className={styles.sample}>
                <Sample kind={one} />
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
