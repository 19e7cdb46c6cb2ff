import { Button, Switch } from '@mantine/core'
import { removeAdvert, setAdvert, setAdvertAsset } from '../../../src-core/commands/adverts.ts'
import { record, type AdvertRecord } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor, useFieldCommand } from '../editor-window.ts'
import { Section } from '../fields/section.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AdvertPdf } from './advert-pdf.tsx'
import { Artwork } from './artwork.tsx'
import { Position } from './position.tsx'
import { Removal } from './removal.tsx'
import styles from './inspector.module.css'

export function AdvertInspector({ advert }: { readonly advert: AdvertRecord }) {
  const command = useCommand()
  const fieldCommand = useFieldCommand()
  const text = useText()
  const document = useEditor((state) => state.document)
  const readOnly = useEditor((state) => state.readOnly)
  if (!document) return null
  const asset = advert.asset === null ? undefined : record(document, 'asset', advert.asset)
  return (
    <>
      <Section hideTitle title={text.inspector.advert}>
        <TextField live label={text.advert.name} value={advert.name} disabled={readOnly} onCommit={(name) => fieldCommand((now) => setAdvert(now, advert.id, { name }))} />
        <Switch label={text.advert.keyline} checked={advert.keyline} disabled={readOnly} onChange={(event) => command((now) => setAdvert(now, advert.id, { keyline: event.currentTarget.checked }))} />
        <Artwork owner={advert.id} page={advert.page} asset={asset} takesPdf {...(advert.pdfPage ? { pdfPage: advert.pdfPage } : {})} onAsset={(chosen) => command((now) => setAdvertAsset(now, advert.id, chosen))} />
        {asset?.pdf && <AdvertPdf advert={advert} pdf={asset.pdf} />}
        {asset && !readOnly && (
          <Button variant="subtle" className={styles.remove} onClick={() => command((now) => setAdvertAsset(now, advert.id, null))}>
            {text.advert.noArtwork}
          </Button>
        )}
      </Section>
      <Position object={advert} />
      {!readOnly && <Removal onRemove={() => command((now) => removeAdvert(now, advert.id))} />}
    </>
  )
}
