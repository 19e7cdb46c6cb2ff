/** Where the bundled faces' files lie, from a checkout, from the built program and from a package alike. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BUNDLED_FACES, FaceId } from '../../src-core/document/style.ts'

const SERIF = 'node_modules/@expo-google-fonts/noto-serif-sc'
const SANS = 'node_modules/@expo-google-fonts/noto-sans-sc'

/** Paths from the program's root. */
const FILES: Readonly<Record<keyof typeof BUNDLED_FACES, string>> = {
  song: `${SERIF}/400Regular/NotoSerifSC_400Regular.ttf`,
  'song-bold': `${SERIF}/700Bold/NotoSerifSC_700Bold.ttf`,
  hei: `${SANS}/400Regular/NotoSansSC_400Regular.ttf`,
  'hei-bold': `${SANS}/700Bold/NotoSansSC_700Bold.ttf`,
  kai: 'assets/fonts/LXGWWenKai-Regular.ttf',
}

export interface FaceFile {
  readonly id: FaceId
  readonly path: string
}

/** The bundled faces in the order that lists show them. */
export function bundledFaceFiles(root: string = programRoot()): readonly FaceFile[] {
  return Object.entries(FILES).map(([id, path]) => ({ id, path: join(root, path) }))
}

/** Face indexes made by the build. */
export function builtIndexFolder(root: string = programRoot()): string {
  return join(root, 'out/faces')
}

/** The folder of our package.json, upwards from this module: it runs from src-main and from out/main. */
function programRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'banxin') return folder
    if (dirname(folder) === folder) throw new Error(`no package.json of banxin above ${import.meta.dirname}`)
  }
}
