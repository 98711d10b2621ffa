import { expect, test } from 'vitest'
// @ts-expect-error: plain JavaScript, which runs before anything is installed
import { faultsOf } from './walls.mjs'

test.each([
  ['src/core/promise/promise.ts', "import { instant } from './instant.ts'"],
  ['src/core/promise/promise.test.ts', "import { expect } from 'vitest'"],
  [
    'src/desk/act.ts',
    "import pg from 'pg'\nimport { decide } from '../core/decide.ts'\nimport { read } from '../store/read.ts'",
  ],
  ['src/desk/act.ts', "import type { IssueAnswer } from '../contract/answers.ts'"],
  [
    'src/server/routes/issues.ts',
    "import { z } from '../../contract/values.ts'\nimport { readIssue } from '../../desk/issues.ts'",
  ],
  ['src/cli/start.ts', "const { serve } = await import('../server/serve.ts')"],
  [
    'simulate/year.ts',
    "import { availableParallelism } from 'node:os'\nimport { decide } from '../src/core/decide.ts'",
  ],
  ['web/desk/api.ts', "import type { IssueAnswer } from '../../src/contract/answers.ts'"],
  ['src/channels/email/imap.test.ts', "import { talk } from '../../../test/mail-servers/talk.ts'"],
])('%s may say: %s', (file, text) => {
  expect(faultsOf(file, text)).toEqual([])
})

test.each([
  ['src/core/promise/promise.ts', "import { openDatabase } from '../../store/database.ts'"],
  ['src/core/promise/promise.ts', "import { randomUUID } from 'node:crypto'"],
  ['src/core/promise/promise.ts', "import 'temporal-polyfill'"],
  ['src/core/promise/promise.ts', "export * from '../../desk/act.ts'"],
  ['src/core/promise/promise.ts', "const late = await import('../../store/database.ts')"],
  ['src/core/promise/promise.ts', "import {\n  type Desk,\n  openDesk,\n} from '../../desk/desk.ts'"],
  ['src/store/change.ts', "import { act } from '../desk/act.ts'"],
  ['src/desk/act.ts', "import { serve } from '../server/serve.ts'"],
  ['src/desk/act.ts', "import { issue } from '../contract/answers.ts'"],
  ['src/settings/settings.ts', "import { decide } from '../core/decide.ts'"],
  ['src/channels/email/take.ts', "import { startClock } from '../../clock/clock.ts'"],
  ['src/channels/email/take.ts', "import { talk } from '../../../test/mail-servers/talk.ts'"],
  ['simulate/rulebook/act.ts', "import { act } from '../../src/desk/act.ts'"],
  ['web/desk/api.ts', "import { refusals } from '../../src/contract/answers.ts'"],
  ['web/desk/api.ts', "import type { Desk } from '../../src/desk/desk.ts'"],
])('%s may not say: %s', (file, text) => {
  expect(faultsOf(file, text)).toHaveLength(1)
})
