import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+(?=\n)/
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banxin-start-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A program that is a shell script, alone in a folder of its own. */
async function program(name: string, script: string) {
  const home = await mkdtemp(join(folder, `${name}-`))
  await writeFile(join(home, name), `#!/bin/sh\n${script}\n`)
  await chmod(join(home, name), 0o755)
  return home
}

/** Runs `npm start`'s program until it prints the editor's address, or ends; then as Ctrl+C would. */
async function start(environment: Record<string, string>, ...args: readonly string[]) {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _w, ...own } = process.env
  const library = await mkdtemp(join(folder, 'library-'))
  const child = spawn(process.execPath, [join(root, 'src-main/start.ts'), ...args], { env: { ...own, BANXIN_LIBRARY: library, ...environment } })
  let said = ''
  let interrupted = false
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (address.test(said) && !interrupted) setTimeout(() => child.kill('SIGINT'), 500)
      interrupted ||= address.test(said)
    })
  }
  const code = await new Promise((settle) => child.once('exit', settle))
  return { code, said }
}

describe.runIf(process.platform === 'linux')('npm start', () => {
  test('without a display says so in one line and serves the editor, until Ctrl+C', async () => {
    const { code, said } = await start({})
    expect(said).toMatch(/^这里没有图形界面，改在浏览器里打开编辑器。\n/)
    expect(said).toMatch(address)
    expect(code).toBe(0)
  })

  test('runs Electron on the program’s folder where it is, and ends as it ends', async () => {
    const electron = await program('electron', 'echo "electron $* on $BANXIN_LIBRARY"; exit 0')
    const { code, said } = await start({ DISPLAY: ':77', ELECTRON_OVERRIDE_DIST_PATH: electron }, '--library', '/elsewhere')
    expect(said).toMatch(new RegExp(`^electron (--no-sandbox )?${root} on /elsewhere\n$`))
    expect(code).toBe(0)
  })

  test.each([['--prot', '8080'], ['--port', 'http'], ['--port', '99999']])('%s %s is answered by the usage, not by a stack of calls', async (...args) => {
    const { code, said } = await start({}, ...args)
    expect(said).toContain('用法：npm start -- [--library 文件夹] [--port 端口]')
    expect(said).not.toContain('    at ')
    expect(code).toBe(2)
  })

  test('an Electron that cannot start here makes way for the browser, which opens at the address', async () => {
    const electron = await program('electron', 'echo "error while loading shared libraries: libnss3.so" >&2; exit 127')
    const opened = join(folder, 'opened')
    const opener = await program('xdg-open', `echo "$1" > ${opened}`)
    const { said } = await start({ DISPLAY: ':77', ELECTRON_OVERRIDE_DIST_PATH: electron, PATH: [opener, process.env['PATH']].join(delimiter) })
    expect(said).toContain('Electron 在这台机器上启动不了，改在浏览器里打开编辑器。')
    // The opener goes on by itself.
    await expect.poll(async () => (await readFile(opened, 'utf8').catch(() => '')).trim()).toBe(address.exec(said)?.[0])
  })

  test('fetching Electron from where nothing comes ends after ten seconds', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await new Promise((settle) => silent.once('listening', settle))
    const { port } = silent.address() as { port: number }
    const nothing = join(folder, 'no-electron')
    await mkdir(nothing)
    const opener = await program('xdg-open', 'true')
    const { code, said } = await start({
      DISPLAY: ':77',
      ELECTRON_OVERRIDE_DIST_PATH: nothing,
      ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
      electron_config_cache: nothing,
      PATH: [opener, process.env['PATH']].join(delimiter),
    })
    silent.close()
    expect(said).toContain('Electron 没有取到')
    expect(said).toMatch(address)
    expect(code).toBe(0)
  })
})
