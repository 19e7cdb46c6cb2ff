/** The services as a host opens them: on the library in a folder, which has the sample issue when it is new. */
import type { ApiServer } from '../../src-core/api/methods.ts'
import { openLibrary } from '../storage/library.ts'
import { addSampleIssue } from './sample-issue.ts'
import { createServices } from './services.ts'

/** Rejects with `ApiFailure` where the library cannot be used. */
export async function openServices(folder: string, host: 'electron' | 'browser'): Promise<ApiServer> {
  const library = openLibrary(folder, () => new Date())
  // Without its sample the program is whole all the same.
  await addSampleIssue(library).catch(console.error)
  return createServices({ library, host })
}
