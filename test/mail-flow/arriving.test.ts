import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InboundAnswer, Page } from '../../src/contract/answers.ts'
import { openFiles } from '../../src/store/files.ts'
import { written } from './letters.ts'
import { openPost, post } from './post.ts'
import { type RunningDesk, startDesk } from './running-desk.ts'
import { messagesOf, outboxOf } from './talks.ts'

let desk: RunningDesk

beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk.stop())

const mei = 'Mei Tanaka <mei@tanaka.example>'
const scanner = (text: string, headers: Record<string, string> = {}) =>
  written({ from: mei, messageId: '<always-the-same@scanner.example>', text, headers })

test('Scenario 8: the same mail by another way, with another header, is one message', async () => {
  const first = await desk.gets(await scanner('Page one.'), { from: 'mei@tanaka.example' })
  const again = await desk.gets(await scanner('Page one.', { Received: 'from list.example by mx.example' }), {
    from: 'list@list.example',
  })
  expect([first.state, again]).toEqual(['issue', expect.objectContaining({ state: 'duplicate', issue: first.issue })])
  expect(await messagesOf(desk, first.issue ?? 0)).toHaveLength(1)
})

test('other words under a Message-ID that came before are another mail; repeated, it is one too', async () => {
  const second = await desk.gets(await scanner('Page two.'), { from: 'mei@tanaka.example' })
  expect(second.state).toBe('reply')
  const again = await desk.gets(await scanner('Page two.'), { from: 'mei@tanaka.example' })
  expect(again).toMatchObject({ state: 'duplicate', issue: second.issue })
  const bodies = (await messagesOf(desk, second.issue ?? 0)).map(({ body }) => body)
  expect(bodies).toEqual(['Page one.', 'Page two.'])
})

test("nobody's words are lost because somebody else sent their Message-ID first", async () => {
  const raw = await written({
    from: 'eve@third.example',
    messageId: '<always-the-same@scanner.example>',
    text: 'Page one.',
  })
  const taken = await desk.gets(raw, { from: 'eve@third.example' })
  expect(taken.state).toBe('issue')
})

test('many mails at once, of few people whom nobody knew: each is read, each person is one customer', async () => {
  const before = desk.said.length
  const letters = await Promise.all(
    Array.from({ length: 48 }, (_, nth) =>
      written({
        from: `Writer ${nth % 4} <writer${nth % 4}@many.example>`,
        messageId: `<${nth % 40}@many.example>`,
        text: `Letter ${nth % 40}`,
      }),
    ),
  )
  const posts = await Promise.all(Array.from({ length: 8 }, () => openPost(desk.mailPort)))
  await Promise.all(
    posts.map(async ({ hand, end }, client) => {
      for (const [nth, raw] of letters.entries()) {
        if (nth % posts.length === client) await hand({ from: `writer${nth % 4}@many.example`, to: desk.inbox, raw })
      }
      end()
    }),
  )
  const mails = await desk.until('all are read', async () => {
    const { items } = await desk.member('Ben').get<Page<InboundAnswer>>('/mail?limit=200')
    const theirs = items.filter(({ from }) => from.endsWith('@many.example'))
    return theirs.length === 48 && theirs.every(({ state }) => state !== 'waiting') && theirs
  })
  const count = (wanted: string): number => mails.filter(({ state }) => state === wanted).length
  console.info({ issue: count('issue'), reply: count('reply'), duplicate: count('duplicate') })
  expect(count('duplicate')).toBe(8)
  expect(count('issue') + count('reply')).toBe(40)
  const { rows } = await desk.database.query<{ people: number; said: number }>(
    `select count(distinct customer_id)::integer as people,
      (select count(*)::integer from message where address like '%@many.example') as said
    from customer_address where address like '%@many.example'`,
  )
  expect(rows).toEqual([{ people: 4, said: 40 }])
  // Rule 3: nobody who writes twice has two issues for it.
  expect(count('issue')).toBe(4)
  expect(desk.said.slice(before)).toEqual([])
})

test('a mail to an address that is not ours is not taken', async () => {
  const raw = await written({ from: mei })
  await expect(post(desk.mailPort, { from: 'mei@tanaka.example', to: 'sales@litoral.example', raw })).rejects.toThrow(
    '550',
  )
  await expect(
    post(desk.mailPort, { from: 'mei@tanaka.example', to: 'support@elsewhere.example', raw }),
  ).rejects.toThrow('550')
})

test('what came while nobody had a seat is kept, and read when somebody has one', async () => {
  const empty = await startDesk({}, { people: false })
  const kept = await empty.gets(await written({ from: mei, text: 'Hello?' }), { from: 'mei@tanaka.example' })
  expect(kept).toMatchObject({ state: 'kept', issue: null })
  const answer = await fetch(`${empty.url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: empty.url, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({
      company: 'Litoral',
      inbox: empty.inbox,
      zone: 'Europe/Madrid',
      name: 'Ada',
      email: 'ada@litoral.example',
      password: 'a long sentence of words',
    }),
  })
  expect(answer.status).toBe(201)
  const { rows } = await empty.until('it is read', async () => {
    const found = await empty.database.query<{ state: string }>(`select state from inbound_mail where state = 'issue'`)
    return found.rows.length > 0 && found
  })
  expect(rows).toHaveLength(1)
  await empty.stop()
})

test('a mail that can not be read through a fault of ours waits for a while, and then for a person; mended, it is read', async () => {
  const raw = await written({ from: 'lost@fault.example', subject: 'Lost', text: 'Where am I?' })
  const { hash, size } = await (await openFiles(join(desk.data, 'files'))).put(raw)
  const place = join(desk.data, 'files', hash.slice(0, 2), hash)
  await rm(place)
  await desk.database.query(
    `insert into inbound_mail (
      workspace_id, inbound_id, received_at, via, envelope_from, envelope_to, hash, size, state
    ) values (1, gen_random_uuid(), now(), 'smtp', 'lost@fault.example', array[$1], $2, $3, 'waiting')`,
    [desk.inbox, hash, size],
  )
  const mailOf = async (): Promise<InboundAnswer | undefined> => {
    const { items } = await desk.member('Ben').get<Page<InboundAnswer>>('/mail?limit=200')
    return items.find(({ from }) => from === 'lost@fault.example')
  }
  const tries = await desk.until('a try has failed', async () => {
    const { rows } = await desk.database.query<{ attempts: number }>(
      'select attempts from graphile_worker.jobs where locked_at is null and attempts > 0',
    )
    return rows[0]
  })
  expect(tries).toEqual({ attempts: 1 })
  expect(await mailOf()).toMatchObject({ state: 'waiting' })
  await desk.database.query(
    `with due as (update graphile_worker._private_jobs set run_at = now(), attempts = 7)
    select pg_notify('jobs:insert', '{"count":1}')`,
  )
  const kept = await desk.until('it is kept', async () => {
    const mail = await mailOf()
    return mail?.state === 'kept' && mail
  })
  expect(kept.why).toMatch(/fault of ours/)
  await writeFile(place, raw)
  await desk.member('Ben').post(`/mail/${kept.id}/retry`)
  expect(
    await desk.until('it is read', async () => {
      const mail = await mailOf()
      return mail?.state === 'issue' && mail
    }),
  ).toMatchObject({ subject: 'Lost' })
})

test('a mail without words or subject still is an issue, and is answered', async () => {
  const taken = await desk.gets(await written({ from: 'quiet@empty.example', subject: '', text: '' }), {
    from: 'quiet@empty.example',
  })
  expect(taken.state).toBe('issue')
  expect(await outboxOf(desk, taken.issue ?? 0)).toMatchObject([{ kind: 'acknowledgement' }])
})
