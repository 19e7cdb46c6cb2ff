import { usesFace } from '../../../src-core/document/faces-used.ts'
import type { CompositeFace } from '../../../src-core/document/style.ts'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import { FaceSelect, useFaceName } from '../faces/face-select.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AddRow, RemoveRow } from './row-buttons.tsx'
import styles from './house.module.css'

export interface CompositesTableProps {
  readonly composites: readonly CompositeFace[]
  /** Undefined where none is left. */
  onChange(composites: readonly CompositeFace[] | undefined): void
}

/** 中西文复合字体: which faces they are made of, and how the Western one stands beside the Chinese one. */
export function CompositesTable({ composites, onChange }: CompositesTableProps) {
  const { notices, session } = useWindow()
  const text = useText()
  const faceName = useFaceName()
  const replace = (one: CompositeFace, change: Partial<CompositeFace>) => onChange(composites.map((candidate) => (candidate === one ? tidy({ ...one, ...change }) : candidate)))
  const rename = (one: CompositeFace, name: string): string | null => {
    if (name === '') return text.house.mustName
    if (composites.some((other) => other !== one && other.name === name)) return text.house.nameTaken(name)
    replace(one, { name })
    return null
  }
  const add = () => {
    const name = text.house.newComposite(faceName('song'), faceName('hei'))
    const taken = composites.some((other) => other.name === name)
    onChange([...composites, { id: `composite:${crypto.randomUUID()}`, name: taken ? `${name} ${composites.length + 1}` : name, han: 'song', latin: 'hei' }])
  }
  const remove = (one: CompositeFace) => {
    const { document } = session.store.getState()
    if (document && usesFace(document, one.id)) notices.error(text.house.compositeInUse(one.name))
    else onChange(composites.length > 1 ? composites.filter((candidate) => candidate !== one) : undefined)
  }
  return (
    <section aria-label={text.faces.composites} className={styles.part}>
      <h3>{text.faces.composites}</h3>
      <p className={styles.intro}>{text.house.compositesIntro}</p>
      {composites.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text.house.name}</th>
              <th scope="col">{text.house.han}</th>
              <th scope="col">{text.house.latin}</th>
              <th scope="col">{text.house.latinScale}</th>
              <th scope="col">{text.house.latinShift}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {composites.map((one) => (
              <tr key={one.id}>
                <td>
                  <TextField hideLabel label={`${one.name} ${text.house.name}`} value={one.name} onCommit={(name) => rename(one, name.trim())} />
                </td>
                <td>
                  <FaceSelect plainOnly label={`${one.name} ${text.house.han}`} value={one.han} onChange={(han) => replace(one, { han })} />
                </td>
                <td>
                  <FaceSelect plainOnly label={`${one.name} ${text.house.latin}`} value={one.latin} onChange={(latin) => replace(one, { latin })} />
                </td>
                <td className={styles.narrow}>
                  <NumberField hideLabel label={`${one.name} ${text.house.latinScale}`} value={Math.round((one.latinScale ?? 1) * 100)} min={50} max={200} onCommit={(percent) => replace(one, { latinScale: percent / 100 })} />
                </td>
                <td className={styles.narrow}>
                  <NumberField hideLabel label={`${one.name} ${text.house.latinShift}`} value={Math.round((one.latinShiftEm ?? 0) * 1000)} min={-500} max={500} step={5} onCommit={(thousandths) => replace(one, { latinShiftEm: thousandths / 1000 })} />
                </td>
                <RemoveRow label={text.house.removeComposite(one.name)} onRemove={() => remove(one)} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.actions}>
        <AddRow label={text.house.addComposite} onAdd={add} />
      </div>
    </section>
  )
}

/** What is as it would be anyway is left out. */
function tidy({ latinScale = 1, latinShiftEm = 0, ...rest }: CompositeFace): CompositeFace {
  return { ...rest, ...(latinScale === 1 ? {} : { latinScale }), ...(latinShiftEm === 0 ? {} : { latinShiftEm }) }
}
