/** Files of an issue folder. What `issue.json` names must lie in the folder, links followed. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, posix, relative, sep } from 'node:path'

/** A TIFF of a whole page is smaller; articles and pictures have limits of their own. */
const MOST_BYTES = 400 << 20

export type FileFault = 'outside' | 'missing' | 'no-file' | 'too-large' | 'unreadable'

export class FileError extends Error {
  readonly fault: FileFault
  constructor(fault: FileFault) {
    super(`file of an issue folder: ${fault}`)
    this.fault = fault
  }
}

export class FolderFiles {
  private readonly root: string

  /** Throws what `realpathSync` throws for a folder that is not there. */
  constructor(folder: string) {
    this.root = realpathSync(folder)
  }

  /** Throws {@link FileError}; of too large a file before it is read. */
  read(path: string, mostBytes = MOST_BYTES): Uint8Array {
    const file = this.place(path)
    const about = statSync(file)
    if (!about.isFile()) throw new FileError('no-file')
    if (about.size > mostBytes) throw new FileError('too-large')
    try {
      return readFileSync(file)
    } catch {
      throw new FileError('unreadable')
    }
  }

  /** Files in a folder of the folder, by name; hidden ones are the system's. Empty where there is none. */
  list(folder: string): readonly string[] {
    try {
      return readdirSync(this.place(folder), { withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => `${folder}/${entry.name}`)
        .toSorted()
    } catch {
      return []
    }
  }

  private place(path: string): string {
    const wanted = normalizedPath(path)
    if (wanted.startsWith('../') || wanted === '..' || isAbsolute(wanted) || /^[a-zA-Z]:/u.test(wanted) || wanted.includes('\0')) throw new FileError('outside')
    let real: string
    try {
      real = realpathSync(join(this.root, wanted))
    } catch {
      throw new FileError('missing')
    }
    const inside = relative(this.root, real)
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) throw new FileError('outside')
    return real
  }
}

/** `articles\a.txt` and `./articles/a.txt` are `articles/a.txt`. */
export function normalizedPath(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/'))
}
