/** Brings an archived issue back (恢复) as a new open one. The archived one stays as it is. */
import type { ArchiveKey, IssueId } from '../../src-core/api/methods.ts'
import { record, recordsOf } from '../../src-core/document/records.ts'
import type { Library } from '../storage/library.ts'

export function restoreIssue(library: Library, key: ArchiveKey, issue: IssueId): void {
  const document = library.archive.document(key)
  for (const asset of library.archive.manifest(key).assets) {
    const { name, mime, width, height } = record(document, 'asset', asset.id)!
    library.assets.add(library.archive.assetBytes(key, asset), { name, mime, width, height })
  }
  library.issues.create(issue, [...recordsOf(document, 'issue'), ...Object.values(document.records).filter(({ type }) => type !== 'issue')])
}
