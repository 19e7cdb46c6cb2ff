import { describe, expect, it } from 'vitest'
import { GRID_PRESETS } from '../../../src-core/document/grid.ts'
import type { ApiEvent } from '../../../src-core/api/methods.ts'
import type { IssueRecord } from '../../../src-core/document/records.ts'
import { newFolder } from '../storage/folders.ts'
import { openServices, refusal, smallIssue } from './test-services.ts'

const paper = { name: '晨光日报', code: 'cgrb' }
const page = { number: '01', section: '要闻', grid: GRID_PRESETS['broadsheet']! }

describe('issues', () => {
  it('are there again after a restart, with what can be undone', async () => {
    const folder = newFolder()
    const first = openServices(folder)
    const { issue } = await smallIssue(first.api)
    const before = await first.api.call('issues.open', { issue })
    expect(before.undo).toHaveLength(1)
    await first.api.close()
    const second = openServices(folder, 'later')
    expect(await second.api.call('issues.open', { issue })).toEqual(before)
  })

  it('come by date, latest first, with their pages in order', async () => {
    const { api } = openServices()
    for (const date of ['2024-01-19', '2024-01-21', '2024-01-20']) {
      await api.call('issues.create', { paper, date, number: null, pages: [page, { ...page, number: '02', section: '时政' }] })
    }
    const list = await api.call('issues.list', {})
    expect(list.map(({ date }) => date)).toEqual(['2024-01-21', '2024-01-20', '2024-01-19'])
    expect(list[0]!.pages).toEqual([{ number: '01', section: '要闻' }, { number: '02', section: '时政' }])
  })

  it('take over the style of the paper’s latest', async () => {
    const { api } = openServices()
    const { issue, revision } = await smallIssue(api)
    const head = (await api.call('issues.open', { issue })).document.records['issue'] as IssueRecord
    const style = { ...head.style, ruleWidth: 0.5 }
    await api.call('issues.commit', { issue, revision, change: [{ id: 'issue', before: head, after: { ...head, style } }] })
    const next = await api.call('issues.create', { paper, date: '2024-01-21', number: 5022, pages: [page] })
    expect((next.document.records['issue'] as IssueRecord).style).toEqual(style)
    const other = await api.call('issues.create', { paper: { name: '校报', code: 'xb' }, date: '2024-01-21', number: 1, pages: [page] })
    expect((other.document.records['issue'] as IssueRecord).style).toEqual(head.style)
  })

  it('tell every window of a change, another process’s too', async () => {
    const folder = newFolder()
    const [one, two] = [openServices(folder), openServices(folder, 'two')]
    const { issue, page: changed, revision } = await smallIssue(one.api)
    expect(one.events.at(-1)).toEqual({ type: 'issue.changed', issue, revision: 2 })
    const seen = new Promise<ApiEvent>((resolve) => {
      two.api.onEvent((event) => {
        if (event.type === 'issue.changed' && event.revision === 3) resolve(event)
      })
    })
    await one.api.call('issues.commit', { issue, revision, change: [{ id: changed.id, before: changed, after: { ...changed, section: '时政' } }] })
    expect(await seen).toEqual({ type: 'issue.changed', issue, revision: 3 })
    expect((await two.api.call('issues.open', { issue })).revision).toBe(3)
  })

  it('are refused with two pages of one number, and stay as they were', async () => {
    const { api } = openServices()
    await expect(api.call('issues.create', { paper, date: '2024-01-20', number: null, pages: [page, page] })).rejects.toMatchObject({
      error: { code: 'bad-input', message: { zh: expect.stringContaining('第01版有两个') } },
    })
    expect(await api.call('issues.list', {})).toEqual([])
  })

  it('keep named versions and can be removed', async () => {
    const { api } = openServices()
    const { issue, revision } = await smallIssue(api)
    expect(await api.call('issues.markVersion', { issue, name: '一校' })).toEqual({ revision })
    await api.call('issues.remove', { issue })
    expect(await refusal(api.call('issues.open', { issue }))).toBe('not-found')
    expect(await refusal(api.call('issues.markVersion', { issue, name: '一校' }))).toBe('not-found')
  })
})
