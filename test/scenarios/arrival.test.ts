import { describe, expect, test } from 'vitest'
import type { IssueAnswer, IssueRow, Page } from '../../src/contract/answers.ts'
import {
  anasPage,
  eachWithServer,
  madrid,
  messagesOf,
  read,
  running,
  stateOf,
  toldOf,
  utc,
  writes,
} from './desk-life.ts'
import { arrives, bounceOf, writtenOf } from './mails.ts'

const there = eachWithServer(madrid('Monday before', '10:00'))
const ana = 'Ana Ruiz <ana@ruiz.example>'

const numberOf = ({ issue }: { issue: number | null }): number => issue ?? 0
const countOfIssues = async (): Promise<number> =>
  (await there.server.member('Priya').get<Page<IssueRow>>('/issues?limit=200')).items.length

describe('Rules 1 to 3: arrival', () => {
  test('Scenario 1: mail at night is owned at once, promised by 13:00, and acknowledged; that keeps nothing', async () => {
    const { server } = there
    await server.moveClock(madrid('Tuesday', '02:00'))
    const taken = await arrives(server, { from: ana, subject: 'Charged twice', text: 'It has happened again.' })
    expect(taken.state).toBe('issue')
    const issue = await read(server, numberOf(taken))
    expect(issue.owner.name).toBe('Ben')
    expect(issue.promises).toMatchObject([{ kind: 'answer', state: 'open', due: utc(madrid('Tuesday', '13:00')) }])
    const [mail] = await writtenOf(server, issue.number)
    expect(mail).toMatchObject({ kind: 'acknowledgement', to: 'ana@ruiz.example' })
    expect(mail?.body).toMatch(/Ben/)
    expect(mail?.body).toMatch(/13:00/)
  })

  test.each([
    ['Friday 16:00 is due Monday 12:00', madrid('Friday', '16:00'), madrid('Monday', '12:00'), []],
    [
      'a holiday on Monday moves it to Tuesday',
      madrid('Friday', '16:00'),
      madrid('Tuesday after', '12:00'),
      ['2026-11-30'],
    ],
    ['over the night of a clock change', '2027-03-26T16:00:00.000+01:00', '2027-03-29T12:00:00.000+02:00', []],
  ])('Scenario 2: %s', async (_, at, due, holidays) => {
    const { server } = there
    await server.desk.database.query(
      `update workspace set calendar = calendar || jsonb_build_object('holidays', $1::jsonb)`,
      [JSON.stringify(holidays)],
    )
    await server.moveClock(at)
    const taken = await arrives(server, { from: ana })
    expect(running(await read(server, numberOf(taken)))).toEqual([utc(due)])
  })

  test("Scenario 3: Carla claims before any reply: hers, no handoff; after Ben's reply she can't", async () => {
    const { server } = there
    await server.moveClock(madrid('Tuesday', '02:00'))
    const first = numberOf(await arrives(server, { from: ana }))
    const second = numberOf(await arrives(server, { from: 'tom@adeyemi.example' }))
    const claimed = await server.member('Carla').post<IssueAnswer>(`/issues/${first}/claim`)
    expect(claimed.owner.name).toBe('Carla')
    expect(claimed.handoff).toBeNull()
    await writes(server, 'Ben', second, madrid('Friday', '11:00'))
    const refused = await server.member('Carla').refused(`/issues/${second}/claim`)
    expect(refused.code).toBe('claim_after_contact')
    expect(refused.remedy).toMatch(/Ben.*hand/)
  })

  test('Scenario 4: two claim in the same moment: one owns, the other is told who', async () => {
    const { server } = there
    await server.moveClock(madrid('Tuesday', '02:00'))
    const number = numberOf(await arrives(server, { from: ana }))
    const replies = await Promise.all(
      (['Carla', 'Dana'] as const).map(name => server.member(name).send('POST', `/issues/${number}/claim`, {})),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const loser = replies.find(({ status }) => status === 409)?.body as { detail: string }
    expect(loser.detail).toContain((await read(server, number)).owner.name)
  })

  test('Scenario 5: Ana writes from an address that the desk knows: it lands on her open issue', async () => {
    const { server } = there
    const { number, customer } = await read(server, numberOf(await arrives(server, { from: ana })))
    await server.desk.database.query(
      `insert into customer_address (workspace_id, kind, address, customer_id) values (1, 'email', 'ana@home.example', $1)`,
      [customer.id],
    )
    const again = await arrives(server, {
      from: 'ana@home.example',
      subject: 'Something new',
      text: 'And one thing more.',
    })
    expect(again).toMatchObject({ state: 'reply', issue: number })
    const stranger = await arrives(server, { from: 'ana.ruiz@elsewhere.example' })
    expect(stranger.state).toBe('issue')
    expect(stranger.issue).not.toBe(number)
  })

  test('Scenario 7: an out-of-office or a bounce opens nothing, keeps nothing, reopens nothing and starts no promise', async () => {
    const { server } = there
    const away = { from: ana, subject: 'Out of office', headers: { 'Auto-Submitted': 'auto-replied' } }
    expect((await arrives(server, away)).state).toBe('machine')
    expect(await countOfIssues()).toBe(0)
    const number = numberOf(await arrives(server, { from: ana }))
    await writes(server, (await read(server, number)).owner.name as 'Ben', number, madrid('Friday', '11:00'))
    const before = await read(server, number)
    const [written] = await writtenOf(server, number)
    const answer = await arrives(server, { ...away, inReplyTo: `<${written?.mailId}>` })
    expect(answer).toMatchObject({ state: 'machine', issue: number })
    const after = await read(server, number)
    expect(after.promises).toEqual(before.promises)
    expect(await writtenOf(server, number)).toHaveLength(2)
    expect(await countOfIssues()).toBe(1)
  })

  test('Rule 13: a word that bounces un-keeps its promise, and the owner is told', async () => {
    const { server } = there
    const number = numberOf(await arrives(server, { from: ana }))
    const owner = (await read(server, number)).owner.name as 'Ben'
    const kept = await writes(server, owner, number, madrid('Friday', '11:00'))
    expect(stateOf(kept, 1)).toBe('kept')
    expect(await bounceOf(server, number)).toMatchObject({ state: 'machine', issue: number })
    expect(stateOf(await read(server, number), 1)).toBe('open')
    expect(await toldOf(server, owner, number)).toContain('word_bounced')
    expect((await writtenOf(server, number))[0]?.state).toBe('bounced')
  })

  test('Scenario 8: the same Message-ID delivered twice is one message', async () => {
    const { server } = there
    const mail = { from: ana, messageId: '<once@ruiz.example>' }
    const first = await arrives(server, mail)
    const second = await arrives(server, mail)
    expect([first.state, second.state]).toEqual(['issue', 'duplicate'])
    expect(await messagesOf(server, numberOf(first))).toHaveLength(1)
  })

  test("Scenario 9: a mail with Ana's token from a third person joins, flagged; their word is not Ana's", async () => {
    const { server } = there
    const number = numberOf(await arrives(server, { from: ana }))
    const owner = (await read(server, number)).owner.name as 'Ben'
    await writes(server, owner, number, madrid('Friday', '11:00'))
    const { addressFor } = await import('../../src/desk/signed.ts')
    const to = addressFor(server.desk.secrets.addresses, 'support@litoral.example', number)
    const joined = await arrives(server, { from: 'Paco <paco@third.example>', to, text: 'It is all solved, thanks!' })
    expect(joined).toMatchObject({ state: 'reply', issue: number })
    const last = (await messagesOf(server, number)).at(-1)
    expect(last).toMatchObject({ flagged: true, author: { kind: 'participant', name: 'Paco' } })
    expect((await read(server, number)).phase).toBe('open')
    const { client } = await anasPage(server, number)
    const page = await client.get<{ messages: { body: string }[] }>('/portal/issue')
    expect(page.messages.map(({ body }) => body)).not.toContain('It is all solved, thanks!')
    const guessed = to.replace(/\.[a-z2-7]+@/, '.aaaaaaaaaaaa@')
    expect((await arrives(server, { from: 'eve@third.example', to: guessed })).state).toBe('issue')
  })

  test.each([
    ['In-Reply-To', (id: string) => ({ inReplyTo: `<${id}>` })],
    ['References', (id: string) => ({ references: ['<other@x.example>', `<${id}>`] })],
    ['References that a client ran together', (id: string) => ({ headers: { References: `<a@x.example><${id}>` } })],
  ])('Rule 3: an answer joins its thread by %s, from whatever address', async (_, trace) => {
    const { server } = there
    const number = numberOf(await arrives(server, { from: ana }))
    const owner = (await read(server, number)).owner.name as 'Ben'
    await writes(server, owner, number, madrid('Friday', '11:00'))
    const [written] = await writtenOf(server, number)
    const answered = await arrives(server, { from: ana, subject: 'Re: whatever', ...trace(written?.mailId ?? '') })
    expect(answered).toMatchObject({ state: 'reply', issue: number })
  })

  test('Rule 12: our answers carry one thread: In-Reply-To, References, and the same subject', async () => {
    const { server } = there
    const number = numberOf(
      await arrives(server, { from: ana, subject: 'Charged twice', messageId: '<m1@ruiz.example>' }),
    )
    const owner = (await read(server, number)).owner.name as 'Ben'
    await writes(server, owner, number, madrid('Friday', '11:00'))
    const { rows } = await server.desk.database.query(
      `select subject, in_reply_to, reference_ids from outbound_mail where number = $1 order by created_at, kind`,
      [number],
    )
    expect(rows[0]).toMatchObject({ subject: 'Re: Charged twice', in_reply_to: 'm1@ruiz.example' })
    expect(rows[1]?.reference_ids).toContain('m1@ruiz.example')
  })

  test('a mail that nobody can understand is kept with its source, and can be read again', async () => {
    const { server } = there
    const { arrivesRaw } = await import('./mails.ts')
    const raw = Buffer.from('\u0000\u0001 this is no mail')
    const kept = await arrivesRaw(server, raw, 'x@y.example', 'support@litoral.example')
    expect(kept.state).toBe('kept')
    expect(kept.why).toBeTruthy()
    const source = await server.member('Ben').raw('GET', `/api/v1/mail/${kept.id}/raw`)
    expect(source.text).toContain('this is no mail')
    expect(await server.member('Ben').post(`/mail/${kept.id}/retry`)).toMatchObject({ state: 'waiting' })
  })

  test('the last net: one address gets no more than five automatic mails an hour', async () => {
    const { server } = there
    for (let mail = 0; mail < 8; mail += 1) {
      const taken = await arrives(server, { from: ana })
      await server.desk.database.query('update issue set customer_id = $1 where number = $2', [
        await strangerId(),
        numberOf(taken),
      ])
    }
    const { rows } = await server.desk.database.query<{ count: number }>(
      `select count(*)::integer as count from outbound_mail where kind = 'acknowledgement'`,
    )
    expect(rows[0]?.count).toBe(5)
  })
})

/** Somebody to whom an issue can be given, so that the next mail of Ana opens another one. */
async function strangerId(): Promise<string> {
  const { rows } = await there.server.desk.database.query<{ id: string }>(
    `insert into customer (workspace_id, customer_id, name) values (1, gen_random_uuid(), 'Somebody')
    returning customer_id as id`,
  )
  return rows[0]?.id ?? ''
}
