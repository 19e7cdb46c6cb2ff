/** Whole processes, timed in turn: a slow machine slows every row of a round alike, so ratios stay true. */
import { spawnSync } from 'node:child_process'

export interface ProcessRun {
  readonly milliseconds: number
  /** Peak resident memory in MB, where /usr/bin/time can tell. */
  readonly megabytes: number | null
}

export function runProcess(commandLine: readonly string[]): ProcessRun {
  const timed = spawnSync('/usr/bin/time', ['--version']).error === undefined
  const [command, ...args] = timed ? ['/usr/bin/time', '-f', '@@%M', ...commandLine] : commandLine
  const start = performance.now()
  const run = spawnSync(command!, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  const milliseconds = performance.now() - start
  // Our command line ends with 1 where preflight found errors, such as one story on 24 pages; the files are there.
  if (run.status === null || run.status > 1) throw new Error(`${commandLine.join(' ')} failed: ${run.stderr}`)
  const peak = /@@(\d+)/.exec(run.stderr)
  return { milliseconds, megabytes: peak ? Number(peak[1]) / 1024 : null }
}

/** Runs each command once uncounted, then `rounds` times in turn. */
export function interleave<Name extends string>(commands: Readonly<Record<Name, readonly string[]>>, rounds: number): Record<Name, readonly ProcessRun[]> {
  const names = Object.keys(commands) as Name[]
  for (const name of names) runProcess(commands[name])
  const runs = Object.fromEntries(names.map((name) => [name, [] as ProcessRun[]])) as Record<Name, ProcessRun[]>
  for (let round = 0; round < rounds; round++) for (const name of names) runs[name].push(runProcess(commands[name]))
  return runs
}
