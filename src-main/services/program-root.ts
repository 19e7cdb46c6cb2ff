import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of our package.json, upwards from this module: it runs from src-main and from out/main. */
export function programRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'banxin') return folder
    if (dirname(folder) === folder) throw new Error(`no package.json of banxin above ${import.meta.dirname}`)
  }
}
