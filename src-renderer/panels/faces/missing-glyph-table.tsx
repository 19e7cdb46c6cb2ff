import { UnstyledButton } from '@mantine/core'
import { useStore } from 'zustand'
import { gbLevel } from '../../../src-core/document/gb18030.ts'
import { recordsOf } from '../../../src-core/document/records.ts'
import { nameOf } from '../../../src-core/preflight/finding.ts'
import { codePointName, missingGlyphs, type MissingGlyph } from '../../../src-core/preflight/glyphs.ts'
import { useLanguage, useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { goToFinding } from '../findings/findings.ts'
import { useFaceName } from './face-select.tsx'
import styles from './faces.module.css'

/** 缺字表: every character of the issue that its face lacks, with code point, place and count; a press goes there. */
export function MissingGlyphTable() {
  const { desk, session, findings } = useWindow()
  const text = useText()
  const language = useLanguage()
  const faceName = useFaceName()
  const document = useEditor((state) => state.document)
  const results = useEditor((state) => state.results)
  const { complete } = useStore(findings)
  if (!document) return <p className={styles.hint}>{text.faces.noGlyphs}</p>
  const set = recordsOf(document, 'page').map((page) => results[page.id]).filter((result) => result !== undefined)
  const rows = missingGlyphs({ document, results: set })
  const go = ({ page, record, range }: MissingGlyph) => {
    desk.close()
    goToFinding(session, { page, story: record, ...(range ? { range } : {}) })
  }
  return (
    <section aria-label={text.faces.glyphs} className={styles.faces}>
      {!complete && <p className={styles.hint}>{text.faces.glyphsPending}</p>}
      {rows.length === 0 && complete && <p className={styles.hint}>{text.faces.noGlyphs}</p>}
      {rows.length > 0 && (
        <table className={styles.glyphs}>
          <thead>
            <tr>
              {[text.faces.character, text.faces.codePoint, text.faces.level, text.faces.wanted, text.faces.used, text.faces.place, text.faces.times].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const character = String.fromCodePoint(row.codePoint)
              const place = `${text.unit.pageShort(row.page)} ${nameOf(document, row.record)[language] || text.faces.furniture}`
              return (
                <tr key={`${row.page} ${row.record} ${row.codePoint} ${row.wanted}`} data-missing={row.used === null || undefined}>
                  <td className={styles.character}>{character}</td>
                  <td>{codePointName(row.codePoint)}</td>
                  <td>{levelOf(row.codePoint, text.faces.outside)}</td>
                  <td>{faceName(row.wanted)}</td>
                  <td>{row.used === null ? text.faces.nothing : faceName(row.used)}</td>
                  <td>
                    <UnstyledButton className={styles.place} aria-label={text.faces.goTo(character, place)} onClick={() => go(row)}>
                      {place}
                    </UnstyledButton>
                  </td>
                  <td>{row.times}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}

export function levelOf(codePoint: number, outside: string): string {
  const level = gbLevel(codePoint)
  return level === undefined ? '' : level === null ? outside : String(level)
}
