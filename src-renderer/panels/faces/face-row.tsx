import { ActionIcon } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { FaceSummary } from '../../../src-core/api/methods.ts'
import type { FaceFallbacks } from '../../../src-core/document/style.ts'
import { BUNDLED_FALLBACK, GENERAL_FALLBACK } from '../../../src-core/fonts/face-set.ts'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import { TextField } from '../fields/text-field.tsx'
import { useIssue } from '../records.ts'
import { useFaceName } from './face-select.tsx'
import styles from './faces.module.css'

const NO_FALLBACKS: readonly FaceFallbacks[] = []

/** A face: where it is from, whether it may be printed, what it covers, and what stands in for what it lacks. */
export function FaceRow({ face }: { readonly face: FaceSummary }) {
  const { desk, host, notices } = useWindow()
  const text = useText()
  const faceName = useFaceName()
  const fallbacks = useIssue()?.style.fallbacks ?? NO_FALLBACKS
  const [renaming, setRenaming] = useState(false)
  const chosen = fallbacks.find((row) => row.face === face.id)?.to ?? []
  const chain = [...new Set([...chosen, ...(BUNDLED_FALLBACK[face.id] ?? GENERAL_FALLBACK)])]
  const name = face.own ? face.name : faceName(face.id)

  function rename(typed: string): string | null {
    const next = typed.trim()
    if (next === '') return text.faces.mustName
    setRenaming(false)
    if (next !== face.name) void notices.attempt(() => host.api.call('faces.rename', { face: face.id, name: next }))
    return null
  }
  const remove = () =>
    desk.ask({
      title: text.faces.removeTitle(name),
      body: text.faces.removeBody,
      action: text.faces.remove,
      harmful: true,
      run: () =>
        void notices.attempt(async () => {
          await host.api.call('faces.remove', { face: face.id })
          notices.done(text.faces.removed(name))
        }),
    })
  return (
    <li className={styles.face}>
      <div className={styles.about}>
        {renaming ? <TextField hideLabel label={text.faces.name} value={face.name} onCommit={rename} /> : <b>{name}</b>}
        <span className={styles.quiet}>
          {face.own ? text.faces.from(face.fileName ?? '') : `${face.name} · ${text.faces.builtIn}`} · {text.faces.falls(chain.map(faceName))}
        </span>
        <Coverage face={face.id} />
      </div>
      <span className={styles.embedding} data-embedding={face.embedding} title={face.embedding === 'allowed' ? undefined : text.faces.embeddingRefused[face.embedding](name)}>
        {text.faces.embedding[face.embedding]}
      </span>
      <span className={styles.tools}>
        {face.own && (
          <>
            <ActionIcon size={24} aria-label={`${text.faces.rename} ${name}`} title={text.faces.rename} onClick={() => setRenaming(!renaming)}>
              <IconPencil size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon size={24} aria-label={`${text.faces.remove} ${name}`} title={text.faces.remove} onClick={remove}>
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          </>
        )}
      </span>
    </li>
  )
}

/** How much of GB 18030-2022 the face has, level by level. */
function Coverage({ face }: { readonly face: string }) {
  const { host } = useWindow()
  const text = useText()
  const [lacks, setLacks] = useState<readonly number[] | null>(null)
  useEffect(() => {
    let here = true
    // A face that went meanwhile has nothing to say.
    void host.api.call('faces.coverage', { face }).then(
      (answer) => here && setLacks(answer.lacks),
      () => undefined,
    )
    return () => void (here = false)
  }, [host, face])
  return <span className={styles.quiet}>{lacks && text.faces.coverageOf(lacks.map((count, index) => text.faces.coverage(index + 1, count)))}</span>
}
