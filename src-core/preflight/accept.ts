/** Findings as the editor sees them: each with a key, and with the reason where it was accepted. */
import { blockText } from '../document/blocks.ts'
import { issueOf, record, type Document } from '../document/records.ts'
import type { Finding, ListedFinding } from './finding.ts'

/** Code points on either side of a fault that tell it from another like it. */
const AROUND = 12

/** A finding with the key that it would have alone. */
export interface KeyedFinding {
  readonly finding: Finding
  readonly key: string
}

export function keyed(document: Document, findings: readonly Finding[]): readonly KeyedFinding[] {
  return findings.map((finding) => ({ finding, key: keyOf(document, finding) }))
}

/** Findings of one key are counted, so that no two have the same. */
export function listed(document: Document, findings: readonly KeyedFinding[]): readonly ListedFinding[] {
  const reasons = new Map(issueOf(document).accepted?.map(({ key, reason }) => [key, reason]))
  const times = new Map<string, number>()
  return findings.map(({ finding, key: base }) => {
    const time = (times.get(base) ?? 0) + 1
    times.set(base, time)
    const key = time === 1 ? base : `${base}#${time}`
    const reason = reasons.get(key)
    return { ...finding, key, ...(reason === undefined ? {} : { accepted: reason }) }
  })
}

/**
 * The id, and a digest of what the editor read when accepting it: the page, the sentence, the words there. Record ids and
 * offsets are no part of it, so that it outlives paragraphs put before, and an issue written to a folder and read back.
 */
function keyOf(document: Document, finding: Finding): string {
  const { id, page, cell, message } = finding
  return `${id}:${digest(JSON.stringify([page, cell?.column, cell?.line, message.zh, wordsAround(document, finding)]))}`
}

function wordsAround(document: Document, { story, range }: Finding): string {
  if (!range || story === undefined) return ''
  return Array.from(partText(document, story, range)).slice(Math.max(0, range.from - AROUND), range.to + AROUND).join('')
}

function partText(document: Document, id: string, { part, block }: NonNullable<Finding['range']>): string {
  if (part === 'caption' || part === 'credit') return record(document, 'picture', id)?.[part] ?? ''
  const article = record(document, 'article', record(document, 'story', id)?.article ?? id)
  if (part !== 'block') return article?.[part] ?? ''
  const found = article?.blocks[block ?? 0]
  return found ? blockText(found) : ''
}

/** 53 bits of the text in base 36: two multiplicative hashes over its UTF-16 units, mixed as MurmurHash3 ends. */
function digest(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2_654_435_761)
    low = Math.imul(low ^ unit, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return (4_294_967_296 * (0x1f_ffff & low) + (high >>> 0)).toString(36)
}
