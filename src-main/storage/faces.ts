/**
 * Editors' own faces (字体): each file by its SHA-256, with a note beside it that says what it is. No database, so that
 * threads and the command line find them too. A face that was taken away keeps its file: archived pages are drawn with it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { failure } from '../../src-core/api/errors.ts'
import type { FaceId } from '../../src-core/document/style.ts'
import { HashedFiles, writeWhole } from './files.ts'

const noteSchema = z.strictObject({
  version: z.literal(1),
  id: z.string().min(1).max(200),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(['ttf', 'otf']),
  /** What editors call it; the id keeps the file's own name. */
  name: z.string().min(1).max(200),
  fileName: z.string().max(500),
  addedAt: z.string(),
  /** Taken away: nothing new is set in it. */
  retired: z.boolean(),
})

export type OwnFace = Readonly<Omit<z.infer<typeof noteSchema>, 'version'>>

/** Code points of a face's own name that its id begins with; ids are no longer than 200 units. */
const NAME_IN_ID = 60

export class FaceStore {
  readonly folder: string
  readonly #files: HashedFiles

  /** `library` is the library's folder. */
  constructor(library: string) {
    this.folder = join(library, 'fonts')
    this.#files = new HashedFiles(this.folder)
  }

  /** In the order in which they came, those that were taken away too. A note that cannot be read is passed over. */
  list(): readonly OwnFace[] {
    return this.#notes()
      .flatMap((file) => this.#read(file))
      .toSorted((a, b) => (a.addedAt === b.addedAt ? (a.id < b.id ? -1 : 1) : a.addedAt < b.addedAt ? -1 : 1))
  }

  path({ hash, kind }: OwnFace): string {
    return this.#files.path(hash, kind)
  }

  /** Stores the file first, then the note that says it is there. A face that had been taken away is back. */
  add(bytes: Uint8Array, about: Pick<OwnFace, 'kind' | 'name' | 'fileName' | 'addedAt'>): OwnFace {
    const hash = this.#files.put(bytes, about.kind)
    const face: OwnFace = { ...about, id: `${Array.from(about.name).slice(0, NAME_IN_ID).join('')}@${hash}`, hash, retired: false }
    this.#write(face)
    return face
  }

  rename(id: FaceId, name: string): void {
    this.#write({ ...this.#face(id), name })
  }

  retire(id: FaceId): void {
    this.#write({ ...this.#face(id), retired: true })
  }

  #face(id: FaceId): OwnFace {
    const face = this.list().find((candidate) => candidate.id === id && !candidate.retired)
    if (face) return face
    throw failure('not-found', { zh: '报库里没有这款字体，可能已被移除。', en: 'The library has no such face; it may have been removed.' })
  }

  #notes(): readonly string[] {
    try {
      return readdirSync(this.folder).filter((name) => name.endsWith('.json'))
    } catch {
      // No face has come yet.
      return []
    }
  }

  #read(file: string): readonly OwnFace[] {
    try {
      const { version: _, ...face } = noteSchema.parse(JSON.parse(readFileSync(join(this.folder, file), 'utf8')))
      return file === `${face.hash}.json` ? [face] : []
    } catch {
      return []
    }
  }

  #write(face: OwnFace): void {
    writeWhole(join(this.folder, `${face.hash}.json`), Buffer.from(`${JSON.stringify({ version: 1, ...face }, null, 1)}\n`))
  }
}
