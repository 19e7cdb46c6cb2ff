/** 大样 and 核红 as an editor gets them. */
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src-core/document/change.ts'
import { record, type Document, type DocumentRecord } from '../../../src-core/document/records.ts'
import { endOf, openServices, refusal, smallIssue } from './test-services.ts'

type Services = ReturnType<typeof openServices>

async function proof(services: Services, issue: string, since: 'last' | 'signed' | number | null = null, paper: 'a3' | 'full' = 'a3') {
  const { job } = await services.api.call('proofs.start', { issue, pages: [], paper, since })
  const end = await endOf(services, job)
  if (end.type !== 'job.done') throw new Error(JSON.stringify(end))
  const [file] = end.files
  const text = execFileSync('pdftotext', ['-raw', file!.path, '-']).toString()
  // The gap between Han and figures is read as a space.
  return { name: file!.name, words: text.split(/\s+/), text: text.replaceAll(/\s+/g, ''), size: execFileSync('pdfinfo', [file!.path]).toString() }
}

async function write<T extends DocumentRecord>({ api }: Services, issue: string, changed: (document: Document) => { readonly before: T; readonly after: T }): Promise<void> {
  const { document, revision } = await api.call('issues.open', { issue })
  const { before, after } = changed(document)
  await api.call('issues.commit', { issue, revision, change: [{ id: before.id, before, after }] satisfies Change })
}

function headlined(headline: string) {
  return (document: Document) => {
    const [before] = Object.values(document.records).filter((one) => one.type === 'article')
    return { before: before!, after: { ...before!, headline } }
  }
}

describe('proofs', () => {
  it('have the numbers of the lines, what they are and places to sign, on A3 or at full size', async () => {
    const services = openServices()
    const { issue } = await smallIssue(services.api)
    const small = await proof(services, issue)
    expect(small.name).toBe('20240120-04-proof.pdf')
    expect(small.size).toMatch(/Page size:\s+841\.\d+ x 1190\.\d+ pts/)
    for (const words of ['第1次大样', '编辑', '校对', '值班主任', '总编', '版本1']) expect(small.text).toContain(words)
    for (const line of ['5', '60', '80']) expect(small.words).toContain(line)
    const full = await proof(services, issue, null, 'full')
    expect(full.text).toContain('第2次大样')
    const [, width] = /Page size:\s+([\d.]+) x/.exec(full.size)!
    expect(Number(width)).toBeGreaterThan((273 / 25.4) * 72)
  })

  it('say that nothing changed, or what did, since the proof before and since the page was signed', async () => {
    const services = openServices()
    const { api } = services
    const { issue, page } = await smallIssue(api)
    expect(await refusal(api.call('proofs.start', { issue, pages: [], paper: 'a3', since: 'last' }))).toBe('bad-input')
    expect(await refusal(api.call('proofs.start', { issue, pages: [], paper: 'a3', since: 'signed' }))).toBe('bad-input')
    await proof(services, issue)
    const same = await proof(services, issue, 'last')
    expect(same.name).toBe('20240120-04-changes.pdf')
    expect(same.text).toMatch(/与第1次大样.*相比，全版\d+字逐字未动/)

    await write(services, issue, (document) => ({ before: record(document, 'page', page.id)!, after: { ...record(document, 'page', page.id)!, state: 'signed' } }))
    await write(services, issue, headlined('另一个标题'))
    for (const [since, words] of [['last', '第2次大样'], [1, '第1次大样'], ['signed', '签印时']] as const) {
      const marked = await proof(services, issue, since)
      expect(marked.text, String(since)).toContain(words)
      expect(marked.text, String(since)).toMatch(/改动1处（增\d字、删\d字）.*其余\d+字逐字未动/)
    }
    const { proofs, signedAt } = await api.call('proofs.list', { issue, page: page.id })
    expect(proofs.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1])
    expect(signedAt).not.toBe(null)
  })

  it('compare with the page that was signed, not with what became of it', async () => {
    const services = openServices()
    const { issue, page } = await smallIssue(services.api)
    const sign = (state: 'signed' | 'draft') => write(services, issue, (document) => ({ before: record(document, 'page', page.id)!, after: { ...record(document, 'page', page.id)!, state } }))
    const { document } = await services.api.call('issues.open', { issue })
    const [first] = Object.values(document.records).filter((one) => one.type === 'article')
    await sign('signed')
    await write(services, issue, headlined('改过的'))
    await sign('draft')
    await write(services, issue, headlined(first!.headline))
    expect((await proof(services, issue, 'signed')).text).toMatch(/与签印时.*逐字未动/)
  })
})
