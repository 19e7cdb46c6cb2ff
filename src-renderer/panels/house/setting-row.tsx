import { ActionIcon, NativeSelect, Switch } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import type { HouseStyle } from '../../../src-core/document/style.ts'
import { useText } from '../../text/language.ts'
import { FaceSelect, useFaceName } from '../faces/face-select.tsx'
import { patternFault } from '../../../src-core/document/file-name.ts'
import { ColorField } from '../fields/color-field.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { isChanged, settingValue, type Setting, type SettingValue } from './settings.ts'
import styles from './house.module.css'

export interface SettingRowProps {
  readonly setting: Setting
  readonly style: HouseStyle
  onChange(value: SettingValue): void
}

/** A setting with its value; one that differs from the default is marked and can be put back. */
export function SettingRow({ setting, style, onChange }: SettingRowProps) {
  const text = useText()
  const standard = useShown(setting, setting.standard)
  const changed = isChanged(style, setting)
  const label = text.house.settings[setting.id]
  return (
    <div className={styles.setting} data-changed={changed || undefined}>
      <span className={styles.label} title={changed ? text.house.changed : undefined}>
        {label}
      </span>
      <span className={styles.value}>
        <Control setting={setting} label={label} value={settingValue(style, setting)} onChange={onChange} />
      </span>
      <span className={styles.restore}>
        {changed && (
          <ActionIcon size={24} aria-label={`${label} ${text.house.resetTo(standard)}`} title={text.house.resetTo(standard)} onClick={() => onChange(setting.standard)}>
            <IconRestore size={14} aria-hidden />
          </ActionIcon>
        )}
      </span>
    </div>
  )
}

interface ControlProps {
  readonly setting: Setting
  readonly label: string
  readonly value: SettingValue
  onChange(value: SettingValue): void
}

function Control({ setting: { id, control }, label, value, onChange }: ControlProps) {
  const text = useText()
  switch (control.kind) {
    case 'face':
      return <FaceSelect label={label} value={String(value)} onChange={onChange} />
    case 'toggle':
      return <Switch aria-label={label} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
    case 'color':
      return <ColorField hideLabel label={label} value={typeof value === 'object' && value !== null ? value : undefined} unset={text.colors.black} onChange={(choice) => onChange(choice ?? null)} />
    case 'pattern':
      return (
        <TextField
          hideLabel
          label={label}
          value={String(value)}
          onCommit={(typed) => {
            const fault = patternFault(typed, control.of)
            if (fault === null) onChange(typed)
            return fault && text.house.patternFaults[fault]
          }}
        />
      )
    case 'number':
      return <NumberField hideLabel label={label} value={Number(value)} min={control.min} max={control.max} step={control.step} onCommit={onChange} />
    case 'choice': {
      // A document made by hand may hold a value that is none of those offered.
      const offered = control.values.includes(value as string | number | null) ? control.values : [...control.values, value as string | number]
      return (
        <NativeSelect
          aria-label={label}
          value={keyOf(value)}
          data={offered.map((one) => ({ value: keyOf(one), label: text.house.choices[id]?.[keyOf(one)] ?? keyOf(one) }))}
          onChange={(event) => onChange(offered.find((one) => keyOf(one) === event.currentTarget.value) ?? null)}
        />
      )
    }
  }
}

/** A value in the editor's words. */
function useShown({ id, control }: Setting, value: SettingValue): string {
  const text = useText()
  const faceName = useFaceName()
  switch (control.kind) {
    case 'face':
      return faceName(String(value))
    case 'toggle':
      return value === true ? text.house.on : text.house.off
    case 'color':
      return text.colors.black
    case 'number':
    case 'pattern':
      return String(value)
    case 'choice':
      return text.house.choices[id]?.[keyOf(value)] ?? keyOf(value)
  }
}

function keyOf(value: SettingValue): string {
  return value === null ? 'auto' : String(value)
}
