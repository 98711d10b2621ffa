import { describe, expect, test } from 'vitest'
import type { CustomerAnswer, CustomerRecord, EventAnswer, IssueAnswer, Page } from '../../src/contract/answers.ts'
import { anasPage, anIssue, eachWithServer, madrid, read, writes } from './desk-life.ts'
import { arrives } from './mails.ts'

const there = eachWithServer()

const anIssueOf = (owner: 'Ben' | 'Carla', name: string, more: object = {}): Promise<IssueAnswer> =>
  anIssue(there.server, owner, { customer: { name, email: `${name.split(' ')[0]?.toLowerCase()}@x.example`, ...more } })
const found = async (q: string): Promise<string[]> =>
  (await there.server.member('Dana').get<CustomerAnswer[]>(`/customers?q=${encodeURIComponent(q)}`)).map(
    ({ name }) => name,
  )
const recordOf = (id: string): Promise<CustomerRecord> =>
  there.server.member('Dana').get<CustomerRecord>(`/customers/${id}`)

describe('the phone log: two keystrokes find whoever calls', () => {
  test('by the begin of any word of the name, without accents, by a part of the number or address', async () => {
    await anIssueOf('Ben', 'Ana Ruiz', { phone: '+34 600 118 204' })
    await anIssueOf('Ben', 'José María Núñez-O’Brien', { email: 'jm@nunez.example' })
    await anIssueOf('Ben', 'Łukasz Żak', { email: 'zak@firma.example', phone: '0048 22 555 0199' })
    expect(await found('an')).toEqual(['Ana Ruiz'])
    expect(await found('ru')).toEqual(['Ana Ruiz'])
    expect(await found('ruiz an')).toEqual(['Ana Ruiz'])
    for (const q of ['nu', 'núñ', 'br', 'jose', 'MARIA N', 'o’b'])
      expect(await found(q), q).toEqual(['José María Núñez-O’Brien'])
    expect(await found('lu')).toEqual(['Łukasz Żak'])
    expect(await found('60')).toEqual(['Ana Ruiz'])
    expect(await found('11 82')).toEqual(['Ana Ruiz'])
    expect(await found('0600 118 204')).toEqual(['Ana Ruiz'])
    expect(await found('+48 22 5550199')).toEqual(['Łukasz Żak'])
    expect(await found('zak@')).toEqual(['Łukasz Żak'])
    expect(await found('firma')).toEqual(['Łukasz Żak'])
    expect(await found('za')).toEqual(['Łukasz Żak'])
    for (const q of ['xy', '99999', '%', '_', '\\', "'", '*', ':*', '&|!', 'an & | ru']) await found(q)
    expect(await found('%')).toEqual([])
  })

  test('by an issue that they name; who has one open comes first', async () => {
    const { server } = there
    const closed = await anIssueOf('Ben', 'Anabel Ortiz')
    const { number } = await anIssueOf('Carla', 'Anton Weiss')
    await server.desk.database.query("update issue set phase = 'closed', outcome = 'confirmed' where number = $1", [
      closed.number,
    ])
    expect(await found('an')).toEqual(['Anton Weiss', 'Anabel Ortiz'])
    expect(await found(`#${number}`)).toEqual(['Anton Weiss'])
    expect(await found(String(closed.number))).toContain('Anabel Ortiz')
  })
})

describe('addresses: by each of them a customer is recognized', () => {
  test('added, mail from it lands on what is open; removed, it is a stranger’s', async () => {
    const { server } = there
    const ana = await anIssueOf('Ben', 'Ana Ruiz')
    const path = `/customers/${ana.customer.id}/addresses`
    const address = { kind: 'email', address: 'Ana.Second@Mail.example' }
    const record = await server.member('Dana').post<CustomerRecord>(path, { add: address })
    expect(record.addresses.map(one => one.address)).toEqual(['ana.second@mail.example', 'ana@x.example'])
    expect(await arrives(server, { from: 'Ana <ana.second@mail.example>' })).toMatchObject({ issue: ana.number })
    await server.member('Dana').post(path, { remove: address })
    expect((await arrives(server, { from: 'Ana <ana.second@mail.example>', text: 'Anew.' })).issue).not.toBe(ana.number)
  })

  test('one of somebody else’s stays theirs, and the refusal says whose; the last one stays while somebody waits', async () => {
    const { server } = there
    const ana = await anIssueOf('Ben', 'Ana Ruiz')
    const tom = await anIssueOf('Ben', 'Tom Vega')
    const path = `/customers/${ana.customer.id}/addresses`
    const taken = await server.member('Dana').refused(path, { add: { kind: 'email', address: 'tom@x.example' } })
    expect([taken.code, taken.data]).toEqual(['address_taken', { customer: tom.customer.id, name: 'Tom Vega' }])
    expect(taken.remedy).toContain('merge')
    const only = { remove: { kind: 'email', address: 'ana@x.example' } }
    expect((await server.member('Dana').refused(path, only)).code).toBe('last_address')
    await server.member('Dana').post(path, { add: { kind: 'phone', address: '+34 600 118 204' } })
    const left = await server.member('Dana').post<CustomerRecord>(path, only)
    expect(left.addresses.map(({ address }) => address)).toEqual(['+34600118204'])
  })

  test('an address that failed works again once it is added anew', async () => {
    const { server } = there
    const ana = await anIssueOf('Ben', 'Ana Ruiz')
    await server.desk.database.query("update customer_address set failed_at = now() where address = 'ana@x.example'")
    const path = `/customers/${ana.customer.id}/addresses`
    const again = { add: { kind: 'email', address: 'ana@x.example' } }
    const record = await server.member('Dana').post<CustomerRecord>(path, again)
    expect(record.addresses).toMatchObject([{ failedAt: null }])
  })
})

describe('merging two records of one customer: on record, and reversible', () => {
  test('addresses, issues and organization go over; undone, exactly what was moved goes back', async () => {
    const { server } = there
    const dana = server.member('Dana')
    const one = await anIssueOf('Ben', 'Anna Ruiz', { organization: 'Ruiz Hermanos', phone: '600 118 204' })
    const other = await anIssueOf('Carla', 'Ana Ruiz', { email: 'ana@ruiz.example' })
    await writes(server, 'Ben', one.number, madrid('Friday', '11:00'))
    const [from, into] = [one.customer.id, other.customer.id]
    const merged = await dana.post<CustomerRecord>(`/customers/${from}/merge`, { into })
    expect(merged).toMatchObject({ id: into, name: 'Ana Ruiz', organization: 'Ruiz Hermanos' })
    expect(merged.open.map(({ number }) => number).sort()).toEqual([one.number, other.number])
    expect(merged.addresses).toHaveLength(3)
    // Her other address finds her; her other name stands for nobody any more.
    expect(await found('anna')).toEqual(['Ana Ruiz'])
    expect(await found('anna r')).toEqual([])
    expect((await recordOf(from)).id).toBe(into)
    // Both issues know, and who may confirm is the customer that stands for both.
    const log = await dana.get<Page<EventAnswer>>(`/issues/${one.number}/events`)
    expect(log.items.at(-1)).toMatchObject({ type: 'CustomerMerged', data: { from, into }, by: { name: 'Dana' } })
    const { client } = await anasPage(server, one.number)
    await client.get('/portal/issue')
    // What comes from now on stays with the record that stands for both.
    const later = await server.member('Ben').post<IssueAnswer>('/issues', {
      customer: { id: from },
      subject: 'Later',
      story: 'Later',
      channel: 'email',
    })
    expect(later.customer.id).toBe(into)
    await dana.post(`/customers/${into}/addresses`, { add: { kind: 'phone', address: '600 000 000' } })

    const back = await dana.post<CustomerRecord>(`/customers/merges/${merged.merges[0]?.id}/undo`)
    expect(back).toMatchObject({ id: from, name: 'Anna Ruiz', organization: 'Ruiz Hermanos' })
    expect(back.open.map(({ number }) => number)).toEqual([one.number])
    expect(back.addresses.map(({ address }) => address)).toEqual(['anna@x.example', '600118204'])
    const kept = await recordOf(into)
    expect(kept.organization).toBeNull()
    expect(kept.open.map(({ number }) => number).sort()).toEqual([other.number, later.number])
    expect(kept.addresses.map(({ address }) => address)).toEqual(['ana@ruiz.example', '600000000'])
    const { rows } = await server.desk.database.query<{ type: string }>(
      "select type from desk_event where about = 'customer' order by desk_event_id",
    )
    expect(rows.map(({ type }) => type)).toEqual(['CustomersMerged', 'CustomerAddressAdded', 'CustomersTakenApart'])
  })

  test('one after another: links and mails of all of them go on; only the last merge is taken apart first', async () => {
    const { server } = there
    const dana = server.member('Dana')
    const [a, b, c] = [await anIssueOf('Ben', 'Aa'), await anIssueOf('Ben', 'Bb'), await anIssueOf('Ben', 'Cc')]
    await writes(server, 'Ben', a.number, madrid('Friday', '11:00'))
    const { client } = await anasPage(server, a.number)
    const first = await dana.post<CustomerRecord>(`/customers/${a.customer.id}/merge`, { into: b.customer.id })
    const second = await dana.post<CustomerRecord>(`/customers/${b.customer.id}/merge`, { into: c.customer.id })
    expect(second.open).toHaveLength(3)
    expect((await recordOf(a.customer.id)).id).toBe(c.customer.id)
    await client.get('/portal/issue')
    const early = await dana.refused(`/customers/merges/${first.merges[0]?.id}/undo`)
    expect(early.code).toBe('merge_built_upon')
    expect((await dana.refused(`/customers/${a.customer.id}/merge`, { into: b.customer.id })).code).toBe(
      'same_customer',
    )
    const apart = await dana.post<CustomerRecord>(`/customers/merges/${second.merges[0]?.id}/undo`)
    expect(apart.open.map(({ number }) => number).sort()).toEqual([a.number, b.number])
    expect((await recordOf(a.customer.id)).id).toBe(b.customer.id)
    const last = await dana.post<CustomerRecord>(`/customers/merges/${first.merges[0]?.id}/undo`)
    expect(last.open.map(({ number }) => number)).toEqual([a.number])
  })

  test('Rule 22: two records do not part while an issue of the one goes on in an issue of the other', async () => {
    const { server } = there
    const [dana, ben] = [server.member('Dana'), server.member('Ben')]
    const [one, other] = [await anIssueOf('Ben', 'Anna Ruiz'), await anIssueOf('Ben', 'Ana Ruiz')]
    const merged = await dana.post<CustomerRecord>(`/customers/${one.customer.id}/merge`, { into: other.customer.id })
    await ben.post(`/issues/${one.number}/merge`, { into: other.number })
    const undo = `/customers/merges/${merged.merges[0]?.id}/undo`
    const tied = await dana.refused(undo)
    expect(tied).toMatchObject({ code: 'issues_merged', remedy: 'Take those issues apart first.' })
    await ben.post(`/issues/${one.number}/unmerge`)
    expect(await dana.post<CustomerRecord>(undo)).toMatchObject({ id: one.customer.id })
  })

  test('not with itself, not what was merged already, not what is not there', async () => {
    const { server } = there
    const dana = server.member('Dana')
    const [a, b, c] = [await anIssueOf('Ben', 'Aa'), await anIssueOf('Ben', 'Bb'), await anIssueOf('Ben', 'Cc')]
    const merge = (from: IssueAnswer, into: string) =>
      dana.send('POST', `/customers/${from.customer.id}/merge`, { into })
    expect(await merge(a, a.customer.id)).toMatchObject({ status: 409, body: { code: 'same_customer' } })
    await merge(a, b.customer.id)
    const again = await merge(a, c.customer.id)
    expect(again).toMatchObject({ status: 409, body: { code: 'merged_already', data: { name: 'Bb' } } })
    expect((await merge(a, '0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e')).status).toBe(404)
  })

  test('two people merge them both ways at the same moment: one record is left', async () => {
    const { server } = there
    const [a, b] = [await anIssueOf('Ben', 'Aa'), await anIssueOf('Ben', 'Bb')]
    const replies = await Promise.all([
      server.member('Dana').send('POST', `/customers/${a.customer.id}/merge`, { into: b.customer.id }),
      server.member('Carla').send('POST', `/customers/${b.customer.id}/merge`, { into: a.customer.id }),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const [one, other] = [await recordOf(a.customer.id), await recordOf(b.customer.id)]
    expect(one).toEqual(other)
    expect(one.open).toHaveLength(2)
    for (const { number } of [a, b]) expect((await read(server, number)).customer.id).toBe(one.id)
  })
})
