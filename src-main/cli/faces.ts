/** The faces for an issue folder: the program's own, and where the issue names others, those of the editor's library. */
import { namedFaces } from '../../src-core/document/faces-used.ts'
import type { Document } from '../../src-core/document/records.ts'
import { BUNDLED_FACES } from '../../src-core/document/style.ts'
import { openFaces, type LibraryFaces } from '../services/faces.ts'
import { indexFolder } from '../services/import-face.ts'
import { FaceStore } from '../storage/faces.ts'
import { libraryFolder } from '../storage/location.ts'

/** An issue in the bundled faces alone is set alike on every machine: no library is looked at. */
export function facesFor(document: Document, library: string | undefined): Promise<LibraryFaces> {
  if (namedFaces(document).every(({ face }) => Object.hasOwn(BUNDLED_FACES, face))) return openFaces({ cache: null })
  const folder = libraryFolder(library)
  return openFaces({ cache: indexFolder(folder), own: new FaceStore(folder) })
}
