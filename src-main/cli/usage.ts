/** How the commands are called, and what is said where they are called otherwise. */
import { parseArgs } from 'node:util'
import type { ParseArgsOptionsConfig } from 'node:util'
import { failure } from '../../src-core/api/errors.ts'
import type { ApiFailure, LocalText } from '../../src-core/api/methods.ts'

export const USAGE = `版心 banxin：中文报纸排版

  banxin parse FILE…                    稿件文件 → 稿件 JSON
  banxin build FOLDER --out DIR         排出期文件夹：每版一个 PDF，另有 preflight.json
               [--page 04]… [--preset newsprint-x1a|newsprint-x4|coated-x1a|coated-x4|proof]
               [--png DPI] [--frames] [--issue] [--library DIR]
               [--profile FILE.icc]     印厂自己的色彩特性文件
               [--send NAME]            传版：NAME 签发，另写传版单；改过的版版本加一
  banxin check FOLDER [--library DIR]   只检查，结果为 JSON
  banxin savings FOLDER [--library DIR] 省行表：各稿删几个字能省一行，结果为 JSON
  banxin inspect CASES.json             文字引擎逐例答复
  banxin archive add FOLDER             归档一期
  banxin archive list | show DATE | search WORDS | verify | restore DATE FOLDER
                 [--library DIR]

DATE 是 2024-01-20、cgrb/2024-01-20 或 cgrb/2024-01-20/1。
退出码：0 完成，1 完成但检查有错误，2 输入有问题，3 程序自身出错。
`

export function usageError({ zh, en }: LocalText): ApiFailure {
  return failure('bad-input', { zh: `${zh}。`, en: `${en[0]!.toUpperCase()}${en.slice(1)}.` }, { zh: '请看 banxin --help。', en: 'See banxin --help.' })
}

export function notInThisVersion(what: string, { zh, en }: LocalText): ApiFailure {
  return failure('bad-input', { zh: `本版本还没有${zh}（${what}）。`, en: `This version does not have ${en} (${what}) yet.` }, { zh: '请去掉它再运行。', en: 'Leave it out and run again.' })
}

/** Throws {@link usageError} for a flag that the command does not have, or one without its value. */
export function readArguments<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const flag = error instanceof Error ? (/'(-[^' ]*)/u.exec(error.message)?.[1] ?? '') : ''
    const missing = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
    throw usageError(missing ? { zh: `${flag} 的值不对或没有写`, en: `the value of ${flag} is missing or wrong` } : { zh: `没有 ${flag} 这个选项`, en: `there is no option ${flag}` })
  }
}

/** Exactly these arguments, by name; otherwise a sentence that shows them. */
export function positionals<Name extends string>(command: string, given: readonly string[], names: readonly Name[]): Record<Name, string> {
  if (given.length === names.length) return Object.fromEntries(names.map((name, index) => [name, given[index]!])) as Record<Name, string>
  const form = ['banxin', command, ...names].join(' ')
  throw usageError({ zh: `${command} 的写法是 ${form}`, en: `${command} is called as ${form}` })
}
