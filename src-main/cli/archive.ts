/** `banxin archive …`: the archive of a library on this machine. */
import { failure } from '../../src-core/api/errors.ts'
import type { ArchiveEntry } from '../../src-core/api/methods.ts'
import { placedOn, record, recordsOf } from '../../src-core/document/records.ts'
import type { Document } from '../../src-core/document/records.ts'
import { archiveDocument } from '../services/archive-add.ts'
import { verifyArchive } from '../services/archive-verify.ts'
import { ExportThreads } from '../services/run-export.ts'
import { writeIssueFolder } from '../services/issue-folder/write-issue-folder.ts'
import { entryOf } from '../storage/archive.ts'
import { storageFailure } from '../storage/failures.ts'
import { openLibrary } from '../storage/library.ts'
import type { Library } from '../storage/library.ts'
import { libraryFolder } from '../storage/location.ts'
import { local } from './errors.ts'
import { openIssueFolder } from './issue-folder.ts'
import { printJson } from './output.ts'
import { notInThisVersion, positionals, readArguments, usageError } from './usage.ts'

type Action = (library: Library, given: readonly string[]) => Promise<number>

const ACTIONS: Readonly<Record<string, Action>> = { add, list, show, search, verify, restore }
const LATER = ['export', 'import']

export async function archive(args: readonly string[]): Promise<number> {
  const { values, positionals: given } = readArguments(args, { library: { type: 'string' } })
  const [name = '', ...rest] = given
  if (LATER.includes(name)) throw notInThisVersion(`archive ${name}`, { zh: '归档文件的导出和导入', en: 'archive files' })
  if (!Object.hasOwn(ACTIONS, name)) throw usageError({ zh: name === '' ? 'archive 后面要写做什么' : `archive 没有「${name}」`, en: name === '' ? 'archive needs an action' : `archive has no ${name}` })
  const folder = libraryFolder(values.library)
  let library: Library | null = null
  try {
    library = openLibrary(folder, () => new Date())
    return await ACTIONS[name]!(library, rest)
  } catch (error) {
    throw storageFailure(error, folder) ?? error
  } finally {
    library?.close()
  }
}

async function add(library: Library, given: readonly string[]): Promise<number> {
  const { FOLDER } = positionals('archive add', given, ['FOLDER'])
  const { document, assetBytes } = await openIssueFolder(FOLDER)
  for (const { id, name, mime, width, height } of recordsOf(document, 'asset')) library.assets.add(assetBytes(id)!, { name, mime, width, height })
  const threads = new ExportThreads()
  const { key, isNew } = await archiveDocument(library, threads, document, null, { signal: new AbortController().signal, progress }).finally(() => threads.close())
  if (!isNew) process.stderr.write(`${local({ zh: `同样的内容已经归档过：${key}。`, en: `This very issue is in the archive already: ${key}.` })}\n`)
  printJson(entryOf(key, library.archive.manifest(key)))
  return 0
}

function progress(done: number, total: number, label: string): void {
  if (done < total) process.stderr.write(`${local({ zh: `归档 ${done + 1}/${total} ${label}`, en: `archiving ${done + 1}/${total} ${label}` })}\n`)
}

async function list(library: Library, given: readonly string[]): Promise<number> {
  positionals('archive list', given, [])
  printJson(library.archive.list())
  return 0
}

async function show(library: Library, given: readonly string[]): Promise<number> {
  const { DATE } = positionals('archive show', given, ['DATE'])
  const entry = entryAt(library, DATE)
  printJson({ ...entry, contents: contents(library.archive.document(entry.key)) })
  return 0
}

async function search(library: Library, given: readonly string[]): Promise<number> {
  if (given.length === 0) throw usageError({ zh: 'archive search 要写查找的词：banxin archive search WORDS', en: 'archive search needs words: banxin archive search WORDS' })
  printJson(library.archive.search(given.join(' ')))
  return 0
}

/** Faults in what is kept count as errors of the check. */
async function verify(library: Library, given: readonly string[]): Promise<number> {
  positionals('archive verify', given, [])
  const verification = await verifyArchive(library.archive, null)
  printJson(verification)
  return verification.faults.length > 0 ? 1 : 0
}

async function restore(library: Library, given: readonly string[]): Promise<number> {
  const { DATE, FOLDER } = positionals('archive restore', given, ['DATE', 'FOLDER'])
  const { key } = entryAt(library, DATE)
  const assets = new Map(library.archive.manifest(key).assets.map((asset) => [asset.id, asset]))
  const document = library.archive.document(key)
  await writeIssueFolder(document, (id) => (assets.has(id) ? library.archive.assetBytes(key, assets.get(id)!) : null), FOLDER)
  printJson({ key, folder: FOLDER })
  return 0
}

/** What stands on each page, by headline. */
function contents(document: Document) {
  return recordsOf(document, 'page').map((page) => ({
    page: page.number,
    section: page.section,
    articles: placedOn(document, 'story', page.id).map((story) => record(document, 'article', story.article)?.headline ?? ''),
  }))
}

/** Throws `not-found`, or `bad-input` with the list where a date means several entries. */
function entryAt(library: Library, date: string): ArchiveEntry {
  const parts = date.split('/')
  const matches = library.archive.list().filter(({ key }) => {
    const [code, day, version] = key.split('/')
    return parts.length === 1 ? parts[0] === day : parts[0] === code && parts[1] === day && (parts[2] === undefined || parts[2] === version)
  })
  const [found, another] = matches
  if (!found) throw failure('not-found', { zh: `往期里没有「${date}」。`, en: `The archive has no ${date}.` }, { zh: '请用 banxin archive list 查看。', en: 'See banxin archive list.' })
  if (!another) return found
  const keys = matches.map(({ key }) => key).join('、')
  throw failure('bad-input', { zh: `「${date}」有几期：${keys}。`, en: `${date} could be one of several: ${keys}.` }, { zh: '请写全其中一个。', en: 'Write one of them in full.' })
}
