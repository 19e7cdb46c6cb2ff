/** The thread that reads faces whole: for an import, or again for a new version of the index. */
import type { FaceSummary } from '../../src-core/api/methods.ts'
import { FaceStore } from '../storage/faces.ts'
import { openFaces } from './faces.ts'
import { importFace, indexFolder } from './import-face.ts'
import { answerTask, type ThreadHooks } from './thread-messages.ts'

export type FaceTask =
  | { readonly kind: 'import'; readonly library: string; readonly name: string; readonly bytes: Uint8Array; readonly member: number; readonly addedAt: string }
  /** Makes the indexes of own faces that this version of the program does not have yet. */
  | { readonly kind: 'index'; readonly library: string }

export type FaceAnswer = FaceSummary | null

await answerTask(work)

async function work(task: FaceTask, hooks: ThreadHooks): Promise<FaceAnswer> {
  const store = new FaceStore(task.library)
  if (task.kind === 'import') return importFace(task, store, indexFolder(task.library), hooks)
  await openFaces({ cache: indexFolder(task.library), own: store })
  return null
}
