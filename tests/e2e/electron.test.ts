import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { _electron } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
let library: string

beforeAll(async () => {
  library = await mkdtemp(join(tmpdir(), 'banxin-electron-'))
})
afterAll(() => rm(library, { recursive: true, force: true }))

test('the built entry and preload run: services, the window’s files and the sample issue', async () => {
  const driver = join(import.meta.dirname, 'support/electron-driver.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [driver], { env: { ...process.env, BANXIN_LIBRARY: join(library, 'stand-in') } })
  const seen = JSON.parse(stdout)
  expect(seen.errors).toEqual([])
  expect(seen.info.output).toMatchObject({ host: 'electron', library: join(library, 'stand-in') })
  expect(seen.issues.output).toMatchObject([{ date: '2024-01-20', pages: [{ number: '04', section: '要闻' }] }])
  expect(existsSync(seen.preload)).toBe(true)
  expect(seen.script).toBe(200)
})

const told = join(root, 'node_modules/electron/path.txt')
const binary = existsSync(told) ? join(root, 'node_modules/electron/dist', await readFile(told, 'utf8')) : null
const hindrance =
  binary === null ? 'Electron’s binary is not installed here (npx install-electron)' : process.platform === 'linux' && !process.env['DISPLAY'] ? 'there is no display' : null

describe.skipIf(hindrance !== null)(`in Electron itself${hindrance === null ? '' : ` — skipped: ${hindrance}`}`, () => {
  test('the window opens on the sample issue, isolated and without complaint', async () => {
    const program = await _electron.launch({
      executablePath: binary ?? '',
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root],
      env: { ...(process.env as Record<string, string>), BANXIN_LIBRARY: join(library, 'electron') },
    })
    try {
      const window = await program.firstWindow()
      const complaints: string[] = []
      window.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      await window.waitForSelector('canvas')
      expect(window.url()).toBe('app://banxin/')
      expect(await window.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis))).toEqual([])
      expect(complaints).toEqual([])
    } finally {
      await program.close()
    }
  })
})
