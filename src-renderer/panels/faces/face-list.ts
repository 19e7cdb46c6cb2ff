/** The faces of this machine's library, asked for once and again when one came or went. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient, FaceSummary } from '../../../src-core/api/methods.ts'

/** Null until the first answer is here. */
export type FaceList = StoreApi<readonly FaceSummary[] | null>

/** A list that cannot be had is asked for again with the next change; until then faces are named by their ids. */
export function createFaceList(api: ApiClient): FaceList {
  const store: FaceList = createStore<readonly FaceSummary[] | null>(() => null)
  const ask = () => {
    void api.call('faces.list', {}).then(
      (faces) => store.setState(faces, true),
      () => undefined,
    )
  }
  ask()
  api.onEvent((event) => {
    if (event.type === 'faces.changed') ask()
  })
  return store
}
