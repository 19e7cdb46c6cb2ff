/** Serves the built window as `app://banxin/`: an origin of its own, which file:// would not give, and no port. */
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { listWindowFiles, windowHeaders } from '../window-files.ts'

export const windowOrigin = 'app://banxin'

/** Must run before Electron is ready. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** @param root folder of the built window, out/renderer. */
export async function serveAppProtocol(root: string): Promise<void> {
  const files = await listWindowFiles(root)
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url)
    const file = host === 'banxin' ? files.get(pathname) : undefined
    if (file === undefined) return new Response('没有这个文件。 No such file.', { status: 404 })
    return new Response(await readFile(file.path), { headers: windowHeaders(file, '') })
  })
}
