import type { ReactNode } from 'react'
import styles from './section.module.css'

/** A titled group of fields in a side pane. */
export function Section({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.title}>
        {title}
        {aside && <span className={styles.aside}>{aside}</span>}
      </h3>
      {children}
    </section>
  )
}

/** Fields side by side. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
