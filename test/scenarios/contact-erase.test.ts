import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keepMail } from '../../src/channels/email/keep.ts'
import type { CustomerRecord, EventAnswer, IssueAnswer, OutboundAnswer, Page } from '../../src/contract/answers.ts'
import { forgetFiles } from '../../src/desk/customer-erase.ts'
import type { TestServer } from '../server.ts'
import { anasPage, anIssue, eachWithServer, madrid, messagesOf, read, writes } from './desk-life.ts'
import { arrives, writtenOf } from './mails.ts'

const there = eachWithServer()
const ana = 'Ana Ruiz <ana@ruiz.example>'
const secret = 'my mother’s maiden name is Quintanilla'

/** Ana's issue from her first mail to the end, with her words wherever words can be. */
async function closedIssue(server: TestServer): Promise<IssueAnswer> {
  const { issue } = await arrives(server, { from: ana, subject: `Charged: ${secret}`, text: `Hello, ${secret}.` })
  const number = issue ?? 0
  const owner = server.member((await read(server, number)).owner.name as 'Ben')
  await owner.post(`/issues/${number}/facts`, { key: 'account', value: secret, how: secret })
  await owner.post(`/issues/${number}/diagnoses`, { text: secret })
  await owner.post(`/issues/${number}/messages`, { body: secret, to: 'team' })
  await server.member('Dana').post(`/issues/${number}/tell`, { words: secret })
  await owner.post(`/issues/${number}/messages`, {
    body: `I see: ${secret}`,
    to: 'customer',
    promise: { what: secret, due: madrid('Friday', '11:00') },
  })
  return toTheEnd(server, number)
}

/** Solved, confirmed by her, closed. */
async function toTheEnd(server: TestServer, number: number): Promise<IssueAnswer> {
  const { owner, unplaced } = await read(server, number)
  expect(unplaced).toEqual([])
  const member = server.member(owner.name as 'Ben')
  await member.post(`/issues/${number}/resolution`, { wrong: secret, done: secret, holds: secret })
  const { client } = await anasPage(server, number)
  await client.post('/portal/confirm')
  await client.post('/portal/rating', { choice: 'partly', words: secret })
  return member.post<IssueAnswer>(`/issues/${number}/close`, {}, `close-${number}`)
}

const erase = (id: string) =>
  there.server.member('Ada').post<CustomerRecord>(`/customers/${id}/erase`, { why: 'She asked.' })

/** Every table and column in which a text still stands. */
async function whereItStands(server: TestServer, text: string): Promise<string[]> {
  const { rows: tables } = await server.desk.database.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await server.desk.database.query<{ count: number }>(
      `select count(*)::integer as count from ${name} as t where position(lower($1) in lower(to_jsonb(t)::text)) > 0`,
      [text],
    )
    if ((rows[0]?.count ?? 0) > 0) found.push(name)
  }
  return found
}

describe("Scenario 64: Ana's erasure", () => {
  test('her words are gone, events and figures stay, her name reads "erased customer"', async () => {
    const { server } = there
    const issue = await closedIssue(server)
    const before = await server.member('Ben').get<Page<EventAnswer>>(`/issues/${issue.number}/events`)
    expect((await whereItStands(server, 'Quintanilla')).length).toBeGreaterThan(5)

    const record = await erase(issue.customer.id)
    expect(record).toMatchObject({ name: 'erased customer', addresses: [], organization: null })
    expect(record.erasedAt).not.toBeNull()
    for (const text of ['Quintanilla', 'ana@ruiz.example', 'Ana Ruiz', 'ruiz'])
      expect(await whereItStands(server, text)).toEqual([])

    const after = await server.member('Ben').get<Page<EventAnswer>>(`/issues/${issue.number}/events`)
    expect(after.items.slice(0, before.items.length)).toEqual(
      before.items.map(event => ({
        ...event,
        by: event.by.kind === 'customer' ? { ...event.by, name: 'erased customer' } : event.by,
      })),
    )
    expect(after.items.at(-1)).toMatchObject({ type: 'WordsErased', by: { name: 'Ada' } })
    const shown = await read(server, issue.number)
    expect(shown).toMatchObject({
      phase: 'closed',
      outcome: 'confirmed',
      customer: { name: 'erased customer' },
      may: [],
    })
    expect(shown.promises).toEqual(
      issue.promises.map(promise => ({ ...promise, what: expect.any(String), madeBy: expect.anything() })),
    )
    expect(shown.erasedAt).not.toBeNull()
    expect((await messagesOf(server, issue.number)).every(({ body }) => body.startsWith('Erased'))).toBe(true)
    expect(await server.member('Dana').get('/customers?q=an')).toEqual([])
  })

  test('not while an issue is open; only by an admin; once', async () => {
    const { server } = there
    const open = await anIssue(server, 'Ben')
    const path = `/customers/${open.customer.id}/erase`
    const refusal = await server.member('Ada').refused(path, { why: 'She asked.' })
    expect([refusal.code, refusal.data]).toEqual(['open_issues', { issues: [open.number] }])
    expect((await server.member('Priya').send('POST', path, { why: 'x' })).status).toBe(403)
    const closed = await closedIssue(server)
    await erase(closed.customer.id)
    expect((await server.member('Ada').refused(`/customers/${closed.customer.id}/erase`, { why: 'x' })).code).toBe(
      'customer_erased',
    )
  })

  test('nothing is added to it any more: a note, a call, a mail by her link or thread begin anew or are refused', async () => {
    const { server } = there
    const { number, customer } = await closedIssue(server)
    const [mail] = await writtenOf(server, number)
    const { link, client } = await anasPage(server, number)
    await erase(customer.id)
    const ben = server.member('Ben')
    for (const [path, body] of [
      ['messages', { body: 'x', to: 'team' }],
      ['facts', { key: 'k', value: 'v' }],
      ['tell', { words: 'x' }],
      ['contacts', { channel: 'phone', direction: 'in', outcome: 'reached', summary: 'x' }],
    ] as const)
      expect((await server.member('Carla').refused(`/issues/${number}/${path}`, body)).code).toBe('erased')
    const call = { direction: 'in', outcome: 'reached', summary: 'x' }
    expect((await ben.refused(`/customers/${customer.id}/contacts`, call)).code).toBe('customer_erased')
    const anew = { customer: { id: customer.id }, subject: 'x', story: 'x', channel: 'email' }
    expect((await ben.send('POST', '/issues', anew)).status).toBe(404)
    expect((await client.send('GET', '/portal/issue')).status).toBe(401)
    await server.stranger.raw('GET', link)
    const again = await arrives(server, { from: ana, inReplyTo: `<${mail?.mailId}>`, text: 'It is back.' })
    expect(again.state).toBe('issue')
    expect(again.issue).not.toBe(number)
    expect((await read(server, again.issue ?? 0)).customer.id).not.toBe(customer.id)
  })

  test('what she wrote on others’ issues goes, theirs stays; merged records go with hers', async () => {
    const { server } = there
    const toms = await anIssue(server, 'Ben', { customer: { name: 'Tom Vega', email: 'tom@vega.example' } })
    await writes(server, 'Ben', toms.number, madrid('Friday', '11:00'), { body: 'Hello Tom.' })
    const [mail] = await writtenOf(server, toms.number)
    await arrives(server, { from: ana, inReplyTo: `<${mail?.mailId}>`, text: secret })
    const closed = await closedIssue(server)
    const second = await server.desk.database.query<{ id: string }>(
      "insert into customer (workspace_id, customer_id, name) values (1, gen_random_uuid(), 'Anita') returning customer_id as id",
    )
    await server.member('Dana').post(`/customers/${second.rows[0]?.id}/merge`, { into: closed.customer.id })
    await erase(closed.customer.id)
    expect(await whereItStands(server, 'Quintanilla')).toEqual([])
    expect(await whereItStands(server, 'Anita')).toEqual([])
    const messages = await messagesOf(server, toms.number)
    expect(messages.map(({ body }) => body)).toEqual([toms.story, 'Hello Tom.', 'Erased, as the law asks.'])
    expect((await read(server, toms.number)).customer.name).toBe('Tom Vega')
  })

  test('her files and mails as they came are gone from the disk; one that others sent, too, stays for them', async () => {
    const { server } = there
    const raw = (from: string, file: string) =>
      Buffer.from(
        [
          `From: ${from}`,
          'To: support@litoral.example',
          'Subject: A picture',
          `Message-ID: <${crypto.randomUUID()}@x.example>`,
          'MIME-Version: 1.0',
          'Content-Type: multipart/mixed; boundary="b"',
          '',
          '--b',
          'Content-Type: text/plain',
          '',
          'See the file.',
          '--b',
          'Content-Type: text/plain; name="f.txt"',
          'Content-Disposition: attachment; filename="f.txt"',
          '',
          file,
          '--b--',
          '',
        ].join('\r\n'),
      )
    const { arrivesRaw } = await import('./mails.ts')
    const hers = await arrivesRaw(server, raw(ana, 'only hers'), 'ana@ruiz.example', 'support@litoral.example')
    await arrivesRaw(server, raw(ana, 'known to both'), 'ana@ruiz.example', 'support@litoral.example')
    await arrivesRaw(server, raw('tom@vega.example', 'known to both'), 'tom@vega.example', 'support@litoral.example')
    const { rows } = await server.desk.database.query<{ hash: string; hers: boolean; shared: boolean }>(
      `select hash, bool_and(number = $1) as hers, count(*) > 1 as shared
      from (
        select a.hash, m.number from attachment a join message m using (workspace_id, message_id)
        union all
        select hash, number from inbound_mail
      ) as files
      group by hash`,
      [hers.issue],
    )
    expect(rows.length).toBe(5)
    // Long ago, so that nobody is just storing them.
    for (const { hash } of rows)
      await utimes(join(server.folder, hash.slice(0, 2), hash), new Date('2026-01-01'), new Date('2026-01-01'))
    const { customer } = await toTheEnd(server, hers.issue ?? 0)
    await erase(customer.id)
    for (const { hash, hers: onlyHers } of rows) expect(await server.desk.files.has(hash)).toBe(!onlyHers)
    expect((await server.member('Ben').send('GET', `/mail/${hers.id}/raw`)).status).toBe(404)
  })

  test('a file that somebody is just storing again waits, and stays when it is named', async () => {
    const { server } = there
    const { hash } = await server.desk.files.put(Buffer.from('just now'))
    await server.desk.database.query('insert into file_to_forget (workspace_id, hash) values (1, $1)', [hash])
    await forgetFiles(server.desk)
    expect(await server.desk.files.has(hash)).toBe(true)
    await keepMail(server.desk, {
      via: 'smtp',
      sourceKey: null,
      envelopeFrom: 'x@y.example',
      envelopeTo: [],
      raw: Buffer.from('just now'),
    })
    await utimes(join(server.folder, hash.slice(0, 2), hash), new Date('2026-01-01'), new Date('2026-01-01'))
    await forgetFiles(server.desk)
    expect(await server.desk.files.has(hash)).toBe(true)
    expect((await server.desk.database.query('select 1 from file_to_forget')).rows).toEqual([])
  })

  test('what waited to be sent to her is sent no more', async () => {
    const { server } = there
    const { number, customer } = await closedIssue(server)
    await server.desk.database.query("update outbound_mail set state = 'queued' where number = $1", [number])
    await erase(customer.id)
    const { items } = await server.member('Ben').get<Page<OutboundAnswer>>('/outbox')
    const theirs = items.filter(({ issue, kind }) => issue === number && kind !== 'notice')
    expect(theirs.length).toBeGreaterThan(1)
    expect(theirs.every(({ state, to }) => state === 'refused' && to === '')).toBe(true)
  })
})
