import type { ArticleRecord } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import styles from './inspector.module.css'

/** What importing mended, for whoever wants to know. */
export function Notes({ article }: { readonly article: ArticleRecord }) {
  const text = useText()
  if (article.notes.length === 0) return null
  return (
    <details className={styles.notes}>
      <summary>{text.pool.notes(article.notes.length)}</summary>
      <ul>
        {article.notes.map((note, index) => (
          <li key={index}>{note}</li>
        ))}
      </ul>
    </details>
  )
}
