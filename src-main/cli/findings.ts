/** Preflight's findings as `preflight.json` and `check` print them. */
import type { Document } from '../../src-core/document/records.ts'
import { record } from '../../src-core/document/records.ts'
import type { Finding } from '../../src-core/preflight/finding.ts'
import { knownFaces } from '../../src-core/api/known-faces.ts'
import { preflight } from '../../src-core/preflight/preflight.ts'
import type { PageResult } from '../../src-core/typeset/result.ts'
import type { LibraryFaces } from '../services/faces.ts'

export interface PrintedFindings {
  readonly findings: readonly Finding[]
}

/** A story is named by its article's file, as in `issue.json`; a picture or advert by its record. */
export function printedFindings(document: Document, results: readonly PageResult[], faces: LibraryFaces): PrintedFindings {
  return {
    findings: preflight({ document, results, faces: knownFaces(faces.list()) }).map((finding) => {
      if (finding.story === undefined) return finding
      const article = record(document, 'article', record(document, 'story', finding.story)?.article ?? finding.story)
      return { ...finding, story: article?.file ?? finding.story }
    }),
  }
}

export function exitCode({ findings }: PrintedFindings): number {
  return findings.some((finding) => finding.severity === 'error') ? 1 : 0
}
