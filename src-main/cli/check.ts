/** `banxin check FOLDER`: preflight alone, as JSON. */
import { recordsOf } from '../../src-core/document/records.ts'
import { createEngine } from '../../src-core/typeset/engine.ts'
import { facesFor } from './faces.ts'
import { exitCode, printedFindings } from './findings.ts'
import { openIssueFolder } from './issue-folder.ts'
import { printJson } from './output.ts'
import { positionals, readArguments } from './usage.ts'

export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals: given } = readArguments(args, { library: { type: 'string' } })
  const { FOLDER } = positionals('check', given, ['FOLDER'])
  const folder = await openIssueFolder(FOLDER)
  const { document } = folder
  const faces = await facesFor(document, values.library)
  const engine = createEngine(faces.set)
  const findings = printedFindings(
    folder,
    recordsOf(document, 'page').map((page) => engine.layoutPage(document, page.id)),
    faces,
  )
  printJson(findings)
  return exitCode(findings)
}
