import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const readJson = async (name: string) => JSON.parse(await readFile(resolve(root, name), 'utf8'))

interface LockedPackage {
  readonly hasInstallScript?: boolean
  readonly gypfile?: boolean
  readonly resolved?: string
  readonly link?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

describe('an install needs npm and Node alone', async () => {
  const lock: { packages: Record<string, LockedPackage> } = await readJson('package-lock.json')
  const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = await readJson('package.json')

  test('better-sqlite3 is not compiled: it ships its binaries, and npm reads from the lockfile whether to call node-gyp', () => {
    expect(lock.packages['node_modules/better-sqlite3']).toMatchObject({ gypfile: false })
  })

  test('only `node` runs a script when it is installed', () => {
    const scripted = Object.keys(lock.packages).filter((name) => lock.packages[name]?.hasInstallScript && name !== '')
    // fsevents is macOS' own, optional, and ships its binary.
    expect(scripted.filter((name) => !name.endsWith('node_modules/fsevents'))).toEqual(['node_modules/node'])
  })

  test('every version is pinned', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
    }
  })

  // npm forgets the others when it writes the lockfile beside installed packages: then no other system can install.
  test('the binaries of every system are locked, not only those of the system that wrote the lockfile', () => {
    const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    const locked = Object.keys(lock.packages)
    expect(wanted.filter((name) => !locked.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([])
  })

  test('the lockfile names no registry, so that each user’s own is asked', () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved !== undefined && entry.link !== true)).toEqual([])
  })
})
