import { defineConfig } from 'vitest/config'
import { closingLine } from './tests/setup/closing-line.ts'

/** Only what hangs may run into a limit: a law of two hundred runs takes its time on a busy machine. */
const patience = { testTimeout: 120_000, hookTimeout: 180_000 }

/**
 * Threads that run from source have their types stripped by WebAssembly, in one module that all threads of a process
 * share. Optimised behind their backs while they come and go, it can end the process (nodejs/node#64500): not optimised here.
 */
const execArgv = ['--no-wasm-tier-up', '--no-wasm-code-gc']

export default defineConfig({
  test: {
    reporters: ['default', closingLine],
    projects: [
      { test: { ...patience, name: 'core', include: ['tests/core/**/*.test.ts', 'tests/*.test.ts'] } },
      { test: { ...patience, name: 'main', include: ['tests/{main,setup,tools}/**/*.test.ts'], execArgv, globalSetup: 'tests/setup/programs.ts' } },
      { test: { ...patience, name: 'renderer', include: ['tests/renderer/**/*.test.{ts,tsx}'] } },
      {
        test: {
          ...patience,
          testTimeout: 180_000,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/setup/programs.ts',
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
          // A browser and the engine at once are enough for two cores.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
