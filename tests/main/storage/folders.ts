/** Temporary folders for libraries, taken away after each test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-test-'))
  made.push(folder)
  return folder
}

export const clock = () => new Date('2024-01-20T08:00:00Z')

/** The code of the ApiFailure that the call throws, or null when it does not. */
export function failureCode(call: () => unknown): string | null {
  try {
    call()
    return null
  } catch (error) {
    return (error as { error?: { code?: string } }).error?.code ?? String(error)
  }
}
