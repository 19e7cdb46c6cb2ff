/** The browser host's entry: puts the services and the loopback server together, and tells where the editor is. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ApiFailure, type ApiServer } from '../../src-core/api/methods.ts'
import { openServices } from '../services/open-services.ts'
import { libraryFolder } from '../storage/location.ts'
import { startServer } from './server.ts'

try {
  const { library, port } = chosen()
  const services = await openServices(libraryFolder(library), 'browser')
  const server = await startServer({ api: services, root: join(import.meta.dirname, '../renderer'), port })
  console.log(`版心在浏览器里打开（Ctrl+C 结束）：\n${server.url}`)
  openBrowser(server.url)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop(server, services))
} catch (fault) {
  const sentence = sentenceOf(fault)
  if (sentence === null) throw fault
  console.error(sentence)
  process.exit(2)
}

/** @throws what `parseArgs` throws, or a RangeError for what is no port. */
function chosen(): { readonly library: string | undefined; readonly port: number } {
  const { values } = parseArgs({ options: { library: { type: 'string' }, port: { type: 'string', default: '0' } } })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError(`--port ${values.port}`)
  return { library: values.library, port }
}

/** What the user can mend, as a sentence; null for what is our own fault. */
function sentenceOf(fault: unknown): string | null {
  if (fault instanceof ApiFailure) return [fault.error.message, fault.error.remedy].flatMap((text) => (text ? [`${text.zh} ${text.en}`] : [])).join('\n')
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  if (code === 'EADDRINUSE' || code === 'EACCES') return '这个端口用不了，可能已被别的程序占用；请换一个，或不写 --port。 The port cannot be used; choose another, or leave --port out.'
  if (fault instanceof RangeError || code.startsWith('ERR_PARSE_ARGS')) {
    return '参数不对。用法：npm start -- [--library 文件夹] [--port 端口] Usage: npm start -- [--library FOLDER] [--port PORT]'
  }
  return null
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
