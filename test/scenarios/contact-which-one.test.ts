import { describe, expect, test } from 'vitest'
import type { CustomerRecord, InboundAnswer, IssueAnswer, Page, WorkAnswer } from '../../src/contract/answers.ts'
import type { TestServer } from '../server.ts'
import { eachWithServer, madrid, messagesOf, read, running, stateOf, toldOf, utc, writes } from './desk-life.ts'
import { arrives, writtenOf } from './mails.ts'

const there = eachWithServer()
const ana = 'Ana Ruiz <ana@ruiz.example>'
const numberOf = ({ issue }: { issue: number | null }): number => issue ?? 0
const workOf = async (server: TestServer, name: 'Ben' | 'Carla'): Promise<[string, number][]> =>
  (await server.member(name).get<WorkAnswer[]>('/work')).map(one => [one.kind, 'issue' in one ? one.issue.number : 0])
const call = { direction: 'in', outcome: 'reached', summary: 'She asks where it stands.' }

/** Ana's two open issues: Carla's about her plan, and Ben's about her bill, where she was last in touch. */
async function twoIssues(server: TestServer): Promise<{ bens: IssueAnswer; carlas: IssueAnswer; customer: string }> {
  const whom = { customer: { name: 'Ana Ruiz', email: 'ana@ruiz.example', phone: '+34 600 118 204' }, channel: 'email' }
  const carlas = await server
    .member('Carla')
    .post<IssueAnswer>('/issues', { ...whom, subject: 'My plan', story: 'The second line.' })
  await writes(server, 'Carla', carlas.number, madrid('Friday', '10:00'))
  await server.moveClock('10:05')
  const bens = await server.member('Ben').post<IssueAnswer>('/issues', { ...whom, subject: 'My bill', story: 'Twice.' })
  await writes(server, 'Ben', bens.number, madrid('Friday', '11:00'))
  await server.moveClock('11:00')
  return { bens, carlas, customer: bens.customer.id }
}

describe('Rule 3: one owner, whoever calls, and about whatever', () => {
  test('Scenario 6: Dana answers; it is logged to Ben’s, marked, Ben is told, and her talk keeps nothing', async () => {
    const { server } = there
    const { bens, carlas, customer } = await twoIssues(server)
    const logged = await server.member('Dana').post<IssueAnswer>(`/customers/${customer}/contacts`, call)
    expect(logged.number).toBe(bens.number)
    expect(logged.owner.name).toBe('Ben')
    expect(logged.unplaced).toMatchObject([
      { channel: 'phone', takenBy: { name: 'Dana' }, among: [{ number: carlas.number, owner: { name: 'Carla' } }] },
    ])
    expect(logged.promises.map(({ state }) => state)).toEqual(['kept', 'open', 'open'])
    expect(await toldOf(server, 'Ben', bens.number)).toContain('customer_called')
    expect(await workOf(server, 'Ben')).toEqual([['which_one', bens.number]])
    expect(logged.may).toContain('place')
    expect((await messagesOf(server, bens.number)).at(-1)).toMatchObject({ unplaced: true, author: { name: 'Dana' } })
  })

  test('who answers sees whose it is, the facts and the next promise, the one last in contact first', async () => {
    const { server } = there
    const { bens, carlas, customer } = await twoIssues(server)
    await server.member('Ben').post(`/issues/${bens.number}/facts`, { key: 'account', value: '88-204' })
    const record = await server.member('Dana').get<CustomerRecord>(`/customers/${customer}`)
    expect(record.open.map(({ number, owner }) => [number, owner.name])).toEqual([
      [bens.number, 'Ben'],
      [carlas.number, 'Carla'],
    ])
    expect(record.open[0]).toMatchObject({
      story: 'Twice.',
      facts: [{ key: 'account', value: '88-204' }],
      promise: { due: utc(madrid('Friday', '11:00')) },
      lastContactAt: utc(madrid('Tuesday', '10:05')),
    })
    expect(record.addresses).toMatchObject([
      { kind: 'email', address: 'ana@ruiz.example', failedAt: null },
      { kind: 'phone', address: '+34600118204' },
    ])
  })

  test('mail without a token: one click places it, the message, its thread and its promise go along', async () => {
    const { server } = there
    const { bens, carlas } = await twoIssues(server)
    const taken = await arrives(server, { from: ana, text: 'And the second line?', messageId: '<second@ruiz.example>' })
    expect(taken).toMatchObject({ state: 'reply', issue: bens.number })
    const { unplaced } = await read(server, bens.number)
    const message = unplaced[0]?.message ?? ''
    await server.moveClock('12:00')
    const path = `/issues/${bens.number}/messages/${message}/place`
    expect((await server.member('Dana').refused(path, { issue: carlas.number })).code).toBe('not_owner')
    const left = await server.member('Ben').post<IssueAnswer>(path, { issue: carlas.number })
    // On Ben's: nothing waits, and just what was promised before runs.
    expect(left.unplaced).toEqual([])
    expect(running(left)).toEqual([utc(madrid('Friday', '11:00'))])
    expect(stateOf(left, 3)).toBe('released')
    expect(await workOf(server, 'Ben')).toEqual([])
    // On Carla's: the word is there, she is told, and owes an answer counted from when Ana wrote.
    const right = await read(server, carlas.number)
    expect(running(right)).toEqual([utc(madrid('Friday', '10:00')), utc(madrid('Tuesday', '15:00'))])
    expect(await toldOf(server, 'Carla', carlas.number)).toContain('placed_here')
    expect((await messagesOf(server, carlas.number)).map(({ body }) => body)).toContain('And the second line?')
    expect((await messagesOf(server, bens.number)).map(({ body }) => body)).not.toContain('And the second line?')
    // What answers it belongs there from now on; and that mail itself, too.
    const again = await arrives(server, { from: ana, inReplyTo: '<second@ruiz.example>', text: 'One more thing.' })
    expect(again).toMatchObject({ state: 'reply', issue: carlas.number })
    const { items } = await server.member('Ben').get<Page<InboundAnswer>>('/mail')
    expect(items.map(({ issue }) => issue)).toEqual([carlas.number, carlas.number])
    await writes(server, 'Carla', carlas.number, madrid('Friday', '12:00'))
    const [answer] = await writtenOf(server, carlas.number)
    expect(answer?.to).toBe('ana@ruiz.example')
  })

  test('here: the mark goes, and who comes second hears it', async () => {
    const { server } = there
    const { bens } = await twoIssues(server)
    await arrives(server, { from: ana, text: 'Where does it stand?' })
    const message = (await read(server, bens.number)).unplaced[0]?.message
    const path = `/issues/${bens.number}/messages/${message}/place`
    const [one, other] = await Promise.all(
      ['Ben', 'Priya'].map(name => server.member(name as 'Ben').send('POST', path, { issue: bens.number })),
    )
    expect([one?.status, other?.status].sort()).toEqual([200, 409])
    const issue = await read(server, bens.number)
    expect([issue.unplaced, running(issue).length]).toEqual([[], 2])
  })

  test('two who place it at once on different issues: it is in one place, once', async () => {
    const { server } = there
    const { bens, carlas } = await twoIssues(server)
    await arrives(server, { from: ana, text: 'Where does it stand?' })
    const message = (await read(server, bens.number)).unplaced[0]?.message
    const path = `/issues/${bens.number}/messages/${message}/place`
    const replies = await Promise.all([
      server.member('Ben').send('POST', path, { issue: bens.number }),
      server.member('Priya').send('POST', path, { issue: carlas.number }),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const all = [...(await messagesOf(server, bens.number)), ...(await messagesOf(server, carlas.number))]
    expect(all.filter(({ body }) => body === 'Where does it stand?')).toHaveLength(1)
    for (const number of [bens.number, carlas.number]) expect(running(await read(server, number))).not.toEqual([])
  })

  test('Dana, who took the call, places it herself; the same key acts once', async () => {
    const { server } = there
    const { bens, carlas, customer } = await twoIssues(server)
    const dana = server.member('Dana')
    const { unplaced } = await dana.post<IssueAnswer>(`/customers/${customer}/contacts`, call, 'call-1')
    const again = await dana.post<IssueAnswer>(`/customers/${customer}/contacts`, call, 'call-1')
    expect(again.unplaced).toEqual(unplaced)
    const path = `/issues/${bens.number}/messages/${unplaced[0]?.message}/place`
    await dana.post(path, { issue: carlas.number }, 'place-1')
    await dana.post(path, { issue: carlas.number }, 'place-1')
    expect((await messagesOf(server, carlas.number)).filter(({ call }) => call !== null)).toHaveLength(1)
    expect(await toldOf(server, 'Ben', bens.number)).toContain('placed_elsewhere')
  })

  test('not on an issue of somebody else, nor on a closed one', async () => {
    const { server } = there
    const { bens } = await twoIssues(server)
    await arrives(server, { from: ana, text: 'Where does it stand?' })
    const message = (await read(server, bens.number)).unplaced[0]?.message
    const path = `/issues/${bens.number}/messages/${message}/place`
    const tom = { customer: { name: 'Tom', email: 'tom@vega.example' }, subject: 'x', story: 'x', channel: 'email' }
    const toms = await server.member('Ben').post<IssueAnswer>('/issues', tom)
    expect((await server.member('Ben').refused(path, { issue: toms.number })).code).toBe('different_customers')
    expect((await server.member('Ben').send('POST', path, { issue: 999_999 })).status).toBe(404)
    expect((await read(server, bens.number)).unplaced).toHaveLength(1)
  })

  test('with a token, or with one open issue, nothing is asked', async () => {
    const { server } = there
    const { bens, carlas } = await twoIssues(server)
    const [written] = await writtenOf(server, carlas.number)
    const taken = await arrives(server, { from: ana, inReplyTo: `<${written?.mailId}>`, text: 'Thanks.' })
    expect(taken).toMatchObject({ issue: carlas.number })
    for (const { number } of [bens, carlas]) expect((await read(server, number)).unplaced).toEqual([])
    const tom = await arrives(server, { from: 'tom@vega.example', text: 'Hello.' })
    const next = await arrives(server, { from: 'tom@vega.example', text: 'And?' })
    expect(numberOf(next)).toBe(numberOf(tom))
    expect((await read(server, numberOf(tom))).unplaced).toEqual([])
  })

  test('two mails at the same moment are two messages, each with its own place', async () => {
    const { server } = there
    const { bens } = await twoIssues(server)
    await arrives(server, { from: ana, text: 'One.' })
    await arrives(server, { from: ana, text: 'Two.' })
    const { unplaced, promises } = await read(server, bens.number)
    expect(unplaced).toHaveLength(2)
    expect(promises.filter(({ state }) => state === 'open')).toHaveLength(2)
  })
})

describe('Rule 2: a call of somebody with no open issue', () => {
  const aCustomer = async (server: TestServer): Promise<string> => {
    const { bens, customer } = await twoIssues(server)
    // Nothing of hers is open any more.
    await server.desk.database.query(
      "update issue set phase = 'closed', outcome = 'confirmed' where customer_id = $1",
      [customer],
    )
    expect(bens.customer.id).toBe(customer)
    return customer
  }

  test('opens one, owned by who took it, with what was promised', async () => {
    const { server } = there
    const customer = await aCustomer(server)
    const opened = await server.member('Dana').post<IssueAnswer>(`/customers/${customer}/contacts`, {
      ...call,
      summary: 'A new matter: the router blinks.\nShe has switched it off and on.',
      promise: { what: 'What the lamp means', due: madrid('Wednesday', '10:00') },
    })
    expect(opened).toMatchObject({
      owner: { name: 'Dana' },
      subject: 'A new matter: the router blinks.',
      channel: 'phone',
      promises: [{ kind: 'word', due: utc(madrid('Wednesday', '10:00')) }],
    })
    expect((await messagesOf(server, opened.number))[0]?.call).toEqual({ direction: 'in', outcome: 'reached' })
  })

  test('a word on the machine, and a call of ours that reached nobody, are owed an answer, too', async () => {
    const { server } = there
    const customer = await aCustomer(server)
    const heard = await server
      .member('Dana')
      .post<IssueAnswer>(`/customers/${customer}/contacts`, { ...call, outcome: 'voicemail' })
    expect(heard.promises).toMatchObject([{ kind: 'answer', state: 'open', due: utc(madrid('Tuesday', '15:00')) }])
    const called = await server
      .member('Dana')
      .post<IssueAnswer>(`/customers/${customer}/contacts`, { ...call, direction: 'out', outcome: 'not_reached' })
    expect(called.number).toBe(heard.number)
  })

  test('two who log it at the same moment: one issue', async () => {
    const { server } = there
    const customer = await aCustomer(server)
    const opened = await Promise.all(
      (['Dana', 'Carla'] as const).map(name =>
        server.member(name).post<IssueAnswer>(`/customers/${customer}/contacts`, call),
      ),
    )
    expect(new Set(opened.map(({ number }) => number)).size).toBe(1)
  })

  test('who calls out knows what about, and only whom Rule 3 lets write calls', async () => {
    const { server } = there
    const { bens, carlas, customer } = await twoIssues(server)
    const out = { ...call, direction: 'out' }
    const refusal = await server.member('Ben').refused(`/customers/${customer}/contacts`, out)
    expect([refusal.code, refusal.data]).toEqual(['which_issue', { issues: [bens.number, carlas.number] }])
    const unknown = '0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e'
    expect((await server.member('Ben').send('POST', `/customers/${unknown}/contacts`, call)).status).toBe(404)
    const tom = { customer: { name: 'Tom', email: 'tom@vega.example' }, subject: 'x', story: 'x', channel: 'email' }
    const toms = await server.member('Ben').post<IssueAnswer>('/issues', tom)
    const one = await server.member('Carla').refused(`/customers/${toms.customer.id}/contacts`, out)
    expect(one.code).toBe('not_owner')
  })
})
