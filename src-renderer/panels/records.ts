/**
 * Reading the document. Records never change, only the table of them does; so a view that selects its own records by
 * these hooks renders again only when one of them was replaced, not at every keystroke somewhere else.
 */
import { useShallow } from 'zustand/react/shallow'
import { issueOf, record, recordsOf, type DocumentRecord, type IssueRecord, type RecordId, type RecordOf } from '../../src-core/document/records.ts'
import { useEditor } from './editor-window.ts'

type RecordType = DocumentRecord['type']

export function useRecord<T extends RecordType>(type: T, id: RecordId | null): RecordOf<T> | undefined {
  return useEditor(({ document }) => (document && id !== null ? record(document, type, id) : undefined))
}

/** All records of a type, in order. */
export function useRecords<T extends RecordType>(type: T): readonly RecordOf<T>[] {
  return useEditor(useShallow(({ document }) => (document ? recordsOf(document, type) : [])))
}

export function useIssue(): IssueRecord | null {
  return useEditor(({ document }) => document && issueOf(document))
}

export function useHasDocument(): boolean {
  return useEditor(({ document }) => document !== null)
}
