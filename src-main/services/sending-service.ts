/** 传版: pages for the plant with a 传版单, all of them or none, and what was sent remembered. */
import { join } from 'node:path'
import { USUAL_PRESET } from '../../src-core/document/print.ts'
import { issueOf, type Document } from '../../src-core/document/records.ts'
import { lastSent, type SentFile } from '../../src-core/document/sending.ts'
import type { ExportRequest, ExportResult } from './export.ts'
import { chosenPages } from './export-service.ts'
import type { JobHooks, JobResult, Jobs } from './jobs.ts'
import { profileNotice, requirePrintable } from './print-files.ts'
import type { ExportThreads } from './run-export.ts'
import type { Handlers, Machine } from './service.ts'
import { Staging } from './staging.ts'

export function sendingService(machine: Machine, jobs: Jobs, threads: ExportThreads): Handlers<'sendings.start' | 'sendings.list'> {
  const { library } = machine
  return {
    'sendings.start': ({ issue, pages, ...wishes }) => {
      const { document } = library.issues.load(issue)
      const chosen = chosenPages(document, pages)
      requirePrintable(issueOf(document).style.printPreset ?? USUAL_PRESET)
      return { job: jobs.start((hooks) => send({ machine, threads, issue, document, pages: chosen, ...wishes }, hooks)) }
    },
    'sendings.list': ({ issue }) => library.sendings.list(issue),
  }
}

interface Wishes {
  readonly machine: Machine
  readonly threads: ExportThreads
  readonly issue: string
  readonly document: Document
  readonly pages: readonly string[]
  readonly signedBy: string
  readonly issueFile: boolean
}

async function send({ machine, threads, issue, document, pages, signedBy, issueFile }: Wishes, hooks: JobHooks): Promise<JobResult> {
  const { library, now } = machine
  const head = issueOf(document)
  const { printPreset = USUAL_PRESET, print } = head.style
  const before = library.sendings.list(issue)
  const request: ExportRequest = {
    folder: join(library.exportsFolder, head.date.replaceAll('-', '')),
    pages,
    kinds: ['page'],
    ...(printPreset === 'plain' ? {} : { preset: printPreset }),
    ...(print ? { print } : {}),
    before: Object.fromEntries(lastSent(before)),
  }
  const staging = await Staging.begin(request.folder)
  try {
    const given = { library: library.folder, document, request }
    const { files, sent = [] } = await threads.write(given, staging, hooks)
    const whole = issueFile ? await wholeIssue(threads, given, staging, hooks) : null
    // With it comes what sets the sheet, which the start does not wait for.
    const { sendingOf } = await import('./sending-files.ts')
    const pictured = sendingOf({ issue: head, before, at: now(), signedBy, preset: printPreset, sent, issueFile: whole?.sent ?? null })
    const { sending } = pictured
    const sheet = await threads.run({ kind: 'sheet', library: library.folder, folder: staging.folder, waiting: staging.waiting, ...pictured }, hooks)
    hooks.signal.throwIfAborted()
    const all = [...files, ...(whole?.result.files ?? []), ...sheet.files]
    library.sendings.add(issue, sending)
    await staging.publish(all).catch((error: unknown) => {
      library.sendings.remove(issue, sending.number)
      throw error
    })
    const notice = printPreset === 'plain' ? null : profileNotice(printPreset, print?.profile)
    return { files: all, archived: null, sending, ...(notice ? { notice } : {}) }
  } catch (error) {
    await staging.discard()
    throw error
  }
}

/** All pages of the issue, whichever of them are sent alone. */
async function wholeIssue(
  threads: ExportThreads,
  { library, document, request }: { readonly library: string; readonly document: Document; readonly request: ExportRequest },
  staging: Staging,
  hooks: JobHooks,
): Promise<{ readonly result: ExportResult; readonly sent: SentFile }> {
  const { pages: _, before: __, ...rest } = request
  const result = await threads.write({ library, document, request: { ...rest, kinds: ['issue'] } }, staging, hooks)
  const { name, bytes, sha256 } = result.files[0]!
  return { result, sent: { name, bytes, sha256 } }
}
