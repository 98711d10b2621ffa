import { describe, expect, test } from 'vitest'
import type { IssueAnswer, WorkAnswer } from '../../src/contract/answers.ts'
import type { Name, TestServer } from '../server.ts'
import { anIssue, eachWithServer, madrid, messagesOf, read, running, toldOf, utc, writes } from './desk-life.ts'
import { arrives, writtenOf } from './mails.ts'

const there = eachWithServer()

const ana = { name: 'Ana Ruiz', email: 'ana@ruiz.example' }
const proposal = { wrong: 'The bundle re-created the fee.', done: 'It is out.', holds: 'One line on the bill.' }

/** Ben solves Ana's issue, she confirms on the phone, and he closes it on the Tuesday. */
async function solved(server: TestServer, subject = 'Charged twice for the second line'): Promise<number> {
  const { number } = await anIssue(server, 'Ben', { customer: ana, subject, story: 'The fee is on my bill again.' })
  await closes(server, number)
  return number
}

async function closes(server: TestServer, number: number): Promise<void> {
  const ben = server.member('Ben')
  await ben.post(`/issues/${number}/resolution`, proposal)
  await ben.post(`/issues/${number}/resolution/confirm`, { heard: { how: 'phone', words: 'Yes, thank you.' } })
  await ben.post(`/issues/${number}/close`)
}

/** A new mail of Ana with another subject: an issue of its own. */
async function writesAnew(server: TestServer, more: object = {}): Promise<IssueAnswer> {
  const mail = { from: 'Ana Ruiz <ana@ruiz.example>', subject: 'charged again', text: 'There it is again.', ...more }
  const { issue } = await arrives(server, mail)
  return read(server, issue ?? 0)
}

const accepts = (server: TestServer, name: Name, { number }: IssueAnswer, other: number): Promise<IssueAnswer> =>
  server.member(name).post(`/issues/${number}/matches/${other}/accept`)

describe('Scenario 50: it comes back 40 days after it was closed', () => {
  test('a new mail, "charged again": the match is proposed, and one click reopens it with Ben', async () => {
    const { server } = there
    const old = await solved(server)
    await server.moveClock('2027-01-05T10:00:00+01:00')
    const fresh = await writesAnew(server)
    expect(fresh.number).not.toBe(old)
    expect(fresh.matches).toMatchObject([
      {
        number: old,
        subject: 'Charged twice for the second line',
        within: true,
        why: expect.stringContaining('charged'),
      },
    ])
    expect((await read(server, old)).phase).toBe('closed')

    // It is work for whoever owns the new one, whose promise runs until somebody decides.
    const owner = fresh.owner.name as Name
    const work = await server.member(owner).get<WorkAnswer[]>('/work')
    expect(work).toMatchObject([{ kind: 'match', issue: { number: fresh.number } }])
    expect(running(fresh)).toEqual([utc('2027-01-05T14:00:00+01:00')])

    const back = await accepts(server, 'Priya', fresh, old)
    expect(back).toMatchObject({ number: old, phase: 'open', owner: { name: 'Ben' }, recurrences: 1, escalation: null })
    expect(running(back)).toEqual([utc('2027-01-05T14:00:00+01:00')])
    expect(await toldOf(server, 'Ben', old)).toContain('reopened')
    expect((await messagesOf(server, old)).at(-1)?.body).toContain('There it is again.')
    const gone = await read(server, fresh.number)
    expect(gone).toMatchObject({ outcome: 'duplicate', mergedInto: { number: old }, links: [{ kind: 'recurrence' }] })
    expect(await server.member(owner).get<WorkAnswer[]>('/work')).toEqual([])

    // Her thread carries on into it, in both directions.
    await writes(server, 'Ben', old, '2027-01-08T12:00:00+01:00')
    const [ours] = await writtenOf(server, old)
    const reply = await arrives(server, { from: 'Ana Ruiz <ana@ruiz.example>', inReplyTo: ours?.mailId ?? '' })
    expect(reply.issue).toBe(old)
  })

  test('the second recurrence escalates by itself', async () => {
    const { server } = there
    const old = await solved(server)
    await server.moveClock('2026-12-15T10:00:00+01:00')
    const first = await writesAnew(server)
    await accepts(server, 'Ada', first, old)
    await closes(server, old)
    await server.moveClock('2027-01-12T10:00:00+01:00')
    const second = await writesAnew(server, { subject: 'Charged once more', text: 'The fee for the second line.' })
    const back = await accepts(server, 'Ada', second, old)
    expect(back).toMatchObject({ recurrences: 2, escalation: { state: 'raised', cause: 'second_recurrence' } })
    expect(await toldOf(server, 'Priya', old)).toContain('called')
  })

  test('when Ben is away, it goes to whom the intake names, who owes Ana an introduction', async () => {
    const { server } = there
    const old = await solved(server)
    await server.moveClock('2027-01-05T10:00:00+01:00')
    const fresh = await writesAnew(server)
    await server.desk.database.query(
      `insert into absence (workspace_id, absence_id, member_id, from_at, until_at)
      values (1, gen_random_uuid(), $1, '2027-01-05T00:00:00Z', '2027-01-20T00:00:00Z')`,
      [server.id('Ben')],
    )
    const back = await accepts(server, 'Priya', fresh, old)
    expect(back.owner.name).not.toBe('Ben')
    expect(back.owners.at(-1)?.way).toBe('takeover')
    expect(back.promises.filter(({ kind, state }) => kind === 'introduction' && state === 'open')).toHaveLength(1)
  })

  test('it is something else: dismissed, and nobody is asked again', async () => {
    const { server } = there
    const old = await solved(server)
    await server.moveClock('2027-01-05T10:00:00+01:00')
    const fresh = await writesAnew(server)
    const dismissed = await server.member('Ada').post<IssueAnswer>(`/issues/${fresh.number}/matches/${old}/dismiss`)
    expect([dismissed.matches, dismissed.phase]).toEqual([[], 'open'])
    expect((await server.member('Ada').refused(`/issues/${fresh.number}/matches/${old}/accept`)).code).toBe(
      'no_such_match',
    )
    expect((await read(server, old)).phase).toBe('closed')
  })

  test('a click too fast is undone: the old one is closed as it was, the new one is open', async () => {
    const { server } = there
    const old = await solved(server)
    await server.moveClock('2027-01-05T10:00:00+01:00')
    const fresh = await writesAnew(server)
    await accepts(server, 'Ada', fresh, old)
    const undone = await server.member('Ada').post<IssueAnswer>(`/issues/${fresh.number}/unmerge`)
    expect(undone).toMatchObject({ number: fresh.number, phase: 'open', owner: fresh.owner })
    expect(running(undone)).toEqual([utc('2027-01-05T14:00:00+01:00')])
    expect(await read(server, old)).toMatchObject({ phase: 'closed', outcome: 'confirmed', recurrences: 0 })
  })

  test('a call is matched as a mail is: whoever answers sees it at once', async () => {
    const { server } = there
    const old = await solved(server)
    await server.moveClock('2027-01-05T10:00:00+01:00')
    const opened = await anIssue(server, 'Dana', {
      customer: ana,
      channel: 'phone',
      subject: 'The second line again',
      story: 'She calls since the fee for the second line is back.',
    })
    expect(opened.matches).toMatchObject([{ number: old, within: true }])
  })
})

describe('Scenario 50: on day 91', () => {
  test('it is a new issue; accepted, both stay, linked', async () => {
    const { server } = there
    const old = await solved(server)
    await server.moveClock('2027-02-23T10:00:00+01:00')
    const fresh = await writesAnew(server)
    expect(fresh.matches).toMatchObject([{ number: old, within: false }])
    const accepted = await accepts(server, 'Ada', fresh, old)
    expect(accepted).toMatchObject({
      number: fresh.number,
      phase: 'open',
      matches: [],
      links: [{ number: old, kind: 'recurrence' }],
    })
    expect(await read(server, old)).toMatchObject({
      phase: 'closed',
      links: [{ number: fresh.number, kind: 'recurrence' }],
    })
  })

  test('an answer in the old thread is linked to it by itself', async () => {
    const { server } = there
    const old = await solved(server)
    const [ours] = await writtenOf(server, old)
    await server.moveClock('2027-02-23T10:00:00+01:00')
    const fresh = await writesAnew(server, { inReplyTo: ours?.mailId ?? '', subject: 'Re: Charged twice' })
    expect(fresh.number).not.toBe(old)
    expect(fresh).toMatchObject({ matches: [], links: [{ number: old, kind: 'recurrence' }] })
  })
})

describe('Rule 21: what is no recurrence is not proposed', () => {
  test('another matter of hers, the same matter of somebody else, spam, and duplicates', async () => {
    const { server } = there
    await solved(server)
    const toms = { from: 'Tom <tom@mail.example>', subject: 'Charged twice for the second line' }
    const spam = await arrives(server, { from: 'Best Deals <deals@cheap.example>', subject: 'Cheap watches' })
    await server.member('Ada').post(`/issues/${spam.issue}/spam`, { why: 'An advertisement.' })
    await server.moveClock(madrid('Friday', '10:00'))
    const other = await writesAnew(server, { subject: 'A new phone', text: 'Which phones do you have in blue?' })
    expect(other.matches).toEqual([])
    const toms2 = await arrives(server, toms)
    expect((await read(server, toms2.issue ?? 0)).matches).toEqual([])
    const again = await arrives(server, { from: 'Best Deals <deals@cheap.example>', subject: 'Cheap watches' })
    expect((await read(server, again.issue ?? 0)).matches).toEqual([])
  })

  test('typing errors and other languages are found by their letters', async () => {
    const { server } = there
    const old = await solved(server, 'Cobro duplicado en la segunda línea')
    await server.moveClock(madrid('Friday', '10:00'))
    const fresh = await writesAnew(server, { subject: 'Cobros duplicados otra vez', text: 'Hola, otra vez.' })
    expect(fresh.matches.map(({ number }) => number)).toEqual([old])
  })
})
