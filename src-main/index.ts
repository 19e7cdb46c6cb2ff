/** Electron's entry: puts the services and the desktop shell together. */
import { join } from 'node:path'
import { openServices } from './services/open-services.ts'
import { runShell } from './shell/run.ts'
import { libraryFolder } from './storage/location.ts'

const library = libraryFolder()

await runShell({
  library,
  out: join(import.meta.dirname, '..'),
  openServices: () => openServices(library, 'electron'),
})
