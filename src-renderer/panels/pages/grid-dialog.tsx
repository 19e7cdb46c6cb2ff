/** 版式: the shown page's grid, every number of it. Each change sets the page anew at once. */
import { setPage } from '../../../src-core/commands/pages.ts'
import { POINTS_PER_MILLIMETRE, typeArea, type Grid } from '../../../src-core/document/grid.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor, useWindow } from '../editor-window.ts'
import { NumberField } from '../fields/number-field.tsx'
import { Row } from '../fields/section.tsx'
import { SizeField } from '../fields/size-field.tsx'
import { useIssue, useRecord } from '../records.ts'
import styles from './grid-dialog.module.css'

/** Points; the smallest that print takes is 4.5 (小七). */
const BODY = { min: 4, max: 30 }

export function GridDialog() {
  const { notices } = useWindow()
  const command = useCommand()
  const text = useText()
  const page = useRecord(
    'page',
    useEditor((state) => state.page),
  )
  const sizes = useIssue()?.style.sizes
  if (!page || !sizes) return null
  const { grid } = page
  const { width, height } = typeArea(grid)

  function change(fields: Partial<Grid>): void {
    const next = { ...grid, ...fields }
    if (!fitsPaper(next)) notices.error(text.grid.tooLarge)
    else if (page && !command((now) => setPage(now, page.id, { grid: next }))) notices.error(text.page.gridBlocked, text.page.gridBlockedRemedy)
  }
  const millimetres = (points: number) => (points / POINTS_PER_MILLIMETRE).toFixed(2)
  return (
    <div className={styles.dialog}>
      <p className={styles.intro}>{text.grid.intro}</p>
      <Row>
        <NumberField label={text.grid.columns} value={grid.columns} min={1} max={30} onCommit={(columns) => change({ columns })} />
        <NumberField label={text.grid.chars} value={grid.charsPerColumn} min={1} max={200} step={0.5} onCommit={(charsPerColumn) => change({ charsPerColumn })} />
        <NumberField label={text.grid.gutter} value={grid.gutterChars} min={0} max={10} step={0.5} onCommit={(gutterChars) => change({ gutterChars })} />
      </Row>
      <Row>
        <SizeField label={text.grid.bodySize} value={grid.bodySize} sizes={sizes} min={BODY.min} max={BODY.max} onCommit={(bodySize) => change({ bodySize })} />
        <SizeField label={text.grid.linePitch} value={grid.linePitch} sizes={NO_NAMES} min={BODY.min} max={60} onCommit={(linePitch) => change({ linePitch })} />
        <NumberField label={text.grid.lines} value={grid.lines} min={1} max={500} onCommit={(lines) => change({ lines })} />
      </Row>
      <Row>
        <NumberField label={text.grid.width} value={grid.trim.width} min={50} max={1000} step={0.5} onCommit={(trimWidth) => change({ trim: { ...grid.trim, width: trimWidth } })} />
        <NumberField label={text.grid.height} value={grid.trim.height} min={50} max={1000} step={0.5} onCommit={(trimHeight) => change({ trim: { ...grid.trim, height: trimHeight } })} />
      </Row>
      <Row>
        <NumberField label={text.grid.top} value={grid.margins.top} min={0} max={200} step={0.5} onCommit={(top) => change({ margins: { ...grid.margins, top } })} />
        <NumberField label={text.grid.bottom} value={grid.margins.bottom} min={0} max={200} step={0.5} onCommit={(bottom) => change({ margins: { ...grid.margins, bottom } })} />
      </Row>
      <p className={styles.intro}>
        {text.page.gridOf(grid.columns, grid.charsPerColumn, grid.lines)} · {text.page.typeArea(millimetres(width), millimetres(height))}
      </p>
    </div>
  )
}

/** A distance between lines has no 号. */
const NO_NAMES: readonly never[] = []

/** Whether the type area lies on the paper. */
function fitsPaper(grid: Grid): boolean {
  const { width, height } = typeArea(grid)
  const { trim, margins } = grid
  return width <= trim.width * POINTS_PER_MILLIMETRE && height <= (trim.height - margins.top) * POINTS_PER_MILLIMETRE
}
