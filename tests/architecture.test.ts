/**
 * Keeps the shape of the code (docs/architecture.md): which layer may import which, what comes from outside and where
 * it may be used, and how long a file may be.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Layer → what it may import besides itself: folders, or single files. The longest matching layer counts. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src-core/document': [],
  'src-core/article': ['src-core/document'],
  'src-core/fonts': ['src-core/document'],
  'src-core/commands': ['src-core/document'],
  'src-core/typeset': ['src-core/document', 'src-core/fonts'],
  'src-core/preflight': ['src-core/document', 'src-core/commands', 'src-core/typeset'],
  'src-core/paint': ['src-core/document', 'src-core/fonts', 'src-core/typeset/frame.ts'],
  'src-core/api': ['src-core/document', 'src-core/typeset/frame.ts', 'src-core/typeset/result.ts'],

  'src-main': ['src-core'],
  'src-main/storage': ['src-core'],
  'src-main/images': ['src-core'],
  'src-main/pdf': ['src-core'],
  'src-main/adverts': ['src-core', 'src-main/images', 'src-main/pdf/placed-page.ts'],
  'src-main/read-back': ['src-core', 'src-main/adverts'],
  'src-main/services': ['src-core', 'src-main/storage', 'src-main/images', 'src-main/pdf', 'src-main/adverts', 'src-main/read-back'],
  'src-main/cli': ['src-core', 'src-main/services', 'src-main/storage', 'src-main/images', 'src-main/pdf'],
  'src-main/serve': ['src-core', 'src-main/services', 'src-main/storage', 'src-main/window-files.ts'],
  'src-main/shell': ['src-core', 'src-main/window-files.ts'],
  'src-main/preload.ts': ['src-core/api', 'src-main/shell/channels.ts'],

  'src-renderer': ['src-core'],
  'src-renderer/text': ['src-core'],
  'src-renderer/theme': [],
  'src-renderer/host': ['src-core/api'],
  'src-renderer/editor': ['src-core'],
  'src-renderer/canvas': ['src-core', 'src-renderer/editor', 'src-renderer/text'],
  'src-renderer/panels': ['src-core', 'src-renderer/editor', 'src-renderer/host', 'src-renderer/text', 'src-renderer/theme'],
}

/** Package from outside → the only places that may import it. A package that is not here may not be imported at all. */
const mayBeUsedIn: Readonly<Record<string, readonly string[]>> = {
  zod: ['src-core', 'src-main'],
  '@msgpack/msgpack': ['src-core/api/codec.ts'],
  'opentype.js': ['src-core/fonts'],
  parse5: ['src-core/article'],
  diff: ['src-core/typeset/proof'],
  hyphen: ['src-core/typeset/text/hyphenation.ts'],

  electron: ['src-main/shell', 'src-main/index.ts', 'src-main/preload.ts'],
  ws: ['src-main/serve'],
  'better-sqlite3': ['src-main/storage'],
  pdfkit: ['src-main/pdf'],
  fontkit: ['src-main/pdf/compact-fonts.ts'],
  sharp: ['src-main/images'],
  '@napi-rs/canvas': ['src-main/images', 'src-main/adverts'],
  '@cantoo/pdf-lib': ['src-main/adverts', 'src-main/read-back'],
  'pdfjs-dist': ['src-main/adverts'],
  mammoth: ['src-main/services'],
  'jsonc-parser': ['src-main/services/issue-folder'],

  react: ['src-renderer'],
  'react-dom': ['src-renderer'],
  zustand: ['src-renderer'],
  '@mantine/core': ['src-renderer'],
  '@mantine/hooks': ['src-renderer'],
  '@tabler/icons-react': ['src-renderer'],
  'prosemirror-*': ['src-renderer/panels'],
}

/** Longer than this, a file is probably two. */
const longestFile = 500

/** Files below a folder of the checkout, as paths from its root with forward slashes. */
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const isIn = (path: string, place: string) => path === place || path.startsWith(`${place}/`)

const sources = ['src-core', 'src-main', 'src-renderer'].flatMap(filesIn).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))

interface Import {
  readonly from: string
  /** A path of the checkout, or a package's specifier. */
  readonly to: string
}

/** `import … from`, `export … from` and their last lines, bare imports, lazy imports, and files named by URL. */
const specifier = /(?:^(?:import|export|\}).*\bfrom |^import |\bimport\(|\bnew URL\()'([^']+)'/gm
/** Imports that are loaded with their file: no lazy ones, and no types. */
const loadedAtOnce = /(?:^(?:import(?! type)|export(?! type)|\}).*\bfrom |^import )'([^']+)'/gm
const imports: readonly Import[] = sources.flatMap((from) =>
  [...read(from).matchAll(specifier)].map(([, name = '']) => ({
    from,
    to: name.startsWith('.') ? relative(root, resolve(root, dirname(from), name)).split(sep).join('/').replace(/\?.*$/, '') : name,
  })),
)
const inner = imports.filter(({ to }) => to.startsWith('src-'))
const outer = imports.filter(({ to }) => !to.startsWith('src-') && !to.startsWith('package.json') && !to.endsWith('.css'))

const layerOf = (path: string) =>
  Object.keys(mayImport)
    .filter((layer) => isIn(path, layer))
    .toSorted((a, b) => b.length - a.length)[0]

const lengthOf = (path: string) => read(path).split('\n').length - 1
const placesOf = (name: string) => mayBeUsedIn[name] ?? mayBeUsedIn[name.replace(/-[^-]+$/, '-*')] ?? []
const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')
const isNode = (name: string) => name.startsWith('node:') || builtinModules.includes(name)

describe('imports', () => {
  test.each(Object.entries(mayImport))('%s', (layer, allowed) => {
    const wrong = inner.filter(({ from, to }) => layerOf(from) === layer && ![layer, ...allowed].some((place) => isIn(to, place)))
    // A folder's root files put its layers together.
    const composition = layer === 'src-main' || layer === 'src-renderer'
    expect(wrong.filter(({ to }) => !(composition && isIn(to, layer)))).toEqual([])
  })

  test('every source belongs to a layer', () => {
    expect(sources.filter((path) => layerOf(path) === undefined)).toEqual([])
  })

  test('core is pure: nothing of Node, of the window, or of the clock and chance', () => {
    expect(outer.filter(({ from, to }) => isIn(from, 'src-core') && isNode(to))).toEqual([])
    const impure = /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|crypto\.randomUUID)\b/
    expect(sources.filter((path) => isIn(path, 'src-core') && impure.test(read(path)))).toEqual([])
  })

  test('the window never reaches for Node', () => {
    expect(outer.filter(({ from, to }) => isIn(from, 'src-renderer') && isNode(to))).toEqual([])
  })

  test('the hosts start without the engine and the decoders, which their threads and first calls load', () => {
    const atStart = new Set<string>()
    const load = (path: string) => {
      if (atStart.has(path)) return
      atStart.add(path)
      if (!path.startsWith('src-')) return
      for (const [, name = ''] of read(path).matchAll(loadedAtOnce)) load(name.startsWith('.') ? relative(root, resolve(root, dirname(path), name)).split(sep).join('/') : name)
    }
    load('src-main/serve/start.ts')
    load('src-main/index.ts')
    expect(atStart).toContain('src-main/services/services.ts')
    for (const heavy of ['src-core/typeset/engine.ts', 'src-core/article/intake.ts', 'sharp', '@napi-rs/canvas', 'fontkit']) expect(atStart).not.toContain(heavy)
  })

  test('packages are used where they belong', () => {
    expect(outer.filter(({ from, to }) => !isNode(to) && !placesOf(packageOf(to)).some((place) => isIn(from, place)))).toEqual([])
  })

  test('every dependency is used', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    const used = outer.map(({ to }) => packageOf(to)).filter((name) => name in dependencies)
    const peers = used.flatMap((name) => {
      const manifest = JSON.parse(read(`node_modules/${name}/package.json`)) as { peerDependencies?: Record<string, string> }
      return Object.keys(manifest.peerDependencies ?? {})
    })
    // The faces are read as files.
    expect(Object.keys(dependencies).filter((name) => ![...used, ...peers].includes(name) && !name.startsWith('@expo-google-fonts/'))).toEqual([])
  })
})

describe('files', () => {
  const prose = ['docs', 'tests', 'bench', 'tools', '.ci'].flatMap(filesIn).filter((path) => /\.(tsx?|mjs|json|md)$|^\.ci\//.test(path))

  test(`none is longer than ${longestFile} lines`, () => {
    expect([...sources, ...prose].filter((path) => !path.endsWith('.json') && lengthOf(path) > longestFile)).toEqual([])
  })

  test('none names a package registry or a path of the machine it was written on', () => {
    const foreign = /https?:\/\/(registry|deb|pypi|proxy)\.|\/work\/(main|shared|\.library)\b/
    const all = [...sources, ...prose, 'README.md', 'package.json', 'package-lock.json', '.npmrc']
    expect(all.filter((path) => path !== 'tests/architecture.test.ts' && foreign.test(read(path)))).toEqual([])
  })

  test('none is called by what it is not about', () => {
    expect(sources.filter((path) => /(^|\/)(utils?|helpers?|common|misc|shared)(\.|\/)/.test(path))).toEqual([])
  })

  test('docs/architecture.md names every folder of the sources', () => {
    const page = read('docs/architecture.md')
    const names = (folder: string) => [folder, `…/${basename(folder)}`].some((name) => page.includes(`\`${name}\``))
    expect([...new Set(sources.map((path) => dirname(path)))].filter((folder) => !names(folder))).toEqual([])
  })
})
