import { describe, expect, test } from 'vitest'
import type { CustomerRecord, IssueAnswer, PortalAnswer, WorkAnswer } from '../../src/contract/answers.ts'
import { anasPage, anIssue, eachWithServer, madrid, messagesOf, read, writes } from './desk-life.ts'
import { arrives } from './mails.ts'

const there = eachWithServer()
const numberOf = ({ issue }: { issue: number | null }): number => issue ?? 0

/** Ana, whom the desk knows, with an open issue of Carla's. */
const knownAna = (): Promise<IssueAnswer> =>
  anIssue(there.server, 'Carla', {
    customer: { name: 'Ana Ruiz', email: 'ana@ruiz.example', phone: '+34 600 118 204', organization: 'Ruiz Hermanos' },
  })

/** A mail from an address that the desk does not know, and what the desk makes of it. */
async function aStranger(from: string, text = 'It has happened again.'): Promise<IssueAnswer> {
  const taken = await arrives(there.server, { from, subject: 'Charged twice', text })
  expect(taken.state).toBe('issue')
  return read(there.server, numberOf(taken))
}

describe('Scenario 5: from an unknown address without a token, a new issue with the proposal "is this Ana?"', () => {
  test.each([
    ['her name, nearly', 'Ana Ruíz <a.ruiz@gmail.com>', 'Hello.', ['name']],
    ['the same house', 'Rosa Prats <rosa@ruiz.example>', 'Hello.', ['domain']],
    ['her number', 'Somebody <x@gmail.com>', 'You can call me at 600 11 82 04.', ['phone']],
    ['name and house', 'Ana <ana.r@ruiz.example>', 'Hello.', ['domain', 'name', 'organization']],
  ])('by %s', async (_, from, text, why) => {
    const ana = await knownAna()
    const issue = await aStranger(from, text)
    expect(issue.isThis).toEqual([
      { customer: { id: ana.customer.id, name: 'Ana Ruiz', organization: 'Ruiz Hermanos' }, why, open: 1 },
    ])
    expect(issue.number).not.toBe(ana.number)
    expect(issue.customer.id).not.toBe(ana.customer.id)
  })

  test('by an issue that is mentioned; not by a public mail host, a large house, or another name', async () => {
    const ana = await knownAna()
    const issue = await aStranger('X <x@gmail.com>', `It is about #${ana.number}.`)
    expect(issue.isThis).toMatchObject([{ customer: { id: ana.customer.id }, why: ['issue'] }])
    expect((await aStranger('Tom Vega <tom@gmail.com>')).isThis).toEqual([])
    for (const name of ['Bo', 'Cy', 'Di', 'Ed'])
      await anIssue(there.server, 'Ben', { customer: { name, email: `${name.toLowerCase()}@large.example` } })
    expect((await aStranger('Zoe Quist <zoe@large.example>')).isThis).toEqual([])
  })

  test('a known address needs no question', async () => {
    const ana = await knownAna()
    const taken = await arrives(there.server, { from: 'Somebody Else <ana@ruiz.example>' })
    expect(taken).toMatchObject({ state: 'reply', issue: ana.number })
    expect((await read(there.server, ana.number)).isThis).toEqual([])
  })

  test('is work for the owner; confirmed, the records are one: address, issue and link go over, and it can be undone', async () => {
    const { server } = there
    const ana = await knownAna()
    const issue = await aStranger('Ana Ruiz <ana.ruiz@gmail.com>')
    const owner = issue.owner.name as 'Ben'
    const work = await server.member(owner).get<WorkAnswer[]>('/work')
    expect(work.map(one => [one.kind, 'issue' in one && one.issue.number])).toEqual([['is_this', issue.number]])
    // The link in the acknowledgement was signed for the record of before.
    const { client } = await anasPage(server, issue.number)
    const path = `/issues/${issue.number}/customer`
    expect((await server.member('Dana').refused(path, { is: ana.customer.id })).code).toBe('not_owner')
    const said = await server.member(owner).post<IssueAnswer>(path, { is: ana.customer.id })
    expect(said.customer).toMatchObject({ id: ana.customer.id, name: 'Ana Ruiz', organization: 'Ruiz Hermanos' })
    expect([said.isThis, await server.member(owner).get('/work')]).toEqual([[], []])
    const record = await server.member(owner).get<CustomerRecord>(`/customers/${issue.customer.id}`)
    expect(record.id).toBe(ana.customer.id)
    expect(record.open.map(({ number }) => number).sort()).toEqual([ana.number, issue.number].sort())
    expect(record.addresses.map(({ address }) => address)).toContain('ana.ruiz@gmail.com')
    // She goes on: by link, and by mail from the new address on whatever she has open.
    expect((await client.get<PortalAnswer>('/portal/issue')).number).toBe(issue.number)
    await client.post('/portal/messages', { body: 'Here I am.' })
    expect((await messagesOf(server, issue.number)).at(-1)).toMatchObject({
      flagged: false,
      author: { kind: 'customer' },
    })
    expect((await messagesOf(server, issue.number))[0]?.author).toMatchObject({ kind: 'customer', name: 'Ana Ruiz' })

    const [merge] = record.merges
    expect(merge).toMatchObject({ name: 'Ana Ruiz', issues: [issue.number], by: { name: owner } })
    const undone = await server.member('Priya').post<CustomerRecord>(`/customers/merges/${merge?.id}/undo`)
    expect(undone).toMatchObject({ id: issue.customer.id, open: [{ number: issue.number }], merges: [] })
    expect(undone.addresses.map(({ address }) => address)).toEqual(['ana.ruiz@gmail.com'])
    expect((await client.get<PortalAnswer>('/portal/issue')).number).toBe(issue.number)
    expect((await server.member('Ben').get<CustomerRecord>(`/customers/${ana.customer.id}`)).open).toHaveLength(1)
    expect((await server.member('Ben').refused(`/customers/merges/${merge?.id}/undo`)).code).toBe('merge_undone')
  })

  test('dismissed: it is somebody else, and nobody is asked again', async () => {
    const { server } = there
    const ana = await knownAna()
    const issue = await aStranger('Ana Ruiz <ana.ruiz@gmail.com>')
    const owner = issue.owner.name as 'Ben'
    const path = `/issues/${issue.number}/customer`
    const said = await server.member(owner).post<IssueAnswer>(path, { isNot: ana.customer.id })
    expect([said.isThis, said.customer.id]).toEqual([[], issue.customer.id])
    expect((await server.member(owner).refused(path, { isNot: ana.customer.id })).code).toBe('not_proposed')
    expect((await server.member(owner).refused(path, { is: issue.customer.id })).code).toBe('same_customer')
  })

  test('a forged address moves nothing by itself: the answer goes to who wrote, not to Ana', async () => {
    const { server } = there
    const ana = await knownAna()
    const issue = await aStranger('Ana Ruiz <eve@evil.example>')
    await writes(server, issue.owner.name as 'Ben', issue.number, madrid('Friday', '11:00'))
    const { items } = await server.member('Priya').get<{ items: { issue: number; to: string }[] }>('/outbox')
    expect(items.filter(mail => mail.issue === issue.number).map(({ to }) => to)).toEqual([
      'eve@evil.example',
      'eve@evil.example',
    ])
    expect((await server.member('Ben').get<CustomerRecord>(`/customers/${ana.customer.id}`)).addresses).toHaveLength(2)
  })
})
