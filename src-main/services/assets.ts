/** Picture files: taken in whole, shown in colour or as the black plate has them. The decoder is loaded when the first picture comes, not at the start. */
import { basename } from 'node:path'
import { ApiFailure } from '../../src-core/api/methods.ts'
import type { Refusal } from '../../src-core/api/methods.ts'
import type { AssetRecord } from '../../src-core/document/records.ts'
import type { Handlers, Machine } from './service.ts'

export function assetService({ library }: Machine): Handlers<'assets.add' | 'assets.preview'> {
  return {
    'assets.add': async ({ files }) => {
      const { readPicture } = await import('../images/picture.ts')
      const assets: AssetRecord[] = []
      const refused: Refusal[] = []
      for (const { name, bytes } of files) {
        try {
          assets.push(library.assets.add(bytes, { name: basename(name.replaceAll('\\', '/')), ...(await readPicture(bytes)) }))
        } catch (error) {
          if (!(error instanceof ApiFailure) || error.error.code !== 'unreadable-file') throw error
          refused.push({ file: name, message: sentence(error) })
        }
      }
      return { assets, refused }
    },
    'assets.preview': async ({ asset, maxWidth, colour }) => {
      const { previewPng } = await import('../images/picture.ts')
      return previewPng(library.assets.bytes(asset), maxWidth, colour)
    },
  }
}

export function sentence({ error }: ApiFailure): string {
  return `${error.message.zh}${error.remedy?.zh ?? ''}`
}
