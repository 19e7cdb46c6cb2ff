/** A thread for kept-threads.test.ts: it counts what it was asked, fails, waits to be cancelled, or dies. */
import { failure } from '../../../src-core/api/errors.ts'
import { answerTasks } from '../../../src-main/services/thread-messages.ts'

export type CountingTask = 'count' | 'refuse' | 'fault' | 'wait' | 'die' | 'spin'

let asked = 0

answerTasks<CountingTask, number>(async (task, { signal, progress }) => {
  asked += 1
  progress(asked, 5, task)
  if (task === 'refuse') throw failure('bad-input', { zh: '不收。', en: 'Refused.' })
  if (task === 'fault') throw new Error('a fault')
  if (task === 'die') process.exit(3)
  // What is hostile hears nothing.
  if (task === 'spin') for (;;);
  if (task === 'wait') {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    signal.throwIfAborted()
  }
  return asked
})
