/** The built editor as a person meets it: the browser host on a library of its own, and Chromium at its address. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium as playwright, type Browser, type Page } from 'playwright-core'
import { chromium, findProgram } from '../../setup/programs.ts'

const root = resolve(import.meta.dirname, '../../..')

export interface EditorHost {
  /** The address with its token. */
  readonly url: string
  /** Folder of the library; `startHost(library)` opens it again after `stop` or `kill`. */
  readonly library: string
  /** Ends it as Ctrl+C does. */
  stop(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

/** Starts the browser host; without a library on a new, empty one. */
export async function startHost(library?: string): Promise<EditorHost> {
  const folder = library ?? (await mkdtemp(join(tmpdir(), 'banxin-e2e-')))
  // No display, so that nobody's browser opens.
  const { DISPLAY: _x, WAYLAND_DISPLAY: _w, ...environment } = process.env
  const child = spawn(process.execPath, [join(root, 'out/main/serve.js'), '--library', folder], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  return { url: await addressFrom(child), library: folder, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') }
}

function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const url = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+(?=\s)/.exec(said)?.[0]
      if (url !== undefined) settle(url)
    })
    child.once('exit', (code) => fail(new Error(`the browser host ended with ${code} before it said its address: ${said}`)))
  })
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((settle) => {
    child.once('exit', () => settle())
    child.kill(signal)
  })
}

/** Chromium without a window; as root without its sandbox, which cannot run then. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findProgram(chromium)
  if (executablePath === null) throw new Error('tests/setup/programs.ts provides Chromium before any test')
  const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return playwright.launch({ executablePath, args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet })
}

export interface Editor {
  readonly host: EditorHost
  readonly page: Page
  /** What the page complained about: errors on its console, uncaught ones, violations of the policy. */
  readonly complaints: readonly string[]
  /** A picture of the window in out/screenshots, for looking at. */
  screenshot(name: string): Promise<void>
  /** Ends all of it and removes the library. */
  close(): Promise<void>
}

/** A new library with the sample issue, open in a window of its own browser. */
export async function openEditor({ width = 1440, height = 900 } = {}): Promise<Editor> {
  const host = await startHost()
  const browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', acceptDownloads: true })
  // As with the tests' own limits: only what hangs may run into it.
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  await page.goto(host.url)
  return {
    host,
    page,
    complaints,
    async screenshot(name) {
      const folder = join(root, 'out/screenshots')
      await mkdir(folder, { recursive: true })
      await page.screenshot({ path: join(folder, `${name}.png`) })
    },
    async close() {
      await browser.close()
      await host.stop()
      await rm(host.library, { recursive: true, force: true })
    },
  }
}
