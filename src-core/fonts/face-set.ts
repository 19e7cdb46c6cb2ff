/** Faces by id, with where to look for what one of them lacks. */
import type { FaceId } from '../document/style.ts'
import type { Face, FaceSet } from './face.ts'

/**
 * Fallback of the bundled faces: first the face nearest in weight and tone, then whatever has most characters.
 * 楷体 (LXGW WenKai) holds some 4,300 characters that the Noto cuts lack, so it ends every chain.
 */
export const BUNDLED_FALLBACK: Readonly<Record<FaceId, readonly FaceId[]>> = {
  song: ['hei', 'kai'],
  'song-bold': ['hei-bold', 'song', 'kai'],
  hei: ['song', 'kai'],
  'hei-bold': ['song-bold', 'hei', 'kai'],
  kai: ['song', 'hei'],
}

/** What an editor's own face falls back to. */
export const GENERAL_FALLBACK: readonly FaceId[] = ['song', 'hei', 'kai']

/** `retired` faces draw what was set in them before, in the archive, but nothing is set in them any more. */
export function faceSet(
  faces: readonly Face[],
  { fallback = BUNDLED_FALLBACK, retired = new Set() }: { readonly fallback?: Readonly<Record<FaceId, readonly FaceId[]>>; readonly retired?: ReadonlySet<FaceId> } = {},
): FaceSet {
  const byId = new Map(faces.map((face) => [face.id, face]))
  const chains = new Map<FaceId, readonly Face[]>()
  const chain = (id: FaceId): readonly Face[] =>
    [...new Set([id, ...(fallback[id] ?? GENERAL_FALLBACK)])]
      .filter((name) => !retired.has(name))
      .map((name) => byId.get(name))
      .filter((face) => face !== undefined)
  return {
    ids: faces.map(({ id }) => id).filter((id) => !retired.has(id)),
    face: (id) => byId.get(id),
    chain(id) {
      const known = chains.get(id) ?? chain(id)
      chains.set(id, known)
      return known
    },
  }
}
