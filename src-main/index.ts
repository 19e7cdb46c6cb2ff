/** Electron's entry: puts the services and the desktop shell together. */
import { join } from 'node:path'
import { createServices } from './services/services.ts'
import { runShell } from './shell/run.ts'
import { openLibrary } from './storage/library.ts'
import { libraryFolder } from './storage/location.ts'

const library = libraryFolder()

await runShell({
  library,
  out: join(import.meta.dirname, '..'),
  openServices: async () => createServices({ library: openLibrary(library, () => new Date()), host: 'electron' }),
})
