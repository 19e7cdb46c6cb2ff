import { SegmentedControl } from '@mantine/core'
import { isGradient, type Paint } from '../../../src-core/document/decoration.ts'
import type { Plates } from '../../../src-core/document/plates.ts'
import type { ColorChoice } from '../../../src-core/document/swatches.ts'
import { useText } from '../../text/language.ts'
import { ColorField } from '../fields/color-field.tsx'
import { NumberField } from '../fields/number-field.tsx'

export interface PaintFieldsProps {
  readonly label: string
  readonly value: Paint | undefined
  /** What it begins with. */
  readonly usual: ColorChoice
  readonly plates: Plates
  readonly disabled: boolean
  onChange(paint: Paint | undefined): void
}

const KINDS = ['none', 'flat', 'gradient'] as const

/** 底纹: none, flat, or from one colour to another. */
export function PaintFields({ label, value, usual, plates, disabled, onChange }: PaintFieldsProps) {
  const text = useText().decoration
  const kind = value === undefined ? 'none' : isGradient(value) ? 'gradient' : 'flat'
  const choose = (next: (typeof KINDS)[number]) => {
    const color = value === undefined ? usual : isGradient(value) ? value.from : value
    onChange(next === 'none' ? undefined : next === 'flat' ? color : { from: color, to: { swatch: 'paper' }, angle: 90 })
  }
  return (
    <>
      <SegmentedControl fullWidth aria-label={label} value={kind} disabled={disabled} data={KINDS.map((one) => ({ value: one, label: text.paint[one] }))} onChange={(one) => choose(one as (typeof KINDS)[number])} />
      {value && !isGradient(value) && <ColorField hideLabel label={`${label} ${text.color}`} value={value} unset={text.usualColor} standard={usual} plates={plates} disabled={disabled} onChange={(choice) => onChange(choice ?? usual)} />}
      {value && isGradient(value) && (
        <>
          <ColorField label={text.from} value={value.from} unset={text.usualColor} standard={usual} plates={plates} disabled={disabled} onChange={(choice) => onChange({ ...value, from: choice ?? usual })} />
          <ColorField label={text.to} value={value.to} unset={text.usualColor} standard={{ swatch: 'paper' }} plates={plates} disabled={disabled} onChange={(choice) => onChange({ ...value, to: choice ?? { swatch: 'paper' } })} />
          <NumberField label={text.angle} value={value.angle} min={0} max={360} step={15} disabled={disabled} onCommit={(angle) => onChange({ ...value, angle })} />
        </>
      )}
    </>
  )
}
