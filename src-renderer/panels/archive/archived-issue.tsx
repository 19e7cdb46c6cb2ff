import { Button } from '@mantine/core'
import { IconFileTypePdf, IconHistory, IconShieldCheck } from '@tabler/icons-react'
import type { ArchiveEntry } from '../../../src-core/api/methods.ts'
import { saveAs } from '../../host/downloads.ts'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import { issueName, momentName } from '../issue-name.ts'
import { useOpenArchived } from './open-archived.ts'
import { PagePicture } from './page-picture.tsx'
import { useRestore } from './restore.ts'
import type { VerificationState } from './verification.tsx'
import styles from './archive.module.css'

export function ArchivedIssue({ entry, verification }: { readonly entry: ArchiveEntry; readonly verification: VerificationState }) {
  const { host, notices } = useWindow()
  const text = useText()
  const open = useOpenArchived()
  const restore = useRestore()

  const savePdf = (page: string) =>
    notices.attempt(async () => {
      const pdf = await host.api.call('archive.pdf', { key: entry.key, page })
      saveAs(pdf.name, pdf.bytes, 'application/pdf')
    })

  return (
    <>
      <header className={styles.issueHead}>
        <div>
          <h2>{issueName(entry, text)}</h2>
          <p className={styles.quiet}>
            {[text.archive.version(entry.version), text.issue.pages(entry.pages.length), text.archive.articles(entry.articles), text.archive.archivedAt(momentName(entry.archivedAt))].join(' · ')}
          </p>
        </div>
        <Button variant="default" leftSection={<IconShieldCheck size={16} aria-hidden />} loading={verification.running === entry.key} onClick={() => void verification.verify(entry.key)}>
          {text.archive.verify}
        </Button>
        <Button variant="default" leftSection={<IconHistory size={16} aria-hidden />} onClick={() => restore(entry.key, entry)}>
          {text.archive.restore}
        </Button>
      </header>
      <ul className={styles.pages}>
        {entry.pages.map(({ number, section }) => {
          const page = text.unit.page(number, section)
          return (
            <li key={number}>
              <button type="button" className={styles.picture} aria-label={text.archive.openPage(page)} onClick={() => void open(entry.key, number)}>
                <PagePicture archived={entry.key} page={number} label={text.archive.pictureOf(page)} />
              </button>
              <div className={styles.caption}>
                <span>{page}</span>
                <Button variant="subtle" leftSection={<IconFileTypePdf size={14} aria-hidden />} aria-label={`${text.archive.pdf} ${page}`} onClick={() => void savePdf(number)}>
                  PDF
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
