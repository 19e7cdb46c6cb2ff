/** Picture files: taken in whole, shown in colour or as the black plate has them. The decoder is loaded when the first picture comes, not at the start. */
import { basename } from 'node:path'
import { ApiFailure } from '../../src-core/api/methods.ts'
import type { Refusal } from '../../src-core/api/methods.ts'
import type { AssetRecord } from '../../src-core/document/records.ts'
import { isPdf } from '../adverts/pdf-file.ts'
import type { Handlers, Machine } from './service.ts'

export function assetService({ library }: Machine): Handlers<'assets.add' | 'assets.preview'> {
  return {
    'assets.add': async ({ files }) => {
      const assets: AssetRecord[] = []
      const refused: Refusal[] = []
      for (const { name, bytes } of files) {
        try {
          assets.push(library.assets.add(bytes, { name: basename(name.replaceAll('\\', '/')), ...(await readArtwork(bytes)) }))
        } catch (error) {
          if (!(error instanceof ApiFailure) || error.error.code !== 'unreadable-file') throw error
          refused.push({ file: name, message: sentence(error) })
        }
      }
      return { assets, refused }
    },
    'assets.preview': async ({ asset, maxWidth, colour, page = 1 }) => {
      const bytes = library.assets.bytes(asset)
      if (isPdf(bytes)) return (await import('./pdf-pages.ts')).pdfPreview(bytes, page, maxWidth, colour)
      const { previewPng } = await import('../images/picture.ts')
      return previewPng(bytes, maxWidth, colour)
    },
  }
}

/** Of a picture, or of an advert's PDF. Rejects with {@link ApiFailure} `unreadable-file`. */
export async function readArtwork(bytes: Uint8Array): Promise<Omit<AssetRecord, 'type' | 'id' | 'name'>> {
  if (isPdf(bytes)) return (await import('./pdf-pages.ts')).readPdf(bytes)
  const { readPicture } = await import('../images/picture.ts')
  return readPicture(bytes)
}

export function sentence({ error }: ApiFailure): string {
  return `${error.message.zh}${error.remedy?.zh ?? ''}`
}
