import { Button, NativeSelect } from '@mantine/core'
import { IconGridDots } from '@tabler/icons-react'
import { setPlates } from '../../../src-core/commands/colors.ts'
import { setPage, type PageFields } from '../../../src-core/commands/pages.ts'
import { GRID_PRESETS, POINTS_PER_MILLIMETRE, typeArea, type Grid } from '../../../src-core/document/grid.ts'
import { issueOf, placedOn, recordsOf, type PageRecord } from '../../../src-core/document/records.ts'
import { swatchesOf } from '../../../src-core/document/swatches.ts'
import { pageNumberSchema } from '../../../src-core/document/validate.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor, useFieldCommand, useWindow } from '../editor-window.ts'
import { NumberField } from '../fields/number-field.tsx'
import { Row, Section } from '../fields/section.tsx'
import { TextField } from '../fields/text-field.tsx'
import styles from './inspector.module.css'

const HIGHEST_VERSION = 9999

export function PageInspector({ page }: { readonly page: PageRecord }) {
  const { desk, notices } = useWindow()
  const command = useCommand()
  const fieldCommand = useFieldCommand()
  const text = useText()
  const document = useEditor((state) => state.document)
  const disabled = useEditor((state) => state.readOnly)
  if (!document) return null
  const set = (fields: PageFields) => command((now) => setPage(now, page.id, fields))
  const plates = (inks: PageRecord['inks'], red: string | null) => command((now) => setPlates(now, page.id, inks, red))
  const spots = swatchesOf(issueOf(document).style).filter(({ spot }) => spot)
  const fill = (fields: PageFields) => fieldCommand((now) => setPage(now, page.id, fields))

  const others = recordsOf(document, 'page').filter((other) => other.id !== page.id)

  function renumber(typed: string): string | null {
    const number = typed.normalize('NFKC').trim().toUpperCase()
    if (!pageNumberSchema.safeParse(number).success) return text.page.numberWrong
    if (others.some((other) => other.number === number)) return text.page.numberTaken(number)
    return fill({ number })
  }
  function regrid(name: string): void {
    const grid = GRID_PRESETS[name]
    if (!grid) return
    // A command that has nothing to do is no refusal: the grid may be the same.
    if (grid !== page.grid && !set({ grid })) notices.error(text.page.gridBlocked, text.page.gridBlockedRemedy)
  }
  const preset = presetOf(page.grid)
  const { width, height } = typeArea(page.grid)
  const counts = [
    text.page.stories(placedOn(document, 'story', page.id).length),
    text.page.pictures(placedOn(document, 'picture', page.id).length),
    text.page.adverts(placedOn(document, 'advert', page.id).length),
  ].join(' · ')
  return (
    <Section title={text.inspector.page} aside={counts}>
      <Row>
        <TextField label={text.page.number} value={page.number} disabled={disabled} onCommit={renumber} />
        <TextField live label={text.page.section} value={page.section} disabled={disabled} onCommit={(section) => fill({ section })} />
      </Row>
      <NativeSelect
        label={text.page.grid}
        value={preset ?? ''}
        disabled={disabled}
        data={[
          ...(preset === null ? [{ value: '', label: text.page.customGrid }] : []),
          ...Object.keys(GRID_PRESETS).map((name) => ({ value: name, label: text.page.presets[name] ?? name })),
        ]}
        onChange={(event) => regrid(event.currentTarget.value)}
      />
      {!disabled && (
        <Button variant="default" leftSection={<IconGridDots size={15} aria-hidden />} onClick={() => desk.open('page-grid')}>
          {text.grid.edit}
        </Button>
      )}
      <p className={styles.hint}>
        {text.page.gridOf(page.grid.columns, page.grid.charsPerColumn, page.grid.lines)} · {text.page.typeArea(millimetres(width), millimetres(height))}
      </p>
      <Row>
        <TextField live label={text.page.editor} value={page.editor ?? ''} disabled={disabled} onCommit={(editor) => fill({ editor: editor === '' ? null : editor })} />
        <NativeSelect
          label={text.page.inks}
          value={page.inks}
          disabled={disabled}
          data={Object.entries(text.page.ink).map(([value, label]) => ({ value, label }))}
          onChange={(event) => plates(event.currentTarget.value as PageRecord['inks'], page.red ?? null)}
        />
      </Row>
      {page.inks === 'k+red' && (spots.length > 0 || page.red !== undefined) && (
        <NativeSelect
          label={text.colors.redPlate}
          value={page.red ?? ''}
          disabled={disabled}
          data={[
            { value: '', label: text.colors.processRed },
            ...spots.map(({ id, name }) => ({ value: id, label: name })),
            ...(page.red === undefined || spots.some(({ id }) => id === page.red) ? [] : [{ value: page.red, label: text.colors.unknown }]),
          ]}
          onChange={(event) => plates(page.inks, event.currentTarget.value || null)}
        />
      )}
      <Row>
        <NativeSelect
          label={text.page.state}
          value={page.state}
          disabled={disabled}
          data={Object.entries(text.page.states).map(([value, label]) => ({ value, label }))}
          onChange={(event) => set({ state: event.currentTarget.value as PageRecord['state'] })}
        />
        <NumberField label={text.page.version} value={page.version} min={1} max={HIGHEST_VERSION} disabled={disabled} onCommit={(version) => set({ version })} />
      </Row>
    </Section>
  )
}

const millimetres = (points: number): string => (points / POINTS_PER_MILLIMETRE).toFixed(2)

function presetOf(grid: Grid): string | null {
  const same = JSON.stringify(sorted(grid))
  return Object.keys(GRID_PRESETS).find((name) => JSON.stringify(sorted(GRID_PRESETS[name])) === same) ?? null
}

/** A grid as pairs in one order, whatever order its fields came in. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}
