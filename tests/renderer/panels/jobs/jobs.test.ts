import { describe, expect, it, vi } from 'vitest'
import type { ApiClient, ApiEvent } from '../../../../src-core/api/methods.ts'
import { createJobs } from '../../../../src-renderer/panels/jobs/jobs.ts'

function aMachine() {
  let tell: (event: ApiEvent) => void = () => {}
  const api: ApiClient = {
    call: () => Promise.reject(new Error('nothing is called here')),
    onEvent(listener) {
      tell = listener
      return () => {}
    },
  }
  const jobs = createJobs(api)
  return { jobs, say: (event: ApiEvent) => tell(event), states: () => jobs.store.getState().map(({ id, state }) => [id, state.name]) }
}

const progress = (job: string): ApiEvent => ({ type: 'job.progress', job, done: 1, total: 3, message: '' })
const done = (job: string): ApiEvent => ({ type: 'job.done', job, files: [], archived: null })

describe('jobs', () => {
  it('are followed from their start to their end', async () => {
    const { jobs, say, states } = aMachine()
    const whenDone = vi.fn<() => void>()
    await jobs.follow('export', Promise.resolve({ job: 'a' }), whenDone)
    say(progress('a'))
    expect(jobs.store.getState()[0]?.state).toEqual({ name: 'running', done: 1, total: 3, message: '' })
    say(done('a'))
    expect(states()).toEqual([['a', 'done']])
    expect(whenDone).toHaveBeenCalledOnce()
  })

  it('that end before their start was answered are not missed', async () => {
    const { jobs, say, states } = aMachine()
    const whenDone = vi.fn<() => void>()
    say(progress('a'))
    say(done('a'))
    await jobs.follow('archive', Promise.resolve({ job: 'a' }), whenDone)
    expect(states()).toEqual([['a', 'done']])
    expect(whenDone).toHaveBeenCalledOnce()
  })

  it('of other windows do not show here', async () => {
    const { jobs, say, states } = aMachine()
    say(done('other'))
    await jobs.follow('export', Promise.resolve({ job: 'a' }))
    expect(states()).toEqual([['a', 'running']])
  })

  it('that fail or are cancelled are not done', async () => {
    const { jobs, say, states } = aMachine()
    const whenDone = vi.fn<() => void>()
    await jobs.follow('archive', Promise.resolve({ job: 'a' }), whenDone)
    await jobs.follow('archive', Promise.resolve({ job: 'b' }), whenDone)
    say({ type: 'job.cancelled', job: 'a' })
    say({ type: 'job.failed', job: 'b', error: { code: 'disk-full', message: { zh: '磁盘满了。', en: 'The disk is full.' }, remedy: null } })
    expect(states()).toEqual([['a', 'cancelled'], ['b', 'failed']])
    expect(whenDone).not.toHaveBeenCalled()
    jobs.dismiss('a')
    expect(states()).toEqual([['b', 'failed']])
  })
})
