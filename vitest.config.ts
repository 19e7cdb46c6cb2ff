import { defineConfig } from 'vitest/config'
import { closingLine } from './tests/setup/closing-line.ts'

export default defineConfig({
  test: {
    reporters: ['default', closingLine],
    projects: [
      { test: { name: 'core', include: ['tests/core/**/*.test.ts', 'tests/*.test.ts'] } },
      { test: { name: 'main', include: ['tests/{main,setup,tools}/**/*.test.ts'], globalSetup: 'tests/setup/programs.ts' } },
      { test: { name: 'renderer', include: ['tests/renderer/**/*.test.{ts,tsx}'] } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/setup/programs.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
          fileParallelism: false,
          // A browser and the engine at once are enough for two cores.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
