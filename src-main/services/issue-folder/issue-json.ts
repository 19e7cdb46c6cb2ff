/** `issue.json` → a checked value, or a sentence with the line and the place that is wrong. */
import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import type { ParseError } from 'jsonc-parser'
import type * as z from 'zod'
import { failure } from '../../../src-core/api/errors.ts'
import type { ApiFailure, LocalText } from '../../../src-core/api/methods.ts'
import { issueFileSchema } from '../../../src-core/document/issue-file.ts'
import type { IssueFile } from '../../../src-core/document/issue-file.ts'
import { FolderFailure } from './folder-failure.ts'

export type JsonPath = readonly (string | number)[]

const FILE = 'issue.json'

export interface ReadIssueFile {
  readonly issue: IssueFile
  /** Fields that this version does not know, as sentences. */
  readonly warnings: readonly LocalText[]
}

export class IssueJson {
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** Throws {@link FolderFailure} `bad-input`. */
  read(): ReadIssueFile {
    const value = this.parse()
    const first = issueFileSchema.safeParse(value)
    if (first.success) return { issue: first.data, warnings: [] }
    const unknown = first.error.issues.flatMap(unknownKeys)
    for (const { parent, key } of unknown) remove(value, parent, key)
    const second = issueFileSchema.safeParse(value)
    if (!second.success) throw new FolderFailure(second.error.issues.map((issue) => this.wrong(issue).error))
    return { issue: second.data, warnings: unknown.map(({ parent, key }) => this.unknownField([...parent, key])) }
  }

  /** A failure at a place of the file. */
  failure(path: JsonPath, what: LocalText, remedy: LocalText): ApiFailure {
    const { zh, en } = this.where(path)
    return failure('bad-input', { zh: `${zh}${what.zh}。`, en: `${en}${what.en}.` }, remedy)
  }

  private parse(): unknown {
    try {
      return JSON.parse(this.text)
    } catch {
      const errors: ParseError[] = []
      parseTree(this.text, errors, { disallowComments: true })
      const line = this.lineAt(errors[0]?.offset ?? this.text.length)
      throw failure(
        'bad-input',
        { zh: `「${FILE}」第${line}行不合 JSON 的写法。`, en: `${FILE}, line ${line}: this is not valid JSON.` },
        { zh: '请检查这一行附近的逗号、引号和括号。', en: 'Look for a comma, quote or bracket near that line.' },
      )
    }
  }

  private wrong(issue: z.core.$ZodIssue): ApiFailure {
    const { path, issue: inner } = innermost(issue, [])
    return this.failure(path, describe(inner, path.length === 0 ? FILE : ''), { zh: '请改正后再试。', en: 'Correct it and try again.' })
  }

  private unknownField(path: JsonPath): LocalText {
    const { zh, en } = this.where(path)
    return { zh: `${zh}不是本版本认识的字段，没有采用。`, en: `${en}this version does not know the field and ignored it.` }
  }

  /** `「issue.json」第12行 pages[0].stories[2]：` */
  private where(path: JsonPath): LocalText {
    const tree = parseTree(this.text)
    // What is missing has no line of its own; what it is missing from has.
    const steps = path.map((_, index) => path.slice(0, path.length - index))
    const node = tree && (steps.map((step) => findNodeAtLocation(tree, [...step])).find((found) => found !== undefined) ?? tree)
    const line = this.lineAt(node?.parent && node.parent.type === 'property' ? node.parent.offset : (node?.offset ?? 0))
    const place = written(path)
    return place === '' ? { zh: `「${FILE}」`, en: `${FILE}: ` } : { zh: `「${FILE}」第${line}行 ${place}：`, en: `${FILE}, line ${line}, ${place}: ` }
  }

  private lineAt(offset: number): number {
    return this.text.slice(0, offset).split('\n').length
  }
}

function written(path: JsonPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')
}

/** In a choice of shapes, the one that the value comes nearest to is the one that was meant. */
function innermost(issue: z.core.$ZodIssue, above: JsonPath): { path: JsonPath; issue: z.core.$ZodIssue } {
  const path = [...above, ...(issue.path as JsonPath)]
  if (issue.code !== 'invalid_union') return { path, issue }
  const candidates = issue.errors.filter((errors) => errors.length > 0).map((errors) => innermost(errors[0]!, path))
  const deepest = Math.max(0, ...candidates.map((candidate) => candidate.path.length))
  const nearest = candidates.filter((candidate) => candidate.path.length === deepest)
  return nearest.findLast((candidate) => candidate.issue.code !== 'invalid_type') ?? nearest[0] ?? { path, issue }
}

function unknownKeys(issue: z.core.$ZodIssue): readonly { parent: JsonPath; key: string }[] {
  const { path, issue: inner } = innermost(issue, [])
  return inner.code === 'unrecognized_keys' ? inner.keys.map((key) => ({ parent: path, key })) : []
}

function remove(value: unknown, parent: JsonPath, key: string): void {
  let target = value
  for (const step of parent) target = (target as Record<string | number, unknown>)[step]
  delete (target as Record<string, unknown>)[key]
}

const TYPES: Readonly<Record<string, LocalText>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表 [ ]', en: 'a list [ ]' },
  object: { zh: '对象 { }', en: 'an object { }' },
}

function describe(issue: z.core.$ZodIssue, whole: string): LocalText {
  if (issue.code === 'invalid_type') {
    const type = TYPES[issue.expected] ?? { zh: issue.expected, en: issue.expected }
    if (whole !== '') return { zh: `里应当是一个${type.zh}`, en: `the file must hold ${type.en}` }
    if (issue.message.includes('undefined')) return { zh: `缺少这一项，应当是${type.zh}`, en: `this is missing; it should be ${type.en}` }
    return { zh: `应当是${type.zh}`, en: `this should be ${type.en}` }
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map((value) => JSON.stringify(value)).join(' / ')
    return { zh: `只能是 ${values}`, en: `this can only be ${values}` }
  }
  if (issue.code === 'too_small') return { zh: `太小或太短，至少是 ${issue.minimum}`, en: `this is too small; at least ${issue.minimum}` }
  if (issue.code === 'too_big') return { zh: `太大或太长，至多是 ${issue.maximum}`, en: `this is too large; at most ${issue.maximum}` }
  if (issue.code === 'invalid_format' && issue.format === 'date') return { zh: '应当是真实的日期，写成 2024-01-20 这样', en: 'this should be a date such as 2024-01-20' }
  if (issue.code === 'custom' && issue.message === 'area-and-legs') return { zh: 'area 和 legs 只能写一个', en: 'give either area or legs, not both' }
  if (issue.code === 'custom' && issue.message === 'page-file-name') {
    return { zh: '应当是 {code}-{date}-{page} 这样的文件名，花括号里只认 code、date、page、version、section，必须有 {page}', en: 'this should be a file name such as {code}-{date}-{page}; braces hold code, date, page, version or section, and {page} must be there' }
  }
  if (issue.code === 'custom' && issue.message === 'issue-file-name') {
    return { zh: '应当是 {code}-{date} 这样的文件名，花括号里只认 code、date、version', en: 'this should be a file name such as {code}-{date}; braces hold code, date or version' }
  }
  return { zh: '写法不对', en: `this is not of the right form (${issue.message})` }
}
