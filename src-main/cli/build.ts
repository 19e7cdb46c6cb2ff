/** `banxin build FOLDER --out DIR`: sets an issue folder and writes its pages. */
import { join, resolve } from 'node:path'
import { failure } from '../../src-core/api/errors.ts'
import { issueOf, recordsOf } from '../../src-core/document/records.ts'
import type { Document, RecordId } from '../../src-core/document/records.ts'
import { isPrintPreset, PRINT_PRESETS, type PrintPresetId, type PrintSettings } from '../../src-core/document/print.ts'
import { exportPages, type ExportHooks, type ExportRequest } from '../services/export.ts'
import { profileNotice } from '../services/print-files.ts'
import { writeWhole } from '../storage/files.ts'
import { libraryFolder } from '../storage/location.ts'
import { ProfileStore, type ProfileSource } from '../storage/profiles.ts'
import { local } from './errors.ts'
import { facesFor } from './faces.ts'
import { exitCode, printedFindings } from './findings.ts'
import { openIssueFolder } from './issue-folder.ts'
import { printJson } from './output.ts'
import type { SendingWish } from './sending.ts'
import { positionals, readArguments, usageError } from './usage.ts'

const LEAST_DPI = 10
/** A broadsheet page at this resolution fills half a gigabyte. */
const MOST_DPI = 600

export async function build(args: readonly string[]): Promise<number> {
  const { values, positionals: given } = readArguments(args, {
    out: { type: 'string' },
    page: { type: 'string', multiple: true },
    preset: { type: 'string' },
    png: { type: 'string' },
    frames: { type: 'boolean' },
    issue: { type: 'boolean' },
    send: { type: 'string' },
    profile: { type: 'string' },
    library: { type: 'string' },
  })
  const preset = values.preset === undefined ? null : printPreset(values.preset)
  const { FOLDER } = positionals('build', given, ['FOLDER'])
  if (!values.out) throw usageError({ zh: 'build 要写 --out DIR，说明文件写到哪里', en: 'build needs --out DIR, where the files go' })
  const png = values.png === undefined ? null : resolution(values.png)

  const { document: written, assetBytes, slips } = await openIssueFolder(FOLDER)
  const { document, profiles } = values.profile === undefined ? houseProfile(written, values.library) : await givenProfile(written, values.profile)
  const folder = resolve(values.out)
  const { print = {} } = issueOf(document).style
  const faces = await facesFor(document, values.library)
  const sending = values.send === undefined ? {} : await sendingOptions({ document, faces, folder, signedBy: values.send, preset: preset ?? 'plain' })
  const { files, results } = await exportPages(
    { document, faces, assetBytes, ...(profiles ? { profiles } : {}) },
    {
      folder,
      pages: chosenPages(document, values.page),
      ...(png === null ? {} : { png }),
      ...(preset === null ? {} : { preset }),
      print: preset === null ? namesOf(print) : print,
      frames: values.frames ?? false,
      kinds: values.issue ? ['page', 'issue'] : ['page'],
      ...sending,
      signal: stopped(),
      progress: (done, total, label) => {
        if (done < total) process.stderr.write(`${local({ zh: `排版 ${done + 1}/${total} ${label}`, en: `setting ${done + 1}/${total} ${label}` })}\n`)
      },
    },
  )
  const notice = preset && profileNotice(preset, print.profile)
  if (notice) process.stderr.write(`${local(notice)}\n`)
  const findings = printedFindings({ document, slips }, results, faces)
  writeWhole(join(folder, 'preflight.json'), Buffer.from(`${JSON.stringify(findings, null, 2)}\n`))
  printJson({ files: [...files.map(({ name }) => name), 'preflight.json'] })
  return exitCode(findings)
}

/** Ctrl+C: the files that are under way are taken back before the program ends. */
function stopped(): AbortSignal {
  const stop = new AbortController()
  const reason = failure('bad-input', { zh: '已停下，没有写出任何文件。', en: 'Stopped; no file was written.' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(reason))
  return stop.signal
}

/** The library is opened only where the house has a profile in it. */
function houseProfile(document: Document, library: string | undefined): { readonly document: Document; readonly profiles: ProfileSource | null } {
  const { profile } = issueOf(document).style.print ?? {}
  return { document, profiles: profile ? new ProfileStore(libraryFolder(library)) : null }
}

async function givenProfile(document: Document, file: string): Promise<{ readonly document: Document; readonly profiles: ProfileSource }> {
  const { withProfile } = await import('./profile.ts')
  return withProfile(document, file)
}

async function sendingOptions(wish: SendingWish): Promise<Pick<ExportRequest & ExportHooks, 'before' | 'about'>> {
  const { sendingFrom } = await import('./sending.ts')
  return sendingFrom(wish)
}

/** Files that no preset was asked for have neither marks nor bleed (DESIGN §6). */
function namesOf({ fileName, issueFileName, keepName }: PrintSettings): PrintSettings {
  return { ...(fileName ? { fileName } : {}), ...(issueFileName ? { issueFileName } : {}), ...(keepName ? { keepName } : {}) }
}

function printPreset(written: string): PrintPresetId {
  if (isPrintPreset(written)) return written
  const known = Object.keys(PRINT_PRESETS).join('、')
  throw usageError({ zh: `--preset 没有“${written}”，可用的是 ${known}`, en: `there is no preset "${written}"; there are ${known}` })
}

function resolution(written: string): number {
  const dpi = Number(written)
  if (Number.isFinite(dpi) && dpi >= LEAST_DPI && dpi <= MOST_DPI) return dpi
  throw usageError({ zh: `--png 要写 ${LEAST_DPI} 到 ${MOST_DPI} 的分辨率，不是“${written}”`, en: `--png takes a resolution from ${LEAST_DPI} to ${MOST_DPI}, not "${written}"` })
}

function chosenPages(document: Document, numbers: readonly string[] | undefined): readonly RecordId[] {
  const pages = recordsOf(document, 'page')
  for (const number of numbers ?? []) {
    if (pages.some((page) => page.number === number)) continue
    const there = pages.map((page) => page.number).join('、')
    throw usageError({ zh: `这一期没有第${number}版，有的是 ${there}`, en: `the issue has no page ${number}; it has ${there}` })
  }
  return pages.filter((page) => numbers?.includes(page.number) ?? true).map((page) => page.id)
}
