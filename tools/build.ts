/**
 * Builds the program into out/: the bundles, then the bundled faces' indexes. With --if-changed, only when a source is
 * newer than the last build that succeeded, so that `npm start` and `npm test` may always ask.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Whatever the build reads, as paths of the checkout. */
const sources = ['src-core', 'src-main', 'src-renderer', 'assets/fonts', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/** Whether the file `stamp` is missing, or older than a file or folder of `paths` (a folder changes when a file goes). */
export function isStale(stamp: string, paths: readonly string[]): boolean {
  if (!existsSync(stamp)) return true
  const built = statSync(stamp).mtimeMs
  return paths.some((path) => newest(path) > built)
}

function newest(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function build(root: string, stamp: string): void {
  rmSync(stamp, { force: true })
  // What Node keeps of bundles that are no more (src-main/compiled-code.ts).
  rmSync(join(root, 'out/compiled'), { recursive: true, force: true })
  const begun = new Date()
  run(root, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'])
  run(root, [join(root, 'src-main/services/build-faces.ts')])
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, `${begun.toISOString()}\n`)
}

/** Runs a Node program to its end; when it fails, so do we. */
function run(root: string, command: readonly string[]): void {
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..')
  const stamp = join(root, 'out/built')
  if (!process.argv.includes('--if-changed') || isStale(stamp, sources.map((path) => join(root, path)))) build(root, stamp)
}
