/** The faces at hand, for the window's engine and painter; and editors' own faces, coming and going. */
import { failure } from '../../src-core/api/errors.ts'
import type { FaceSummary, Output } from '../../src-core/api/methods.ts'
import { gbCharacters } from '../../src-core/document/gb18030.ts'
import { FaceStore } from '../storage/faces.ts'
import type { FaceAnswer, FaceTask } from './face-worker.ts'
import type { LibraryFaces } from './faces.ts'
import { openFaces } from './faces.ts'
import { indexFolder } from './import-face.ts'
import type { Jobs } from './jobs.ts'
import { runThread, type ThreadLimits } from './run-thread.ts'
import type { Handlers, Machine } from './service.ts'

type FaceMethod = 'faces.list' | 'faces.index' | 'faces.outlines' | 'faces.coverage' | 'faces.members' | 'faces.import' | 'faces.rename' | 'faces.remove'

/** Reading the largest CJK face takes some seconds and half a gigabyte. */
const LIMITS: ThreadLimits = {
  milliseconds: 120_000,
  megabytes: 2048,
  beyond: failure(
    'unreadable-file',
    { zh: '这个字体文件读起来没有尽头，可能已损坏或被人动过手脚，没有导入。', en: 'There is no end to reading this font file; it may be damaged or tampered with, and was not imported.' },
    { zh: '请从字体厂商那里重新获取。', en: 'Get it again from its maker.' },
  ),
}

/** The faces of a library, opened when first asked for and again when one came or went. */
export class OpenFaces {
  readonly store: FaceStore
  readonly #machine: Machine
  #open: Promise<LibraryFaces> | null = null
  #indexed = false

  /** `given` stands in for the library's own, in tests. */
  constructor(machine: Machine, given: LibraryFaces | undefined) {
    this.#machine = machine
    this.store = new FaceStore(machine.library.folder)
    if (given) this.#open = Promise.resolve(given)
  }

  now(): Promise<LibraryFaces> {
    // A failure is not kept: the next call tries again.
    this.#open ??= this.#openAll().catch((error: unknown) => {
      this.#open = null
      throw error
    })
    return this.#open
  }

  changed(): void {
    this.#open = null
    this.#machine.emit({ type: 'faces.changed' })
  }

  async #openAll(): Promise<LibraryFaces> {
    const faces = await openFaces({ cache: indexFolder(this.#machine.library.folder), own: this.store, onlyIndexed: true })
    // After an update of the program: nobody waits for it, and it is tried once.
    if (faces.unread.length > 0 && !this.#indexed) void this.#index()
    return faces
  }

  async #index(): Promise<void> {
    this.#indexed = true
    const hooks = { signal: new AbortController().signal, progress: () => {} }
    await runThread<FaceTask, FaceAnswer>('face-worker', { kind: 'index', library: this.#machine.library.folder }, hooks).catch(this.#machine.report)
    this.changed()
  }
}

export function faceService(machine: Machine, jobs: Jobs, faces: OpenFaces): Handlers<FaceMethod> {
  const { library, now } = machine
  const coverage = new Map<string, Output<'faces.coverage'>>()
  return {
    'faces.list': async () => (await faces.now()).list(),
    'faces.index': async ({ face }) => ({ bytes: (await faces.now()).indexBytes(face) }),
    'faces.outlines': async ({ face, glyphs }) => ({ bytes: await (await faces.now()).packedOutlines(face, glyphs) }),
    'faces.coverage': async ({ face }) => {
      const known = coverage.get(face) ?? coverageOf(await faces.now(), face)
      coverage.set(face, known)
      return known
    },
    'faces.members': async (file) => {
      const { fontFileMembers } = await import('./import-face.ts')
      return { members: fontFileMembers(file) }
    },
    'faces.import': ({ name, bytes, member }) => {
      const task: FaceTask = { kind: 'import', library: library.folder, name, bytes, member, addedAt: now().toISOString() }
      const job = jobs.start(async (hooks) => {
        const face = (await runThread<FaceTask, FaceAnswer>('face-worker', task, hooks, LIMITS)) as FaceSummary
        faces.changed()
        return { files: [], archived: null, face }
      })
      return { job }
    },
    'faces.rename': ({ face, name }) => {
      faces.store.rename(face, name)
      faces.changed()
      return { renamed: true }
    },
    'faces.remove': ({ face }) => {
      faces.store.retire(face)
      faces.changed()
      return { removed: true }
    },
  }
}

function coverageOf({ set, indexBytes }: LibraryFaces, id: string): Output<'faces.coverage'> {
  // Answers a face that is not at hand in a sentence.
  indexBytes(id)
  const face = set.face(id)!
  const lacking = (level: 1 | 2 | 3): number => {
    let count = 0
    for (const codePoint of gbCharacters(level)) if (face.glyph(codePoint) === 0) count++
    return count
  }
  return { lacks: [lacking(1), lacking(2), lacking(3)] }
}
