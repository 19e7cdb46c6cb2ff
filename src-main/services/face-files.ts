/** Where the bundled faces' files lie, from a checkout, from the built program and from a package alike. */
import { join } from 'node:path'
import type { BUNDLED_FACES, FaceId } from '../../src-core/document/style.ts'
import { programRoot } from './program-root.ts'

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
