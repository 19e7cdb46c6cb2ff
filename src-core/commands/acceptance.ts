/** Faults that the editor lets stand, each with the reason. */
import type { Change } from '../document/change.ts'
import { issueOf, type AcceptedFault, type Document } from '../document/records.ts'

/** Of the same fault the later reason counts. Null without a reason. */
export function acceptFault(document: Document, { key, reason, by }: AcceptedFault): Change | null {
  const why = reason.trim()
  if (why === '') return null
  return withAccepted(document, [...others(document, key), { key, reason: why, ...(by ? { by } : {}) }])
}

/** The fault is one again. */
export function takeBackAcceptance(document: Document, key: string): Change | null {
  const left = others(document, key)
  return left.length < (issueOf(document).accepted?.length ?? 0) ? withAccepted(document, left) : null
}

function others(document: Document, key: string): readonly AcceptedFault[] {
  return issueOf(document).accepted?.filter((fault) => fault.key !== key) ?? []
}

function withAccepted(document: Document, accepted: readonly AcceptedFault[]): Change {
  const before = issueOf(document)
  const { accepted: _, ...bare } = before
  return [{ id: before.id, before, after: accepted.length > 0 ? { ...bare, accepted } : bare }]
}
