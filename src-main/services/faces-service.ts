/** The faces at hand, for the window's engine and painter. */
import { packOutlines } from '../../src-core/fonts/outline-pack.ts'
import type { Handlers } from './service.ts'
import type { LibraryFaces } from './faces.ts'

export function faceService(faces: () => Promise<LibraryFaces>): Handlers<'faces.list' | 'faces.index' | 'faces.outlines'> {
  return {
    'faces.list': async () => (await faces()).list(),
    'faces.index': async ({ face }) => ({ bytes: (await faces()).indexBytes(face) }),
    'faces.outlines': async ({ face, glyphs }) => ({ bytes: packOutlines(glyphs, await (await faces()).outlines(face)) }),
  }
}
