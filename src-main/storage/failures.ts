/** What SQLite and the file system report, in sentences for the editor. */
import { failure } from '../../src-core/api/errors.ts'
import { ApiFailure } from '../../src-core/api/methods.ts'

/** The failure that a storage error means, or null where it is none that an editor can do something about. */
export function storageFailure(error: unknown, folder: string): ApiFailure | null {
  if (error instanceof ApiFailure) return error
  const code = errorCode(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return failure(
      'disk-full',
      { zh: `磁盘已满，刚才这一步没有保存（报库在 ${folder}）。`, en: `The disk is full; the last step was not saved (the library is in ${folder}).` },
      { zh: '请清出磁盘空间后再试；此前保存的内容完好。', en: 'Free some space and try again. Everything saved before is intact.' },
    )
  }
  if (isDamage(code)) return damagedLibrary(folder, null)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return failure(
      'busy',
      { zh: '另一个版心程序正在写同一个报库，等了几秒仍未轮到。', en: 'Another Banxin is writing to the same library and did not finish in time.' },
      { zh: '稍候再试，或关掉另一个程序。', en: 'Try again in a moment, or close the other one.' },
    )
  }
  if (code === 'SQLITE_READONLY' || code === 'SQLITE_CANTOPEN' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return failure(
      'unreadable-file',
      { zh: `不能读写报库所在的文件夹 ${folder}。`, en: `The library's folder ${folder} cannot be read or written.` },
      { zh: '请检查文件夹的权限，或用 --library 另选一处。', en: 'Check the folder’s permissions, or choose another with --library.' },
    )
  }
  return null
}

export function isDamage(code: string): boolean {
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
}

export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : ''
}

/** `aside`: where the damaged files were put, null while they are still in their place. */
export function damagedLibrary(folder: string, aside: string | null): ApiFailure {
  return failure(
    'damaged-library',
    {
      zh: `报库文件已损坏（${folder}）${aside ? `，已原样移到 ${aside}` : ''}。`,
      en: `The library in ${folder} is damaged${aside ? `; its files were moved, as they are, to ${aside}` : ''}.`,
    },
    {
      zh: `请保留损坏的文件以便抢救；backups 文件夹里如有备份，可改名为 banxin.sqlite 放回。${aside ? '再次启动将新建空的报库。' : '请重新启动。'}`,
      en: `Keep the damaged files for rescue. A copy in the folder backups may be put back as banxin.sqlite.${aside ? ' The next start begins an empty library.' : ' Please restart.'}`,
    },
  )
}

export function newerLibrary(folder: string): ApiFailure {
  return failure(
    'newer-library',
    { zh: `这个报库（${folder}）是更新版本的版心建立的，本版本不能打开，没有作任何改动。`, en: `The library in ${folder} was made by a newer Banxin; this version cannot open it and changed nothing.` },
    { zh: '请升级版心。', en: 'Please upgrade Banxin.' },
  )
}
