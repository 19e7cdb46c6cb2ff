import Database from 'better-sqlite3'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { ArchiveKey } from '../../../src-core/api/methods.ts'
import type { ArticleRecord } from '../../../src-core/document/records.ts'
import { sha256 } from '../../../src-main/storage/files.ts'
import { DATABASE_FILE } from '../../../src-main/storage/database.ts'
import { endOf, openServices, refusal, smallIssue } from './test-services.ts'
import type { OpenServices } from './test-services.ts'

async function archived(services: OpenServices): Promise<{ readonly key: ArchiveKey; readonly issue: string }> {
  const { api } = services
  const { issue, page, revision } = await smallIssue(api)
  const { assets } = await api.call('assets.add', { files: [{ name: 'C:\\照片\\展览.png', bytes: picture() }] })
  const asset = assets[0]!
  const placed = { type: 'picture', id: 'picture', page: page.id, order: 0, asset: asset.id, caption: '图为展览现场', credit: '李四摄', area: { column: 3, line: 0, columns: 2, lines: 15 }, story: null } as const
  await api.call('issues.commit', { issue, revision, change: [asset, placed].map((after) => ({ id: after.id, before: null, after })) })
  const { job } = await api.call('archive.add', { issue })
  const end = await endOf(services, job)
  expect(end).toMatchObject({ type: 'job.done', archived: 'cgrb/2024-01-20/1' })
  return { key: 'cgrb/2024-01-20/1', issue }
}

function picture(): Uint8Array {
  const canvas = createCanvas(60, 40)
  canvas.getContext('2d').fillRect(10, 10, 30, 20)
  return canvas.toBuffer('image/png')
}

describe('the archive', () => {
  it('shows, finds, proves and restores what was archived', async () => {
    const services = openServices()
    const { api } = services
    const { key, issue } = await archived(services)

    const [entry] = await api.call('archive.list', {})
    expect(entry).toMatchObject({ key, date: '2024-01-20', version: 1, number: 5021, articles: 2, pages: [{ number: '04', section: '要闻' }] })
    const opened = await api.call('archive.open', { key })
    expect(opened).toEqual({ entry, document: (await api.call('issues.open', { issue })).document })
    const page = await api.call('archive.page', { key, page: '04' })
    expect([page.frame.page.number, page.stories.map(({ story }) => story)]).toEqual(['04', ['story']])

    const pdf = await api.call('archive.pdf', { key, page: '04' })
    expect([pdf.name, Buffer.from(pdf.bytes.subarray(0, 5)).toString(), sha256(pdf.bytes)]).toEqual(['20240120-04.pdf', '%PDF-', entry!.pages[0]!.sha256])
    const [first, again] = await Promise.all([api.call('archive.picture', { key, page: '04', maxWidth: 300 }), api.call('archive.picture', { key, page: '04', maxWidth: 300 })])
    expect((await loadImage(Buffer.from(first.png))).width).toBe(300)
    expect(sha256(again.png)).toBe(sha256(first.png))

    for (const words of ['新', '阵地', '走上阵地', 'gdp', 'ＧＤＰ 增长', '王小明']) {
      expect((await api.call('archive.search', { words })).map(({ article }) => article), words).toEqual(['printed'])
    }
    expect((await api.call('archive.search', { words: '展览' })).map(({ article, headline }) => [article, headline])).toEqual([['picture', '图为展览现场']])
    expect(await api.call('archive.search', { words: '没有上版' })).toEqual([])
    expect(await api.call('archive.verify', { key: null })).toEqual({ checked: 1, faults: [] })

    const restored = await api.call('archive.restore', { key })
    const copy = await api.call('issues.open', restored)
    expect([copy.document, copy.archivedAs, copy.undo]).toEqual([opened.document, undefined, []])
  })

  it('refuses changes to an archived issue, and archives the same content once', async () => {
    const services = openServices()
    const { api, events } = services
    const { key, issue } = await archived(services)
    expect((await api.call('issues.list', {}))[0]).toMatchObject({ id: issue, archivedAs: key })
    expect(events).toContainEqual({ type: 'issue.changed', issue, revision: 3 })
    const { document, revision } = await api.call('issues.open', { issue })
    const article = document.records['pool']!
    expect(await refusal(api.call('issues.commit', { issue, revision, change: [{ id: article.id, before: article, after: null }] }))).toBe('archived')

    const copy = (await api.call('archive.restore', { key })).issue
    expect(await endOf(services, (await api.call('archive.add', { issue: copy })).job)).toMatchObject({ type: 'job.done', archived: key })
    const second = (await api.call('archive.restore', { key })).issue
    // What waits in the pool is not printed; a headline is.
    await api.call('issues.commit', { issue: second, revision: 1, change: [{ id: article.id, before: article, after: null }] })
    expect(await endOf(services, (await api.call('archive.add', { issue: second })).job)).toMatchObject({ archived: key })
    const third = (await api.call('archive.restore', { key })).issue
    const printed = document.records['printed'] as ArticleRecord
    await api.call('issues.commit', { issue: third, revision: 1, change: [{ id: printed.id, before: printed, after: { ...printed, headline: '走上新阵地' } }] })
    expect(await endOf(services, (await api.call('archive.add', { issue: third })).job)).toMatchObject({ archived: 'cgrb/2024-01-20/2' })
    expect((await api.call('archive.search', { words: '阵地' })).map((hit) => hit.key)).toEqual([key, 'cgrb/2024-01-20/2'])
  })

  it('finds out any byte of any frozen file that was changed, and any row', async () => {
    const services = openServices()
    const { api, folder } = services
    const { key } = await archived(services)
    const files = readdirSync(join(folder, 'archive'), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, 'archive', name)).filter((path) => statSync(path).isFile())
    expect(files).toHaveLength(4)
    for (const file of files) {
      const bytes = readFileSync(file)
      const changed = Buffer.from(bytes)
      changed[bytes.length >> 1]! ^= 1
      writeFileSync(file, changed)
      const { faults } = await api.call('archive.verify', { key })
      expect(faults, file).toHaveLength(1)
      writeFileSync(file, bytes)
    }
    expect((await api.call('archive.verify', { key })).faults).toEqual([])

    for (const [statement, mended] of [
      [`UPDATE archive_entries SET manifest = replace(manifest, '晨光', '晚霞')`, `UPDATE archive_entries SET manifest = replace(manifest, '晚霞', '晨光')`],
      [`UPDATE archive_entries SET document = upper(document)`, `UPDATE archive_entries SET document = lower(document)`],
      [`UPDATE archive_articles SET text = replace(text, '阵地', '战地')`, `UPDATE archive_articles SET text = replace(text, '战地', '阵地')`],
      [`UPDATE archive_articles SET article = article || 'x'`, `UPDATE archive_articles SET article = rtrim(article, 'x')`],
    ] as const) {
      withoutTriggers(folder, statement)
      expect((await api.call('archive.verify', { key })).faults, statement).toHaveLength(1)
      withoutTriggers(folder, mended)
      expect((await api.call('archive.verify', { key })).faults).toEqual([])
    }

    withoutTriggers(folder, `INSERT INTO archive_words (archive_words, rowid, folded) SELECT 'delete', id, folded FROM archive_articles`)
    expect(await api.call('archive.search', { words: '走上阵地' })).toEqual([])
    expect((await api.call('archive.verify', { key: null })).faults).toMatchObject([{ key: '*' }])
    expect(await api.call('archive.search', { words: '走上阵地' })).toHaveLength(1)
  })
})

/** As somebody would who edits the database by hand. */
function withoutTriggers(folder: string, statement: string): void {
  const database = new Database(join(folder, DATABASE_FILE))
  const triggers = database.prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all()
  database.exec(triggers.map(({ name }) => `DROP TRIGGER ${name};`).join(''))
  database.exec(statement)
  database.close()
}
