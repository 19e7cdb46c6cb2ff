import { chainOf } from '../../src-core/document/chains.ts'
import { record, type RecordId } from '../../src-core/document/records.ts'
import type { LineCount, StoryFit } from '../../src-core/typeset/result.ts'
import type { EditorState } from './session.ts'

/** The area that the layout gave the headline of a story on the shown page; undefined while it has none. */
export function headlineArea({ results, page }: Pick<EditorState, 'results' | 'page'>, id: RecordId): StoryFit['headline'] | undefined {
  return page === null ? undefined : results[page]?.stories.find(({ story }) => story === id)?.headline
}

export function headlineColumns(state: EditorState, id: RecordId): number | undefined {
  return headlineArea(state, id)?.columns
}

export interface ChainFit {
  readonly overset: LineCount | null
  readonly underset: LineCount | null
}

/** How an article fits all its parts together; null while a page of it is not set. */
export function chainFit({ document, results }: Pick<EditorState, 'document' | 'results'>, id: RecordId): ChainFit | null {
  const story = document && record(document, 'story', id)
  if (!document || !story) return null
  const fits = chainOf(document, story).map((part) => results[part.page]?.stories.find((fit) => fit.story === part.id))
  if (fits.includes(undefined)) return null
  return { overset: sum(fits.map((fit) => fit!.overset)), underset: sum(fits.map((fit) => fit!.underset)) }
}

function sum(counts: readonly (LineCount | null)[]): LineCount | null {
  const there = counts.filter((count) => count !== null)
  if (there.length === 0) return null
  return there.length === 1 ? there[0]! : { lines: total(there.map(({ lines }) => lines)), characters: total(there.map(({ characters }) => characters)) }
}

const total = (counts: readonly number[]): number => counts.reduce((whole, count) => whole + count, 0)
