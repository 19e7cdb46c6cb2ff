import { expect, test } from 'vitest'
import type { ApiClient } from '../../../src-core/api/methods.ts'
import type { AssetRecord } from '../../../src-core/document/records.ts'
import { takePictures } from '../../../src-renderer/editor/take-pictures.ts'

/** A machine that finds every file to be a PNG. */
const machine = {
  call: (_: string, { files }: { files: readonly { name: string }[] }) =>
    Promise.resolve({ assets: files.map(({ name }): AssetRecord => ({ type: 'asset', id: `asset:${name}`, name, mime: 'image/png', width: 4, height: 3 })), refused: [] }),
} as unknown as ApiClient

test('a picture that is not what its name says is taken, and told', async () => {
  const files = ['a.png', '通车.JPG', 'scan', '.png', 'v1.2/图'].map((name) => new File(['x'], name))
  const { assets, misnamed } = await takePictures(machine, files, String)
  expect(assets).toHaveLength(files.length)
  expect(misnamed.map(({ zh }) => zh)).toEqual(['图片「通车.JPG」其实是 PNG 文件，已按 PNG 读入，请把扩展名“.jpg”改成“.png”。'])
})
