import { NativeSelect } from '@mantine/core'
import { faceNameOf } from '../../../src-core/document/faces-used.ts'
import { BUNDLED_FACES, type CompositeFace, type FaceId } from '../../../src-core/document/style.ts'
import { useText } from '../../text/language.ts'
import { useIssue } from '../records.ts'
import { useFaces } from './use-faces.ts'

export interface FaceSelectProps {
  readonly label: string
  readonly value: FaceId
  readonly hideLabel?: boolean
  readonly disabled?: boolean
  /** Parts of a composite face are plain ones. */
  readonly plainOnly?: boolean
  onChange(face: FaceId): void
}

const NO_COMPOSITES: readonly CompositeFace[] = []

/** The program's faces, the house's composite ones, the editors' own; and the one that is named here but not at hand. */
export function FaceSelect({ label, value, hideLabel = true, disabled = false, plainOnly = false, onChange }: FaceSelectProps) {
  const text = useText()
  const composites = useIssue()?.style.composites ?? NO_COMPOSITES
  const own = useFaces().filter((face) => face.own && !face.retired)
  const bundled = Object.keys(BUNDLED_FACES).map((id) => ({ value: id, label: text.face[id] ?? id }))
  const groups = [
    { group: text.faces.bundled, items: bundled },
    { group: text.faces.composites, items: plainOnly ? [] : composites.map(({ id, name }) => ({ value: id, label: name })) },
    { group: text.faces.own, items: own.map(({ id, name }) => ({ value: id, label: name })) },
  ].filter(({ items }) => items.length > 0)
  const known = groups.some(({ items }) => items.some((item) => item.value === value))
  return (
    <NativeSelect
      {...(hideLabel ? { 'aria-label': label } : { label })}
      value={value}
      disabled={disabled}
      error={!known}
      data={[...(known ? [] : [{ value, label: text.faces.missing(faceNameOf(value)) }]), ...(groups.length === 1 ? bundled : groups)]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** What the editor calls a face, wherever it comes from. */
export function useFaceName(): (id: FaceId) => string {
  const text = useText()
  const composites = useIssue()?.style.composites ?? NO_COMPOSITES
  const faces = useFaces()
  return (id) => text.face[id] ?? composites.find((composite) => composite.id === id)?.name ?? faces.find((face) => face.id === id)?.name ?? faceNameOf(id)
}
