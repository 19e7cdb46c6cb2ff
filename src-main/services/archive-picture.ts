/** Pictures of archived pages, painted from the frozen frames and kept, since they never change. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArchiveKey } from '../../src-core/api/methods.ts'
import { writeWhole } from '../storage/files.ts'
import type { Library } from '../storage/library.ts'
import type { LibraryFaces } from './faces.ts'

export class ArchivePictures {
  readonly #library: Library
  readonly #faces: () => Promise<LibraryFaces>
  /** Painting takes a core and much memory, so that one waits for the other. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(library: Library, faces: () => Promise<LibraryFaces>) {
    this.#library = library
    this.#faces = faces
  }

  /** A PNG, `width` pixels wide. */
  picture(key: ArchiveKey, page: string, width: number): Promise<Uint8Array> {
    const picture = this.#last.then(() => this.#kept(key, page, width))
    this.#last = picture.catch(() => undefined)
    return picture
  }

  async #kept(key: ArchiveKey, page: string, width: number): Promise<Uint8Array> {
    const { result, sha256 } = this.#library.archive.pageResult(key, page)
    const path = join(this.#library.folder, 'cache', 'pages', `${sha256}-${width}.png`)
    try {
      return readFileSync(path)
    } catch {
      const [{ pagePng }, { drawPdf }] = await Promise.all([import('../images/page-png.ts'), import('./pdf-pages.ts')])
      const assets = new Map(this.#library.archive.manifest(key).assets.map((asset) => [asset.id, asset]))
      // A hair less than the width asked for, since the painter rounds up to whole pixels.
      const dpi = (72 * (width - 0.01)) / result.frame.trim.width
      const png = await pagePng(result.frame, dpi, await this.#faces(), (id) => {
        const asset = assets.get(id)
        return asset ? this.#library.archive.assetBytes(key, asset) : null
      }, drawPdf)
      writeWhole(path, png)
      return png
    }
  }
}
