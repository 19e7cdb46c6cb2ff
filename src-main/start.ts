/**
 * `npm start`: the editor in Electron, or, where Electron cannot run, the same editor in the browser.
 * `--library` holds for both; the other arguments are the browser host's.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const root = resolve(import.meta.dirname, '..')
const electronFolder = join(root, 'node_modules/electron')

/** How long fetching Electron may hold up the start. */
const fetchLimitMs = 10_000
/** An Electron that fails sooner never showed its window: a library is missing, say, or the display refuses it. */
const startLimitMs = 5_000

/** Runs Electron to its end. Null when that went well, else why the editor did not open in it. */
async function runElectron(): Promise<string | null> {
  if (!hasDisplay()) return '这里没有图形界面'
  const program = findElectron() ?? fetchElectron()
  if (program === null) return 'Electron 没有取到（镜像的设法见 README）'
  const begun = performance.now()
  // Chromium's sandbox cannot run as root; for any other user it stays on.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(program, [...asRoot, root], { stdio: 'inherit', windowsHide: false })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const code = await new Promise<number | null>((settle) => {
    child.once('error', () => settle(1))
    child.once('exit', settle)
  })
  if (code !== 0 && code !== 2 && performance.now() - begun < startLimitMs) return 'Electron 在这台机器上启动不了'
  process.exitCode = code ?? 0
  return null
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/** Electron's executable, if its binary is there; where it lies is told as Electron's own package tells it. */
function findElectron(): string | null {
  const told = join(electronFolder, 'path.txt')
  const name = existsSync(told) ? readFileSync(told, 'utf8') : 'electron'
  const program = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electronFolder, 'dist'), name)
  return existsSync(program) ? program : null
}

/** Electron's own installer; it reads ELECTRON_MIRROR. */
function fetchElectron(): string | null {
  console.log(`正在下载 Electron（最多等 ${fetchLimitMs / 1000} 秒）……`)
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], { timeout: fetchLimitMs, killSignal: 'SIGKILL', stdio: 'ignore' })
  return findElectron()
}

const { library } = parseArgs({ options: { library: { type: 'string' } }, strict: false }).values
if (typeof library === 'string') process.env['BANXIN_LIBRARY'] = resolve(library)

const hindrance = await runElectron()
if (hindrance !== null) {
  console.log(`${hindrance}，改在浏览器里打开编辑器。`)
  await import(join(dirname(import.meta.dirname), 'out/main/serve.js'))
}
