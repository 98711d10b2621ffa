import { expect, test } from 'vitest'
import type { IssueAnswer, IssueRow, Page, PortalAnswer, WatchDatesAnswer } from '../../src/contract/answers.ts'
import { anasPage, eachWithServer, messagesOf, read, running, stateOf, toldOf, utc } from '../scenarios/desk-life.ts'
import { arrives, writtenOf } from '../scenarios/mails.ts'
import type { Name, TestServer } from '../server.ts'

const there = eachWithServer('2026-06-10T10:00:00+02:00')

const mailOf = (subject: string, text: string, more: object = {}) => ({
  from: 'Ana Ruiz <ana@ruiz.example>',
  subject,
  text,
  ...more,
})

/** The letter in which somebody of the company last wrote to Ana. */
const lastLetter = async (server: TestServer, number: number): Promise<string> =>
  (await writtenOf(server, number)).find(({ kind }) => kind === 'message')?.body ?? ''

test('Story 3: the seven-month bill, or how a wrong charge does not come back for ever', async () => {
  const { server } = there
  const priya = server.member('Priya')

  // June. Ana writes: there is a fee for a second line on her bill, and she has only one. It is somebody's at once.
  const first = await arrives(
    server,
    mailOf('Charged for a second line', 'My bill has a fee for a second line. I have one line.'),
  )
  const number = first.issue ?? 0
  const name = (await read(server, number)).owner.name as Name
  const owner = server.member(name)

  // Its owner looks into it, takes the fee off, and says when Ana hears next.
  await owner.post(`/issues/${number}/diagnoses`, { text: 'A second line was booked with the new contract.' })
  await owner.post(`/issues/${number}/messages`, {
    body: 'Hello Ana, you are right. I have the second line taken out, and write on Friday how it stands.',
    to: 'customer',
    promise: { what: 'Whether the second line is out', due: '2026-06-12T12:00:00+02:00' },
  })

  // On Friday it is out. A credit alone would be forgotten: the next three bills are to be looked at.
  await server.moveClock('2026-06-12T10:00:00+02:00')
  const text = encodeURIComponent('on the 1st of each of the next three months')
  const { dates } = await owner.get<WatchDatesAnswer>(`/when/dates?text=${text}`)
  expect(dates.map(({ reads }) => reads)).toEqual([
    'Wednesday 1 July, 17:00 (Madrid time)',
    'Monday 3 August, 17:00 (Madrid time)',
    'Tuesday 1 September, 17:00 (Madrid time)',
  ])
  await owner.post(`/issues/${number}/resolution`, {
    wrong: 'A second line was booked with your new contract, though you have one.',
    done: 'It is taken out, and the fee of June is credited.',
    holds: 'Your bill of July shows one line.',
    watch: dates.map(({ at }) => ({ due: at, what: 'A look at the bill of the month' })),
  })
  expect(await lastLetter(server, number)).toContain('We will look again whether it holds')

  // Ana says on her page that it is solved. It is not closed for that: from now on it is watched.
  const hers = async () => (await anasPage(server, number)).client
  expect(await (await hers()).post<PortalAnswer>('/portal/confirm')).toMatchObject({ confirmed: true })
  expect((await read(server, number)).phase).toBe('watching')
  expect((await owner.refused(`/issues/${number}/close`)).code).toBe('watch_running')

  // July: the owner looks, tells Ana, and the fee is gone. The first check is kept.
  await server.moveClock('2026-07-01T11:00:00+02:00')
  const july = await owner.post<IssueAnswer>(`/issues/${number}/messages`, {
    body: 'Hello Ana, your bill of July shows one line. I look again in August.',
    to: 'customer',
  })
  const checks = july.promises.filter(({ kind }) => kind === 'watch')
  expect(checks.map(({ state }) => state)).toEqual(['kept', 'open', 'open'])

  // August. Nobody calls: the desk itself has the second look on its owner's list for today, and would not let it pass unseen.
  await server.moveClock('2026-08-03T10:00:00+02:00')
  const [today] = (await owner.get<Page<IssueRow>>('/issues?owner=me&phase=watching')).items
  expect(today).toMatchObject({ number, promise: { kind: 'watch', due: utc('2026-08-03T17:00:00+02:00') } })

  // The look finds that the fee is back. Ana hears it from us before she has seen it, and the same owner has it again.
  await owner.post(`/issues/${number}/messages`, {
    body: 'Hello Ana, I have looked before you had to: the fee is on the bill of August again. I am on it.',
    to: 'customer',
  })
  const back = await owner.post<IssueAnswer>(`/issues/${number}/resolution/recurred`, {
    words: 'The bill of August shows the fee again.',
  })
  expect(back).toMatchObject({ phase: 'open', owner: { name }, recurrences: 1, escalation: null })

  // It is mended once more, and Ana confirms. September's check still stands.
  await owner.post(`/issues/${number}/resolution`, {
    wrong: 'The booking was made again with the price change of August.',
    done: 'It is taken out again, and August is credited.',
    holds: 'Your bill of September shows one line.',
  })
  await (await hers()).post('/portal/confirm')
  expect((await read(server, number)).phase).toBe('watching')

  // September: back again. Nobody has to make noise: the second time it raises the alarm by itself.
  await server.moveClock('2026-09-01T10:00:00+02:00')
  await owner.post(`/issues/${number}/messages`, {
    body: 'Hello Ana, it is there again in September. This can not go on like this, and you hear from us today.',
    to: 'customer',
  })
  const alarmed = await owner.post<IssueAnswer>(`/issues/${number}/resolution/recurred`, {
    words: 'The bill of September shows the fee again.',
  })
  expect(alarmed).toMatchObject({ recurrences: 2, escalation: { state: 'raised', cause: 'second_recurrence' } })
  expect(await toldOf(server, 'Priya', number)).toContain('called')

  // Priya answers the alarm, and sees it through. No more credits before they know why.
  await priya.post(`/issues/${number}/escalations/${alarmed.escalation?.id}/acknowledge`)
  await owner.post(`/issues/${number}/diagnoses`, {
    text: 'The old tariff can only be sold with two lines. Each price change books the second one again.',
  })

  // The cause is found, and it is one that nobody here can mend. The owner says so to Priya, with what they could offer.
  const reason = 'Your tariff is only sold with two lines: each change of its price books the second one again.'
  const alternative = 'The new tariff with one line, at the old price for two years. I move you, and you lose nothing.'
  await owner.post(`/issues/${number}/resolution/cannot-fix`, { reason, alternative })
  expect((await owner.refused(`/issues/${number}/resolution/cannot-fix/tell`)).code).toBe('not_agreed')
  await priya.post(`/issues/${number}/resolution/cannot-fix/agree`)

  // And then to Ana: honestly, with the reason and the alternative.
  await owner.post(`/issues/${number}/resolution/cannot-fix/tell`)
  const letter = await lastLetter(server, number)
  for (const words of [reason, alternative]) expect(letter).toContain(words)

  // Ana takes the alternative. She waits for no more than a last word, and gets it.
  await (await hers()).post('/portal/messages', { body: 'Thank you for saying it plainly. Yes, move me.' })
  expect((await owner.refused(`/issues/${number}/close`)).code).toBe('open_escalation')
  await owner.post(`/issues/${number}/messages`, {
    body: 'Done, Ana. From today you have the new tariff. I look at your bill of October.',
    to: 'customer',
    promise: { what: 'A look at the bill of October', due: '2026-10-02T12:00:00+02:00' },
  })
  const alarm = `/issues/${number}/escalations/${alarmed.escalation?.id}`
  await priya.post(`${alarm}/outcome`, {
    outcome: 'Ana has taken the new tariff, and thanks you for saying it plainly.',
  })
  await priya.post(`${alarm}/stand-down`, {
    outcome: 'The tariff was the cause. She has moved to one that can not do this.',
  })

  // October: the bill is right. The owner tells her, and closes what could not be fixed as just that.
  await server.moveClock('2026-10-01T10:00:00+02:00')
  const october = await owner.post<IssueAnswer>(`/issues/${number}/messages`, {
    body: 'Hello Ana, one line, at the old price. It holds.',
    to: 'customer',
    promise: { what: 'The end of it', due: '2026-10-05T12:00:00+02:00' },
  })
  expect(october.promises.every(({ state }) => state !== 'broken')).toBe(true)
  const closed = await owner.post<IssueAnswer>(`/issues/${number}/close`)
  expect(closed).toMatchObject({ phase: 'closed', outcome: 'cannot_fix', owner: { name } })
  expect(running(closed)).toEqual([])

  // December: a new mail, with another subject. Nobody asks Ana to tell it all again: one click, and it is the same issue.
  await server.moveClock('2026-12-01T10:00:00+01:00')
  const again = await arrives(server, mailOf('The second line is charged again', 'It is on my bill of December.'))
  const fresh = await read(server, again.issue ?? 0)
  expect(fresh.matches).toMatchObject([{ number, within: true }])
  const same = await priya.post<IssueAnswer>(`/issues/${fresh.number}/matches/${number}/accept`)
  expect(same).toMatchObject({ number, phase: 'open', owner: { name }, recurrences: 3 })
  expect(same.escalation?.state).toBe('raised')

  // One issue, one owner, and the story told once: seven months in one conversation.
  expect(same.owners).toHaveLength(1)
  const talk = await messagesOf(server, number)
  expect(talk[0]?.body).toContain('I have one line.')
  expect(talk.at(-1)?.body).toContain('It is on my bill of December.')
  expect(stateOf(same, 1)).toBe('kept')
  expect(same.promises.filter(({ state }) => state === 'broken')).toEqual([])
})
