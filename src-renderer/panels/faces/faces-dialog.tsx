/** 字体: the faces of this machine, editors' own coming by file dialog or by drop, and the characters that faces lack. */
import { Button, FileButton, SegmentedControl } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import { JobCard } from '../jobs/job-list.tsx'
import { useFileDrop } from '../fields/file-drop.ts'
import { useFaces } from './use-faces.ts'
import { FaceRow } from './face-row.tsx'
import { importFontFiles, startImport, type Collection } from './import-faces.ts'
import { MemberChoice } from './member-choice.tsx'
import { MissingGlyphTable } from './missing-glyph-table.tsx'
import styles from './faces.module.css'

const ACCEPTED = '.ttf,.otf,.ttc,.otc,font/ttf,font/otf,font/collection'

type Part = 'list' | 'glyphs'

export function FacesDialog() {
  const text = useText()
  const [part, setPart] = useState<Part>('list')
  return (
    <div className={styles.dialog}>
      <SegmentedControl aria-label={text.faces.parts} value={part} onChange={(value) => setPart(value as Part)} data={(['list', 'glyphs'] as const).map((value) => ({ value, label: text.faces[value] }))} />
      {part === 'list' ? <Faces /> : <MissingGlyphTable />}
    </div>
  )
}

function Faces() {
  const editorWindow = useWindow()
  const text = useText()
  const faces = useFaces().filter((face) => !face.retired)
  const jobs = useStore(editorWindow.jobs.store).filter((job) => job.kind === 'faces')
  const [collections, setCollections] = useState<readonly Collection[]>([])
  const [collection] = collections

  const take = (files: readonly File[]) => void importFontFiles(editorWindow, files).then((found) => setCollections((before) => [...before, ...found]))
  const done = () => setCollections(([, ...rest]) => rest)
  const { dropping, target } = useFileDrop(take)
  return (
    <section aria-label={text.faces.list} className={styles.faces} {...target}>
      <div className={styles.head}>
        <p className={styles.hint}>{text.faces.hint}</p>
        <FileButton multiple accept={ACCEPTED} inputProps={{ 'aria-label': text.faces.import }} onChange={take}>
          {(props) => (
            <Button {...props} leftSection={<IconFileImport size={15} aria-hidden />}>
              {text.faces.import}
            </Button>
          )}
        </FileButton>
      </div>
      {collection && <MemberChoice key={collection.name} collection={collection} onCancel={done} onChoose={(members) => (done(), members.forEach((member) => void startImport(editorWindow, collection, member)))} />}
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
      <ul className={styles.list}>
        {faces.map((face) => (
          <FaceRow key={face.id} face={face} />
        ))}
      </ul>
      {dropping && <div className={styles.drop}>{text.faces.dropHere}</div>}
    </section>
  )
}
