import { expect, test } from 'vitest'
import type { AbsenceAnswer, MemberAnswer, SuperviseAnswer } from '../../src/contract/answers.ts'
import type { Name } from '../server.ts'
import { anIssue, anUnderstoodIssue, eachWithServer, madrid, read, utc, writes } from './desk-life.ts'

const there = eachWithServer()

const seen = () => there.server.member('Priya').get<SuperviseAnswer>('/supervise')
const loadOf = async (name: Name) => (await seen()).load.find(({ member }) => member.name === name)

test('a calm desk shows nothing, and what is with whom by name (Rule 32)', async () => {
  const { load, ...rest } = await seen()
  expect(Object.values(rest).flat()).toEqual([])
  expect(load.map(({ member }) => member.name)).toEqual(['Ada', 'Ben', 'Carla', 'Dana', 'Priya', 'Ravi'])
})

test('Rule 27: an approval that waits, until somebody decides it', async () => {
  const { server } = there
  const { number } = await anIssue(server, 'Ben')
  await server.member('Ben').post(`/issues/${number}/concessions`, { kind: 'credit', amount: 60, reason: 'Twice.' })
  expect((await seen()).approvals).toMatchObject([
    { issue: { number }, concession: { id: 1, worth: { amount: 60 }, asked: [{ name: 'Priya' }] } },
  ])
  await server.member('Priya').post(`/issues/${number}/concessions/1/approve`, {})
  expect((await seen()).approvals).toEqual([])
})

test('Rule 19: whether it can’t be fixed, until a supervisor answers', async () => {
  const { server } = there
  const { number } = await anUnderstoodIssue(server, 'Ben')
  await server.member('Ben').post(`/issues/${number}/resolution/cannot-fix`, {
    reason: 'The line was cut for good.',
    alternative: 'A line by radio, at the same price.',
  })
  expect((await seen()).cannotFix).toMatchObject([{ issue: { number }, cannotFix: { askedBy: { name: 'Ben' } } }])
  await server.member('Priya').post(`/issues/${number}/resolution/cannot-fix/agree`, {})
  expect((await seen()).cannotFix).toEqual([])
})

test('Rule 15: an absence under way with promises that nobody covers, until each has somebody', async () => {
  const { server } = there
  const { number } = await anIssue(server, 'Ben')
  const { id } = await server.member('Priya').post<AbsenceAnswer>(`/members/${server.id('Ben')}/sick`, {})
  expect((await seen()).uncovered).toMatchObject([
    { id, member: { name: 'Ben' }, promises: [{ issue: { number } }], covers: [] },
  ])
  await server.member('Priya').post(`/members/${server.id('Ben')}/away/${id}/covers`, { cover: server.id('Carla') })
  expect((await seen()).uncovered).toEqual([])
})

test('what falls due before midnight, and what is owed, is counted for each owner as it is now', async () => {
  const { server } = there
  const { number } = await anIssue(server, 'Ben')
  await writes(server, 'Ben', number, madrid('Tuesday', '18:00'))
  const other = await anIssue(server, 'Ben')
  await writes(server, 'Ben', other.number, madrid('Friday', '11:00'))
  expect(await loadOf('Ben')).toMatchObject({ open: 2, dueToday: 1, onShift: true, awayUntil: null })
  await server.moveClock(madrid('Wednesday', '10:00'))
  expect((await read(server, number)).promises.at(-1)).toMatchObject({ state: 'broken' })
  expect(await loadOf('Ben')).toMatchObject({ open: 2, dueToday: 1 })
  await server.member('Priya').post(`/members/${server.id('Ben')}/sick`, { until: madrid('Friday', '09:00') })
  expect(await loadOf('Ben')).toMatchObject({ onShift: false, awayUntil: utc(madrid('Friday', '09:00')) })
})

test('Rule 15: each member sees for whom they arrange hours and absences', async () => {
  const arranges = async (reader: Name): Promise<string[]> =>
    (await there.server.member(reader).get<MemberAnswer[]>('/members'))
      .filter(({ mayArrange }) => mayArrange)
      .map(({ name }) => name)
  expect(await arranges('Ben')).toEqual(['Ben'])
  expect(await arranges('Priya')).toContain('Ben')
  expect(await arranges('Priya')).not.toContain('Ravi')
  expect(await arranges('Ada')).toContain('Ravi')
})
