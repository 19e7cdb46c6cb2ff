import type { ArchiveEntry, ArchiveKey } from '../../../src-core/api/methods.ts'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import { weekdayOf } from '../issue-name.ts'
import styles from './archive.module.css'

/** The months as headings between. */
export function EntryList({ entries, chosen }: { readonly entries: readonly ArchiveEntry[]; readonly chosen: ArchiveKey | null }) {
  const { desk } = useWindow()
  const text = useText()
  const months = [...new Set(entries.map(monthOf))]
  return months.map((month) => (
    <section key={month}>
      <h2 className={styles.month}>{month}</h2>
      {entries.filter((entry) => monthOf(entry) === month).map((entry) => (
        <button
          key={entry.key}
          type="button"
          className={styles.entry}
          aria-current={entry.key === chosen ? 'true' : undefined}
          onClick={() => desk.showArchive(entry.key)}
        >
          <span className={styles.date}>
            {entry.date} {weekdayOf(entry.date, text)}
          </span>
          <span className={styles.quiet}>{entry.number !== null && text.unit.issueNumber(entry.number)}</span>
          <span className={styles.paper}>{entry.paper.name}</span>
          <span className={styles.quiet}>{entry.version > 1 ? text.archive.version(entry.version) : text.issue.pages(entry.pages.length)}</span>
        </button>
      ))}
    </section>
  ))
}

const monthOf = (entry: ArchiveEntry): string => entry.date.slice(0, 7)
