import type { Input } from '../../../src-core/api/methods.ts'
import type { EditorWindow } from '../editor-window.ts'

/** Proofs of what is on the screen: everything typed is saved first. */
export async function makeProofs({ session, host, jobs, notices }: EditorWindow, wishes: Omit<Input<'proofs.start'>, 'issue'>): Promise<void> {
  const { issue } = session.store.getState()
  if (issue === null) return
  await notices.attempt(async () => {
    await session.settled()
    await jobs.follow('export', host.api.call('proofs.start', { issue, ...wishes }))
  })
}
