import { Button, Switch } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../text/language.ts'
import type { Collection } from './import-faces.ts'
import styles from './faces.module.css'

export interface MemberChoiceProps {
  readonly collection: Collection
  onChoose(members: readonly number[]): void
  onCancel(): void
}

/** Which faces of a collection (TTC) to import. */
export function MemberChoice({ collection: { name, members }, onChoose, onCancel }: MemberChoiceProps) {
  const text = useText()
  const [chosen, setChosen] = useState<readonly number[]>([0])
  return (
    <fieldset className={styles.choice}>
      <legend>{text.faces.chooseTitle(name)}</legend>
      {members.map((member, index) => (
        <Switch
          key={index}
          label={member.embedding === 'allowed' ? member.name : text.faces.barred(member.name, text.faces.embedding[member.embedding])}
          checked={chosen.includes(index)}
          onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, index] : chosen.filter((one) => one !== index))}
        />
      ))}
      <div className={styles.actions}>
        <Button disabled={chosen.length === 0} onClick={() => onChoose(chosen)}>
          {text.faces.chooseImport(chosen.length)}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {text.app.cancel}
        </Button>
      </div>
    </fieldset>
  )
}
