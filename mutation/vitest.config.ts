import { defineConfig } from 'vitest/config'

/** The tests of the rules alone, for mutations. */
export default defineConfig({
  test: { include: ['src/core/**/*.test.ts'], maxWorkers: 1, isolate: false, testTimeout: 60_000 },
})
