import { Button, Switch } from '@mantine/core'
import { conditionOf } from '../../../src-core/document/print.ts'
import type { HouseStyle } from '../../../src-core/document/style.ts'
import { FIXED_SWATCHES, PLATE_NAMES, swatchesOf, totalInk, USUAL_SWATCHES, type Cmyk, type Swatch } from '../../../src-core/document/swatches.ts'
import { swatchUses } from '../../../src-core/document/swatch-uses.ts'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import { Chip, useSwatchName } from '../fields/color-field.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AddRow, RemoveRow } from './row-buttons.tsx'
import styles from './house.module.css'

const PLATES = ['C', 'M', 'Y', 'K'] as const
const MOST = 100

export interface SwatchTableProps {
  readonly style: HouseStyle
  /** Undefined is the list that ships. */
  onChange(swatches: readonly Swatch[] | undefined): void
}

/** 色样: the house's inks by name. What is printed in one changes with it, on every page. */
export function SwatchTable({ style, onChange }: SwatchTableProps) {
  const { notices, session } = useWindow()
  const text = useText()
  const nameOf = useSwatchName()
  const { swatches = USUAL_SWATCHES } = style
  const limit = Math.round(conditionOf(style).inkLimit * 100)
  const replace = (swatch: Swatch, next: Swatch) => onChange(swatches.map((one) => (one === swatch ? next : one)))
  const rename = (swatch: Swatch, name: string): string | null => {
    if (name === '') return text.house.mustName
    if (PLATE_NAMES.includes(name)) return text.colors.plateName(name)
    if (swatchesOf(style).some((other) => other !== swatch && other.name === name)) return text.house.nameTaken(name)
    replace(swatch, { ...swatch, name })
    return null
  }
  const setSpot = (swatch: Swatch, isSpot: boolean) => {
    const { spot: _, ...process } = swatch
    replace(swatch, isSpot ? { ...process, spot: true } : process)
  }
  const add = () => {
    const names = swatchesOf(style).map(({ name }) => name)
    const numbered = Array.from({ length: names.length + 1 }, (_, index) => `${text.colors.newSwatch} ${index + 1}`)
    onChange([...swatches, { id: `swatch:${crypto.randomUUID()}`, name: numbered.find((name) => !names.includes(name))!, cmyk: [0, 0.5, 0.5, 0] }])
  }
  const remove = (swatch: Swatch) => {
    const { document } = session.store.getState()
    const uses = document ? swatchUses(document, swatch.id).length : 0
    if (uses > 0) notices.error(text.colors.inUse(swatch.name, uses))
    else onChange(swatches.filter((one) => one !== swatch))
  }
  const reset = () => {
    const { document } = session.store.getState()
    const used = document && swatches.find(({ id }) => USUAL_SWATCHES.every((usual) => usual.id !== id) && swatchUses(document, id).length > 0)
    if (used) notices.error(text.colors.inUse(used.name, swatchUses(document, used.id).length))
    else onChange(undefined)
  }
  return (
    <section aria-label={text.colors.swatches} className={styles.part}>
      <h3>{text.colors.swatches}</h3>
      <p className={styles.intro}>{text.colors.swatchesIntro(limit)}</p>
      <table className={`${styles.table} ${styles.swatches}`}>
        <thead>
          <tr>
            <td />
            <th scope="col">{text.house.name}</th>
            {PLATES.map((plate) => (
              <th key={plate} scope="col">
                {plate} %
              </th>
            ))}
            <th scope="col">{text.colors.spot}</th>
            <th scope="col">{text.colors.total}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {FIXED_SWATCHES.map((swatch) => (
            <tr key={swatch.id}>
              <td className={styles.units}>
                <Chip color={swatch.cmyk} />
              </td>
              <td className={styles.units}>{nameOf(swatch)}</td>
              {PLATES.map((plate, channel) => (
                <td key={plate} className={styles.units}>
                  {swatch.cmyk[channel]! * 100}
                </td>
              ))}
            </tr>
          ))}
          {swatches.map((swatch) => (
            <tr key={swatch.id}>
              <td className={styles.units}>
                <Chip color={swatch.cmyk} />
              </td>
              <td>
                <TextField hideLabel label={`${swatch.name} ${text.house.name}`} value={swatch.name} onCommit={(name) => rename(swatch, name.trim())} />
              </td>
              {PLATES.map((plate, channel) => (
                <td key={plate} className={styles.narrow}>
                  <NumberField
                    hideLabel
                    label={`${swatch.name} ${plate}`}
                    value={Math.round(swatch.cmyk[channel]! * 100)}
                    min={0}
                    max={MOST}
                    step={5}
                    onCommit={(percent) => replace(swatch, { ...swatch, cmyk: swatch.cmyk.with(channel, percent / 100) as unknown as Cmyk })}
                  />
                </td>
              ))}
              <td>
                <Switch aria-label={`${swatch.name} ${text.colors.spot}`} checked={swatch.spot ?? false} onChange={(event) => setSpot(swatch, event.currentTarget.checked)} />
              </td>
              <Total swatch={swatch} limit={limit} />
              <RemoveRow label={text.colors.removeSwatch(swatch.name)} onRemove={() => remove(swatch)} />
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.actions}>
        <AddRow label={text.colors.addSwatch} onAdd={add} />
        {style.swatches && (
          <Button variant="subtle" aria-label={`${text.colors.swatches} ${text.house.reset}`} onClick={reset}>
            {text.house.reset}
          </Button>
        )}
      </div>
    </section>
  )
}

/** A spot colour has one plate, whatever it looks like. */
function Total({ swatch: { cmyk, spot }, limit }: { readonly swatch: Swatch; readonly limit: number }) {
  const text = useText()
  const total = spot ? MOST : Math.round(totalInk({ color: cmyk }) * 100)
  return (
    <td className={styles.units} data-over={total > limit || undefined} title={total > limit ? text.colors.overLimit(limit) : undefined}>
      {total}%
    </td>
  )
}
