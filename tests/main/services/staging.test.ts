import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Staging } from '../../../src-main/services/staging.ts'
import { sha256 } from '../../../src-main/storage/files.ts'
import { newFolder } from '../storage/folders.ts'

test('files come out all together, over those of before, or not at all', async () => {
  const folder = join(newFolder(), 'out')
  const bytes = Buffer.from('page')
  const first = await Staging.begin(folder)
  const files = [await first.write('04.pdf', bytes, { page: 'p4' }), await first.write('05.pdf', bytes)]
  expect(files[0]).toEqual({ name: '04.pdf', bytes: 4, sha256: sha256(bytes), path: join(folder, '04.pdf'), page: 'p4' })
  expect(existsSync(join(folder, '04.pdf'))).toBe(false)
  await first.publish(files)
  expect(readdirSync(folder).toSorted()).toEqual(['04.pdf', '05.pdf'])

  const second = await Staging.begin(folder)
  await second.write('04.pdf', Buffer.from('changed'))
  // Two threads may write into one staging, but not one name.
  await expect(new Staging(folder, second.waiting).write('04.pdf', bytes)).rejects.toMatchObject({ error: { code: 'bad-input' } })
  await second.discard()
  expect(readFileSync(join(folder, '04.pdf'), 'utf8')).toBe('page')

  mkdirSync(join(folder, '06.pdf'))
  const third = await Staging.begin(folder)
  const more = [await third.write('04.pdf', Buffer.from('changed')), await third.write('06.pdf', bytes)]
  await expect(third.publish(more)).rejects.toMatchObject({ error: { code: 'bad-input' } })
  await third.discard()
  expect(readFileSync(join(folder, '04.pdf'), 'utf8')).toBe('page')
  expect(readdirSync(folder).toSorted()).toEqual(['04.pdf', '05.pdf', '06.pdf'])
})

test('what a killed program left is cleared away a day later, what another one is writing is not', async () => {
  const folder = newFolder()
  const [old, young] = ['.writing-old', '.writing-young'].map((name) => join(folder, name)) as [string, string]
  for (const path of [old, young]) mkdirSync(path)
  writeFileSync(join(old, '04.pdf'), 'half')
  const yesterday = new Date(Date.now() - 25 * 3_600_000)
  utimesSync(old, yesterday, yesterday)
  const staging = await Staging.begin(folder)
  expect([existsSync(old), existsSync(young)]).toEqual([false, true])
  await staging.discard()
})
