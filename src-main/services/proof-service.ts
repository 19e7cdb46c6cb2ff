/** 大样 as jobs: sheets to sign, remembered as they went to paper, and 核红: what changed since one of them. */
import { join } from 'node:path'
import { failure } from '../../src-core/api/errors.ts'
import type { Input } from '../../src-core/api/methods.ts'
import { issueOf, record, type Document, type RecordId } from '../../src-core/document/records.ts'
import type { Library } from '../storage/library.ts'
import { chosenPages } from './export-service.ts'
import type { ProofBase } from './export.ts'
import type { Jobs } from './jobs.ts'
import type { ExportThreads } from './run-export.ts'
import type { Handlers, Machine } from './service.ts'

type Since = NonNullable<Input<'proofs.start'>['since']>

export function proofService({ library, now }: Machine, jobs: Jobs, threads: ExportThreads): Handlers<'proofs.start' | 'proofs.list'> {
  return {
    'proofs.start': ({ issue, pages: named, paper, since }) => {
      const { document, revision } = library.issues.load(issue)
      const pages = chosenPages(document, named)
      const proof = {
        paper,
        time: localTime(now()),
        numbers: Object.fromEntries(pages.map((page) => [page, (library.proofs.list(issue, page)[0]?.number ?? 0) + 1])),
        ...(since === null ? {} : { since: Object.fromEntries(pages.map((page) => [page, baseOf(library, issue, document, page, since)])) }),
      }
      const request = { folder: join(library.exportsFolder, issueOf(document).date.replaceAll('-', '')), pages, kinds: [], proof }
      const job = jobs.start(async (hooks) => {
        const { files, results } = await threads.export({ library: library.folder, document, request, withResults: true }, hooks)
        library.proofs.add(issue, revision, results.map(({ frame }) => frame))
        return { files, archived: null }
      })
      return { job }
    },
    'proofs.list': ({ issue, page }) => ({
      proofs: library.proofs.list(issue, page).map(({ number, madeAt }) => ({ number, madeAt })),
      signedAt: library.issues.signed(issue, page)?.at ?? null,
    }),
  }
}

/** Throws {@link ApiFailure} where the page has no such proof or was never signed. */
function baseOf(library: Library, issue: string, document: Document, page: RecordId, since: Since): ProofBase {
  if (since === 'signed') {
    const signed = library.issues.signed(issue, page)
    if (!signed) throw nothingToCompare(document, page, '还没有签印过', 'was never signed')
    return { words: `签印时（${localTime(new Date(signed.at))}）`, document: library.issues.at(issue, signed.revision) }
  }
  const proof = library.proofs.list(issue, page).find(({ number }) => since === 'last' || number === since)
  const frame = proof && library.proofs.frame(issue, page, proof.number)
  if (!proof || !frame) throw nothingToCompare(document, page, '还没有出过那次大样', 'has no such proof')
  return { words: `第${proof.number}次大样（${localTime(new Date(proof.madeAt))}）`, frame }
}

function nothingToCompare(document: Document, page: RecordId, zh: string, en: string) {
  const number = record(document, 'page', page)?.number ?? ''
  return failure(
    'bad-input',
    { zh: `第${number}版${zh}，没有可以比对的样子。`, en: `Page ${number} ${en}; there is nothing to compare it with.` },
    { zh: '请先出一次大样，或选别的样子比对。', en: 'Make a proof first, or compare with another.' },
  )
}

/** This machine's time as it stands on a proof: 2024-01-20 16:05. */
function localTime(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16).replace('T', ' ')
}
