import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { HouseStyle } from '../../../src-core/document/style.ts'
import type { IssueRecord } from '../../../src-core/document/records.ts'
import { GRID_PRESETS } from '../../../src-core/document/grid.ts'
import { sha256 } from '../../../src-main/storage/files.ts'
import { endOf, openServices, refusal, smallIssue, type OpenServices } from './test-services.ts'

const NEWSPRINT = resolve(import.meta.dirname, '../../../assets/icc/newsprint-snap-tr002.icc')

async function send(services: OpenServices, issue: string, pages: readonly string[], issueFile = false) {
  const { job } = await services.api.call('sendings.start', { issue, pages, signedBy: '王总编', issueFile })
  const end = await endOf(services, job)
  if (end.type !== 'job.done' || !end.sending) throw new Error(JSON.stringify(end))
  return { files: end.files, sending: end.sending, notice: end.notice }
}

async function setStyle({ api }: OpenServices, issue: string, fields: Partial<HouseStyle>): Promise<void> {
  const { document, revision } = await api.call('issues.open', { issue })
  const before = document.records['issue'] as IssueRecord
  await api.call('issues.commit', { issue, revision, change: [{ id: 'issue', before, after: { ...before, style: { ...before.style, ...fields } } }] })
}

async function setHeadline({ api }: OpenServices, issue: string, headline: string): Promise<void> {
  const { document, revision } = await api.call('issues.open', { issue })
  const before = document.records['printed']!
  await api.call('issues.commit', { issue, revision, change: [{ id: 'printed', before, after: { ...before, headline } as typeof before }] })
}

/** Three pages, of which the first has a story. */
async function threePages(services: OpenServices) {
  const { issue, page, revision } = await smallIssue(services.api)
  const more = ['05', '06'].map((number, index) => ({ ...page, id: `more${index}`, order: page.order + index + 1, number, section: '副刊', inks: 'k' as const, grid: GRID_PRESETS['tabloid']! }))
  await services.api.call('issues.commit', { issue, revision, change: more.map((after) => ({ id: after.id, before: null, after })) })
  return { issue, pages: [page.id, ...more.map(({ id }) => id)] }
}

describe('sending pages to the plant', () => {
  it('writes each page, the issue and a 传版单 that tells all of them; a page that changed goes out as a new version', async () => {
    const services = openServices()
    const { issue, pages } = await threePages(services)
    const exports = join(services.folder, 'exports', '20240120')

    const first = await send(services, issue, pages, true)
    expect(first.files.map(({ name }) => name)).toEqual(['20240120-04.pdf', '20240120-05.pdf', '20240120-06.pdf', '20240120.pdf', '20240120-sending-1.pdf', '20240120-sending-1.json'])
    expect(first.notice?.zh).toContain('CGATS TR 002')
    const sheet = JSON.parse(readFileSync(join(exports, '20240120-sending-1.json'), 'utf8'))
    expect(sheet).toMatchObject({ format: 1, paper: { code: 'cgrb' }, date: '2024-01-20', issue: 5021, number: 1, signedBy: '王总编', preset: 'newsprint-x1a', issueFile: { name: '20240120.pdf' } })
    expect(sheet.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
    for (const [index, page] of sheet.pages.entries()) {
      expect(page).toMatchObject({ number: `0${index + 4}`, section: index === 0 ? '要闻' : '副刊', inks: index === 0 ? 'cmyk' : 'k', version: 1, again: 'first', trim: { width: 273, height: 390 } })
      const bytes = readFileSync(join(exports, page.file.name))
      expect([page.file.bytes, page.file.sha256]).toEqual([bytes.length, sha256(bytes)])
      expect(Buffer.from(page.picture.split(',')[1], 'base64').subarray(1, 4).toString()).toBe('PNG')
    }
    const printed = execFileSync('pdftotext', ['-layout', join(exports, '20240120-sending-1.pdf'), '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '')
    for (const words of ['晨光日报传版单', '签发王总编', '第04版要闻', '黑白版', '彩版', '273×390毫米', sheet.pages[2].file.sha256]) expect(printed).toContain(words)

    // The same again keeps its version and its bytes.
    const again = await send(services, issue, pages)
    expect(again.sending.pages.map(({ version, again: how, file }) => [version, how, file.sha256])).toEqual(first.sending.pages.map(({ file }) => [1, 'same', file.sha256]))

    await setHeadline(services, issue, '新区建设又上台阶')
    const changed = await send(services, issue, pages)
    expect(changed.sending.pages.map(({ version, again: how }) => [version, how])).toEqual([[2, 'changed'], [1, 'same'], [1, 'same']])
    expect(changed.files.map(({ name }) => name).slice(0, 2)).toEqual(['20240120-04-v2.pdf', '20240120-05.pdf'])
    // What was sent before stays where it was.
    expect(sha256(readFileSync(join(exports, '20240120-04.pdf')))).toBe(first.sending.pages[0]!.file.sha256)
    expect((await services.api.call('sendings.list', { issue })).map(({ number }) => number)).toEqual([3, 2, 1])

    // The archive remembers of each page which file went out last.
    expect(await endOf(services, (await services.api.call('archive.add', { issue })).job)).toMatchObject({ archived: 'cgrb/2024-01-20/1' })
    const [entry] = await services.api.call('archive.list', {})
    expect(entry!.pages.map(({ sent }) => sent)).toEqual(changed.sending.pages.map(({ file, version }) => ({ ...file, version, at: changed.sending.at })))
    expect(await services.api.call('archive.verify', { key: null })).toMatchObject({ faults: [] })
  })

  it('names files by the plant’s pattern, and replaces them where the plant wants that', async () => {
    const services = openServices()
    const { issue, pages } = await threePages(services)
    await setStyle(services, issue, { print: { fileName: '{code}{date}_{page}_{section}', keepName: true } })
    const names = async () => (await send(services, issue, [pages[0]!])).files[0]!.name
    expect(await names()).toBe('cgrb20240120_04_要闻.pdf')
    await setHeadline(services, issue, '另一个标题')
    expect(await names()).toBe('cgrb20240120_04_要闻.pdf')
    expect((await services.api.call('sendings.list', { issue }))[0]!.pages[0]!.version).toBe(2)
    // A file of all pages that would be called like one of them.
    await setStyle(services, issue, { print: { fileName: '{date}{page}', issueFileName: '{date}05' } })
    const { job } = await services.api.call('sendings.start', { issue, pages: pages.slice(1), signedBy: '', issueFile: true })
    expect(await endOf(services, job)).toMatchObject({ type: 'job.failed', error: { code: 'bad-input', message: { zh: expect.stringContaining('2024012005') } } })
  })

  it('leaves neither files nor a record when it is cancelled or cannot be finished', async () => {
    const services = openServices()
    const { issue, pages } = await threePages(services)
    const { job } = await services.api.call('sendings.start', { issue, pages, signedBy: '', issueFile: true })
    expect(await services.api.call('jobs.cancel', { job })).toEqual({ cancelled: true })
    expect(await endOf(services, job)).toMatchObject({ type: 'job.cancelled' })
    const exports = join(services.folder, 'exports', '20240120')
    expect(existsSync(exports) ? readdirSync(exports) : []).toEqual([])
    // A folder stands where a file should go.
    mkdirSync(join(exports, '20240120-05.pdf', 'taken'), { recursive: true })
    const failed = await endOf(services, (await services.api.call('sendings.start', { issue, pages, signedBy: '', issueFile: false })).job)
    expect(failed).toMatchObject({ type: 'job.failed', error: { code: 'bad-input', message: { zh: expect.stringContaining('20240120-05.pdf') } } })
    expect(readdirSync(exports)).toEqual(['20240120-05.pdf'])
    expect(await services.api.call('sendings.list', { issue })).toEqual([])
    await setStyle(services, issue, { printPreset: 'proof' })
    expect(await refusal(services.api.call('sendings.start', { issue, pages, signedBy: '', issueFile: false }))).toBe('bad-input')
    expect(await refusal(services.api.call('sendings.start', { issue, pages: ['gone'], signedBy: '', issueFile: false }))).toBe('not-found')
  })
})

describe('a plant’s own profile', () => {
  it('is what pages are separated by and what their files say', async () => {
    const services = openServices()
    const { issue, pages } = await threePages(services)
    const bytes = readFileSync(NEWSPRINT)
    const { profile } = await services.api.call('profiles.add', { name: '印厂.icc', bytes })
    expect(profile).toMatchObject({ hash: sha256(bytes), name: expect.stringMatching(/\S/) })
    expect(profile.inkLimit).toBeGreaterThan(2)
    expect(profile.inkLimit).toBeLessThan(2.6)
    await setStyle(services, issue, { print: { profile } })
    const { files, notice, sending } = await send(services, issue, [pages[0]!])
    expect([notice, sending.condition]).toEqual([undefined, profile.name])
    const pdf = execFileSync('qpdf', ['--qdf', '--object-streams=disable', files[0]!.path, '-']).toString('latin1')
    expect(pdf).toContain('/OutputConditionIdentifier (Custom)')
    expect(pdf).not.toContain('/RegistryName')
  })

  it('is refused where it is none, and missed where it is gone', async () => {
    const services = openServices()
    const { issue, pages } = await threePages(services)
    const sound = readFileSync(NEWSPRINT)
    const other = (at: number, text: string) => {
      const bytes = Buffer.from(sound)
      bytes.write(text, at, 'latin1')
      return bytes
    }
    const wrong = { empty: Buffer.alloc(0), short: sound.subarray(0, 90), cut: sound.subarray(0, sound.length - 100), text: Buffer.alloc(4_000, 'profile'), screen: other(12, 'mntr'), rgb: other(16, 'RGB '), five: other(8, '\u0005'), tags: other(128, '\u00ff\u00ff\u00ff\u00ff') }
    for (const [name, bytes] of Object.entries(wrong)) expect(await refusal(services.api.call('profiles.add', { name, bytes })), name).toBe('unreadable-file')
    await setStyle(services, issue, { print: { profile: { hash: 'ab'.repeat(32), name: '旧印厂', inkLimit: 2.4 } } })
    const { job } = await services.api.call('export.start', { issue, pages: [pages[0]!], kind: 'page' })
    expect(await endOf(services, job)).toMatchObject({ type: 'job.failed', error: { code: 'unreadable-file', message: { zh: expect.stringContaining('旧印厂') } } })
  })

  it('of a later ICC version goes into PDF/X-4 only', async () => {
    const services = openServices()
    const { issue, pages } = await threePages(services)
    // The header's version is what PDF 1.4 cannot take; the tables are the same.
    const bytes = Buffer.from(readFileSync(NEWSPRINT))
    bytes[8] = 4
    const { profile } = await services.api.call('profiles.add', { name: 'v4.icc', bytes })
    await setStyle(services, issue, { print: { profile } })
    const start = () => services.api.call('export.start', { issue, pages: [pages[1]!], kind: 'page' }).then(({ job }) => endOf(services, job))
    expect(await start()).toMatchObject({ type: 'job.failed', error: { code: 'bad-input' } })
    await setStyle(services, issue, { printPreset: 'newsprint-x4' })
    expect((await start()).type).toBe('job.done')
    writeFileSync(join(services.folder, 'profiles', profile.hash.slice(0, 2), `${profile.hash}.icc`), 'cut')
    expect(await start()).toMatchObject({ type: 'job.failed', error: { code: 'unreadable-file' } })
  })
})
