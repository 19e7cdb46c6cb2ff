/** Services over a library of their own, closed after each test; a fault that nobody foresaw fails the test. */
import { afterEach, expect } from 'vitest'
import type { ApiEvent, ApiServer, IssueId, JobId } from '../../../src-core/api/methods.ts'
import { GRID_PRESETS } from '../../../src-core/document/grid.ts'
import type { DocumentRecord, PageRecord } from '../../../src-core/document/records.ts'
import { createServices } from '../../../src-main/services/services.ts'
import { openLibrary } from '../../../src-main/storage/library.ts'
import { clock, newFolder } from '../storage/folders.ts'

export interface OpenServices {
  readonly api: ApiServer
  readonly folder: string
  readonly events: readonly ApiEvent[]
}

const open: { readonly api: ApiServer; readonly faults: readonly unknown[] }[] = []
afterEach(async () => {
  for (const { api, faults } of open.splice(0)) {
    await api.close()
    expect(faults).toEqual([])
  }
})

export function openServices(folder = newFolder(), idPrefix = 'id'): OpenServices {
  const faults: unknown[] = []
  const events: ApiEvent[] = []
  let ids = 0
  const api = createServices({
    library: openLibrary(folder, clock),
    host: 'browser',
    now: clock,
    randomId: () => `${idPrefix}-${++ids}`,
    report: (fault) => faults.push(fault),
  })
  api.onEvent((event) => events.push(event))
  open.push({ api, faults })
  return { api, folder, events }
}

/** The last event of a job. */
export function endOf({ api, events }: OpenServices, job: JobId): Promise<Extract<ApiEvent, { job: JobId }>> {
  const isEnd = (event: ApiEvent) => 'job' in event && event.job === job && event.type !== 'job.progress'
  return new Promise((resolve) => {
    const look = (event: ApiEvent | undefined) => {
      if (event && isEnd(event)) resolve(event as Extract<ApiEvent, { job: JobId }>)
    }
    look(events.find(isEnd))
    api.onEvent(look)
  })
}

/** An issue of one tabloid page, with an article on it and one in the pool. Returns its id, page record and revision. */
export async function smallIssue(api: ApiServer): Promise<{ readonly issue: IssueId; readonly page: PageRecord; readonly revision: number }> {
  const created = await api.call('issues.create', {
    paper: { name: '晨光日报', code: 'cgrb' },
    date: '2024-01-20',
    number: 5021,
    pages: [{ number: '04', section: '要闻', grid: GRID_PRESETS['tabloid']! }],
  })
  const page = Object.values(created.document.records).find((record): record is PageRecord => record.type === 'page')!
  const article = { type: 'article', order: 0, file: null, page: null, kicker: null, subtitle: null, summary: null, byline: '本报记者王小明', notes: [] } as const
  const records: readonly DocumentRecord[] = [
    { ...article, id: 'printed', headline: '新区建设走上阵地', blocks: [{ role: 'paragraph', text: '全市ＧＤＰ增长百分之八。' }] },
    { ...article, id: 'pool', headline: '备用稿件', blocks: [{ role: 'paragraph', text: '这一篇没有上版。' }] },
    { type: 'story', id: 'story', page: page.id, article: 'printed', order: 0, legs: [{ column: 0, from: 0, to: 20 }], measure: null, headline: null, boxed: false },
  ]
  const { revision } = await api.call('issues.commit', { issue: created.id, revision: 1, change: records.map((after) => ({ id: after.id, before: null, after })) })
  return { issue: created.id, page, revision }
}

/** The code that the call is refused with, or null when it is not. */
export async function refusal(call: Promise<unknown>): Promise<string | null> {
  return call.then(
    () => null,
    (error: { error?: { code?: string } }) => error.error?.code ?? String(error),
  )
}
