import { expect, test } from 'vitest'
import type { Problem } from '../../../../src/contract/answers.ts'
import { ProblemError } from '../../api.ts'
import { example } from './example.ts'
import { faultOfAudit, readAudit } from './read-audit.ts'

const file = (text: string, name = 'audit.json'): File => new File([text], name)
const detailOf = async (text: string): Promise<string | null> => {
  const read = await readAudit(file(text))
  return 'fault' in read ? read.fault.detail : null
}

test('the example is an audit whose figures fit together', async () => {
  expect(await readAudit(file(JSON.stringify(example)))).toEqual({ audit: example })
  for (const { handoffs, perCase, pingPong } of [example.person, example.group]) {
    expect(handoffs.cases + perCase.one).toBe(example.cases)
    expect(handoffs.mean).toBeCloseTo(handoffs.total / example.cases)
    expect(pingPong.share).toBeCloseTo(pingPong.cases / example.cases)
  }
})

test('what is no audit is said to be none, and which file it is', async () => {
  expect(await detailOf('Case,Time\n1,2010-01-01')).toContain('“audit.json” is no JSON')
  expect(await detailOf('')).toContain('is no JSON')
  for (const other of ['{"name": "baton"}', '[]', '"cases"', 'null', '7'])
    expect(await detailOf(other)).toContain('of something else')
  expect(await detailOf(' '.repeat(300_000))).toContain('too large')
})

test('what is missing in it is named by its place in the file', () => {
  const problem: Problem = {
    type: '',
    title: '',
    status: 400,
    code: 'invalid_input',
    detail: 'body.audit.reopened: This is missing.',
    remedy: 'Correct each place.',
    errors: [
      { path: 'body.audit.reopened', message: 'This is missing.' },
      { path: 'body.audit', message: 'Write an object.' },
    ],
  }
  const fault = faultOfAudit(new ProblemError(problem), 'old.json')
  expect(fault?.detail).toContain('“old.json”')
  expect(fault?.errors?.map(({ message }) => message)).toEqual([
    'reopened: This is missing.',
    'all of it: Write an object.',
  ])
})

test('what is wrong with the days is no fault of the file', () => {
  const problem: Problem = {
    type: '',
    title: '',
    status: 400,
    code: 'invalid_input',
    detail: 'Too long.',
    remedy: 'Less.',
  }
  expect(faultOfAudit(new ProblemError(problem), 'old.json')).toBeNull()
  expect(faultOfAudit(null, 'old.json')).toBeNull()
})
