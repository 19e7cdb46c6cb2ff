import { NativeSelect } from '@mantine/core'
import { removePicture, setPicture, setPictureAsset } from '../../../src-core/commands/pictures.ts'
import { placedOn, record, type CaptionPlace, type PictureRecord } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor, useFieldCommand } from '../editor-window.ts'
import { Section } from '../fields/section.tsx'
import { LongTextField, TextField } from '../fields/text-field.tsx'
import { Artwork } from './artwork.tsx'
import { Position } from './position.tsx'
import { Removal } from './removal.tsx'

const CAPTION_PLACES: readonly CaptionPlace[] = ['below', 'above', 'beside']

export function PictureInspector({ picture }: { readonly picture: PictureRecord }) {
  const command = useCommand()
  const fieldCommand = useFieldCommand()
  const text = useText()
  const document = useEditor((state) => state.document)
  const readOnly = useEditor((state) => state.readOnly)
  if (!document) return null
  const asset = picture.asset === null ? undefined : record(document, 'asset', picture.asset)
  const stories = placedOn(document, 'story', picture.page)
  const set = (fields: Parameters<typeof setPicture>[2]) => fieldCommand((now) => setPicture(now, picture.id, fields))
  return (
    <>
      <Section hideTitle title={text.inspector.picture}>
        <Artwork owner={picture.id} page={picture.page} asset={asset} onAsset={(chosen) => command((now) => setPictureAsset(now, picture.id, chosen))} />
        <LongTextField label={text.picture.caption} placeholder={text.picture.captionHint} value={picture.caption ?? ''} disabled={readOnly} onCommit={(caption) => set({ caption: caption === '' ? null : caption })} />
        <TextField live label={text.picture.credit} placeholder={text.picture.creditHint} value={picture.credit ?? ''} disabled={readOnly} onCommit={(credit) => set({ credit: credit === '' ? null : credit })} />
        <NativeSelect
          label={text.picture.captionPlace}
          value={picture.captionPlace ?? 'below'}
          disabled={readOnly}
          data={CAPTION_PLACES.map((value) => ({ value, label: text.picture.captionPlaces[value] }))}
          onChange={(event) => set({ captionPlace: event.currentTarget.value as CaptionPlace })}
        />
        <NativeSelect
          label={text.picture.story}
          value={picture.story ?? ''}
          disabled={readOnly}
          data={[
            { value: '', label: text.picture.noStory },
            ...stories.map((story) => ({ value: story.id, label: record(document, 'article', story.article)?.headline || text.pool.untitled })),
          ]}
          onChange={(event) => set({ story: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        />
      </Section>
      <Position object={picture} />
      {!readOnly && <Removal onRemove={() => command((now) => removePicture(now, picture.id))} />}
    </>
  )
}
