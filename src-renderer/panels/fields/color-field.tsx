import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { findSwatch, inkOf, swatchesOf, type Cmyk, type ColorChoice, type Swatch } from '../../../src-core/document/swatches.ts'
import { platesMissing, type Plates } from '../../../src-core/document/plates.ts'
import type { HouseStyle } from '../../../src-core/document/style.ts'
import { cssColor } from '../../../src-core/paint/screen-color.ts'
import { useText } from '../../text/language.ts'
import { useIssue } from '../records.ts'
import { NumberField } from './number-field.tsx'
import styles from './color-field.module.css'

export interface ColorFieldProps {
  readonly label: string
  /** Undefined is what `unset` says. */
  readonly value: ColorChoice | undefined
  /** What it is without a choice: black, as the house style … */
  readonly unset: string
  /** The colour that `unset` stands for. */
  readonly standard?: ColorChoice
  /** The plates that it will be printed with; any, when left out. */
  readonly plates?: Plates
  readonly hideLabel?: boolean
  /** A chip alone, for a table's cells: no name, no tint. */
  readonly compact?: boolean
  readonly disabled?: boolean
  onChange(choice: ColorChoice | undefined): void
}

const UNSET = ''

/** A colour of the house's swatches, and how much of it. The list opens by Enter, space or the down key. */
export function ColorField({ label, value, unset, standard, plates, hideLabel = false, compact = false, disabled = false, onChange }: ColorFieldProps) {
  const text = useText()
  const style = useIssue()?.style
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption(), onDropdownOpen: () => list.selectActiveOption() })
  const nameOf = useSwatchName()
  if (!style) return null
  const swatch = value && findSwatch(style, value.swatch)
  const name = value ? (swatch ? nameOf(swatch) : text.colors.unknown) : unset
  const choose = (id: string) => {
    list.closeDropdown()
    if (id !== (value?.swatch ?? UNSET)) onChange(id === UNSET ? undefined : { swatch: id })
  }
  return (
    <div className={styles.field}>
      <Combobox store={list} size="xs" onOptionSubmit={choose}>
        <Combobox.Target targetType="button">
          <InputBase
            component="button"
            type="button"
            size="xs"
            pointer
            className={compact ? styles.chipOnly : styles.choice}
            title={compact ? name : undefined}
            {...(hideLabel ? {} : { label })}
            aria-label={text.colors.choose(label)}
            disabled={disabled}
            error={value !== undefined && !swatch}
            leftSection={<Chip color={inkOf(style, value ?? standard, plates).color} />}
            onClick={() => list.toggleDropdown()}
          >
            {compact ? null : name}
          </InputBase>
        </Combobox.Target>
        <Combobox.Dropdown className={styles.list}>
          <Combobox.Options aria-label={label}>
            <Combobox.Option value={UNSET} active={value === undefined} className={styles.option}>
              <Chip color={inkOf(style, standard, plates).color} />
              {unset}
            </Combobox.Option>
            {swatchesOf(style).map((one) => (
              <SwatchOption key={one.id} swatch={one} name={nameOf(one)} active={one.id === value?.swatch} style={style} plates={plates} />
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {!compact && value && value.swatch !== 'paper' && (
        <div className={styles.tint}>
          <NumberField
            hideLabel
            label={`${label} ${text.colors.tint}`}
            value={Math.round((value.tint ?? 1) * 100)}
            min={0}
            max={100}
            step={5}
            disabled={disabled}
            onCommit={(percent) => onChange(percent === 100 ? { swatch: value.swatch } : { ...value, tint: percent / 100 })}
          />
        </div>
      )}
    </div>
  )
}

interface SwatchOptionProps {
  readonly swatch: Swatch
  readonly name: string
  readonly active: boolean
  readonly style: HouseStyle
  readonly plates: Plates | undefined
}

/** What the page has no plate for can still be chosen, and is told by the checks. */
function SwatchOption({ swatch, name, active, style, plates }: SwatchOptionProps) {
  const text = useText()
  const ink = inkOf(style, { swatch: swatch.id }, plates)
  const [cyan, magenta, yellow, black] = ink.color.map((share) => Math.round(share * 100)) as unknown as Cmyk
  const lacks = plates !== undefined && platesMissing(style, plates, ink).length > 0
  return (
    <Combobox.Option value={swatch.id} active={active} className={styles.option}>
      <Chip color={ink.color} />
      {name}
      <span className={styles.inks}>{lacks ? text.colors.lacksPlate : (ink.spot?.name ?? text.colors.inks(cyan, magenta, yellow, black))}</span>
    </Combobox.Option>
  )
}

export function Chip({ color }: { readonly color: Cmyk }) {
  return <span aria-hidden className={styles.chip} style={{ background: cssColor(color) }} />
}

/** What the editor calls a swatch: the program's own by the window's language. */
export function useSwatchName(): (swatch: Pick<Swatch, 'id' | 'name'>) => string {
  const { fixed } = useText().colors
  return ({ id, name }) => (Object.hasOwn(fixed, id) ? fixed[id as keyof typeof fixed] : name)
}
