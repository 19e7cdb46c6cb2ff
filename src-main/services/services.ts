/**
 * The machine's side of the api: the services of all subjects behind one door, where every input is checked and every
 * failure becomes a value that an editor can read.
 */
import packageJson from '../../package.json' with { type: 'json' }
import { failure, UNFORESEEN, wrongInput } from '../../src-core/api/errors.ts'
import { ApiFailure } from '../../src-core/api/methods.ts'
import type { ApiEvent, ApiServer, Input, MethodName, Output } from '../../src-core/api/methods.ts'
import { INPUT_SCHEMAS } from '../../src-core/api/schemas.ts'
import { doubtDatabase } from '../storage/database.ts'
import { storageFailure } from '../storage/failures.ts'
import type { Library } from '../storage/library.ts'
import { archiveService } from './archive.ts'
import { articleService } from './articles.ts'
import { assetService } from './assets.ts'
import { exportService } from './export-service.ts'
import { faceService, OpenFaces } from './faces-service.ts'
import type { LibraryFaces } from './faces.ts'
import { issueService } from './issues.ts'
import { Jobs, jobService } from './jobs.ts'
import { profileService } from './profile-service.ts'
import { proofService } from './proof-service.ts'
import { ExportThreads } from './run-export.ts'
import { sendingService } from './sending-service.ts'
import type { Handlers, Machine } from './service.ts'
import { watchLibrary } from './watch-library.ts'

export interface ServiceOptions {
  readonly library: Library
  readonly host: 'electron' | 'browser'
  /** The bundled faces when left out; opened when first asked for. */
  readonly faces?: LibraryFaces
  readonly now?: () => Date
  readonly randomId?: () => string
  /** Gets what nobody foresaw. */
  readonly report?: (fault: unknown) => void
}

/** Takes the library over: `close` closes it. */
export function createServices(options: ServiceOptions): ApiServer {
  const { library, host, now = () => new Date(), randomId = () => crypto.randomUUID(), report = console.error } = options
  const listeners = new Set<(event: ApiEvent) => void>()
  const emit = (event: ApiEvent) => {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (fault) {
        // What was done is done, whether or not a window could be told.
        report(fault)
      }
    }
  }
  const machine: Machine = { library, now, randomId, emit, report }
  const jobs = new Jobs(machine)
  const threads = new ExportThreads()
  const faces = new OpenFaces(machine, options.faces)
  const handlers: Handlers = {
    'app.info': () => ({ version: packageJson.version, library: library.folder, host }),
    ...issueService(machine),
    ...articleService(),
    ...assetService(machine),
    ...faceService(machine, jobs, faces),
    ...exportService(machine, jobs, threads),
    ...proofService(machine, jobs, threads),
    ...sendingService(machine, jobs, threads),
    ...profileService(machine),
    ...jobService(jobs),
    ...archiveService(machine, jobs, threads, () => faces.now()),
  }
  const stopWatching = watchLibrary(library, (issue, revision) => emit({ type: 'issue.changed', issue, revision }))

  return {
    async call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
      if (typeof method !== 'string' || !Object.hasOwn(INPUT_SCHEMAS, method)) throw noSuchMethod(method)
      const checked = INPUT_SCHEMAS[method].safeParse(input)
      if (!checked.success) throw wrongInput(method, checked.error)
      try {
        return await (handlers[method] as Handlers[M])(checked.data as Input<M>)
      } catch (error) {
        const known = storageFailure(error, library.folder)
        if (known?.error.code === 'damaged-library') doubtDatabase(library.folder)
        if (known) throw known
        report(error)
        throw new ApiFailure(UNFORESEEN)
      }
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      stopWatching()
      await jobs.close()
      await threads.close()
      listeners.clear()
      library.close()
    },
  }
}

function noSuchMethod(method: unknown): ApiFailure {
  const name = typeof method === 'string' ? method.slice(0, 100) : typeof method
  return failure('bad-input', { zh: `没有「${name}」这项功能。`, en: `There is no method ${name}.` })
}
