import type { ReactNode } from 'react'
import styles from './section.module.css'

export interface SectionProps {
  readonly title: string
  /** What the pane's own title says already is not said again. */
  readonly hideTitle?: boolean
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A titled group of fields in a side pane. */
export function Section({ title, hideTitle = false, aside, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      {!hideTitle && (
        <h3 className={styles.title}>
          {title}
          {aside && <span className={styles.aside}>{aside}</span>}
        </h3>
      )}
      {children}
    </section>
  )
}

/** Fields side by side. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
