import { UnstyledButton } from '@mantine/core'
import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { RecordId } from '../../../src-core/document/records.ts'
import { codePointName } from '../../../src-core/preflight/glyphs.ts'
import { rareCharacters, type RareCharacter } from '../../../src-core/preflight/rare-characters.ts'
import type { EditorState } from '../../editor/session.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { useFaceName } from '../faces/face-select.tsx'
import { Section } from '../fields/section.tsx'
import { useRecord } from '../records.ts'
import styles from './rare-characters.module.css'

/** 用字: characters above level 1 of GB 18030-2022, with the faces that lack them; nothing where there are none. */
export function RareCharacters({ article: id }: { readonly article: RecordId }) {
  const text = useText()
  const article = useRecord('article', id)
  const rows = useMemo(() => (article ? rareCharacters(article) : []), [article])
  if (rows.length === 0) return null
  const count = (level: RareCharacter['level']) => rows.filter((row) => row.level === level).length
  return (
    <Section title={text.faces.rare} aside={text.faces.rareCounts(count(2), count(3), count(null))}>
      <ul className={styles.list}>
        {rows.map((row) => (
          <Row key={row.codePoint} article={id} row={row} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ article, row: { codePoint, level, times, range } }: { readonly article: RecordId; readonly row: RareCharacter }) {
  const { session } = useWindow()
  const text = useText()
  const faceName = useFaceName()
  const lacking = useEditor(useShallow((state) => facesLacking(state, article, codePoint)))
  const character = String.fromCodePoint(codePoint)
  const go = () => {
    if (range.part !== 'caption' && range.part !== 'credit') session.focusText({ article, part: range.part, block: range.block ?? null, offset: range.from })
  }
  return (
    <li>
      <UnstyledButton className={styles.row} onClick={go}>
        <b className={styles.character}>{character}</b>
        <span>{codePointName(codePoint)}</span>
        <span className={styles.quiet}>{text.faces.rareRow(level === null ? text.faces.outside : `${text.faces.level} ${level}`, times)}</span>
        {lacking.length > 0 && <span className={styles.lacking}>{text.faces.lacking(lacking.map(faceName))}</span>}
      </UnstyledButton>
    </li>
  )
}

/** The faces that a page asked for the character and that lack it, once the page has been set. */
function facesLacking({ results }: EditorState, article: RecordId, codePoint: number): readonly string[] {
  const wanted = Object.values(results).flatMap(({ notes }) =>
    notes.flatMap((note) => (note.kind === 'fallback' && note.record === article && note.fallback.codePoint === codePoint ? [note.fallback.wanted] : [])),
  )
  return [...new Set(wanted)]
}
