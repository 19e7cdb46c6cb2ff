import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCanvas } from '@napi-rs/canvas'
import { sha256 } from '../../../src-main/storage/files.ts'
import { endOf, openServices, refusal, smallIssue } from './test-services.ts'

describe('exports', () => {
  it('write the pages’ files into the library, tell how far they are, and give the files out', async () => {
    const services = openServices()
    const { api, folder, events } = services
    const { issue } = await smallIssue(api)
    for (const [kind, names] of [['page', ['20240120-04.pdf']], ['issue', ['20240120.pdf']]] as const) {
      const { job } = await api.call('export.start', { issue, pages: [], kind })
      const end = await endOf(services, job)
      if (end.type !== 'job.done') throw new Error(JSON.stringify(end))
      expect(end.files.map(({ name }) => name)).toEqual(names)
      expect(end.notice?.zh.includes('CGATS TR 002') ?? false).toBe(true)
      expect(events.filter((event) => event.type === 'job.progress' && event.job === job).length).toBeGreaterThan(0)
      for (const file of end.files) {
        expect(file.path).toBe(join(folder, 'exports', '20240120', file.name))
        const { bytes } = await api.call('export.file', { path: file.path })
        expect([bytes.length, sha256(bytes)]).toEqual([file.bytes, file.sha256])
        // The house has chosen nothing: what goes to the plant keeps a standard, and says whose profile it was made with.
        expect(Buffer.from(bytes).includes('(PDF/X-1a:2003)')).toBe(true)
      }
    }
  })

  it('name a page that has no 版名 by its number alone', async () => {
    const services = openServices()
    const { api, events } = services
    const { issue, page, revision } = await smallIssue(api)
    await api.call('issues.commit', { issue, revision, change: [{ id: page.id, before: page, after: { ...page, section: '' } }] })
    const { job } = await api.call('export.start', { issue, pages: [], kind: 'page' })
    await endOf(services, job)
    const told = events.flatMap((event) => (event.type === 'job.progress' && event.job === job ? [event.message] : []))
    expect(told).toContain('第04版')
    expect(told.join()).not.toContain('：')
  })

  it('leave nothing behind when they are cancelled, or when a picture is gone', async () => {
    const services = openServices()
    const { api, folder } = services
    const { issue, page, revision } = await smallIssue(api)
    const { job } = await api.call('export.start', { issue, pages: [], kind: 'page' })
    expect(await api.call('jobs.cancel', { job })).toEqual({ cancelled: true })
    expect(await endOf(services, job)).toMatchObject({ type: 'job.cancelled' })
    expect(await api.call('jobs.cancel', { job })).toEqual({ cancelled: false })

    const canvas = createCanvas(20, 20)
    const asset = (await api.call('assets.add', { files: [{ name: '展览.png', bytes: canvas.toBuffer('image/png') }] })).assets[0]!
    const picture = { type: 'picture', id: 'picture', page: page.id, order: 0, asset: asset.id, caption: null, credit: null, area: { column: 3, line: 0, columns: 2, lines: 15 }, story: null } as const
    await api.call('issues.commit', { issue, revision, change: [asset, picture].map((after) => ({ id: after.id, before: null, after })) })
    const hash = asset.id.slice('asset:'.length)
    writeFileSync(join(folder, 'assets', hash.slice(0, 2), `${hash}.png`), 'cut')
    const failed = await endOf(services, (await api.call('export.start', { issue, pages: [], kind: 'page' })).job)
    expect(failed).toMatchObject({ type: 'job.failed', error: { code: 'unreadable-file', message: { zh: expect.stringContaining('展览.png') } } })
    const exports = join(folder, 'exports', '20240120')
    expect(existsSync(exports) ? readdirSync(exports) : []).toEqual([])
  })

  it('are begun only for pages that there are', async () => {
    const { api } = openServices()
    const { issue } = await smallIssue(api)
    expect(await refusal(api.call('export.start', { issue, pages: ['gone'], kind: 'page' }))).toBe('not-found')
    const empty = await api.call('issues.create', { paper: { name: '晨光日报', code: 'cgrb' }, date: '2024-01-21', number: null, pages: [] })
    expect(await refusal(api.call('export.start', { issue: empty.id, pages: [], kind: 'issue' }))).toBe('bad-input')
  })

  it('give out no file but their own', async () => {
    const { api, folder } = openServices()
    const exports = join(folder, 'exports')
    mkdirSync(join(exports, '20240120'), { recursive: true })
    mkdirSync(join(folder, 'exports-of-another'))
    writeFileSync(join(folder, 'exports-of-another', 'a.pdf'), '')
    writeFileSync(join(exports, '20240120', 'a.pdf'), 'a')
    symlinkSync(join(folder, 'banxin.sqlite'), join(exports, 'link.pdf'))
    expect(Buffer.from((await api.call('export.file', { path: join(exports, '20240120', 'a.pdf') })).bytes).toString()).toBe('a')
    for (const path of [join(folder, 'banxin.sqlite'), join(exports, '..', 'banxin.sqlite'), join(exports, 'link.pdf'), join(folder, 'exports-of-another', 'a.pdf'), '/etc/passwd', exports, 'a\u0000b', 'a.pdf']) {
      expect(await refusal(api.call('export.file', { path })), path).toBe('not-found')
    }
    expect(readFileSync(join(exports, '20240120', 'a.pdf'), 'utf8')).toBe('a')
  })
})
