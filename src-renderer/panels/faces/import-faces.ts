/** Font files coming in: each face of them is a job of its own; a collection with several waits for the editor's choice. */
import type { FontFileMember } from '../../../src-core/api/methods.ts'
import { currentText } from '../../text/language.ts'
import type { EditorWindow } from '../editor-window.ts'

/** What the machine takes; asked here too, so that a file picked by mistake need not be read. */
const LARGEST_FILE = 160 * 1024 * 1024

export interface FontFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Collection extends FontFile {
  readonly members: readonly FontFileMember[]
}

/** Begins to import single faces; answers the files that hold more than one. */
export async function importFontFiles(window: EditorWindow, files: readonly File[]): Promise<readonly Collection[]> {
  const { host, notices } = window
  const text = currentText()
  const collections: Collection[] = []
  for (const file of files) {
    if (file.size > LARGEST_FILE) {
      notices.error(text.notice.tooLarge(file.name, text.unit.bytes(LARGEST_FILE)))
      continue
    }
    await notices.attempt(async () => {
      const font = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
      const { members } = await host.api.call('faces.members', font)
      if (members.length > 1) collections.push({ ...font, members })
      else await startImport(window, font, 0)
    })
  }
  return collections
}

export async function startImport({ host, jobs, notices }: EditorWindow, { name, bytes }: FontFile, member: number): Promise<void> {
  await notices.attempt(() =>
    jobs.follow('faces', host.api.call('faces.import', { name, bytes, member }), ({ face }) => {
      const text = currentText().faces
      if (face && face.embedding !== 'allowed') notices.error(text.embeddingRefused[face.embedding](face.name), text.embeddingRemedy)
    }),
  )
}
