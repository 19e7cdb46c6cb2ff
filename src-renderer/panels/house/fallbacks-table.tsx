import { NativeSelect } from '@mantine/core'
import { faceNameOf } from '../../../src-core/document/faces-used.ts'
import { BUNDLED_FACES, type FaceFallbacks, type FaceId } from '../../../src-core/document/style.ts'
import { BUNDLED_FALLBACK } from '../../../src-core/fonts/face-set.ts'
import { useText } from '../../text/language.ts'
import { useFaces } from '../faces/use-faces.ts'
import { FaceSelect, useFaceName } from '../faces/face-select.tsx'
import { AddRow, RemoveRow } from './row-buttons.tsx'
import styles from './house.module.css'

/** Places of a chain that the house can choose; the program's own chain follows. */
const PLACES = 3

export interface FallbacksTableProps {
  readonly fallbacks: readonly FaceFallbacks[]
  /** Undefined where none is left. */
  onChange(fallbacks: readonly FaceFallbacks[] | undefined): void
}

/** 代用: where the house looks first for characters that a face lacks. */
export function FallbacksTable({ fallbacks, onChange }: FallbacksTableProps) {
  const text = useText()
  const faceName = useFaceName()
  const own = useFaces().filter((face) => face.own && !face.retired)
  const all: readonly FaceId[] = [...Object.keys(BUNDLED_FACES), ...own.map(({ id }) => id)]
  const free = all.find((id) => fallbacks.every(({ face }) => face !== id))
  const replace = (row: FaceFallbacks, change: Partial<FaceFallbacks>) => onChange(fallbacks.map((candidate) => (candidate === row ? { ...row, ...change } : candidate)))
  const setPlace = (row: FaceFallbacks, place: number, face: string) => {
    const places = Array.from({ length: PLACES }, (_, at) => (at === place ? face : (row.to[at] ?? '')))
    replace(row, { to: [...new Set(places.filter((id) => id !== '' && id !== row.face))] })
  }
  return (
    <section aria-label={text.house.standIn} className={styles.part}>
      <h3>{text.house.standIn}</h3>
      <p className={styles.intro}>{text.house.fallbacksIntro}</p>
      {fallbacks.length > 0 && (
        <table className={styles.table}>
          <tbody>
            {fallbacks.map((row) => (
              <tr key={row.face}>
                <td>
                  <FaceSelect plainOnly label={text.house.fallbackOf(faceName(row.face), 0)} value={row.face} onChange={(face) => fallbacks.every((other) => other.face !== face) && replace(row, { face, to: row.to.filter((id) => id !== face) })} />
                </td>
                {Array.from({ length: PLACES }, (_, place) => (
                  <td key={place}>
                    <NativeSelect
                      aria-label={text.house.fallbackOf(faceName(row.face), place + 1)}
                      value={row.to[place] ?? ''}
                      disabled={place > row.to.length}
                      data={[
                        { value: '', label: text.house.none },
                        ...[...new Set([...all, ...row.to])].filter((id) => id !== row.face).map((id) => ({ value: id, label: all.includes(id) ? faceName(id) : text.faces.missing(faceNameOf(id)) })),
                      ]}
                      onChange={(event) => setPlace(row, place, event.currentTarget.value)}
                    />
                  </td>
                ))}
                <RemoveRow label={text.house.removeFallback(faceName(row.face))} onRemove={() => onChange(fallbacks.length > 1 ? fallbacks.filter((candidate) => candidate !== row) : undefined)} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.actions}>
        <AddRow label={text.house.addFallback} disabled={free === undefined} onAdd={() => free !== undefined && onChange([...fallbacks, { face: free, to: BUNDLED_FALLBACK[free] ?? ['song'] }])} />
      </div>
    </section>
  )
}
