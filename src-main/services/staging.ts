/**
 * Files that enter a folder all together: they are written into a hidden folder inside it, and moved when the last one is
 * there. Several threads may write; one publishes or discards.
 */
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failure } from '../../src-core/api/errors.ts'
import type { ApiFailure, WrittenFile } from '../../src-core/api/methods.ts'
import { errorCode } from '../storage/failures.ts'

const WAITING = '.writing-'
/** No export takes as long: whoever was writing there was killed. */
const FORGOTTEN_MILLISECONDS = 24 * 3_600_000

export class Staging {
  readonly folder: string
  /** Where the files wait; another thread opens the same staging by both paths. */
  readonly waiting: string

  constructor(folder: string, waiting: string) {
    this.folder = folder
    this.waiting = waiting
  }

  static async begin(folder: string): Promise<Staging> {
    await mkdir(folder, { recursive: true })
    await removeForgotten(folder)
    return new Staging(folder, await mkdtemp(join(folder, WAITING)))
  }

  /** The file as it will be once it is published. Rejects with {@link ApiFailure} where another has its name. */
  async write(name: string, bytes: Uint8Array, about: Pick<WrittenFile, 'page'> = {}): Promise<WrittenFile> {
    await writeFile(join(this.waiting, name), bytes, { flag: 'wx' }).catch((error: unknown) => {
      throw errorCode(error) === 'EEXIST' ? sameName(name) : error
    })
    return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), path: join(this.folder, name), ...about }
  }

  /** Throws {@link ApiFailure}, before any file is there, where a folder stands in a file's place. */
  async publish(files: readonly WrittenFile[]): Promise<void> {
    const blocked = files.find(({ path }) => statSync(path, { throwIfNoEntry: false })?.isDirectory())
    if (blocked) {
      throw failure(
        'bad-input',
        { zh: `「${this.folder}」里有一个文件夹叫「${blocked.name}」，占了要写的文件的位置，没有输出。`, en: `A folder ${blocked.name} in ${this.folder} stands where a file should go; nothing was exported.` },
        { zh: '请给那个文件夹改名，再输出。', en: 'Give that folder another name and export again.' },
      )
    }
    for (const { name, path } of files) await rename(join(this.waiting, name), path)
    await this.discard()
  }

  async discard(): Promise<void> {
    await rm(this.waiting, { recursive: true, force: true })
  }
}

/** Two pages have one number, or the pattern of the file gave it the name of a page's. */
function sameName(name: string): ApiFailure {
  return failure(
    'bad-input',
    { zh: `有两个文件都叫「${name}」，没有输出。`, en: `Two files would be called ${name}; nothing was exported.` },
    { zh: '请给重号的版另编版次，或在报纸样式的“印刷”里改文件名。', en: 'Give pages of one number another, or change the names of files under Print in the house style.' },
  )
}

async function removeForgotten(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(WAITING)) continue
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }))
    if (Date.now() - mtimeMs > FORGOTTEN_MILLISECONDS) await rm(path, { recursive: true, force: true })
  }
}
