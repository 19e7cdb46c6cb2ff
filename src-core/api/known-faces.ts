/** The machine's faces as checks see them: those that something can be set in. */
import type { FaceSummary } from './methods.ts'

export function knownFaces(faces: readonly FaceSummary[]): readonly { readonly id: string; readonly name: string; readonly embeddable: boolean }[] {
  return faces.filter(({ retired }) => !retired).map(({ id, name, embedding }) => ({ id, name, embeddable: embedding === 'allowed' }))
}
