/** The faces at hand, for the window's engine and painter. */
import type { Handlers } from './service.ts'
import type { LibraryFaces } from './faces.ts'

export function faceService(faces: () => Promise<LibraryFaces>): Handlers<'faces.list' | 'faces.index' | 'faces.file'> {
  return {
    'faces.list': async () => (await faces()).list(),
    'faces.index': async ({ face }) => ({ bytes: (await faces()).indexBytes(face) }),
    'faces.file': async ({ face }) => ({ bytes: (await faces()).file(face) }),
  }
}
