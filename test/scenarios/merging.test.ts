import { describe, expect, test } from 'vitest'
import type {
  CauseAnswer,
  EventAnswer,
  IssueAnswer,
  MessageAnswer,
  Page,
  PortalAnswer,
} from '../../src/contract/answers.ts'
import { addressFor } from '../../src/desk/signed.ts'
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
  workOnIssues,
  writes,
} from './desk-life.ts'
import { arrives, writtenOf } from './mails.ts'

const there = eachWithServer()

const tom = { name: 'Tom', email: 'tom@mail.example' }

const eventsOf = async (server: TestServer, number: number): Promise<EventAnswer[]> =>
  (await server.member('Priya').get<Page<EventAnswer>>(`/issues/${number}/events?limit=200`)).items

/** Tom's two issues: Ben met him on the first by mail, Carla's was opened after it and nobody has written on it yet. */
async function toms(server: TestServer): Promise<{ bens: number; carlas: number }> {
  const { number: bens } = await anIssue(server, 'Ben', { customer: tom, subject: 'My line is dead' })
  await writes(server, 'Ben', bens, madrid('Thursday', '12:00'), { body: 'Hello Tom, Ben here. I look into it.' })
  await server.moveClock(madrid('Tuesday', '10:30'))
  const { number: carlas } = await anIssue(server, 'Carla', {
    customer: tom,
    subject: 'No dial tone',
    story: 'No tone at all.',
  })
  return { bens, carlas }
}

const mergesInto = (server: TestServer, name: Name, number: number, into: number): Promise<IssueAnswer> =>
  server.member(name).post(`/issues/${number}/merge`, { into })

describe("Scenario 52: Tom's two issues are merged", () => {
  test('the survivor is Ben’s, whom he met first, from both sides; both promises run on', async () => {
    const { server } = there
    for (const turn of [0, 1]) {
      const customer = { name: 'Tom', email: `tom${turn}@mail.example` }
      const { number: bens } = await anIssue(server, 'Ben', { customer })
      await writes(server, 'Ben', bens, madrid('Thursday', '12:00'))
      const { number: carlas } = await anIssue(server, 'Carla', { customer })
      const [one, other] = turn === 0 ? [carlas, bens] : [bens, carlas]
      const merged = await mergesInto(server, 'Priya', one, other)
      expect([merged.number, merged.owner.name]).toEqual([bens, 'Ben'])
      expect(running(merged)).toEqual([utc(madrid('Thursday', '12:00')), utc(madrid('Tuesday', '14:00'))])
      const gone = await read(server, carlas)
      expect(gone).toMatchObject({ phase: 'closed', outcome: 'duplicate', mergedInto: { number: bens } })
      expect(running(gone)).toEqual([])
      expect(await toldOf(server, 'Carla', carlas)).toContain('merged')
      expect(await toldOf(server, 'Ben', bens)).toContain('took_in')
      expect(merged.links).toMatchObject([
        { number: carlas, kind: 'duplicate', outcome: 'duplicate', owner: { name: 'Carla' } },
      ])
      expect(merged.merged).toMatchObject([{ number: carlas }])
    }
  })

  test('both mails thread on: what answers either, by reply or by address, lands on the survivor', async () => {
    const { server } = there
    const first = await arrives(server, {
      from: 'Tom <tom@mail.example>',
      subject: 'My line is dead',
      messageId: '<one@mail.example>',
    })
    const number = first.issue ?? 0
    const owner = (await read(server, number)).owner.name as Name
    await writes(server, owner, number, madrid('Thursday', '12:00'))
    const { number: other } = await anIssue(server, 'Carla', { customer: tom, subject: 'No dial tone' })
    await writes(server, 'Carla', other, madrid('Friday', '12:00'))
    const [carlas] = await writtenOf(server, other)
    await mergesInto(server, 'Carla', other, number)

    const reply = { from: 'Tom <tom@mail.example>', subject: 'Re: No dial tone' }
    const byReply = await arrives(server, { ...reply, inReplyTo: carlas?.mailId ?? '', text: 'Still no tone.' })
    expect(byReply).toMatchObject({ state: 'reply', issue: number })
    const to = addressFor(server.desk.secrets.addresses, 'support@litoral.example', other)
    const byAddress = await arrives(server, { ...reply, to, subject: 'By the way', text: 'I am at home today.' })
    expect(byAddress).toMatchObject({ state: 'reply', issue: number })

    // The next mail of ours belongs to both threads, and answers what came last.
    await writes(server, owner, number, madrid('Friday', '12:00'))
    const [ours] = await writtenOf(server, number)
    const { rows } = await server.desk.database.query<{ references: string[] }>(
      'select reference_ids as references from outbound_mail where mail_id = $1',
      [ours?.mailId],
    )
    expect(rows[0]?.references).toEqual(expect.arrayContaining(['one@mail.example', carlas?.mailId]))
  })

  test('his pages of both are one: the link in the mail of the one that went opens the other', async () => {
    const { server } = there
    const { bens, carlas } = await toms(server)
    await writes(server, 'Carla', carlas, madrid('Friday', '12:00'), { body: 'Hello Tom, Carla here.' })
    const { client } = await anasPage(server, carlas)
    await mergesInto(server, 'Ben', carlas, bens)
    const page = await client.get<PortalAnswer>('/portal/issue')
    expect(page).toMatchObject({ number: bens, owner: { name: 'Ben' } })
    expect(page.messages.map(({ body }) => body)).toEqual(
      expect.arrayContaining(['Hello Tom, Ben here. I look into it.', 'Hello Tom, Carla here.']),
    )
    await client.post('/portal/messages', { body: 'It is one and the same.' })
    expect((await messagesOf(server, bens)).at(-1)).toMatchObject({ issue: bens, body: 'It is one and the same.' })
  })

  test('no word is lost: the messages and the events of both are there, after the merge and after its undoing', async () => {
    const { server } = there
    const { bens, carlas } = await toms(server)
    await writes(server, 'Carla', carlas, madrid('Friday', '12:00'), { body: 'Hello Tom, Carla here.' })
    const ids = (messages: MessageAnswer[]): string[] => messages.map(({ id }) => id)
    const before = {
      messages: [await messagesOf(server, bens), await messagesOf(server, carlas)].map(ids),
      events: [await eventsOf(server, bens), await eventsOf(server, carlas)],
    }
    await mergesInto(server, 'Ben', carlas, bens)
    const both = await messagesOf(server, bens)
    expect(ids(both).sort()).toEqual(before.messages.flat().sort())
    expect(both.map(({ at }) => at)).toEqual(both.map(({ at }) => at).toSorted())
    expect(ids(await messagesOf(server, carlas))).toEqual(before.messages[1])

    await server.member('Ben').post(`/issues/${carlas}/unmerge`)
    expect(ids(await messagesOf(server, bens))).toEqual(before.messages[0])
    expect(ids(await messagesOf(server, carlas))).toEqual(before.messages[1])
    for (const [index, number] of [bens, carlas].entries()) {
      const events = await eventsOf(server, number)
      expect(events.slice(0, before.events[index]?.length)).toEqual(before.events[index])
    }
    const types = async (number: number) => (await eventsOf(server, number)).map(({ type }) => type)
    expect(await types(carlas)).toEqual(expect.arrayContaining(['IssueMerged', 'IssueUnmerged']))
    expect(await types(bens)).toEqual(expect.arrayContaining(['IssueTookIn', 'PromiseCarried', 'IssueGaveBack']))
  })

  test('Rule 22: the shared cause of a duplicate goes on where it goes on, with the word to pass on', async () => {
    const { server } = there
    const { bens, carlas } = await toms(server)
    const carla = server.member('Carla')
    const shared = { subject: 'The street is without a line', what: 'The cable at number 12.', issues: [carlas] }
    const { id } = await carla.post<CauseAnswer>('/causes', shared)
    await carla.post(`/causes/${id}/messages`, { body: 'The cable is cut. It takes until Thursday.' })
    expect((await mergesInto(server, 'Carla', carlas, bens)).cause?.id).toBe(id)
    const inCause = async () => (await carla.get<CauseAnswer>(`/causes/${id}`)).issues.map(({ number }) => number)
    expect((await inCause()).toSorted()).toEqual([bens, carlas].toSorted())
    expect(await workOnIssues(server, 'Ben')).toContainEqual(['cause_word', bens])
    const pass = `/issues/${bens}/cause/pass-on`
    await server.member('Ben').post(pass, { promise: { what: null, due: madrid('Friday', '12:00') } })
    expect((await messagesOf(server, bens)).at(-1)?.body).toBe('The cable is cut. It takes until Thursday.')
    await server.member('Ben').post(`/issues/${carlas}/unmerge`)
    expect((await read(server, bens)).cause).toBeNull()
    expect((await read(server, carlas)).cause?.id).toBe(id)
    expect(await inCause()).toEqual([carlas])
  })

  test('Rule 31: what Carla knows, Ben knows; the words of her promise stand', async () => {
    const { server } = there
    const { bens, carlas } = await toms(server)
    await server.member('Carla').post(`/issues/${carlas}/facts`, { key: 'line', value: '600 118', how: 'he said so' })
    await server.member('Carla').post(`/issues/${carlas}/diagnoses`, { text: 'The box in the street is down.' })
    await writes(server, 'Carla', carlas, madrid('Friday', '12:00'), {
      promise: { what: 'A word from the engineer', due: madrid('Friday', '12:00') },
    })
    const merged = await mergesInto(server, 'Carla', carlas, bens)
    expect(merged.facts).toMatchObject([{ key: 'line', value: '600 118', how: 'he said so', by: { name: 'Carla' } }])
    expect(merged.diagnoses).toMatchObject([{ text: 'The box in the street is down.', by: { name: 'Carla' } }])
    expect(merged.promises.at(-1)).toMatchObject({
      what: 'A word from the engineer',
      due: utc(madrid('Friday', '12:00')),
    })
  })

  test('undone within 30 days: both owners and both promises are back, and no more is owed twice', async () => {
    const { server } = there
    const { bens, carlas } = await toms(server)
    await mergesInto(server, 'Ben', carlas, bens)
    await server.moveClock(madrid('Tuesday', '11:00'))
    const back = await server.member('Ben').post<IssueAnswer>(`/issues/${bens}/unmerge`)
    expect(back).toMatchObject({ number: carlas, phase: 'open', owner: { name: 'Carla' }, mergedInto: null })
    expect(running(back)).toEqual([utc(madrid('Tuesday', '14:30'))])
    const stayed = await read(server, bens)
    expect(running(stayed)).toEqual([utc(madrid('Thursday', '12:00'))])
    expect([stayed.merged, stayed.links]).toMatchObject([[], [{ number: carlas, kind: 'related' }]])
    expect(await toldOf(server, 'Carla', carlas)).toContain('unmerged')

    // His answers go to each thread's own issue again.
    const to = addressFor(server.desk.secrets.addresses, 'support@litoral.example', carlas)
    const mail = await arrives(server, { from: 'Tom <tom@mail.example>', to, text: 'Two things, as I said.' })
    expect(mail.issue).toBe(carlas)
    expect((await server.member('Ben').refused(`/issues/${bens}/unmerge`)).code).toBe('not_merged')
  })

  test('after 30 days it stays as it is', async () => {
    const { server } = there
    const { bens, carlas } = await toms(server)
    const merged = await mergesInto(server, 'Ben', carlas, bens)
    expect(merged.merged).toMatchObject([{ undoUntil: utc('2026-12-24T10:30:00+01:00') }])
    await server.moveClock('2026-12-24T10:31:00+01:00')
    expect((await server.member('Ben').refused(`/issues/${carlas}/unmerge`)).code).toBe('unmerge_over')
  })

  test('of different customers: refused, and the way out is said', async () => {
    const { server } = there
    const { bens } = await toms(server)
    const { number: anas } = await anIssue(server, 'Ben')
    const refused = await server.member('Ben').refused(`/issues/${anas}/merge`, { into: bens })
    expect(refused.code).toBe('different_customers')
    expect(refused.remedy).toMatch(/cause/)
  })

  test('by the owner of either or a supervisor, and not while somebody has one of them in hand', async () => {
    const { server } = there
    const { bens, carlas } = await toms(server)
    const into = { into: bens }
    expect((await server.member('Dana').refused(`/issues/${carlas}/merge`, into)).code).toBe('not_owner')
    expect((await server.member('Carla').refused(`/issues/${carlas}/merge`, { into: carlas })).code).toBe('same_issue')
    expect((await server.member('Carla').refused(`/issues/${carlas}/merge`, { into: 999_999 })).code).toBe(
      'no_such_issue',
    )
    await server.member('Carla').post(`/issues/${carlas}/diagnoses`, { text: 'The box is down.' })
    await server.member('Carla').post(`/issues/${carlas}/assists`, {
      of: { member: server.id('Olu') },
      ask: 'Look at the box',
      due: madrid('Thursday', '12:00'),
    })
    const blocked = await server.member('Carla').refused(`/issues/${carlas}/merge`, into)
    expect([blocked.code, blocked.data]).toEqual(['merge_blocked', { issue: carlas, open: 'assist' }])
    const { may } = await read(server, carlas, 'Carla')
    expect(may).toContain('merge')
  })

  test('what is done on the one that went is answered with where it goes on; asked twice, it is done once', async () => {
    const { server } = there
    const { bens, carlas } = await toms(server)
    const merge = () => server.member('Ben').post<IssueAnswer>(`/issues/${carlas}/merge`, { into: bens }, 'merge-once')
    const [first, second] = [await merge(), await merge()]
    expect(second).toEqual(first)
    const message = { body: 'Hello', to: 'customer' }
    const refused = await server.member('Carla').refused(`/issues/${carlas}/messages`, message)
    expect([refused.code, refused.data]).toEqual(['closed', { into: bens }])
    expect(refused.detail).toContain(`#${bens}`)
    const again = await server.member('Ben').refused(`/issues/${carlas}/merge`, { into: bens })
    expect(again.code).toBe('closed')
  })

  test('merged on and on, the first thread still leads to the last issue', async () => {
    const { server } = there
    const { bens, carlas } = await toms(server)
    const { number: danas } = await anIssue(server, 'Dana', { customer: tom, subject: 'And the router' })
    await mergesInto(server, 'Priya', danas, carlas)
    await mergesInto(server, 'Priya', carlas, bens)
    expect((await messagesOf(server, bens)).map(({ issue }) => issue)).toEqual(
      expect.arrayContaining([bens, carlas, danas]),
    )
    const to = addressFor(server.desk.secrets.addresses, 'support@litoral.example', danas)
    const mail = await arrives(server, { from: 'Tom <tom@mail.example>', to, text: 'Any news?' })
    expect(mail.issue).toBe(bens)
  })
})
