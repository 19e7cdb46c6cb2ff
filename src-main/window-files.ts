/** The built window's files and the policy they run under: the same for the loopback server and for Electron's `app://`. */
import { readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

export interface WindowFile {
  readonly path: string
  readonly mediaType: string
  /** Vite puts a hash into these names, so that their content never changes. */
  readonly immutable: boolean
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/**
 * Every file below `root` by its URL path; `/` is index.html. Only these are ever read, so no request can name a path
 * outside; symbolic links are left out.
 */
export async function listWindowFiles(root: string): Promise<ReadonlyMap<string, WindowFile>> {
  const files = new Map<string, WindowFile>()
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const mediaType = mediaTypes[extname(entry.name)]
    if (!entry.isFile() || mediaType === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const url = `/${relative(root, path).split(sep).join('/')}`
    files.set(url, { path, mediaType, immutable: url.startsWith('/assets/') })
  }
  const index = files.get('/index.html')
  if (index === undefined) throw new Error(`${root} 里没有编辑器的页面，请先运行 npm run build。 There is no built window in ${root}: run npm run build first.`)
  files.set('/', index)
  return files
}

/**
 * Headers of every answer. `connect` names what the page may connect to beyond its own origin.
 * Styles may be inline, since Mantine writes its theme's variables as a style element; scripts may not.
 */
export function windowHeaders(file: WindowFile, connect: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': file.mediaType,
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "worker-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' blob: data:",
      "font-src 'self'",
      `connect-src 'self' ${connect}`.trim(),
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-store',
  }
}
