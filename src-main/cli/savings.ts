/** `banxin savings FOLDER`: the 省行表 of every story, as JSON. */
import { record, recordsOf } from '../../src-core/document/records.ts'
import { createEngine } from '../../src-core/typeset/engine.ts'
import { lineSavings } from '../../src-core/typeset/line-savings.ts'
import { facesFor } from './faces.ts'
import { openIssueFolder } from './issue-folder.ts'
import { printJson } from './output.ts'
import { positionals, readArguments } from './usage.ts'

/** A story is named by its article's file, as in `issue.json`. */
export async function savings(args: readonly string[]): Promise<number> {
  const { values, positionals: given } = readArguments(args, { library: { type: 'string' } })
  const { FOLDER } = positionals('savings', given, ['FOLDER'])
  const { document } = await openIssueFolder(FOLDER)
  const engine = createEngine((await facesFor(document, values.library)).set)
  const stories = recordsOf(document, 'page').flatMap((page) => lineSavings(document, engine, page.id).map((story) => ({ page, ...story })))
  printJson({
    stories: stories.map(({ page, story, article, rows }) => ({
      page: page.number,
      story: record(document, 'article', article)?.file ?? story,
      savings: rows.map(({ paragraph, lastCharacters, kind, characters, lines }) => ({ paragraph, lastCharacters, kind, characters, lines })),
    })),
  })
  return 0
}
