/** Makes the bundled faces' indexes in out/faces, at build time: by the files' own hashes, so that none is stale. */
import { indexByContent, storeIndex } from './face-cache.ts'
import { builtIndexFolder, bundledFaceFiles } from './face-files.ts'

const folder = builtIndexFolder()
for (const file of bundledFaceFiles()) {
  const { hash, index } = await indexByContent(file, [folder])
  storeIndex(folder, file, hash, index)
}
