import { afterEach, describe, expect, it } from 'vitest'
import { KeptThreads } from '../../../src-main/services/kept-threads.ts'
import type { CountingTask } from './counting-thread.ts'

const open: KeptThreads<CountingTask, number>[] = []
afterEach(() => Promise.all(open.splice(0).map((threads) => threads.close())))

function counting(most: number, idleMilliseconds = 60_000): KeptThreads<CountingTask, number> {
  const threads = new KeptThreads<CountingTask, number>({ name: '../../tests/main/services/counting-thread', most, idleMilliseconds })
  open.push(threads)
  return threads
}

const hooks = (signal = new AbortController().signal) => {
  const told: string[] = []
  return { signal, told, progress: (_done: number, _total: number, message: string) => void told.push(message) }
}

describe('kept threads', () => {
  it('do one task after the other, and remember', async () => {
    const threads = counting(1)
    const first = hooks()
    expect(await threads.run('count', first)).toBe(1)
    expect(first.told).toEqual(['count'])
    // More tasks than threads wait for their turn; who told what goes to whom asked.
    const others = [hooks(), hooks(), hooks()]
    expect(await Promise.all(others.map((one) => threads.run('count', one)))).toEqual([2, 3, 4])
    expect(others.map(({ told }) => told)).toEqual([['count'], ['count'], ['count']])
  })

  it('are several at a time', async () => {
    const threads = counting(2)
    expect((await Promise.all([threads.run('count', hooks()), threads.run('count', hooks())])).toSorted()).toEqual([1, 1])
  })

  it('answer failures and faults, and go on', async () => {
    const threads = counting(1)
    await expect(threads.run('refuse', hooks())).rejects.toMatchObject({ error: { code: 'bad-input' } })
    await expect(threads.run('fault', hooks())).rejects.toThrow('a fault')
    expect(await threads.run('count', hooks())).toBe(3)
  })

  it('stop a task that is cancelled, also one that has not begun, and go on', async () => {
    const threads = counting(1)
    const [running, waiting] = [new AbortController(), new AbortController()]
    const ends = Promise.allSettled([threads.run('wait', hooks(running.signal)), threads.run('count', hooks(waiting.signal))])
    waiting.abort()
    setTimeout(() => running.abort(), 50)
    expect(await ends).toEqual([running, waiting].map(({ signal }) => ({ status: 'rejected', reason: signal.reason as unknown })))
    expect(await threads.run('count', hooks())).toBe(2)
  })

  it('are ended when a task goes beyond its limit, and replaced', async () => {
    const threads = counting(1)
    const beyond = new Error('too long')
    const limit = { milliseconds: 300, beyond }
    await threads.run('count', hooks(), { ...limit, milliseconds: 30_000 })
    const ends = Promise.allSettled([threads.run('spin', hooks(), limit), threads.run('count', hooks())])
    expect(await ends).toEqual([{ status: 'rejected', reason: beyond }, { status: 'fulfilled', value: 1 }])
  })

  it('are replaced when one dies, and ended when nobody needs them', async () => {
    const threads = counting(1, 30)
    await threads.run('count', hooks())
    await expect(threads.run('die', hooks())).rejects.toThrow('ended with 3')
    expect(await threads.run('count', hooks())).toBe(1)
    expect(await threads.run('count', hooks())).toBe(2)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await threads.run('count', hooks())).toBe(1)
  })
})
