import type { RecordId } from '../../src-core/document/records.ts'
import type { EditorState } from './session.ts'

/** How many columns the layout gave the headline of a story on the shown page; undefined while it has none. */
export function headlineColumns({ results, page }: EditorState, id: RecordId): number | undefined {
  return page === null ? undefined : results[page]?.stories.find(({ story }) => story === id)?.headline?.columns
}
