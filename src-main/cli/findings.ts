/** Preflight's findings as `preflight.json` and `check` print them. */
import { record } from '../../src-core/document/records.ts'
import type { ListedFinding } from '../../src-core/preflight/finding.ts'
import { knownFaces } from '../../src-core/api/known-faces.ts'
import { preflight } from '../../src-core/preflight/preflight.ts'
import type { PageResult } from '../../src-core/typeset/result.ts'
import type { LibraryFaces } from '../services/faces.ts'
import type { IssueFolder } from '../services/issue-folder/read-issue-folder.ts'

/** The sentence in Chinese, and in English beside it; of a fix, what the window offers to do. */
type PrintedFinding = Omit<ListedFinding, 'message' | 'fix'> & { readonly message: string; readonly english: string; readonly fix?: string }

export interface PrintedFindings {
  readonly findings: readonly PrintedFinding[]
}

/** A story is named by its article's file, as in `issue.json`; a picture or advert by its record. */
export function printedFindings({ document, slips }: Pick<IssueFolder, 'document' | 'slips'>, results: readonly PageResult[], faces: LibraryFaces): PrintedFindings {
  return {
    findings: preflight({ document, results, faces: knownFaces(faces.list()), slips }).map(({ message, fix, story, ...finding }) => {
      const article = story === undefined ? undefined : record(document, 'article', record(document, 'story', story)?.article ?? story)
      return { ...finding, ...(story === undefined ? {} : { story: article?.file ?? story }), message: message.zh, english: message.en, ...(fix ? { fix: fix.label.zh } : {}) }
    }),
  }
}

export function exitCode({ findings }: PrintedFindings): number {
  return findings.some(({ severity, accepted }) => severity === 'error' && accepted === undefined) ? 1 : 0
}
