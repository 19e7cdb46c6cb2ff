import { NativeSelect, SegmentedControl, Switch } from '@mantine/core'
import { removeOrnament, setOrnamentLook } from '../../../src-core/commands/ornaments.ts'
import { FIGURES, LINE_KINDS, RULE_PLACES, type OrnamentLook, type RulePlace } from '../../../src-core/document/decoration.ts'
import type { Plates } from '../../../src-core/document/plates.ts'
import type { OrnamentRecord } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { ColorField } from '../fields/color-field.tsx'
import { Row, Section } from '../fields/section.tsx'
import { useRecord } from '../records.ts'
import { BorderSample, FigureSample } from './decoration-sample.tsx'
import { FrameFields, WidthField, withField } from './frame-fields.tsx'
import { KindSelect } from './kind-select.tsx'
import { PaintFields } from './paint-fields.tsx'
import { Position } from './position.tsx'
import { Removal } from './removal.tsx'

const LOOKS = ['rule', 'box', 'figure'] as const
const USUAL_FILL = { swatch: 'black', tint: 0.1 }

/** What each kind begins with when another is turned into it. */
const USUAL: Readonly<Record<OrnamentLook['kind'], OrnamentLook>> = {
  rule: { kind: 'rule', line: 'wenwu', at: 'middle' },
  box: { kind: 'box', frame: { border: 'wenwu' } },
  figure: { kind: 'figure', figure: 'plum' },
}

/** A rule, a box or 报花. */
export default function OrnamentInspector({ ornament }: { readonly ornament: OrnamentRecord }) {
  const command = useCommand()
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const page = useRecord('page', ornament.page)
  if (!page) return null
  const { look } = ornament
  const change = (next: OrnamentLook) => command((now) => setOrnamentLook(now, ornament.id, next))
  return (
    <>
      <Section hideTitle title={text.decoration.title}>
        <SegmentedControl
          fullWidth
          aria-label={text.decoration.kind}
          value={look.kind}
          disabled={readOnly}
          data={LOOKS.map((kind) => ({ value: kind, label: text.decoration.kinds[kind] }))}
          onChange={(kind) => change(USUAL[kind as OrnamentLook['kind']])}
        />
        <LookFields look={look} plates={page} disabled={readOnly} onChange={change} />
      </Section>
      <Position object={ornament} />
      {!readOnly && <Removal onRemove={() => command((now) => removeOrnament(now, ornament.id))} />}
    </>
  )
}

interface LookFieldsProps<L extends OrnamentLook = OrnamentLook> {
  readonly look: L
  readonly plates: Plates
  readonly disabled: boolean
  onChange(look: OrnamentLook): void
}

function LookFields({ look, ...rest }: LookFieldsProps) {
  switch (look.kind) {
    case 'rule':
      return <RuleFields look={look} {...rest} />
    case 'box':
      return <BoxFields look={look} {...rest} />
    case 'figure':
      return <FigureFields look={look} {...rest} />
  }
}

function RuleFields({ look, plates, disabled, onChange }: LookFieldsProps<Extract<OrnamentLook, { kind: 'rule' }>>) {
  const text = useText()
  return (
    <>
      <KindSelect
        label={text.decoration.line}
        value={look.line}
        values={LINE_KINDS}
        names={text.decoration.lines}
        Sample={BorderSample}
        disabled={disabled}
        onChange={(line) => onChange({ ...withField(look, 'width', undefined), line })}
      />
      <NativeSelect
        label={text.decoration.place}
        value={look.at}
        disabled={disabled}
        data={RULE_PLACES.map((place) => ({ value: place, label: text.decoration.places[place] }))}
        onChange={(event) => onChange({ ...look, at: event.currentTarget.value as RulePlace })}
      />
      <Row>
        <ColorField label={text.decoration.color} value={look.color} unset={text.colors.black} plates={plates} disabled={disabled} onChange={(color) => onChange(withField(look, 'color', color))} />
        <WidthField kind={look.line} color={look.color} width={look.width} plates={plates} disabled={disabled} onChange={(width) => onChange(withField(look, 'width', width))} />
      </Row>
      {look.line === 'wenwu' && (
        <Switch label={text.decoration.flipped} checked={look.flipped ?? false} disabled={disabled} onChange={(event) => onChange(withField(look, 'flipped', event.currentTarget.checked ? true : undefined))} />
      )}
    </>
  )
}

function BoxFields({ look, plates, disabled, onChange }: LookFieldsProps<Extract<OrnamentLook, { kind: 'box' }>>) {
  const text = useText().decoration
  return (
    <>
      <FrameFields value={look.frame} plates={plates} disabled={disabled} onChange={(frame) => onChange(withField(look, 'frame', frame))} />
      <PaintFields label={text.fill} value={look.fill} usual={USUAL_FILL} plates={plates} disabled={disabled} onChange={(fill) => onChange(withField(look, 'fill', fill))} />
    </>
  )
}

function FigureFields({ look, plates, disabled, onChange }: LookFieldsProps<Extract<OrnamentLook, { kind: 'figure' }>>) {
  const text = useText()
  return (
    <>
      <KindSelect
        label={text.decoration.figure}
        value={look.figure}
        values={FIGURES}
        names={text.decoration.figures}
        Sample={FigureSample}
        disabled={disabled}
        onChange={(figure) => onChange({ ...look, figure })}
      />
      <ColorField label={text.decoration.color} value={look.color} unset={text.colors.black} plates={plates} disabled={disabled} onChange={(color) => onChange(withField(look, 'color', color))} />
    </>
  )
}
