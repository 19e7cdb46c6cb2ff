/**
 * Kills a process that commits changes, at random moments, and looks whether everything that it acknowledged is on
 * disk. Twenty kills are a test, two hundred a bench (bench/kill.ts).
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { applyChange, sameRecord } from '../../../src-core/document/change.ts'
import type { Document } from '../../../src-core/document/records.ts'
import { openLibrary } from '../../../src-main/storage/library.ts'
import type { Library } from '../../../src-main/storage/library.ts'
import type { Acknowledged } from './kill-child.ts'

const CHILD = fileURLToPath(new URL('./kill-child.ts', import.meta.url))

export interface KillReport {
  readonly kills: number
  /** Changes that the killed processes had acknowledged. */
  readonly acknowledged: number
  /** What was wrong afterwards, in sentences. */
  readonly losses: readonly string[]
}

/** All kills hit one growing library. `random` answers a number from 0 to 1. */
export async function killRepeatedly(folder: string, kills: number, random: () => number): Promise<KillReport> {
  const losses: string[] = []
  let acknowledged = 0
  for (let kill = 0; kill < kills; kill++) {
    const seen = await runAndKill(folder, kill, random() * 150)
    acknowledged += seen.length
    const library = openLibrary(folder, () => new Date())
    losses.push(...lossesOf(library, seen).map((loss) => `kill ${kill}: ${loss}`))
    library.close()
  }
  return { kills, acknowledged, losses }
}

/**
 * What the child acknowledged until it was killed, `delay` milliseconds after its first acknowledgement; every fifth
 * time after its start, so that opening a library is hit too.
 */
function runAndKill(folder: string, seed: number, delay: number): Promise<readonly Acknowledged[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    const kill = () => child.kill('SIGKILL')
    let timer = seed % 5 === 4 ? setTimeout(kill, 4 * delay) : null
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      timer ??= setTimeout(kill, delay)
    })
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (timer) clearTimeout(timer)
      // A last line without its end was not read by anybody: the change may or may not be there.
      if (signal === 'SIGKILL') resolve(output.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Acknowledged))
      else reject(new Error(`the child ended by itself (${code}): ${errors}`))
    })
  })
}

function lossesOf(library: Library, seen: readonly Acknowledged[]): readonly string[] {
  const losses: string[] = []
  const integrity = library.integrity()
  if (integrity !== 'ok') losses.push(integrity)
  for (const issue of new Set(seen.map((one) => one.issue))) {
    const changes = library.issues.changes(issue)
    for (const { revision, sha256 } of seen.filter((one) => one.issue === issue)) {
      const change = changes[revision - 1]
      if (!change || createHash('sha256').update(JSON.stringify(change)).digest('hex') !== sha256) losses.push(`${issue} revision ${revision} is lost`)
    }
    const stored = library.issues.load(issue)
    const replayed = changes.reduce<Document>(applyChange, { records: {} })
    const ids = new Set([...Object.keys(stored.document.records), ...Object.keys(replayed.records)])
    if (stored.revision !== changes.length) losses.push(`${issue} is at revision ${stored.revision} with ${changes.length} changes`)
    if (![...ids].every((id) => sameRecord(stored.document.records[id] ?? null, replayed.records[id] ?? null))) losses.push(`${issue} does not replay to its records`)
  }
  for (const { asset } of seen) if (asset) library.assets.bytes(asset)
  return losses
}
