// Breaks the rules on purpose, one place at a time, and tells which breaks no test of the rules notices: `npm run mutate`.
export default {
  testRunner: 'vitest',
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  mutate: ['src/core/**/*.ts', '!src/core/**/*.test.ts', '!src/core/testing/**'],
  vitest: { configFile: 'mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  // TypeScript 7 has no JavaScript interface that it could read this with; the tests need none.
  tsconfigFile: 'none',
  reporters: ['clear-text', 'json', 'progress'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  tempDirName: 'coverage/stryker',
  thresholds: { high: 95, low: 90, break: 85 },
}
