/**
 * The command line (DESIGN §6). Each command loads what it needs when it is called, for a cold start counts. Results go
 * to stdout, everything else to stderr; 0 done, 1 done but preflight found errors, 2 bad input, 3 our own fault.
 */
import { exitCodeOf, told } from './cli/errors.ts'
import { keepCompiledCode } from './compiled-code.ts'
import { notInThisVersion, USAGE, usageError } from './cli/usage.ts'

type Command = (args: readonly string[]) => Promise<number>

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  parse: async () => (await import('./cli/parse.ts')).parse,
  build: async () => (await import('./cli/build.ts')).build,
  check: async () => (await import('./cli/check.ts')).check,
  savings: async () => (await import('./cli/savings.ts')).savings,
  inspect: async () => (await import('./cli/inspect.ts')).inspectCases,
  archive: async () => (await import('./cli/archive.ts')).archive,
  edition: async () => {
    throw notInThisVersion('edition', { zh: '数字报', en: 'the digital edition' })
  },
}

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(USAGE)
    return 0
  }
  if (name === undefined || !Object.hasOwn(COMMANDS, name)) {
    throw usageError(name === undefined ? { zh: '没有写命令', en: 'no command was given' } : { zh: `没有「${name}」这个命令`, en: `there is no command ${name}` })
  }
  const command = await COMMANDS[name]!()
  return command(args)
}

// A reader that has seen enough closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

keepCompiledCode()
try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${told(error)}\n`)
  process.exitCode = exitCodeOf(error)
}
