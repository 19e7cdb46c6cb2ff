import { BORDER_KINDS, MOST_BORDER, SIDES, type BorderFrame, type BorderKind, type Side } from '../../../src-core/document/decoration.ts'
import type { Plates } from '../../../src-core/document/plates.ts'
import { borderThickness } from '../../../src-core/typeset/page/decoration/border.ts'
import { penFor } from '../../../src-core/typeset/page/decoration/story-frame.ts'
import { useText } from '../../text/language.ts'
import { ColorField } from '../fields/color-field.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { Row } from '../fields/section.tsx'
import { useIssue } from '../records.ts'
import { BorderSample } from './decoration-sample.tsx'
import { KindSelect } from './kind-select.tsx'
import styles from './decoration.module.css'

export interface FrameFieldsProps {
  readonly value: BorderFrame | undefined
  readonly plates: Plates
  readonly disabled: boolean
  onChange(frame: BorderFrame | undefined): void
}

const NONE = 'none'

/** Kind, colour, thickness and sides of a frame. */
export function FrameFields({ value, plates, disabled, onChange }: FrameFieldsProps) {
  const text = useText()
  const names = { none: text.decoration.noFrame, ...text.decoration.borders }
  return (
    <>
      <KindSelect<BorderKind | typeof NONE>
        label={text.decoration.frame}
        value={value?.border ?? NONE}
        values={[NONE, ...BORDER_KINDS]}
        names={names}
        Sample={BorderSample}
        disabled={disabled}
        onChange={(kind) => onChange(kind === NONE ? undefined : withKind(value, kind))}
      />
      {value && (
        <>
          <Row>
            <ColorField label={text.decoration.frameColor} value={value.color} unset={text.colors.black} plates={plates} disabled={disabled} onChange={(color) => onChange(withField(value, 'color', color))} />
            <WidthField kind={value.border} color={value.color} width={value.width} plates={plates} disabled={disabled} onChange={(width) => onChange(withField(value, 'width', width))} />
          </Row>
          <Sides value={value.sides ?? SIDES} disabled={disabled} onChange={(sides) => onChange(withField(value, 'sides', sides.length === SIDES.length ? undefined : sides))} />
        </>
      )}
    </>
  )
}

/** Another kind has another usual thickness. */
function withKind(frame: BorderFrame | undefined, border: BorderKind): BorderFrame {
  const { width: _, ...kept } = frame ?? { border }
  return { ...kept, border }
}

/** The value with a field set, or left out where it is undefined. */
export function withField<T extends object, K extends keyof T>(value: T, field: K, set: T[K] | undefined): T {
  const { [field]: _, ...kept } = value
  return (set === undefined ? kept : { ...kept, [field]: set }) as T
}

interface WidthFieldProps extends Pick<FrameFieldsProps, 'plates' | 'disabled'> {
  readonly kind: BorderKind
  readonly color: BorderFrame['color']
  readonly width: number | undefined
  /** Undefined is the kind's usual thickness. */
  onChange(width: number | undefined): void
}

/** Thickness in points, as it will be printed: none of its strokes is thinner than the paper takes. */
export function WidthField({ kind, color, width, plates, disabled, onChange }: WidthFieldProps) {
  const text = useText().decoration
  const style = useIssue()?.style
  if (!style) return null
  const thickness = (wanted: number | undefined): number => Math.round(borderThickness(kind, wanted, penFor(style, color, plates)) * 100) / 100
  const usual = thickness(undefined)
  return <NumberField label={text.width} value={thickness(width)} min={thickness(0.01)} max={MOST_BORDER} step={0.5} disabled={disabled} onCommit={(points) => onChange(points === usual ? undefined : points)} />
}

interface SidesProps {
  readonly value: readonly Side[]
  readonly disabled: boolean
  onChange(sides: readonly Side[]): void
}

/** One side stays: no side at all is no frame. */
function Sides({ value, disabled, onChange }: SidesProps) {
  const text = useText().decoration
  return (
    <div role="group" aria-label={text.sides} className={styles.sides}>
      {SIDES.map((side) => {
        const checked = value.includes(side)
        return (
          <label key={side}>
            <input
              type="checkbox"
              checked={checked}
              disabled={disabled || (checked && value.length === 1)}
              onChange={() => onChange(SIDES.filter((one) => (one === side ? !checked : value.includes(one))))}
            />
            {text.side[side]}
          </label>
        )
      })}
    </div>
  )
}
