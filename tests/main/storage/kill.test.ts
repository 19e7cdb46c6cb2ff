import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newFolder } from './folders.ts'
import { killRepeatedly } from './kill-run.ts'

it('loses no acknowledged change when the process is killed, twenty times', { timeout: 180_000 }, async () => {
  const moments = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), 20)
  const report = await killRepeatedly(newFolder(), 20, () => moments.pop()!)
  expect(report.losses).toEqual([])
  expect(report.acknowledged).toBeGreaterThanOrEqual(20)
})
