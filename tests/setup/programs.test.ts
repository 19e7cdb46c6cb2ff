import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { findProgram, provide, type Program } from './programs.ts'

const qpdf: Program = { names: ['qpdf'], debianPackage: 'qpdf' }
const poppler: readonly Program[] = ['pdftotext', 'pdfinfo'].map((name) => ({ names: [name], debianPackage: 'poppler-utils' }))

test('a program is found by its first name on the path, and only when it can run', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-programs-'))
  const path = join(folder, 'chromium-browser')
  await writeFile(path, '')
  const browser: Program = { names: ['chromium', 'chromium-browser'], debianPackage: 'chromium' }
  const search = ['/nowhere', folder].join(delimiter)
  if (process.platform !== 'win32') expect(findProgram(browser, search)).toBeNull()
  await chmod(path, 0o755)
  expect(findProgram(browser, search)).toBe(path)
  expect(findProgram({ ...browser, names: ['/nowhere/chrome', path] }, '')).toBe(path)
  await rm(folder, { recursive: true })
})

test('what is there is not installed', () => {
  provide([qpdf], () => '/usr/bin/qpdf', () => expect.unreachable())
})

test('what is missing is installed, each package once', () => {
  const installed: string[] = []
  provide([qpdf, ...poppler], (program) => (installed.includes(program.debianPackage) ? '/usr/bin/x' : null), (packages) => installed.push(...packages))
  expect(installed).toEqual(['qpdf', 'poppler-utils'])
})

test.each([
  ['nobody may install', null],
  ['installing failed', () => {}],
])('one sentence names what to install when %s', (_, install) => {
  expect(() => provide([qpdf, ...poppler], () => null, install)).toThrow(/apt-get install qpdf poppler-utils/)
})
