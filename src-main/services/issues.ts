/** Open issues: listing, creating, opening, committing. */
import { issueOf } from '../../src-core/document/records.ts'
import type { DocumentRecord, PageRecord } from '../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE } from '../../src-core/document/style.ts'
import type { HouseStyle } from '../../src-core/document/style.ts'
import type { Input, IssueId, OpenedIssue } from '../../src-core/api/methods.ts'
import type { Library } from '../storage/library.ts'
import type { Handlers, Machine } from './service.ts'

type IssueMethod = 'issues.list' | 'issues.create' | 'issues.open' | 'issues.commit' | 'issues.markVersion' | 'issues.remove'

export function issueService({ library, randomId, emit }: Machine): Handlers<IssueMethod> {
  return {
    'issues.list': () => library.issues.list(),
    'issues.create': (input) => {
      const id = randomId()
      library.issues.create(id, newIssue(input, houseStyleOf(library, input.paper.code), randomId))
      return opened(library, id)
    },
    'issues.open': ({ issue }) => opened(library, issue),
    'issues.commit': ({ issue, revision, change }) => {
      const committed = library.issues.commit(issue, revision, change)
      emit({ type: 'issue.changed', issue, revision: committed })
      return { revision: committed }
    },
    'issues.markVersion': ({ issue, name }) => ({ revision: library.issues.markVersion(issue, name) }),
    'issues.remove': ({ issue }) => {
      library.issues.remove(issue)
      return { removed: true }
    },
  }
}

function opened(library: Library, issue: IssueId): OpenedIssue {
  const { id, revision, document } = library.issues.load(issue)
  const archivedAs = library.issues.archivedAs(id)
  return { id, revision, document, undo: library.issues.undo(id), ...(archivedAs && { archivedAs }) }
}

function newIssue({ paper, date, number, pages }: Input<'issues.create'>, style: HouseStyle, randomId: () => string): readonly DocumentRecord[] {
  return [
    { type: 'issue', id: 'issue', paper, date, number, style },
    ...pages.map(
      (page, index): PageRecord => ({
        type: 'page',
        id: randomId(),
        order: index,
        ...page,
        editor: null,
        inks: 'cmyk',
        version: 1,
        state: 'draft',
      }),
    ),
  ]
}

/** A paper decides its style once: a new issue takes over that of the paper's latest. */
function houseStyleOf(library: Library, code: string): HouseStyle {
  const latest = library.issues.list().find(({ paper }) => paper.code === code)
  return latest ? issueOf(library.issues.load(latest.id).document).style : DEFAULT_HOUSE_STYLE
}
