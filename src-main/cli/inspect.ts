/** `banxin inspect CASES.json`: the text engine in the open. Exits 0 even where some answers are errors. */
import { failure } from '../../src-core/api/errors.ts'
import { inspect, InspectInputError } from '../../src-core/typeset/inspect.ts'
import { openFaces } from '../services/faces.ts'
import { readInput } from './input-file.ts'
import { printJson } from './output.ts'
import { positionals, readArguments } from './usage.ts'

export async function inspectCases(args: readonly string[]): Promise<number> {
  const { 'CASES.json': file } = positionals('inspect', readArguments(args, {}).positionals, ['CASES.json'])
  const cases = readCases(file)
  try {
    printJson(inspect(cases, namesFace(cases) ? (await openFaces({ cache: null })).set : null))
  } catch (error) {
    if (!(error instanceof InspectInputError)) throw error
    throw failure('bad-input', { zh: `「${file}」：${error.message}`, en: `${file}: ${error.message}` })
  }
  return 0
}

function readCases(file: string): unknown {
  const text = Buffer.from(readInput(file)).toString('utf8').replace(/^\ufeff/u, '')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw failure(
      'bad-input',
      { zh: `「${file}」不合 JSON 的写法。`, en: `${file} is not valid JSON: ${error instanceof Error ? error.message : String(error)}.` },
      { zh: '请检查逗号、引号和括号。', en: 'Look for a comma, quote or bracket.' },
    )
  }
}

/** Ideal metrics need no face, and opening faces takes time. */
function namesFace(cases: unknown): boolean {
  const metrics = (one: unknown) => (typeof one === 'object' && one !== null && 'metrics' in one ? one.metrics : undefined)
  return Array.isArray(cases) && cases.some((one) => typeof metrics(one) === 'string' && metrics(one) !== 'ideal')
}
