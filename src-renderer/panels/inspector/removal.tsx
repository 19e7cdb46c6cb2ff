import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useText } from '../../text/language.ts'
import { Section } from '../fields/section.tsx'
import styles from './inspector.module.css'

/** Takes the object off the page. */
export function Removal({ onRemove }: { onRemove(): void }) {
  const text = useText()
  return (
    <Section title={text.story.arrange}>
      <Button variant="default" className={styles.remove} leftSection={<IconTrash size={15} aria-hidden />} onClick={onRemove}>
        {text.inspector.delete}
      </Button>
    </Section>
  )
}
