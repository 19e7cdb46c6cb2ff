import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'core', include: ['tests/core/**/*.test.ts', 'tests/*.test.ts'] } },
      { test: { name: 'main', include: ['tests/main/**/*.test.ts'] } },
      { test: { name: 'renderer', include: ['tests/renderer/**/*.test.{ts,tsx}'] } },
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false } },
    ],
  },
})
