/** Proves that the archive is what was archived: every file is hashed again, every row compared with what it came from. */
import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { ArchiveFault, ArchiveKey } from '../../src-core/api/methods.ts'
import type { Document } from '../../src-core/document/records.ts'
import { indexedText } from '../storage/archive-search.ts'
import { printedTexts } from '../storage/archive-text.ts'
import type { ArchiveManifest, ArchiveRow, ArchiveStore } from '../storage/archive.ts'
import { ASSET_EXTENSION, assetHash } from '../storage/assets.ts'
import { sha256 } from '../storage/files.ts'

export interface Verification {
  /** Archived issues looked at. */
  readonly checked: number
  readonly faults: readonly ArchiveFault[]
}

/** One entry, or all of them with the search index, which is made anew when it is wrong. */
export async function verifyArchive(archive: ArchiveStore, key: ArchiveKey | null): Promise<Verification> {
  const rows = key === null ? archive.rows() : [archive.row(key)]
  const faults: ArchiveFault[] = []
  for (const row of rows) faults.push(...(await faultsOf(archive, row)))
  if (key === null && !archive.indexIsSound()) {
    archive.rebuildIndex()
    faults.push({ key: '*', page: null, message: '全文检索的索引有误，已按归档内容重建。 The search index was wrong and has been made anew.' })
  }
  return { checked: rows.length, faults }
}

async function faultsOf(archive: ArchiveStore, row: ArchiveRow): Promise<readonly ArchiveFault[]> {
  const faults: ArchiveFault[] = []
  const fault = (page: string | null, zh: string, en: string) => faults.push({ key: row.key, page, message: `${zh} ${en}` })
  /** The bytes, or null after telling what is wrong with them. Yields between files, so that the host answers others. */
  const read = async (hash: string, kind: Parameters<ArchiveStore['read']>[1], page: string | null, zh: string, en: string) => {
    await setImmediate()
    const bytes = archive.read(hash, kind)
    if (bytes === 'missing') fault(page, `${zh}丢失。`, `${en} is missing.`)
    if (bytes === 'damaged') fault(page, `${zh}已被改动或损坏。`, `${en} was changed or damaged.`)
    return typeof bytes === 'string' ? null : bytes
  }

  if (sha256(row.manifest) !== row.sha256) {
    fault(null, '归档目录已被改动。', 'The manifest was changed.')
    return faults
  }
  const manifest = JSON.parse(row.manifest) as ArchiveManifest
  if (row.key !== `${manifest.paper.code}/${manifest.date}/${manifest.version}`) fault(null, '归档目录不属于这一期。', 'The manifest is not this issue’s.')

  const document = await read(manifest.document, 'json.gz', null, '版面文档', 'The document')
  if (document && !textsAgree(archive, row.key, document)) fault(null, '检索用的文字与归档的稿件不一致。', 'The texts for searching differ from the articles.')
  for (const { number, result, pdf } of manifest.pages) {
    await read(result, 'json.gz', number, `第${number}版的版面数据`, `The frames of page ${number}`)
    await read(pdf, 'pdf', number, `第${number}版的 PDF `, `The PDF of page ${number}`)
  }
  for (const { id, mime } of manifest.assets) await read(assetHash(id), ASSET_EXTENSION[mime], null, '一个图片文件', 'A picture file')
  return faults
}

function textsAgree(archive: ArchiveStore, key: ArchiveKey, bytes: Uint8Array): boolean {
  const document = JSON.parse(gunzipSync(bytes).toString()) as Document
  const expected = printedTexts(document).map((text) => ({ ...text, folded: indexedText(text.text) }))
  const found = archive.texts(key)
  return archive.holds(key, document) && isDeepStrictEqual(found, expected)
}
