/** The browser host's entry: puts the services and the loopback server together, and tells where the editor is. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ApiFailure, type ApiServer } from '../../src-core/api/methods.ts'
import { openServices } from '../services/open-services.ts'
import { libraryFolder } from '../storage/location.ts'
import { startServer } from './server.ts'

const { values } = parseArgs({ options: { library: { type: 'string' }, port: { type: 'string' } } })

try {
  const services = await openServices(libraryFolder(values.library), 'browser')
  const server = await startServer({ api: services, root: join(import.meta.dirname, '../renderer'), port: Number(values.port ?? 0) })
  console.log(`版心在浏览器里打开（Ctrl+C 结束）：\n${server.url}`)
  openBrowser(server.url)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop(server, services))
} catch (fault) {
  if (!(fault instanceof ApiFailure)) throw fault
  console.error([fault.error.message, fault.error.remedy].flatMap((text) => (text ? [`${text.zh} ${text.en}`] : [])).join('\n'))
  process.exitCode = 2
}

async function stop(server: { close(): Promise<void> }, services: ApiServer): Promise<void> {
  await server.close()
  await services.close()
  process.exit(0)
}

/** Opens the user's browser where there is a display; the address is printed in any case. */
function openBrowser(url: string): void {
  const command = opener(url)
  if (command === null) return
  const [program, ...details] = command
  spawn(program, details, { detached: true, stdio: 'ignore' })
    .on('error', () => console.error('浏览器没有自动打开，请把上面的网址复制到浏览器里。'))
    .unref()
}

function opener(url: string): [string, ...string[]] | null {
  if (process.platform === 'darwin') return ['open', url]
  if (process.platform === 'win32') return ['explorer.exe', url]
  return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : null
}
