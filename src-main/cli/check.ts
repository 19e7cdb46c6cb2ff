/** `banxin check FOLDER`: preflight alone, as JSON. */
import { recordsOf } from '../../src-core/document/records.ts'
import { createEngine } from '../../src-core/typeset/engine.ts'
import { openFaces } from '../services/faces.ts'
import { exitCode, printedFindings } from './findings.ts'
import { openIssueFolder } from './issue-folder.ts'
import { printJson } from './output.ts'
import { positionals, readArguments } from './usage.ts'

export async function check(args: readonly string[]): Promise<number> {
  const { FOLDER } = positionals('check', readArguments(args, {}).positionals, ['FOLDER'])
  const { document } = await openIssueFolder(FOLDER)
  const engine = createEngine((await openFaces({ cache: null })).set)
  const findings = printedFindings(
    document,
    recordsOf(document, 'page').map((page) => engine.layoutPage(document, page.id)),
  )
  printJson(findings)
  return exitCode(findings)
}
