/** What an advert's PDF is and how it goes on to the page: its page, its size beside the place's, vectors or picture, and why. */
import { NativeSelect, Switch } from '@mantine/core'
import { setAdvertPdf } from '../../../src-core/commands/adverts.ts'
import { areaRect, POINTS_PER_MILLIMETRE } from '../../../src-core/document/grid.ts'
import type { PdfFile } from '../../../src-core/document/pdf-page.ts'
import { pdfPlacing } from '../../../src-core/document/pdf-placing.ts'
import { issueOf, record, type AdvertRecord } from '../../../src-core/document/records.ts'
import { pdfObstacleText } from '../../../src-core/preflight/pdf-obstacle-text.ts'
import { useLanguage, useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import styles from './inspector.module.css'

export function AdvertPdf({ advert, pdf }: { readonly advert: AdvertRecord; readonly pdf: PdfFile }) {
  const text = useText().advert.pdf
  const language = useLanguage()
  const command = useCommand()
  const document = useEditor((state) => state.document)
  const readOnly = useEditor((state) => state.readOnly)
  const on = document && record(document, 'page', advert.page)
  if (!document || !on) return null
  const { number, page, obstacles, isVector } = pdfPlacing(issueOf(document).style, on, pdf, advert)
  const place = areaRect(on.grid, advert.area)
  const millimetres = (points: number) => points / POINTS_PER_MILLIMETRE
  const why = obstacles.map((obstacle) => pdfObstacleText(obstacle)[language]).join(text.comma)
  return (
    <>
      <p className={styles.hint}>
        {text.size(page.width, page.height)} · {text.place(millimetres(place.width), millimetres(place.height))}
      </p>
      {pdf.pages.length > 1 && (
        <NativeSelect
          label={text.page(pdf.pages.length)}
          value={String(number)}
          disabled={readOnly}
          data={pdf.pages.map((_, index) => String(index + 1))}
          onChange={(event) => command((now) => setAdvertPdf(now, advert.id, { page: Number(event.currentTarget.value) }))}
        />
      )}
      <p className={styles.hint} role="status">
        {isVector ? text.vector : text.picture}
        {why && <span className={advert.pdfAs === 'raster' ? undefined : styles.low}> {text.because(why)}</span>}
      </p>
      <Switch
        label={text.asPicture}
        checked={advert.pdfAs === 'raster'}
        disabled={readOnly}
        onChange={(event) => {
          const asPicture = event.currentTarget.checked
          command((now) => setAdvertPdf(now, advert.id, { asPicture }))
        }}
      />
    </>
  )
}
