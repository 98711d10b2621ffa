import { expect, test } from 'vitest'
import type { CauseAnswer, IssueAnswer } from '../../src/contract/answers.ts'
import type { Name } from '../server.ts'
import { anIssue, eachWithServer, madrid, messagesOf, read, running, toldOf, workOnIssues } from './desk-life.ts'

const there = eachWithServer()

const what = { subject: 'Old bundles charge twice', what: 'Each month since June.' }
const solution = {
  wrong: 'Old bundles re-created the fee.',
  done: 'They were ended.',
  holds: 'The next bill shows one line less.',
}
const workOf = (name: Name) => workOnIssues(there.server, name)

test('Rule 22: a shared cause is worked once; each issue keeps its owner and its promises', async () => {
  const { server } = there
  const [ana, tom] = [await anIssue(server, 'Ben'), await anIssue(server, 'Dana', { subject: 'A fee too much' })]
  const carla = server.member('Carla')
  const cause = await carla.post<CauseAnswer>('/causes', { ...what, issues: [ana.number, tom.number] })
  expect(cause).toMatchObject({ state: 'open', lead: { name: 'Carla' }, subject: what.subject })
  expect(cause.issues.map(({ number }) => number).sort()).toEqual([ana.number, tom.number])
  for (const issue of [ana, tom]) {
    const after = await read(server, issue.number)
    expect([after.owner, running(after), after.cause?.id]).toEqual([issue.owner, running(issue), cause.id])
  }
  expect(await toldOf(server, 'Ben', ana.number)).toContain('cause_linked')
  expect(await carla.get<CauseAnswer[]>('/causes')).toMatchObject([{ id: cause.id, issues: [ana.number, tom.number] }])
})

test('Rule 22: one message to all goes to each customer in their own owner’s name', async () => {
  const { server } = there
  const [ana, tom] = [await anIssue(server, 'Ben'), await anIssue(server, 'Dana')]
  const carla = server.member('Carla')
  const { id } = await carla.post<CauseAnswer>('/causes', { ...what, issues: [ana.number, tom.number] })
  await carla.post(`/causes/${id}/messages`, { body: 'We end the old bundles this week.' })
  expect(await workOf('Ben')).toEqual([['cause_word', ana.number]])
  expect(await workOf('Dana')).toEqual([['cause_word', tom.number]])
  const pass = `/issues/${ana.number}/cause/pass-on`
  expect((await server.member('Carla').refused(pass, {})).code).toBe('not_owner')
  const promise = { what: 'Whether it is gone', due: madrid('Friday', '11:00') }
  await server.member('Ben').post(pass, { promise })
  expect((await carla.get<CauseAnswer>(`/causes/${id}`)).word).toMatchObject({
    text: 'We end the old bundles this week.',
    told: [ana.number],
    waits: [tom.number],
  })
  const said = (await messagesOf(server, ana.number)).at(-1)
  expect(said).toMatchObject({ direction: 'out', author: { name: 'Ben' }, body: 'We end the old bundles this week.' })
  expect(await workOf('Ben')).toEqual([])
  await server.member('Dana').post(`/issues/${tom.number}/cause/pass-on`, { body: 'Tom, it ends this week.', promise })
  expect((await messagesOf(server, tom.number)).at(-1)).toMatchObject({
    author: { name: 'Dana' },
    body: 'Tom, it ends this week.',
  })
})

test('Rule 22: when the cause is solved, each owner resolves theirs, also one that is linked later', async () => {
  const { server } = there
  const [ana, late] = [await anIssue(server, 'Ben'), await anIssue(server, 'Dana')]
  const carla = server.member('Carla')
  const { id } = await carla.post<CauseAnswer>('/causes', { ...what, issues: [ana.number] })
  expect((await server.member('Ben').refused(`/causes/${id}/solve`, solution)).code).toBe('not_lead')
  expect((await server.member('Ben').get<CauseAnswer>(`/causes/${id}`)).may).toEqual(['lead'])
  expect((await carla.post<CauseAnswer>(`/causes/${id}/solve`, solution)).may).toEqual(['reopen'])
  expect((await carla.refused(`/causes/${id}/solve`, solution)).code).toBe('cause_solved')
  expect((await carla.refused(`/causes/${id}/messages`, { body: 'A word' })).code).toBe('cause_solved')
  await server.member('Dana').post(`/causes/${id}/issues`, { issue: late.number })
  expect(await workOf('Ben')).toEqual([['cause_solved', ana.number]])
  expect(await workOf('Dana')).toEqual([['cause_solved', late.number]])
  expect((await read(server, late.number)).cause?.solution).toMatchObject(solution)
  expect((await read(server, ana.number)).phase).toBe('open')
  await server.member('Ben').post(`/issues/${ana.number}/resolution`, solution)
  expect(await workOf('Ben')).toEqual([])
  await carla.post(`/causes/${id}/reopen`, {})
  expect(await workOf('Dana')).toEqual([])
  expect((await carla.get<CauseAnswer>(`/causes/${id}`)).state).toBe('open')
})

test('Rule 22: links can be undone, leads can be taken, and all of it is once under its key', async () => {
  const { server } = there
  const ana = await anIssue(server, 'Ben')
  const carla = server.member('Carla').with({ 'idempotency-key': 'one-cause' })
  const [first, again] = await Promise.all([
    carla.post<CauseAnswer>('/causes', { ...what, issues: [ana.number] }),
    carla.post<CauseAnswer>('/causes', { ...what, issues: [ana.number] }),
  ])
  expect(again).toEqual(first)
  const path = `/causes/${first.id}`
  const dana = server.member('Dana')
  expect((await dana.refused(`${path}/issues`, { issue: ana.number })).code).toBe('cause_linked')
  expect((await dana.post<CauseAnswer>(`${path}/lead`, {})).lead.name).toBe('Dana')
  await dana.post(`${path}/unlink`, { issue: ana.number })
  expect((await dana.refused(`${path}/unlink`, { issue: ana.number })).code).toBe('not_of_this_cause')
  expect((await read(server, ana.number)).cause).toBe(null)
  expect((await dana.get<CauseAnswer>(path)).issues).toEqual([])
  expect((await dana.send('GET', '/causes/999')).status).toBe(404)
})

test('Rule 22: a refusal of one issue undoes the cause of all', async () => {
  const { server } = there
  const [one, other] = [await anIssue(server, 'Ben'), await anIssue(server, 'Ben')]
  const carla = server.member('Carla')
  await carla.post<CauseAnswer>('/causes', { ...what, issues: [other.number] })
  expect((await carla.refused('/causes', { ...what, issues: [one.number, other.number] })).code).toBe('cause_linked')
  expect(await carla.get<CauseAnswer[]>('/causes')).toHaveLength(1)
  expect((await read(server, one.number)).cause).toBe(null)
  const { events } = { events: await carla.get<{ items: IssueAnswer[] }>(`/issues/${one.number}/events`) }
  expect(JSON.stringify(events)).not.toContain('CauseLinked')
})

test('Rules 16 and 22: work for all its customers is asked once, by who leads the cause', async () => {
  const { server } = there
  const [ana, tom] = [await anIssue(server, 'Ben'), await anIssue(server, 'Dana')]
  const ben = server.member('Ben')
  const { id } = await ben.post<CauseAnswer>('/causes', { ...what, issues: [ana.number, tom.number] })
  const ask = { of: { team: server.team('Repair') }, ask: 'Please end the old bundles.' }
  expect((await server.member('Dana').refused(`/causes/${id}/assists`, ask)).code).toBe('not_lead')
  const { assists } = await ben.post<CauseAnswer>(`/causes/${id}/assists`, ask)
  expect(assists).toMatchObject([{ issue: ana.number, assist: { state: 'asked', ask: ask.ask } }])
  await server.member('Carla').post(`/causes/${id}/lead`, {})
  expect((await server.member('Carla').refused(`/causes/${id}/assists`, ask)).code).toBe('no_issue_of_yours')
})
