/** Exports (输出) as jobs. Their files land in the library, a folder a date, and can be fetched from there only. */
import { readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import { failure } from '../../src-core/api/errors.ts'
import { issueOf, record, recordsOf } from '../../src-core/document/records.ts'
import { USUAL_PRESET } from '../../src-core/document/print.ts'
import type { Document, RecordId } from '../../src-core/document/records.ts'
import type { Jobs } from './jobs.ts'
import { profileNotice } from './print-files.ts'
import type { ExportThreads } from './run-export.ts'
import type { Handlers, Machine } from './service.ts'

export function exportService({ library }: Machine, jobs: Jobs, threads: ExportThreads): Handlers<'export.start' | 'export.file'> {
  return {
    'export.start': ({ issue, pages, kind }) => {
      const { document } = library.issues.load(issue)
      const { printPreset = USUAL_PRESET, print } = issueOf(document).style
      const preset = printPreset === 'plain' ? null : printPreset
      const request = {
        folder: join(library.exportsFolder, issueOf(document).date.replaceAll('-', '')),
        pages: chosenPages(document, pages),
        kinds: [kind],
        ...(preset ? { preset } : {}),
        ...(print ? { print } : {}),
      }
      const job = jobs.start(async (hooks) => {
        const { files } = await threads.export({ library: library.folder, document, request }, hooks)
        const notice = preset && profileNotice(preset, print?.profile)
        return { files, archived: null, ...(notice ? { notice } : {}) }
      })
      return { job }
    },
    'export.file': ({ path }) => ({ bytes: readFileSync(exportedFile(library.exportsFolder, path)) }),
  }
}

/** In the issue's order, whatever order they were named in. */
export function chosenPages(document: Document, named: readonly RecordId[]): readonly RecordId[] {
  for (const id of named) {
    if (!record(document, 'page', id)) throw failure('not-found', { zh: '要输出的版面已不在这一期里。', en: 'A page to be exported is no longer in the issue.' })
  }
  const pages = recordsOf(document, 'page').map((page) => page.id)
  const chosen = named.length === 0 ? pages : pages.filter((id) => named.includes(id))
  if (chosen.length === 0) throw failure('bad-input', { zh: '这一期还没有版面，没有可输出的内容。', en: 'The issue has no pages yet; there is nothing to export.' }, { zh: '请先添加版面。', en: 'Add a page first.' })
  return chosen
}

/** The file's real path, links followed, if it lies below the exports; nothing else on the machine is given out. */
function exportedFile(exportsFolder: string, path: string): string {
  try {
    const [folder, file] = [realpathSync(exportsFolder), realpathSync(path)]
    if (file.startsWith(folder + sep)) return file
  } catch {
    // Neither is there: the same answer, which tells nothing about other files.
  }
  throw failure('not-found', { zh: '输出的文件不在了，可能已被移走。', en: 'The exported file is gone; it may have been moved.' }, { zh: '请重新输出。', en: 'Export again.' })
}
