/** The sample issue, put into a new library once, so that the first start shows a page. */
import { join } from 'node:path'
import { recordsOf } from '../../src-core/document/records.ts'
import type { Library } from '../storage/library.ts'
import { programRoot } from './program-root.ts'

/** The library's note that it was given the sample, so that one who removes it is not given it again. */
const fact = 'sample-issue'

export async function addSampleIssue(library: Library, folder: string = join(programRoot(), 'assets/samples/cgrb-2024-01-20')): Promise<void> {
  if (library.fact(fact) !== null) return
  if (library.issues.list().length === 0) {
    const { readIssueFolder } = await import('./issue-folder/read-issue-folder.ts')
    const { document, assetBytes } = await readIssueFolder(folder)
    for (const { id, type: _, ...about } of recordsOf(document, 'asset')) {
      const bytes = assetBytes(id)
      if (bytes !== null) library.assets.add(bytes, about)
    }
    library.issues.create(crypto.randomUUID(), [...recordsOf(document, 'issue'), ...Object.values(document.records).filter(({ type }) => type !== 'issue')])
  }
  library.setFact(fact, new Date().toISOString())
}
