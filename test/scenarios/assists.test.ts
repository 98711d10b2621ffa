import { describe, expect, test } from 'vitest'
import type {
  AssistAnswer,
  AssistRow,
  AssistView,
  EventAnswer,
  IssueAnswer,
  OutboundAnswer,
  Page,
  SuperviseAnswer,
} from '../../src/contract/answers.ts'
import type { Client } from '../client.ts'
import type { Name } from '../server.ts'
import {
  anasPage,
  anIssue,
  eachWithServer,
  madrid,
  messagesOf,
  read,
  toldOf,
  utc,
  workOnIssues,
  writes,
} from './desk-life.ts'
import { arrives, bounceOf, writtenOf } from './mails.ts'

const there = eachWithServer()

/** Ben has promised Ana a word for Friday, and asks somebody to help by Thursday noon. */
async function asks(of: object, more: object = {}): Promise<{ number: number; path: string }> {
  const { number } = await anIssue(there.server, 'Ben')
  await writes(there.server, 'Ben', number, madrid('Friday', '11:00'))
  await asksMore(number, of, more)
  return { number, path: `/issues/${number}/assists/1` }
}

const asksMore = (number: number, of: object, more: object = {}): Promise<IssueAnswer> =>
  there.server
    .member('Ben')
    .post(`/issues/${number}/assists`, { of, ask: 'Replace the board.', due: madrid('Thursday', '12:00'), ...more })

const person = (name: Name) => ({ member: there.server.id(name) })
const team = (name: string) => ({ team: there.server.team(name) })

const assistOf = async (number: number, id = 1): Promise<AssistAnswer | undefined> =>
  (await read(there.server, number)).assists.find(assist => assist.id === id)

const workOf = (name: Name) => workOnIssues(there.server, name)

const mailsTo = async (name: Name): Promise<OutboundAnswer[]> => {
  const { items } = await there.server.member('Priya').get<Page<OutboundAnswer>>('/outbox?limit=200')
  return items.filter(({ to }) => to === there.server.email(name))
}

/** What the last mail to somebody opens: the page of one assist, with the cookie that their browser carries from then on. */
async function opensMail(name: Name): Promise<Client> {
  const [mail] = await mailsTo(name)
  const link = /\/a\/\S+/.exec(mail?.body ?? '')?.[0] ?? 'no link'
  const opened = await there.server.stranger.raw('GET', link)
  expect(opened.headers.get('location')).toBe('/a')
  const cookie = opened.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  return there.server.stranger.with({ cookie, 'sec-fetch-site': 'same-origin' })
}

/** Somebody answers the last mail about an assist to them. */
async function answersMail(name: Name, text: string, more: object = {}): ReturnType<typeof arrives> {
  const { server } = there
  const [mail] = await mailsTo(name)
  const [written] = (await writtenOf(server, mail?.issue ?? 0)).filter(({ id }) => id === mail?.id)
  const { rows } = await server.desk.database.query<{ number: number; assist: number }>(
    'select number, assist_id as assist from outbound_mail where outbound_id = $1',
    [mail?.id],
  )
  const [{ number, assist } = { number: 0, assist: 0 }] = rows
  const { assistAddressFor } = await import('../../src/desk/signed.ts')
  const to = assistAddressFor(server.desk.secrets.addresses, 'support@litoral.example', { number, assist })
  return arrives(server, {
    from: `${name} <${server.email(name)}>`,
    to,
    text,
    inReplyTo: `<${written?.mailId}>`,
    ...more,
  })
}

describe('Rule 16: an assist is asked for the customer', () => {
  test('Scenario 41: Ben asks Olu by Thursday 12:00; "moved: board replaced"; Ben owns it throughout, and tells Ana', async () => {
    const { server } = there
    const { number, path } = await asks(person('Olu'))
    expect(await toldOf(server, 'Olu', number)).toEqual(['assist_asked'])
    expect(await workOf('Olu')).toEqual([['assist', number]])
    const taken = await server.member('Olu').post<AssistView>(`${path}/accept`)
    expect(taken).toMatchObject({
      for: { name: 'Ana Ruiz' },
      assist: { state: 'accepted', assistant: { name: 'Olu' } },
    })
    await server.member('Olu').post(`${path}/touch`, { note: 'The board is ordered.', moved: true })
    const { assist } = await server
      .member('Olu')
      .post<AssistView>(`${path}/return`, { moved: true, result: 'Board replaced.' })
    expect(assist).toMatchObject({ state: 'returned', end: { moved: true, byItself: false, words: 'Board replaced.' } })
    expect(await toldOf(server, 'Ben', number)).toEqual(['assist_accepted', 'assist_touched', 'assist_moved'])
    expect((await read(server, number)).owner.name).toBe('Ben')
    expect(await workOf('Olu')).toEqual([])
    expect(await workOf('Ben')).toEqual([['assist_over', number]])
    expect((await assistOf(number))?.toTell).toBe(true)
    await writes(server, 'Ben', number, madrid('Friday', '16:00'))
    expect(await workOf('Ben')).toEqual([])
  })

  test('Scenario 41: "can’t: needs the invoice" is marked not moved, and is Ben’s to tell Tom', async () => {
    const { server } = there
    const { number, path } = await asks(person('Olu'))
    await server.member('Olu').post(`${path}/return`, { moved: false, result: 'Needs the invoice.' })
    expect(await assistOf(number)).toMatchObject({
      state: 'returned',
      end: { moved: false, words: 'Needs the invoice.' },
      toTell: true,
    })
    expect(await toldOf(server, 'Ben', number)).toEqual(['assist_not_moved'])
    expect((await server.member('Olu').refused(`${path}/return`, { moved: true, result: 'Done.' })).code).toBe(
      'assist_over',
    )
  })

  test('Scenario 42: nothing by Thursday 12:00: back by itself, "no movement", Priya told, work for Ben', async () => {
    const { server } = there
    const { number, path } = await asks(person('Olu'))
    await server.member('Olu').post(`${path}/accept`)
    await server.moveClock(madrid('Thursday', '11:59'))
    expect((await assistOf(number))?.state).toBe('accepted')
    await server.moveClock(madrid('Thursday', '12:00'))
    expect(await assistOf(number)).toMatchObject({
      state: 'silent',
      end: { at: utc(madrid('Thursday', '12:00')), byItself: true, moved: false },
    })
    expect(await toldOf(server, 'Ben', number)).toContain('assist_silent')
    expect(await toldOf(server, 'Priya', number)).toContain('assist_silent')
    expect(await toldOf(server, 'Olu', number)).toEqual(['assist_asked', 'assist_gone_back'])
    expect(await workOf('Ben')).toEqual([['assist_over', number]])
    const { silent } = await server.member('Priya').get<SuperviseAnswer>('/supervise')
    expect(silent).toMatchObject([{ issue: { number }, assist: { id: 1, state: 'silent' } }])
    await server.member('Olu').post(`${path}/return`, { moved: true, result: 'Board replaced, late.' })
    expect(await assistOf(number)).toMatchObject({ state: 'returned', end: { moved: true } })
    expect((await server.member('Priya').get<SuperviseAnswer>('/supervise')).silent).toEqual([])
  })

  test('what a touch had moved comes back with that, and nobody is told that it was silent', async () => {
    const { server } = there
    const { number, path } = await asks(person('Olu'))
    await server.member('Olu').post(`${path}/touch`, { note: 'The board is ordered.', moved: true })
    await server.moveClock(madrid('Thursday', '12:00'))
    expect(await assistOf(number)).toMatchObject({
      state: 'returned',
      end: { byItself: true, moved: true, words: 'The board is ordered.' },
    })
    expect(await toldOf(server, 'Priya', number)).not.toContain('assist_silent')
  })

  test('Scenario 43: closing with the assist open is refused', async () => {
    const { server } = there
    const { number, path } = await asks(person('Olu'))
    const ben = server.member('Ben')
    await ben.post(`/issues/${number}/resolution`, { wrong: 'A broken board', done: 'A new one', holds: 'It charges.' })
    await ben.post(`/issues/${number}/resolution/confirm`, { heard: { how: 'phone', words: 'It works.' } })
    const refused = await ben.refused(`/issues/${number}/close`)
    expect(refused).toMatchObject({ code: 'open_assist', data: { assists: [1] } })
    await ben.post(`${path}/withdraw`)
    expect((await ben.post<IssueAnswer>(`/issues/${number}/close`)).phase).toBe('closed')
    expect(await toldOf(server, 'Olu', number)).toEqual(['assist_asked', 'assist_withdrawn'])
  })

  test('of a team one person accepts; the others hear who has it', async () => {
    const { server } = there
    const { number, path } = await asks(team('Plans'))
    await server.member('Dana').post(`${path}/accept`)
    const refused = await server.member('Carla').refused(`${path}/accept`)
    expect(refused).toMatchObject({ code: 'assist_accepted', data: { by: server.id('Dana') } })
    expect(refused.detail).toMatch(/Dana/)
    const { assist } = await server.member('Carla').get<AssistView>(`/assists/${number}/1`)
    expect(assist.may).toEqual(['touch'])
  })

  test('several at once; declined with a reason, and withdrawn', async () => {
    const { server } = there
    const { number, path } = await asks(person('Olu'))
    await asksMore(number, person('Sam'), { ask: 'The invoice of June.' })
    const declined = await server
      .member('Olu')
      .post<AssistView>(`${path}/decline`, { reason: 'Logistics has the board.' })
    expect(declined.assist).toMatchObject({
      state: 'declined',
      end: { words: 'Logistics has the board.', moved: false },
    })
    expect(await workOf('Ben')).toEqual([['assist_over', number]])
    await server.member('Ben').post(`/issues/${number}/assists/2/withdraw`)
    expect((await read(server, number)).assists.map(({ state }) => state)).toEqual(['declined', 'withdrawn'])
    expect((await server.member('Sam').refused(`/issues/${number}/assists/2/accept`)).code).toBe('assist_over')
  })

  test('due in a business day of whom it is asked of, in hours of their own', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    const hours = { 1: [{ from: '08:00', to: '12:00' }], 3: [{ from: '08:00', to: '12:00' }] }
    await server.desk.database.query('update member set hours = $2 where member_id = $1', [
      server.id('Olu'),
      JSON.stringify(hours),
    ])
    for (const of of [person('Olu'), person('Sam'), team('Repair')]) await asksMore(number, of, { due: null })
    expect((await read(server, number)).assists.map(({ due }) => due)).toEqual(
      [madrid('Monday', '12:00'), madrid('Wednesday', '10:00'), madrid('Wednesday', '10:00')].map(utc),
    )
  })

  test('only by the owner, and of somebody who can help', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    const refused = async (of: object, more: object = {}) =>
      (await server.member('Ben').refused(`/issues/${number}/assists`, { of, ask: 'Help.', ...more })).code
    expect(await refused(person('Ben'))).toBe('already_owner')
    expect(await refused(team('Support'))).toBe('nobody_in_team')
    expect(await refused({ member: crypto.randomUUID() })).toBe('no_such_member')
    expect(await refused({ team: crypto.randomUUID() })).toBe('no_such_team')
    expect(await refused(person('Olu'), { due: madrid('Tuesday', '09:00') })).toBe('due_in_past')
    const carlas = await server
      .member('Carla')
      .refused(`/issues/${number}/assists`, { of: person('Olu'), ask: 'Help.' })
    expect(carlas.code).toBe('not_owner')
  })

  test('it stays with the issue when that changes hands', async () => {
    const { server } = there
    const { number, path } = await asks(person('Olu'))
    await server.member('Priya').post(`/issues/${number}/takeover`, { reason: 'Ben is ill.' })
    await server.member('Olu').post(`${path}/return`, { moved: true, result: 'Board replaced.' })
    expect(await toldOf(server, 'Priya', number)).toContain('assist_moved')
    expect(await workOf('Priya')).toContainEqual(['assist_over', number])
  })
})

describe('Rule 16: what a colleague sees', () => {
  test('for Ana Ruiz: her story, what is known, the ask; never the conversation, and no other issue', async () => {
    const { server } = there
    const { number } = await asks(person('Olu'))
    const ben = server.member('Ben')
    await ben.post(`/issues/${number}/facts`, { key: 'serial number', value: 'SN-4711', how: 'read off the phone' })
    await ben.post(`/issues/${number}/diagnoses`, { text: 'The board is dead.' })
    await ben.post(`/issues/${number}/messages`, { body: 'She was rude.', to: 'team' })
    const seen = await server.member('Olu').get<AssistView>(`/assists/${number}/1`)
    expect(seen).toMatchObject({
      number,
      for: { name: 'Ana Ruiz' },
      owner: { name: 'Ben' },
      reader: { name: 'Olu' },
      story: 'It has happened again, as every month since June.',
      facts: [{ key: 'serial number', value: 'SN-4711', how: 'read off the phone' }],
      diagnoses: [{ text: 'The board is dead.', by: { name: 'Ben' } }],
      assist: {
        ask: 'Replace the board.',
        due: utc(madrid('Thursday', '12:00')),
        may: ['accept', 'decline', 'touch', 'return'],
      },
      conversation: [],
    })
    expect(JSON.stringify(seen)).not.toMatch(/rude|I am on it/)
    for (const path of [`/issues/${number}`, `/issues/${number}/messages`, `/issues/${number}/events`])
      expect((await server.member('Olu').send('GET', path)).status).toBe(403)
    expect((await server.member('Sam').send('GET', `/assists/${number}/1`)).status).toBe(404)
    expect((await server.member('Sam').refused(`/issues/${number}/assists/1/accept`)).code).toBe('not_asked_of_you')
    expect((await server.member('Olu').send('GET', `/assists/${number}/2`)).status).toBe(404)
  })

  test('Scenario 56: their list in the one order, what is escalated first and marked', async () => {
    const { server } = there
    const later = await asks(person('Olu'))
    const sooner = await asks(team('Repair'), { due: madrid('Wednesday', '12:00') })
    await writes(server, 'Ben', sooner.number, madrid('Thursday', '11:00'))
    const mine = () => server.member('Olu').get<AssistRow[]>('/assists')
    expect((await mine()).map(({ number, escalated, team: of }) => [number, escalated, of])).toEqual([
      [sooner.number, false, 'Repair'],
      [later.number, false, null],
    ])
    expect((await mine())[1]).toMatchObject({ for: { name: 'Ana Ruiz' }, ask: 'Replace the board.', state: 'asked' })
    await server.desk.database.query('update issue set rank = 0 where number = $1', [later.number])
    expect((await mine()).map(({ number, escalated }) => [number, escalated])).toEqual([
      [later.number, true],
      [sooner.number, false],
    ])
    await server.member('Olu').post(`${later.path}/return`, { moved: true, result: 'Board replaced.' })
    expect((await mine()).map(({ number }) => number)).toEqual([sooner.number])
    expect(await server.member('Sam').get<AssistRow[]>('/assists')).toEqual([])
  })

  test('the files that Ana sent, and nobody else’s', async () => {
    const { server } = there
    const taken = await arrives(server, {
      from: 'Ana Ruiz <ana.files@ruiz.example>',
      subject: 'A broken phone',
      text: 'See the picture.',
      attachments: [{ filename: 'phone.png', content: 'picture', contentType: 'image/png' }],
    } as never)
    const number = taken.issue ?? 0
    await asksMore(number, person('Olu'))
    const { files } = await server.member('Olu').get<AssistView>(`/assists/${number}/1`)
    expect(files).toMatchObject([{ name: 'phone.png', contentType: 'image/png', size: 7 }])
    const path = `/assists/${number}/1/files/${files[0]?.id}`
    expect((await server.member('Olu').send('GET', path)).text).toBe('picture')
    expect((await server.member('Sam').send('GET', path)).status).toBe(404)
    const other = await asks(person('Sam'))
    const elsewhere = `/assists/${other.number}/1/files/${files[0]?.id}`
    expect((await server.member('Sam').send('GET', elsewhere)).status).toBe(404)
  })
})

describe('Rule 3: only the owner writes to the customer, unless they introduce the assistant', () => {
  const hello = { body: 'I am Olu of Repair. Your board comes tomorrow.', promise: { due: madrid('Friday', '16:00') } }

  test('introduced, Olu writes in her own name, and keeps promises; afterwards no more', async () => {
    const { server } = there
    const { number, path } = await asks(person('Olu'))
    const olu = server.member('Olu')
    await olu.post(`${path}/accept`)
    expect((await olu.refused(`${path}/messages`, hello)).code).toBe('not_introduced')
    const introduced = await server.member('Ben').post<IssueAnswer>(`${path}/introduce`, { message: 'Ana, meet Olu.' })
    expect(introduced.assists[0]).toMatchObject({ state: 'introduced', introducedAt: utc(madrid('Tuesday', '10:00')) })
    expect(await toldOf(server, 'Olu', number)).toContain('assistant_introduced')
    await olu.post(`${path}/messages`, hello)
    expect((await messagesOf(server, number)).at(-1)).toMatchObject({ direction: 'out', author: { name: 'Olu' } })
    expect((await writtenOf(server, number)).find(({ kind }) => kind === 'message')?.from).toMatch(/^Olu, Litoral/)
    const { promises, owner } = await read(server, number)
    expect(promises.map(({ state }) => state)).toEqual(['kept', 'kept', 'open'])
    expect(owner.name).toBe('Ben')
    const { client } = await anasPage(server, number)
    await client.post('/portal/messages', { body: 'Thank you, Olu.' })
    for (const name of ['Ben', 'Olu'] as const) expect(await toldOf(server, name, number)).toContain('customer_wrote')
    const seen = await olu.get<AssistView>(`/assists/${number}/1`)
    expect(seen.conversation.map(({ from, body }) => [from, body])).toEqual([
      ['us', 'Ana, meet Olu.'],
      ['us', hello.body],
      ['customer', 'Thank you, Olu.'],
    ])
    await olu.post(`${path}/return`, { moved: true, result: 'Board replaced.' })
    expect((await olu.refused(`${path}/messages`, hello)).code).toBe('not_owner')
  })

  test('an introduction that bounces has not happened; withdrawing after one takes a word to Ana', async () => {
    const { server } = there
    const { number, path } = await asks(person('Olu'))
    await server.member('Olu').post(`${path}/accept`)
    const ben = server.member('Ben')
    await ben.post(`${path}/introduce`, { message: 'Ana, meet Olu.' })
    await bounceOf(server, number)
    expect((await assistOf(number))?.state).toBe('accepted')
    expect((await server.member('Olu').refused(`${path}/messages`, hello)).code).toBe('not_introduced')
    await ben.post(`${path}/introduce`, { message: 'Ana, meet Olu.' })
    expect((await ben.refused(`${path}/withdraw`)).code).toBe('needs_message')
    const withdrawn = await ben.post<IssueAnswer>(`${path}/withdraw`, { message: 'Ana, I do it myself.' })
    expect(withdrawn.assists[0]?.state).toBe('withdrawn')
    expect((await messagesOf(server, number)).at(-1)?.body).toBe('Ana, I do it myself.')
  })
})

describe('Rule 16: by mail', () => {
  test('who is asked gets a mail for the customer with a link, by which they answer without a password', async () => {
    const { server } = there
    const { number } = await asks(person('Olu'))
    const [mail] = await mailsTo('Olu')
    expect(mail).toMatchObject({
      kind: 'notice',
      issue: number,
      subject: 'For Ana Ruiz: Charged twice for the second line',
    })
    expect(mail?.body).toMatch(/^Ben asks you to help, for Ana Ruiz/)
    expect(mail?.body).toContain('Replace the board.')
    expect(mail?.body).toContain('Thursday 26 November, 12:00')
    expect(mail?.body).not.toContain('/c/')
    const olu = await opensMail('Olu')
    expect(await olu.get<AssistView>('/assist')).toMatchObject({
      number,
      reader: { name: 'Olu' },
      assist: { state: 'asked' },
    })
    await olu.post('/assist/accept')
    await olu.post('/assist/touch', { note: 'Ordered.', moved: true })
    const { assist } = await olu.post<AssistView>('/assist/return', { moved: true, result: 'Board replaced.' })
    expect(assist).toMatchObject({ state: 'returned', touches: [{ by: { name: 'Olu' }, from: 'link' }] })
    const { items } = await server.member('Ben').get<Page<EventAnswer>>(`/issues/${number}/events?limit=200`)
    expect(items.at(-1)).toMatchObject({ type: 'AssistReturned', from: 'link', by: { name: 'Olu' } })
  })

  test('a link opens one assist, changes nothing by itself, ends, and is of no use to who left', async () => {
    const { server } = there
    const { number } = await asks(person('Olu'))
    const olu = await opensMail('Olu')
    await opensMail('Olu')
    expect((await assistOf(number))?.state).toBe('asked')
    for (const path of [`/assists/${number}/1`, '/assists', '/me', `/issues/${number}`])
      expect((await olu.send('GET', path)).status).toBe(401)
    const foreign = olu.with({ 'sec-fetch-site': 'cross-site' })
    expect((await foreign.send('POST', '/assist/accept', {})).status).toBe(403)
    await server.moveClock('12:01')
    expect((await olu.send('GET', '/assist')).status).toBe(401)
    const again = await opensMail('Olu')
    await server.desk.database.query('update member set active = false where member_id = $1', [server.id('Olu')])
    expect((await again.send('GET', '/assist')).status).toBe(401)
    const link = /\/a\/\S+/.exec((await mailsTo('Olu'))[0]?.body ?? '')?.[0] ?? ''
    await server.moveClock(madrid('Sunday', '12:01'))
    expect((await server.stranger.raw('GET', link)).headers.get('location')).toBe('/a?expired')
    expect((await server.stranger.raw('GET', '/a/1001.1.nonsense')).headers.get('location')).toBe('/a?unknown')
  })

  test('each of a team gets a link of their own; the others see who said yes', async () => {
    const { number } = await asks(team('Plans'))
    const [carla, dana] = [await opensMail('Carla'), await opensMail('Dana')]
    expect((await mailsTo('Carla'))[0]?.body).toMatch(/^Ben asks Plans to help/)
    await dana.post('/assist/accept')
    expect((await carla.refused('/assist/decline', { reason: 'Not ours.' })).code).toBe('assist_accepted')
    expect(await assistOf(number)).toMatchObject({ assistant: { name: 'Dana' } })
    expect(await mailsTo('Priya')).toEqual([])
  })

  test('an answer to the mail is a touch, flagged as by mail, with its files as a note; it neither accepts nor returns', async () => {
    const { server } = there
    const { number } = await asks(person('Olu'))
    const attachments = [{ filename: 'board.png', content: 'picture', contentType: 'image/png' }]
    const taken = await answersMail('Olu', 'It is done, consider it returned.', { attachments })
    expect(taken).toMatchObject({ state: 'reply', issue: number })
    expect(await assistOf(number)).toMatchObject({
      state: 'asked',
      touches: [{ by: { name: 'Olu' }, from: 'email', note: 'It is done, consider it returned.', moved: false }],
    })
    expect(await toldOf(server, 'Ben', number)).toEqual(['assist_touched'])
    expect((await messagesOf(server, number)).at(-1)).toMatchObject({
      direction: 'note',
      flagged: true,
      author: { name: 'Olu' },
      files: [{ name: 'board.png' }],
    })
    const { client } = await anasPage(server, number)
    expect(JSON.stringify(await client.get('/portal/issue'))).not.toContain('consider it returned')
  })

  test('from any other address it is nobody’s word: a person looks at it', async () => {
    const { server } = there
    const { number } = await asks(person('Olu'))
    const taken = await answersMail('Olu', 'I am Olu, at home.', { from: 'olu@home.example' })
    expect(taken).toMatchObject({ state: 'kept', issue: null, why: expect.stringContaining('olu@home.example') })
    expect((await assistOf(number))?.touches).toEqual([])
    expect((await messagesOf(server, number)).map(({ body }) => body)).not.toContain('I am Olu, at home.')
    const sams = await answersMail('Olu', 'I know that board.', { from: server.email('Sam') })
    expect(sams).toMatchObject({ state: 'reply', issue: number })
    expect((await assistOf(number))?.touches).toEqual([])
    expect((await messagesOf(server, number)).at(-1)).toMatchObject({ direction: 'note', flagged: true })
  })

  test('a colleague hears by mail what becomes of it; who wants no mail gets none', async () => {
    const { server } = there
    const { number } = await asks(person('Olu'))
    await server.moveClock(madrid('Thursday', '12:00'))
    expect((await mailsTo('Olu'))[0]?.body).toMatch(/^Your assist was due/)
    await (await opensMail('Olu')).post('/assist/return', { moved: true, result: 'Late, but done.' })
    expect((await assistOf(number))?.state).toBe('returned')
    await server.member('Sam').post('/me/told-by-mail', { told: 'nothing' })
    await asksMore(number, person('Sam'), { due: madrid('Friday', '12:00') })
    expect(await mailsTo('Sam')).toEqual([])
    await server.member('Carla').post('/me/told-by-mail', { told: 'everything' })
    await asksMore(number, person('Carla'), { due: madrid('Friday', '12:00') })
    await server.member('Ben').post(`/issues/${number}/assists/3/withdraw`)
    expect((await mailsTo('Carla')).map(({ body }) => body.split('\n', 1)[0])).toEqual([
      'Your help is not needed any more.',
      expect.stringMatching(/^Ben asks you to help/),
    ])
  })
})
