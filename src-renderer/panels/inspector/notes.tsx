import type { RecordId } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useEditor } from '../editor-window.ts'
import styles from './inspector.module.css'

/** What importing mended, for whoever wants to know. */
export function Notes({ article: id }: { readonly article: RecordId }) {
  const text = useText()
  const notes = useEditor(({ document }) => {
    const article = document?.records[id]
    return article?.type === 'article' ? article.notes : NONE
  })
  if (notes.length === 0) return null
  return (
    <details className={styles.notes}>
      <summary>{text.pool.notes(notes.length)}</summary>
      <ul>
        {notes.map((note, index) => (
          <li key={index}>{note}</li>
        ))}
      </ul>
    </details>
  )
}

const NONE: readonly string[] = []
