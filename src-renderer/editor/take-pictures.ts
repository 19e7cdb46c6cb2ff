/** Picture files that an editor chose or dropped go into the library; what is too large is refused before it is read. */
import type { ApiClient, Refusal } from '../../src-core/api/methods.ts'
import type { LocalText } from '../../src-core/document/local-text.ts'
import { misnamed } from '../../src-core/document/misnamed.ts'
import { MOST_PICTURE_BYTES } from '../../src-core/document/picture-file.ts'
import type { AssetRecord } from '../../src-core/document/records.ts'

export interface TakenPictures {
  readonly assets: readonly AssetRecord[]
  readonly refused: readonly Refusal[]
  /** Of files that were taken in and whose names say that they are of another kind. */
  readonly misnamed: readonly LocalText[]
}

/**
 * One after the other: several large ones would be more than a message holds. `tooLarge` says what is wrong with a file of
 * more megabytes. Rejects with ApiFailure.
 */
export async function takePictures(api: ApiClient, files: readonly File[], tooLarge: (megabytes: number) => string): Promise<TakenPictures> {
  const assets: AssetRecord[] = []
  const refused: Refusal[] = []
  for (const file of files) {
    if (file.size > MOST_PICTURE_BYTES) {
      refused.push({ file: file.name, message: tooLarge(MOST_PICTURE_BYTES >> 20) })
      continue
    }
    const answer = await api.call('assets.add', { files: [{ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }] })
    assets.push(...answer.assets)
    refused.push(...answer.refused)
  }
  return { assets, refused, misnamed: assets.flatMap(({ name, mime }) => misnamed(name, mime) ?? []) }
}
