/** The faces of a machine as a house uses them: its composite faces, and what it lets a face fall back to. */
import type { FaceId, HouseStyle } from '../document/style.ts'
import type { Face, FaceSet } from './face.ts'

/** The same set where the house has nothing of its own, so that it costs nothing. */
export function houseFaces(faces: FaceSet, { composites = [], fallbacks = [] }: Pick<HouseStyle, 'composites' | 'fallbacks'>): FaceSet {
  if (composites.length === 0 && fallbacks.length === 0) return faces
  const composed = new Map(composites.map((composite) => [composite.id, composite]))
  const chosen = new Map(fallbacks.map(({ face, to }) => [face, to]))
  const chains = new Map<FaceId, readonly Face[]>()

  function chain(id: FaceId): readonly Face[] {
    const composite = composed.get(id)
    // What the Han face and its fallback lack may still stand in the Western one.
    if (composite) return unique([...chain(composite.han), ...chain(composite.latin)])
    const first = chosen.get(id)
    const own = faces.chain(id)
    if (!first) return own
    // Whatever the house chose, a character that some face has is never missing: the program's own chain ends every other.
    return unique([...own.filter((face) => face.id === id), ...first.map((next) => faces.face(next)).filter((face) => face !== undefined), ...own])
  }

  return {
    ids: faces.ids,
    face: (id) => faces.face(id),
    chain(id) {
      const known = chains.get(id) ?? chain(id)
      chains.set(id, known)
      return known
    },
    composite: (id) => composed.get(id),
  }
}

function unique(faces: readonly Face[]): readonly Face[] {
  return [...new Set(faces)]
}
