/**
 * `node bench/kill.ts [KILLS]`: the kill test of tests/main/storage at length, 200 kills unless said otherwise. Exits 1 when
 * an acknowledged change was lost.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killRepeatedly } from '../tests/main/storage/kill-run.ts'

const kills = Number(process.argv[2] ?? 200)
const folder = mkdtempSync(join(tmpdir(), 'banxin-kill-'))
try {
  const report = await killRepeatedly(folder, kills, Math.random)
  for (const loss of report.losses) console.error(loss)
  console.log(`${report.kills} kills, ${report.acknowledged} acknowledged changes, ${report.losses.length} losses`)
  process.exitCode = report.losses.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
