/** Where the library (报库) lies: the folder with the database, the picture files, the archive and the exports. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * An explicit `--library`, else the environment's BANXIN_LIBRARY, else the operating system's place for a program's
 * data. Windows' local place, not the roaming one: a library grows to gigabytes.
 */
export function libraryFolder(argument?: string, environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const chosen = argument || environment['BANXIN_LIBRARY']
  if (chosen) return resolve(chosen)
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Banxin')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Banxin')
  return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'banxin')
}
