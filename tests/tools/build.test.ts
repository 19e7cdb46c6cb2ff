import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isStale } from '../../tools/build.ts'

let folder: string
let stamp: string

/** Gives every path the same age, in seconds since the epoch. */
async function age(seconds: number, ...paths: readonly string[]) {
  for (const path of paths) await utimes(join(folder, path), seconds, seconds)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banxin-build-'))
  await mkdir(join(folder, 'src/deep'), { recursive: true })
  await writeFile(join(folder, 'src/deep/a.ts'), '')
  await writeFile(join(folder, 'built'), '')
  stamp = join(folder, 'built')
  await age(1000, 'src/deep/a.ts', 'src/deep', 'src')
  await age(2000, 'built')
})
afterEach(() => rm(folder, { recursive: true }))

test('a build after the last change holds', () => {
  expect(isStale(stamp, [join(folder, 'src')])).toBe(false)
})

test('a changed file, a new one and a removed one each ask for a new build', async () => {
  await age(3000, 'src/deep/a.ts')
  expect(isStale(stamp, [join(folder, 'src')])).toBe(true)
  await age(1000, 'src/deep/a.ts')
  await writeFile(join(folder, 'src/b.ts'), '')
  expect(isStale(stamp, [join(folder, 'src')])).toBe(true)
  await age(1000, 'src', 'src/b.ts')
  await rm(join(folder, 'src/deep/a.ts'))
  expect(isStale(stamp, [join(folder, 'src')])).toBe(true)
})

test('no build is stale', () => {
  expect(isStale(join(folder, 'none'), [join(folder, 'src')])).toBe(true)
})
