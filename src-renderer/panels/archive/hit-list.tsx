import type { ArchiveHit } from '../../../src-core/api/methods.ts'
import { useText } from '../../text/language.ts'
import { useOpenArchived } from './open-archived.ts'
import { segmentsOf } from './highlight.ts'
import styles from './archive.module.css'

export function HitList({ words, hits }: { readonly words: string; readonly hits: readonly ArchiveHit[] }) {
  const text = useText()
  const open = useOpenArchived()
  return (
    <>
      <p className={styles.count} role="status">
        {hits.length === 0 ? text.archive.nothing(words) : text.archive.found(hits.length)}
      </p>
      {hits.map((hit) => (
        <button key={`${hit.key} ${hit.page} ${hit.article}`} type="button" className={styles.hit} onClick={() => void open(hit.key, hit.page, hit.article)}>
          <b>{hit.headline || text.pool.untitled}</b>
          <span className={styles.excerpt}>
            {segmentsOf(hit.excerpt, hit.matches).map((segment, index) =>
              segment.found ? <mark key={index}>{segment.text}</mark> : <span key={index}>{segment.text}</span>,
            )}
          </span>
          <span className={styles.quiet}>
            {hit.date} {text.unit.page(hit.page, hit.section)}
          </span>
        </button>
      ))}
    </>
  )
}
