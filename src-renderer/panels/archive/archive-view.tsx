/** 往期: what was archived, by date, with its full text. */
import { Button } from '@mantine/core'
import { IconArrowLeft, IconShieldCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { ArchiveEntry, ArchiveHit } from '../../../src-core/api/methods.ts'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import { Corner } from '../notices/corner.tsx'
import { SearchField } from '../fields/search-field.tsx'
import { ArchivedIssue } from './archived-issue.tsx'
import { EntryList } from './entry-list.tsx'
import { HitList } from './hit-list.tsx'
import { Verification, useVerification } from './verification.tsx'
import styles from './archive.module.css'

const SEARCH_AFTER_MS = 150

export function ArchiveView() {
  const { desk, host, notices } = useWindow()
  const text = useText()
  const chosen = useStore(desk.store, (state) => state.archived)
  const [entries, setEntries] = useState<readonly ArchiveEntry[] | null>(null)
  const [words, setWords] = useState('')
  const hits = useHits(words)
  const verification = useVerification()

  useEffect(() => {
    void notices
      .attempt(() => host.api.call('archive.list', {}))
      .then((found) => setEntries(found?.toSorted((a, b) => b.date.localeCompare(a.date) || b.version - a.version) ?? []))
  }, [host, notices])

  const entry = entries?.find((candidate) => candidate.key === chosen) ?? entries?.[0]
  return (
    <main className={styles.view} aria-label={text.archive.title}>
      <header className={styles.bar}>
        <Button variant="subtle" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={() => desk.showIssue()}>
          {text.archive.close}
        </Button>
        <h1>{text.archive.title}</h1>
        <div className={styles.search}>
          <SearchField label={text.archive.search} clearLabel={text.pool.clearSearch} onWords={setWords} />
        </div>
        <Button variant="default" leftSection={<IconShieldCheck size={16} aria-hidden />} onClick={() => void verification.verify(null)} loading={verification.running === 'all'}>
          {text.archive.verifyAll}
        </Button>
      </header>
      <nav className={styles.list} aria-label={hits ? text.archive.search : text.archive.issues}>
        {hits ? <HitList words={words} hits={hits} /> : entries && <EntryList entries={entries} chosen={entry?.key ?? null} />}
      </nav>
      <section className={styles.detail}>
        <Verification result={verification.result} />
        {entry && <ArchivedIssue key={entry.key} entry={entry} verification={verification} />}
        {entries?.length === 0 && (
          <div className={styles.empty}>
            <b>{text.archive.empty}</b>
            <p>{text.archive.emptyBody}</p>
          </div>
        )}
      </section>
      <Corner />
    </main>
  )
}

/** Hits for the words; null while there is nothing to search. Late answers to earlier words are dropped. */
function useHits(words: string): readonly ArchiveHit[] | null {
  const { host, notices } = useWindow()
  const [hits, setHits] = useState<readonly ArchiveHit[] | null>(null)
  const asked = useRef(0)
  useEffect(() => {
    const question = ++asked.current
    if (words === '') return undefined
    const timer = setTimeout(async () => {
      const found = await notices.attempt(() => host.api.call('archive.search', { words }))
      if (question === asked.current) setHits(found ?? [])
    }, SEARCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [words, host, notices])
  return words === '' ? null : hits
}
