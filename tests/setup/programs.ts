/**
 * The system programs that tests need: a browser, and independent readers of PDF. Found, or installed where that can be
 * done without asking (root on Debian or its kin), else asked for in one sentence. Run once before all tests.
 */
import { spawnSync, type SpawnSyncOptions } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface Program {
  /** Names on the PATH, or whole paths; the first found is taken. */
  readonly names: readonly string[]
  readonly debianPackage: string
}

export const chromium: Program = {
  names: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  debianPackage: 'chromium',
}

const needed: readonly Program[] = [
  chromium,
  ...['pdftotext', 'pdffonts', 'pdfinfo', 'pdftoppm'].map((name) => ({ names: [name], debianPackage: 'poppler-utils' })),
  { names: ['qpdf'], debianPackage: 'qpdf' },
  { names: ['gs', 'gswin64c'], debianPackage: 'ghostscript' },
  { names: ['mutool'], debianPackage: 'mupdf-tools' },
]

/** The program's path, or null. `search` is a PATH. */
export function findProgram({ names }: Program, search = process.env['PATH'] ?? ''): string | null {
  const endings = process.platform === 'win32' ? ['', '.exe'] : ['']
  for (const name of names) {
    const folders = /[/\\]/.test(name) ? [''] : search.split(delimiter)
    for (const folder of folders) {
      for (const ending of endings) {
        const path = folder === '' ? name : join(folder, name + ending)
        if (isExecutable(path)) return path
      }
    }
  }
  return null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * @param install installs Debian packages, or null where that cannot be done.
 * @throws {Error} one sentence that says what to install.
 */
export function provide(programs: readonly Program[], find: (program: Program) => string | null, install: ((packages: readonly string[]) => void) | null): void {
  const missing = () => [...new Set(programs.filter((program) => find(program) === null).map((program) => program.debianPackage))]
  if (missing().length > 0) install?.(missing())
  const still = missing()
  if (still.length > 0) throw new Error(`测试还需要这些程序，请先安装（Debian、Ubuntu：sudo apt-get install ${still.join(' ')}；其他系统请装同名软件，浏览器也可以是 Chrome）。`)
}

/** apt-get, for root on Debian or its kin. */
function debianInstaller(): ((packages: readonly string[]) => void) | null {
  if (process.getuid?.() !== 0 || findProgram({ names: ['apt-get'], debianPackage: 'apt' }) === null) return null
  return (packages) => {
    console.log(`正在安装测试要用的程序：${packages.join(' ')}`)
    const options: SpawnSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], options)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
  }
}

/** Vitest calls this once, before any test. What is missing is told as a sentence, not as a stack of calls. */
export default function setup(): void {
  try {
    provide(needed, findProgram, debianInstaller())
  } catch (missing) {
    console.error(`\n${missing instanceof Error ? missing.message : String(missing)}\n`)
    process.exit(1)
  }
}
