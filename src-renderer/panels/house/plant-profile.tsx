/** The plant's own colour profile: added from a file, with the ink that the plant takes. */
import { Button, FileButton } from '@mantine/core'
import { LEAST_INK_LIMIT, MOST_INK_LIMIT, type PlantProfile as Profile, type PrintSettings } from '../../../src-core/document/print.ts'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import { NumberField } from '../fields/number-field.tsx'
import styles from './house.module.css'

export interface PlantProfileProps {
  readonly print: PrintSettings
  onChange(profile: Profile | undefined): void
}

export function PlantProfile({ print: { profile }, onChange }: PlantProfileProps) {
  const { host, notices } = useWindow()
  const text = useText()
  const add = (file: File | null) => {
    if (!file) return
    void notices.attempt(async () => {
      const added = await host.api.call('profiles.add', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      onChange(added.profile)
      notices.done(text.house.profileAdded(added.profile.name, percent(added.profile.inkLimit)))
    })
  }
  return (
    <section aria-label={text.house.profile} className={styles.part}>
      <h3>{text.house.profile}</h3>
      <p className={styles.intro}>{profile ? profile.name : text.house.noProfile}</p>
      {profile && (
        <NumberField
          label={text.house.profileLimit}
          value={percent(profile.inkLimit)}
          min={percent(LEAST_INK_LIMIT)}
          max={percent(MOST_INK_LIMIT)}
          onCommit={(limit) => onChange({ ...profile, inkLimit: limit / 100 })}
        />
      )}
      <div className={styles.actions}>
        <FileButton onChange={add} accept=".icc,.icm">
          {(props) => (
            <Button variant="default" {...props}>
              {profile ? text.house.replaceProfile : text.house.addProfile}
            </Button>
          )}
        </FileButton>
        {profile && (
          <Button variant="subtle" onClick={() => onChange(undefined)}>
            {text.house.removeProfile}
          </Button>
        )}
      </div>
    </section>
  )
}

function percent(share: number): number {
  return Math.round(share * 100)
}
