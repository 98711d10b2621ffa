import { dirname } from 'node:path'
import { defineConfig } from 'vitest/config'

// What tests start must find the Node that runs them, not whatever the machine has.
const env = { PATH: `${dirname(process.execPath)}:${process.env.PATH}` }
const pure = [
  'src/core/**/*.test.ts',
  'src/settings/**/*.test.ts',
  'src/channels/email/reading/**/*.test.ts',
  'src/audit/reading/**/*.test.ts',
  'src/audit/figures/**/*.test.ts',
  'web/**/*.test.ts',
  'simulate/**/*.test.ts',
  'test/model/desk.test.ts',
  'test/model/issue.test.ts',
  'test/model/lesson.test.ts',
]

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than most machines have cores to spare: many tests wait for a browser, a mail or a clock.
    maxWorkers: 3,
    projects: [
      { extends: true, test: { name: 'rules', env, include: pure } },
      {
        extends: true,
        test: {
          name: 'desk',
          env,
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bin/**/*.test.ts'],
          exclude: pure,
          globalSetup: 'test/setup.ts',
        },
      },
    ],
  },
})
