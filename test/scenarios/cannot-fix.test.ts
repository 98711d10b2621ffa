import { describe, expect, test } from 'vitest'
import type { IssueAnswer, OutboundAnswer, Page, PortalAnswer, WorkAnswer } from '../../src/contract/answers.ts'
import type { Name, TestServer } from '../server.ts'
import {
  anasPage,
  anIssue,
  eachWithServer,
  madrid,
  messagesOf,
  read,
  running,
  toldOf,
  utc,
  writes,
} from './desk-life.ts'

const there = eachWithServer()

const reason = 'The old bundle is sold with the fee, and nobody here can take it out.'
const alternative = 'The new plan without the fee, moved free of charge.'

const cannotFix = (number: number, step = ''): string => `/issues/${number}/resolution/cannot-fix${step}`

const workOf = async (server: TestServer, name: Name): Promise<WorkAnswer[]> => server.member(name).get('/work')

/** Ben asks, and Priya agrees. */
async function agreed(server: TestServer): Promise<number> {
  const { number } = await anIssue(server, 'Ben')
  await server.member('Ben').post(cannotFix(number), { reason, alternative })
  await server.member('Priya').post(cannotFix(number, '/agree'))
  return number
}

describe('Scenario 48: cannot be fixed', () => {
  test("needs Priya's agreement, the reason in a message to Ana, and an alternative", async () => {
    const { server } = there
    const [ben, priya] = [server.member('Ben'), server.member('Priya')]
    const { number } = await anIssue(server, 'Ben')
    const asked = await ben.post<IssueAnswer>(cannotFix(number), { reason, alternative })
    expect(asked.cannotFix).toMatchObject({
      state: 'asked',
      reason,
      alternative,
      askedBy: { name: 'Ben' },
      due: utc(madrid('Tuesday', '14:00')),
    })

    // It is Priya's work, and Ben can't help himself to an answer.
    expect(await toldOf(server, 'Priya', number)).toContain('cannot_fix_asked')
    expect(await workOf(server, 'Priya')).toMatchObject([{ kind: 'cannot_fix_asked', issue: { number } }])
    expect(asked.may).not.toContain('answer_cannot_fix')
    expect((await ben.refused(cannotFix(number, '/agree'))).code).toBe('not_supervisor')
    expect((await ben.refused(cannotFix(number, '/tell'))).code).toBe('not_agreed')
    expect((await ben.refused(`/issues/${number}/close`)).code).toBe('not_agreed')

    const agreed = await priya.post<IssueAnswer>(cannotFix(number, '/agree'))
    expect(agreed.cannotFix).toMatchObject({ state: 'agreed', answeredBy: { name: 'Priya' } })
    expect(await workOf(server, 'Priya')).toEqual([])
    expect(await workOf(server, 'Ben')).toMatchObject([{ kind: 'cannot_fix_agreed', issue: { number } }])
    expect((await ben.refused(`/issues/${number}/close`)).code).toBe('reason_not_told')

    // Ana hears why, what she is offered instead, and from whom.
    const told = await ben.post<IssueAnswer>(cannotFix(number, '/tell'))
    expect(told.cannotFix?.state).toBe('told')
    const { items } = await ben.get<Page<OutboundAnswer>>('/outbox')
    const letter = items.find(({ issue, kind }) => issue === number && kind === 'message')
    expect(letter?.body).toContain(reason)
    expect(letter?.body).toContain(alternative)
    expect(letter?.from).toContain('Ben')
    expect(running(told)).toHaveLength(1)

    const closed = await ben.post<IssueAnswer>(`/issues/${number}/close`)
    expect(closed).toMatchObject({ phase: 'closed', outcome: 'cannot_fix', cannotFix: { reason } })
    expect(running(closed)).toEqual([])
  })

  test('Priya does not agree, and says why; Ben is told and goes on', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    await server.member('Ben').post(cannotFix(number), { reason, alternative })
    const why = 'Carla has taken such a fee out before. Ask her.'
    const refused = await server.member('Priya').post<IssueAnswer>(cannotFix(number, '/refuse'), { why })
    expect(refused.cannotFix).toMatchObject({ state: 'refused', why, answeredBy: { name: 'Priya' } })
    expect(await toldOf(server, 'Ben', number)).toContain('cannot_fix_refused')
    expect((await server.member('Ben').refused(`/issues/${number}/close`)).code).toBe('nothing_proposed')
    expect((await server.member('Priya').refused(cannotFix(number, '/agree'))).code).toBe('not_asked')
  })

  test('nobody answers in time: Priya is told again, and Ben with her; it still waits', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    await writes(server, 'Ben', number, madrid('Thursday', '12:00'))
    await server.member('Ben').post(cannotFix(number), { reason, alternative })
    expect((await server.member('Ben').refused(cannotFix(number), { reason, alternative })).code).toBe('already_asked')
    await server.moveClock(madrid('Tuesday', '14:00'))
    for (const name of ['Priya', 'Ben'] as const)
      expect(await toldOf(server, name, number)).toContain('cannot_fix_unanswered')
    expect((await read(server, number)).cannotFix).toMatchObject({ state: 'asked', late: true })
    expect(await workOf(server, 'Priya')).toMatchObject([
      { kind: 'cannot_fix_asked', due: utc(madrid('Tuesday', '14:00')) },
    ])
  })

  test('Ana reads it on her page, and may say that it is not settled', async () => {
    const { server } = there
    const number = await agreed(server)
    await server.member('Ben').post(cannotFix(number, '/tell'))
    const { client } = await anasPage(server, number)
    const page = await client.get<PortalAnswer>('/portal/issue')
    expect(page).toMatchObject({ phase: 'open', resolution: null, cannotFix: { reason, alternative } })
    const denied = await client.post<PortalAnswer>('/portal/deny', { words: 'I was promised otherwise.' })
    expect(denied.cannotFix).toBeNull()
    const issue = await read(server, number)
    expect(issue.promises.filter(({ kind, state }) => kind === 'answer' && state === 'open')).toHaveLength(1)
    expect(await toldOf(server, 'Ben', number)).toContain('denied')
  })

  test('what a supervisor still looks at is not on her page', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    await writes(server, 'Ben', number, madrid('Thursday', '12:00'))
    await server.member('Ben').post(cannotFix(number), { reason, alternative })
    const { client } = await anasPage(server, number)
    expect((await client.get<PortalAnswer>('/portal/issue')).cannotFix).toBeNull()
  })

  test('Ana has answered: it is not closed before she has a word', async () => {
    const { server } = there
    const number = await agreed(server)
    await server.member('Ben').post(cannotFix(number, '/tell'))
    const { client } = await anasPage(server, number)
    await client.post('/portal/messages', { body: 'Then I would like the new plan.' })
    expect((await server.member('Ben').refused(`/issues/${number}/close`)).code).toBe('answer_owed')
    await writes(server, 'Ben', number, madrid('Friday', '12:00'))
    expect((await server.member('Ben').post<IssueAnswer>(`/issues/${number}/close`)).outcome).toBe('cannot_fix')
  })

  test('a customer who has a telephone only is told on the phone', async () => {
    const { server } = there
    const ben = server.member('Ben')
    const { number } = await anIssue(server, 'Ben', {
      customer: { name: 'Tom', phone: '+34600118204' },
      channel: 'phone',
    })
    await ben.post(cannotFix(number), { reason, alternative })
    await server.member('Priya').post(cannotFix(number, '/agree'))
    expect((await ben.refused(cannotFix(number, '/tell'))).code).toBe('no_address')
    await ben.post(cannotFix(number, '/tell'), {
      channel: 'phone',
      message: 'I told him why, and he takes the new plan.',
    })
    const said = (await messagesOf(server, number)).at(-1)
    expect(said).toMatchObject({ channel: 'phone', direction: 'out', call: { outcome: 'reached' } })
    expect((await ben.post<IssueAnswer>(`/issues/${number}/close`)).outcome).toBe('cannot_fix')
  })
})
