import { describe, expect, test } from 'vitest'
import type {
  AbsenceAnswer,
  AwayAnswer,
  CoveringAnswer,
  IssueAnswer,
  IssueRow,
  MeAnswer,
  MemberAnswer,
  OutboundAnswer,
  Page,
  PortalAnswer,
  ReturnAnswer,
  WorkAnswer,
} from '../../src/contract/answers.ts'
import type { Name } from '../server.ts'
import {
  anasPage,
  anIssue,
  anUnderstoodIssue,
  eachWithServer,
  madrid,
  offers,
  read,
  running,
  stateOf,
  toldOf,
  utc,
  writes,
} from './desk-life.ts'

const there = eachWithServer()

const thursday = { from: madrid('Thursday', '09:00'), until: madrid('Friday', '09:00') }

const awayOf = (name: Name, more = ''): string => `/members/${there.server.id(name)}/away${more}`

/** An issue with a promise for a time. */
async function promised(owner: Name, due: string): Promise<number> {
  const { number } = await anIssue(there.server, owner)
  await writes(there.server, owner, number, due)
  return number
}

const asks = (who: Name, cover: Name, span = thursday): Promise<AbsenceAnswer> =>
  there.server.member(who).post(awayOf(who), { ...span, cover: there.server.id(cover) })

const accepts = (who: Name, absence: AbsenceAnswer, issues: number[] | null = null): Promise<CoveringAnswer> =>
  there.server.member(who).post(`/covers/${askingOf(absence, who)}/accept`, { issues })

const askingOf = ({ covers }: AbsenceAnswer, who: Name): string | undefined =>
  covers.find(({ member, state }) => member.name === who && state !== 'over' && state !== 'declined')?.id

const workOf = async (name: Name): Promise<[string, number][]> =>
  (await there.server.member(name).get<WorkAnswer[]>('/work')).flatMap(work =>
    'issue' in work ? [[work.kind, work.issue.number] as [string, number]] : [],
  )

const mailsOf = async (number: number, kind: OutboundAnswer['kind']): Promise<string[]> => {
  const { items } = await there.server.member('Priya').get<Page<OutboundAnswer>>('/outbox?limit=200')
  return items.filter(mail => mail.issue === number && mail.kind === kind).map(({ body }) => body)
}

describe('Rule 15: going away needs somebody who agreed to cover', () => {
  test('Scenario 37: refused with exactly what falls due, until Carla accepts; Ana is told; Carla’s call keeps it, Ben owns', async () => {
    const { server } = there
    const number = await promised('Ben', madrid('Thursday', '11:00'))
    await promised('Ben', madrid('Friday', '11:00'))
    await promised('Carla', madrid('Thursday', '11:00'))
    const refused = await server.member('Ben').refused(awayOf('Ben'), thursday)
    expect(refused.code).toBe('needs_cover')
    expect(refused.detail).toMatch(/Ben.*1 promise/)
    expect(refused.data).toMatchObject({ promises: [{ issue: number, due: utc(madrid('Thursday', '11:00')) }] })
    const { promises } = await server
      .member('Ben')
      .get<AwayAnswer>(awayOf('Ben', `?from=${encode(thursday.from)}&until=${encode(thursday.until)}`))
    expect(promises.map(({ issue, promise }) => [issue.number, promise.due])).toEqual([
      [number, utc(madrid('Thursday', '11:00'))],
    ])

    const absence = await asks('Ben', 'Carla')
    expect(absence).toMatchObject({ state: 'waiting', promises: [{ asked: { name: 'Carla' } }] })
    expect(await toldOf(server, 'Carla', number)).toContain('cover_asked')
    expect(await workOf('Carla')).toEqual([['cover_asked', number]])
    expect(await mailsOf(number, 'cover')).toEqual([])
    const asking = await server.member('Carla').get<CoveringAnswer[]>('/covers')
    expect(asking).toMatchObject([{ absent: { name: 'Ben' }, issues: [{ state: 'asked', issue: { number } }] }])

    await accepts('Carla', absence)
    const agreed = await server.member('Ben').get<AbsenceAnswer>(awayOf('Ben', `/${absence.id}`))
    expect(agreed).toMatchObject({ state: 'agreed', promises: [], covers: [{ state: 'accepted' }] })
    expect(await workOf('Carla')).toEqual([])
    const [mail] = await mailsOf(number, 'cover')
    expect(mail).toMatch(/Ben is away from Thursday 26 November, 09:00.*until Friday 27 November, 09:00/)
    expect(mail).toMatch(/Carla looks after your request.*you hear from us by Thursday 26 November, 11:00/)
    // An automatic mail keeps nothing (Rule 13).
    expect(running(await read(server, number))).toEqual([utc(madrid('Thursday', '11:00'))])

    const call = {
      channel: 'phone',
      direction: 'out',
      outcome: 'reached',
      summary: 'Ana knows where it stands.',
      promise: { due: madrid('Friday', '15:00') },
    }
    await server.moveClock(madrid('Wednesday', '16:00'))
    expect((await server.member('Carla').refused(`/issues/${number}/contacts`, call)).code).toBe('not_owner')
    await server.moveClock(madrid('Thursday', '10:30'))
    const kept = await server.member('Carla').post<IssueAnswer>(`/issues/${number}/contacts`, call)
    expect(stateOf(kept, 2)).toBe('kept')
    expect(kept.owner.name).toBe('Ben')
    expect(kept.covers).toMatchObject([{ state: 'in_force', member: { name: 'Carla' } }])
  })

  test('Rule 15: when nothing falls due in it, one is away at once; nobody offers them anything then', async () => {
    const { server } = there
    await promised('Ben', madrid('Friday', '11:00'))
    const absence = await server.member('Ben').post<AbsenceAnswer>(awayOf('Ben'), thursday)
    expect(absence.state).toBe('agreed')
    const again = await server.member('Ben').refused(awayOf('Ben'), thursday)
    expect(again.code).toBe('already_away')
    const backwards = { from: thursday.until, until: thursday.from }
    expect((await server.member('Ben').refused(awayOf('Ben'), backwards)).code).toBe('ends_first')
    const past = { from: madrid('Monday before', '09:00'), until: madrid('Tuesday', '09:00') }
    expect((await server.member('Ben').refused(awayOf('Ben'), past)).code).toBe('due_in_past')
    await server.moveClock(madrid('Thursday', '10:00'))
    const { number } = await anUnderstoodIssue(server, 'Carla')
    const offered = await server
      .member('Carla')
      .refused(`/issues/${number}/handoffs`, { to: { member: server.id('Ben') }, brief: whole })
    expect(offered.code).toBe('away')
  })

  test('Rule 15: what is owed already needs a cover too, and a promise at the very end of the absence', async () => {
    const { server } = there
    const owed = await promised('Ben', madrid('Tuesday', '11:00'))
    const atItsEnd = await promised('Ben', thursday.until)
    await promised('Ben', madrid('Friday', '09:01'))
    await server.moveClock('12:00')
    const { data } = await server.member('Ben').refused(awayOf('Ben'), thursday)
    expect((data as { promises: { issue: number }[] }).promises.map(({ issue }) => issue)).toEqual([owed, atItsEnd])
  })

  test('Rule 15: a cover takes some; others are asked for the rest, and only then it is agreed', async () => {
    const { server } = there
    const [one, two, three] = [
      await promised('Ben', madrid('Thursday', '10:00')),
      await promised('Ben', madrid('Thursday', '11:00')),
      await promised('Ben', madrid('Thursday', '12:00')),
    ]
    const absence = await asks('Ben', 'Carla')
    const taken = await accepts('Carla', absence, [one, two])
    expect(taken.issues.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'declined'])
    expect(await toldOf(server, 'Ben', three)).toContain('cover_declined')
    expect(await workOf('Ben')).toEqual([['needs_cover', three]])
    const path = awayOf('Ben', `/${absence.id}`)
    const rest = await server.member('Ben').post<AbsenceAnswer>(`${path}/covers`, { cover: server.id('Dana') })
    expect(rest).toMatchObject({ state: 'waiting', promises: [{ issue: { number: three }, asked: { name: 'Dana' } }] })
    expect(await workOf('Ben')).toEqual([])
    await accepts('Dana', rest)
    expect((await server.member('Ben').get<AbsenceAnswer>(path)).state).toBe('agreed')
    const members = await server.member('Ben').get<AbsenceAnswer[]>(`/members/${server.id('Ben')}/absences`)
    expect(members).toHaveLength(1)
    const nobody = await server.member('Ben').refused(`${path}/covers`, { cover: server.id('Dana') })
    expect(nobody.code).toBe('nothing_to_cover')
  })

  test('Rule 15: who was asked says who else; a cover who accepted may give it back', async () => {
    const { server } = there
    const number = await promised('Ben', madrid('Thursday', '11:00'))
    const absence = await asks('Ben', 'Carla')
    const path = `/covers/${askingOf(absence, 'Carla')}`
    await server.member('Carla').post(`${path}/decline`, { suggestion: 'Dana knows Ana.' })
    const declined = await read(server, number)
    expect(declined.covers).toMatchObject([{ state: 'declined', suggestion: 'Dana knows Ana.' }])
    expect((await server.member('Carla').refused(`${path}/accept`, {})).code).toBe('cover_over')
    const asked = await server
      .member('Ben')
      .post<AbsenceAnswer>(awayOf('Ben', `/${absence.id}/covers`), { cover: server.id('Dana') })
    await accepts('Dana', asked)
    await server.moveClock(madrid('Thursday', '09:30'))
    await server.member('Dana').post(`/covers/${askingOf(asked, 'Dana')}/decline`, {})
    expect(await toldOf(server, 'Priya', number)).toContain('cover_declined')
    expect(await workOf('Priya')).toEqual([['needs_cover', number]])
    // Somebody who is away can't wait for an answer: the supervisor names who covers it.
    const named = await server
      .member('Priya')
      .post<AbsenceAnswer>(awayOf('Ben', `/${absence.id}/covers`), { cover: server.id('Carla') })
    expect(named.promises).toEqual([])
    expect((await read(server, number)).covers.at(-1)).toMatchObject({ state: 'in_force', member: { name: 'Carla' } })
    expect(await workOf('Priya')).toEqual([])
  })

  test('Rule 15: only whom it was asked of answers, and only for what was asked', async () => {
    const { server } = there
    await promised('Ben', madrid('Thursday', '11:00'))
    const other = await promised('Ben', madrid('Friday', '11:00'))
    const absence = await asks('Ben', 'Carla')
    const path = `/covers/${askingOf(absence, 'Carla')}`
    expect((await server.member('Dana').refused(`${path}/accept`, {})).code).toBe('not_asked_to_cover')
    expect((await server.member('Dana').refused(`${path}/decline`, {})).code).toBe('not_asked_to_cover')
    expect((await server.member('Carla').refused(`${path}/accept`, { issues: [other] })).code).toBe('no_such_cover')
    expect((await server.member('Carla').send('POST', `/covers/${server.id('Ben')}/accept`, {})).status).toBe(404)
    expect((await server.member('Carla').refused(awayOf('Ben'), thursday)).code).toBe('not_supervisor')
  })

  test('Rule 15: nobody covers who has no seat, is away themselves, or owns it; and nothing of it happens then', async () => {
    const { server } = there
    await promised('Ben', madrid('Thursday', '11:00'))
    const ask = (cover: Name) => server.member('Ben').refused(awayOf('Ben'), { ...thursday, cover: server.id(cover) })
    expect((await ask('Olu')).code).toBe('no_seat')
    expect((await ask('Ben')).code).toBe('already_owner')
    await server.member('Carla').post(awayOf('Carla'), thursday)
    expect((await ask('Carla')).code).toBe('away')
    expect(await server.member('Ben').get(`/members/${server.id('Ben')}/absences`)).toEqual([])
  })

  test('Rule 15: an absence that waits is agreed by itself once its promises are kept; who was asked hears it', async () => {
    const { server } = there
    const number = await promised('Ben', madrid('Thursday', '11:00'))
    const absence = await asks('Ben', 'Carla')
    await writes(server, 'Ben', number, madrid('Friday', '11:00'))
    expect(await toldOf(server, 'Carla', number)).toContain('cover_ended')
    await server.moveClock('12:00')
    const after = await server.member('Ben').get<AbsenceAnswer>(awayOf('Ben', `/${absence.id}`))
    expect(after.state).toBe('agreed')
  })

  test('Rule 15: an absence that begins while it waits is told to owner and supervisor, and is their work', async () => {
    const { server } = there
    const number = await promised('Ben', madrid('Thursday', '11:00'))
    await asks('Ben', 'Carla')
    await server.moveClock(madrid('Thursday', '09:00'))
    expect(await toldOf(server, 'Ben', number)).toContain('cover_missed')
    expect(await toldOf(server, 'Priya', number)).toContain('cover_missed')
    expect(await workOf('Priya')).toEqual([['needs_cover', number]])
    const members = await server.member('Priya').get<MemberAnswer[]>('/members')
    expect(members.find(({ name }) => name === 'Ben')?.awayUntil).toBeNull()
  })

  test('Rule 15: a promise made later that falls due in an agreed absence is work for the owner, then for the supervisor', async () => {
    const { server } = there
    await server.member('Ben').post(awayOf('Ben'), thursday)
    const number = await promised('Ben', madrid('Thursday', '11:00'))
    expect(await workOf('Ben')).toEqual([['needs_cover', number]])
    expect((await server.member('Ben').get<MeAnswer>('/me')).counts.work).toBe(1)
    expect(await workOf('Priya')).toEqual([])
    await server.moveClock(madrid('Thursday', '09:00'))
    expect(await workOf('Priya')).toEqual([['needs_cover', number]])
    expect(await workOf('Ravi')).toEqual([])
  })

  test('Rule 15: the same command sent twice acts once', async () => {
    const { server } = there
    await promised('Ben', madrid('Thursday', '11:00'))
    const body = { ...thursday, cover: server.id('Carla') }
    const first = await server.member('Ben').post<AbsenceAnswer>(awayOf('Ben'), body, 'once')
    const second = await server.member('Ben').post<AbsenceAnswer>(awayOf('Ben'), body, 'once')
    expect(second.id).toBe(first.id)
    expect(second.covers).toHaveLength(1)
  })
})

describe('Rule 15: while somebody is away', () => {
  /** Ben is away on Thursday, and Carla covers his issue; it is Thursday 9:30. */
  async function onThursday(): Promise<{ number: number; absence: AbsenceAnswer }> {
    const number = await promised('Ben', madrid('Thursday', '11:00'))
    const absence = await asks('Ben', 'Carla')
    await accepts('Carla', absence)
    await there.server.moveClock(madrid('Thursday', '09:30'))
    return { number, absence }
  }

  test('Rule 15: the cover’s lists have it in the one order; the owner’s name stays beside it', async () => {
    const { server } = there
    const own = await promised('Carla', madrid('Thursday', '10:00'))
    const later = await promised('Carla', madrid('Thursday', '12:00'))
    const { number } = await onThursday()
    const mine = await server.member('Carla').get<Page<IssueRow>>('/issues?owner=me&phase=open')
    expect(mine.items.map(row => row.number)).toEqual([own, number, later])
    expect(mine.items[1]).toMatchObject({ owner: { name: 'Ben' }, cover: { name: 'Carla' } })
    expect((await server.member('Carla').get<MeAnswer>('/me')).counts).toMatchObject({ mine: 3, owed: 0 })
    await server.moveClock('11:00')
    expect((await server.member('Carla').get<MeAnswer>('/me')).counts).toMatchObject({ mine: 3, owed: 2 })
  })

  test('Rules 3 and 15: the customer’s word goes to the cover as well, and their page says who looks after it', async () => {
    const { server } = there
    const { number } = await onThursday()
    const { client } = await anasPage(server, number)
    const page = await client.post<PortalAnswer>('/portal/messages', { body: 'Is Ben there?' })
    expect(page.owner.name).toBe('Ben')
    expect(page.cover).toMatchObject({ name: 'Carla', until: utc(thursday.until) })
    expect(await toldOf(server, 'Ben', number)).toContain('customer_wrote')
    expect(await toldOf(server, 'Carla', number)).toContain('customer_wrote')
    expect(await toldOf(server, 'Priya', number)).not.toContain('uncovered')
    const written = await writes(server, 'Carla', number, madrid('Friday', '12:00'))
    expect(written.owner.name).toBe('Ben')
    expect(running(written)).toEqual([utc(madrid('Friday', '12:00'))])
  })

  test('Rule 15: when nobody covers it, the supervisor is told that the customer is in touch', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben', { promise: { due: madrid('Friday', '15:00') } })
    await writes(server, 'Ben', number, madrid('Friday', '15:00'))
    await server.member('Ben').post(awayOf('Ben'), thursday)
    await server.moveClock(madrid('Thursday', '09:30'))
    const { client } = await anasPage(server, number)
    await client.post('/portal/messages', { body: 'It has happened again.' })
    expect(await toldOf(server, 'Priya', number)).toContain('uncovered')
    expect(await workOf('Priya')).toContainEqual(['needs_cover', number])
  })

  test('Rules 4 and 15: the cover may offer it to others, and never takes it themselves', async () => {
    const { server } = there
    const { number } = await onThursday()
    await server.member('Carla').post(`/issues/${number}/diagnoses`, { text: 'The bundle.' })
    const own = { to: { member: server.id('Carla') }, brief: whole }
    expect((await server.member('Carla').refused(`/issues/${number}/handoffs`, own)).code).toBe('to_yourself')
    const { handoff } = await offers(server, 'Carla', number, 'Ravi')
    expect(handoff).toMatchObject({ state: 'offered', giver: { name: 'Ben' } })
    const taken = await server.member('Priya').post<IssueAnswer>(`/issues/${number}/takeover`, { reason: 'Ana asked' })
    expect(taken.covers).toMatchObject([{ state: 'over', because: 'ownership' }])
    const late = { body: 'Hello Ana.', to: 'customer', promise: { due: madrid('Friday', '11:00') } }
    expect((await server.member('Carla').refused(`/issues/${number}/messages`, late)).code).toBe('not_owner')
  })

  test('Rule 15: on return, what was promised, kept, broken and written meanwhile', async () => {
    const { server } = there
    const quiet = await promised('Ben', madrid('Tuesday after', '15:00'))
    const { number, absence } = await onThursday()
    await server.moveClock('11:05')
    await writes(server, 'Carla', number, madrid('Friday', '15:00'), { body: 'Sorry that I am late, Ana.' })
    await server.moveClock(madrid('Friday', '09:00'))
    expect(await toldOf(server, 'Ben', number)).toContain('cover_ended')
    const summary = await server.member('Ben').get<ReturnAnswer>(awayOf('Ben', `/${absence.id}/summary`))
    expect(summary.issues).toHaveLength(1)
    expect(summary.issues[0]).toMatchObject({
      issue: { number },
      covers: [{ name: 'Carla' }],
      messages: [{ author: 'Carla', begin: 'Sorry that I am late, Ana.' }],
    })
    expect(summary.issues[0]?.promises.map(({ became, by }) => [became, by.kind])).toEqual([
      ['broken', 'desk'],
      ['made_good', 'member'],
      ['made', 'member'],
    ])
    expect(summary.issues.some(({ issue }) => issue.number === quiet)).toBe(false)
    const absencesOf = (asked: string) =>
      server.member('Ben').get<AbsenceAnswer[]>(`/members/${server.id('Ben')}/absences${asked}`)
    expect(await absencesOf('')).toEqual([])
    const since = new URLSearchParams({ since: madrid('Thursday', '00:00') })
    expect(await absencesOf(`?${since}`)).toMatchObject([{ id: absence.id, promises: [] }])
  })

  test('Rule 15: back sooner, it is with the owner again, and the customer hears it; cancelled before, all is as it was', async () => {
    const { server } = there
    const { number, absence } = await onThursday()
    const path = awayOf('Ben', `/${absence.id}`)
    const ended = await server.member('Ben').post<AbsenceAnswer>(`${path}/end`)
    expect(ended).toMatchObject({ state: 'agreed', until: utc(madrid('Thursday', '09:30')) })
    expect((await read(server, number)).covers).toMatchObject([{ state: 'over', because: 'back' }])
    expect((await mailsOf(number, 'cover'))[0]).toMatch(/Ben is there for you after all/)
    expect((await server.member('Ben').refused(`${path}/end`)).code).toBe('absence_over')
    expect((await server.member('Ben').refused(`${path}/covers`, { cover: server.id('Dana') })).code).toBe(
      'absence_over',
    )

    const next = { from: madrid('Friday', '09:00'), until: madrid('Saturday', '09:00') }
    const second = await server.member('Ben').post<AbsenceAnswer>(awayOf('Ben'), next)
    const cancelled = await server.member('Priya').post<AbsenceAnswer>(awayOf('Ben', `/${second.id}/end`))
    expect(cancelled.state).toBe('cancelled')
    expect(await server.member('Ben').get(`/members/${server.id('Ben')}/absences`)).toEqual([])
  })

  test('Rule 15: a customer to whom nobody can write is to be called, and told who looks after them', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben', {
      customer: { name: 'Tom', phone: '+34 600 118 999' },
      channel: 'phone',
      promise: { due: madrid('Thursday', '11:00') },
    })
    await accepts('Carla', await asks('Ben', 'Carla'))
    expect(await mailsOf(number, 'cover')).toEqual([])
    expect(await workOf('Ben')).toEqual([['tell_of_cover', number]])
    await server.member('Ben').post(`/issues/${number}/contacts`, {
      channel: 'phone',
      direction: 'out',
      outcome: 'reached',
      summary: 'Tom knows Carla now.',
      keeps: [],
    })
    expect(await workOf('Ben')).toEqual([])
  })
})

describe('Rule 15: ill today', () => {
  test('Scenario 38: Priya sets covers in one step; what is without one comes first, by time', async () => {
    const { server } = there
    const tomorrow = await promised('Ben', madrid('Thursday', '10:00'))
    const [eleven, three, five] = [
      await promised('Ben', madrid('Wednesday', '11:00')),
      await promised('Ben', madrid('Wednesday', '15:00')),
      await promised('Ben', madrid('Wednesday', '17:00')),
    ]
    await server.moveClock(madrid('Wednesday', '08:50'))
    const sick = `/members/${server.id('Ben')}/sick`
    const covers = [{ issue: three, cover: server.id('Carla') }]
    const absence = await server.member('Priya').post<AbsenceAnswer>(sick, { covers })
    expect(absence).toMatchObject({ state: 'agreed', until: utc(madrid('Thursday', '09:00')) })
    expect(absence.promises.map(({ issue }) => issue.number)).toEqual([eleven, five])
    expect(await workOf('Priya')).toEqual([
      ['needs_cover', eleven],
      ['needs_cover', five],
    ])
    expect((await read(server, three)).covers).toMatchObject([{ state: 'in_force', member: { name: 'Carla' } }])
    expect(await toldOf(server, 'Carla', three)).toContain('cover_set')
    expect((await mailsOf(three, 'cover'))[0]).toMatch(/^Ben is away until Thursday.*Carla looks after/)
    await writes(server, 'Carla', three, madrid('Thursday', '15:00'))
    expect((await read(server, tomorrow)).covers).toEqual([])
    const members = await server.member('Priya').get<MemberAnswer[]>('/members')
    expect(members.find(({ name }) => name === 'Ben')?.awayUntil).toBe(utc(madrid('Thursday', '09:00')))
    await server.member('Carla').post(`/covers/${askingOf(absence, 'Carla')}/decline`, {})
    const rest = await server
      .member('Priya')
      .post<AbsenceAnswer>(awayOf('Ben', `/${absence.id}/covers`), { cover: server.id('Dana') })
    expect(rest.promises).toEqual([])
  })

  test('Scenario 38: before it is said, what falls due until another day; then everybody sees who looks after it', async () => {
    const { server } = there
    const number = await promised('Ben', madrid('Wednesday', '11:00'))
    await promised('Ben', madrid('Thursday', '10:00'))
    await server.moveClock(madrid('Wednesday', '08:50'))
    const asked = new URLSearchParams({ from: madrid('Wednesday', '08:50') })
    const { until, promises } = await server.member('Priya').get<AwayAnswer>(awayOf('Ben', `?${asked}`))
    expect(until).toBe(utc(madrid('Thursday', '09:00')))
    expect(promises.map(({ issue }) => issue.number)).toEqual([number])
    await server
      .member('Priya')
      .post(`/members/${server.id('Ben')}/sick`, { covers: [{ issue: number, cover: server.id('Carla') }] })
    const members = await server.member('Dana').get<MemberAnswer[]>('/members')
    expect(members.find(({ name }) => name === 'Ben')?.covers).toMatchObject([{ name: 'Carla' }])
    const priya = members.find(({ name }) => name === 'Priya')
    expect(priya?.supervises.map(({ name }) => name).sort()).toEqual(['Plans', 'Support'])
  })

  test('Scenario 38: only their supervisor says it, whole or not at all', async () => {
    const { server } = there
    const number = await promised('Ben', madrid('Tuesday', '15:00'))
    const sick = `/members/${server.id('Ben')}/sick`
    expect((await server.member('Carla').send('POST', sick, {})).status).toBe(403)
    const covers = [{ issue: number, cover: server.id('Olu') }]
    expect((await server.member('Priya').refused(sick, { covers })).code).toBe('no_seat')
    expect(await server.member('Ben').get(`/members/${server.id('Ben')}/absences`)).toEqual([])
    expect((await server.member('Priya').refused(`/members/${server.id('Ravi')}/sick`)).code).toBe('not_supervisor')
    await server.member('Priya').post(sick)
    expect((await server.member('Priya').refused(sick)).code).toBe('already_away')
  })

  test('Scenario 40: Carla, who covers Ben, falls ill herself: what she covers is in her list, and another takes it on', async () => {
    const { server } = there
    const bens = await promised('Ben', madrid('Thursday', '11:00'))
    const carlas = await promised('Carla', madrid('Thursday', '12:00'))
    await accepts('Carla', await asks('Ben', 'Carla'))
    await server.moveClock(madrid('Thursday', '08:50'))
    const sick = `/members/${server.id('Carla')}/sick`
    const absence = await server.member('Priya').post<AbsenceAnswer>(sick)
    expect(absence.promises.map(({ issue }) => issue.number)).toEqual([bens, carlas])
    const replaced = await server.member('Priya').post<AbsenceAnswer>(awayOf('Carla', `/${absence.id}/covers`), {
      cover: server.id('Dana'),
    })
    expect(replaced.promises).toEqual([])
    await server.moveClock('09:00')
    const issue = await read(server, bens)
    expect(issue.owner.name).toBe('Ben')
    expect(issue.covers.map(({ member, state }) => [member.name, state])).toEqual([
      ['Carla', 'over'],
      ['Dana', 'in_force'],
    ])
    // For the rest of Ben's absence, not of Carla's.
    expect(issue.covers.at(-1)).toMatchObject({ absent: { name: 'Ben' }, until: utc(thursday.until) })
    await writes(server, 'Dana', bens, madrid('Friday', '15:00'))
  })
})

describe('Rule 15: shifts', () => {
  test('Rule 15: hours and zone of one’s own; going home past a due time is the same act', async () => {
    const { server } = there
    const early = { 2: [{ from: '07:00', to: '13:00' }], 3: [{ from: '07:00', to: '13:00' }] }
    const set = await server
      .member('Ben')
      .post<MemberAnswer>(`/members/${server.id('Ben')}/hours`, { hours: early, zone: 'Europe/Lisbon' })
    expect(set).toMatchObject({ hours: early, zone: 'Europe/Lisbon', onShift: true })
    // Thirteen in Lisbon is fourteen in Madrid.
    expect((await server.member('Ben').get<MeAnswer>('/me')).onShiftUntil).toBe(utc(madrid('Tuesday', '14:00')))
    const number = await promised('Ben', madrid('Tuesday', '16:00'))
    const away = await server.member('Ben').get<AwayAnswer>(awayOf('Ben'))
    expect(away).toMatchObject({
      from: utc(madrid('Tuesday', '14:00')),
      until: utc(madrid('Wednesday', '08:00')),
      promises: [{ issue: { number } }],
    })
    const { from, until } = away
    expect((await server.member('Ben').refused(awayOf('Ben'), { from, until })).code).toBe('needs_cover')
    const wrong = { hours: { 1: [{ from: '17:00', to: '09:00' }] }, zone: null }
    const refused = await server.member('Priya').refused(`/members/${server.id('Ben')}/hours`, wrong)
    expect(refused).toMatchObject({ code: 'bad_hours' })
    expect(refused.detail).toMatch(/end before they begin/)
    const other = await server
      .member('Carla')
      .refused(`/members/${server.id('Ben')}/hours`, { hours: null, zone: null })
    expect(other.code).toBe('not_supervisor')
    const back = await server.member('Ada').post<MemberAnswer>(`/members/${server.id('Ben')}/hours`, {
      hours: null,
      zone: null,
    })
    expect(back).toMatchObject({ hours: null, zone: null })
  })
})

describe('Rule 4: leaving the company', () => {
  test('Scenario 39: refused with the list; each is taken over; then Ben is outside at once', async () => {
    const { server } = there
    const numbers = [
      await promised('Ben', madrid('Thursday', '11:00')),
      await promised('Ben', madrid('Wednesday', '11:00')),
      await promised('Ben', madrid('Friday', '11:00')),
      await promised('Ben', madrid('Monday', '11:00')),
    ]
    const deactivate = `/members/${server.id('Ben')}/deactivate`
    const refused = await server.member('Ada').refused(deactivate)
    expect(refused.code).toBe('owns_issues')
    expect(refused.detail).toMatch(/Ben still owns 4 open issues/)
    const { issues } = refused.data as { issues: { number: number; customer: string; due: string }[] }
    expect(issues[0]).toEqual({ number: numbers[1], customer: 'Ana Ruiz', due: utc(madrid('Wednesday', '11:00')) })
    for (const number of numbers)
      await server.member('Priya').post(`/issues/${number}/takeover`, { reason: 'Ben leaves us' })
    const gone = await server.member('Ada').post<MemberAnswer>(deactivate)
    expect(gone.active).toBe(false)
    expect((await server.member('Ben').send('GET', '/me')).status).toBe(401)
    const { policy } = await dutyOf()
    expect(policy).toEqual({ rota: [], lead: null })
    await server.member('Ada').post(`/members/${server.id('Ben')}/activate`)
    // Back, but with no key of before.
    expect((await server.member('Ben').send('GET', '/me')).status).toBe(401)
    const types = await onRecord('Ben')
    expect(types).toEqual(['TakenOffDuty', 'MemberDeactivated', 'MemberActivated'])
  })

  test('Rule 4: nor while they cover others or see an alarm through; what waits for their answer comes back', async () => {
    const { server } = there
    const number = await promised('Ben', madrid('Thursday', '11:00'))
    const absence = await asks('Ben', 'Carla')
    await accepts('Carla', absence)
    const { number: offered } = await anUnderstoodIssue(server, 'Ben')
    await offers(server, 'Ben', offered, 'Carla')
    const deactivate = `/members/${server.id('Carla')}/deactivate`
    const covers = await server.member('Ada').refused(deactivate)
    expect(covers).toMatchObject({ code: 'covers_others', data: { issues: [number] } })
    await server
      .member('Ben')
      .post(awayOf('Ben', `/${absence.id}/covers`), { cover: server.id('Dana'), issues: [number] })
    const asked = await server.member('Ben').get<AbsenceAnswer>(awayOf('Ben', `/${absence.id}`))
    await accepts('Dana', asked)
    await server.member('Ada').post(deactivate)
    expect((await read(server, offered)).handoff?.state).toBe('withdrawn')
    expect(await toldOf(server, 'Ben', offered)).toContain('asked_left')
  })

  test('Rule 4: an alarm that somebody answered is seen through first', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    await server.moveClock(madrid('Wednesday', '12:00'))
    const { escalation } = await read(server, number)
    const path = `/issues/${number}/escalations/${escalation?.id}`
    await server.member('Priya').post(`${path}/acknowledge`)
    const refused = await server.member('Ada').refused(`/members/${server.id('Priya')}/deactivate`)
    expect(refused).toMatchObject({ code: 'still_champion', data: { issues: [number] } })
    await server.member('Ada').post(`${path}/take`, { reason: 'Priya leaves us' })
    const gone = await server.member('Ada').post<MemberAnswer>(`/members/${server.id('Priya')}/deactivate`)
    expect(gone.active).toBe(false)
  })

  test('Rule 4: only an admin lets somebody go, and the last admin stays', async () => {
    const { server } = there
    const ada = `/members/${server.id('Ada')}/deactivate`
    expect((await server.member('Priya').send('POST', ada, {})).status).toBe(403)
    expect((await server.member('Ada').refused(ada)).code).toBe('last_admin')
    const nobody = '/members/0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e/deactivate'
    expect((await server.member('Ada').send('POST', nobody, {})).status).toBe(404)
  })

  test('Rule 4: the store itself refuses an open issue of somebody who left', async () => {
    const { server } = there
    await promised('Ben', madrid('Thursday', '11:00'))
    const update = server.desk.database.query('update member set active = false where member_id = $1', [
      server.id('Ben'),
    ])
    await expect(update).rejects.toThrow(/foreign key/)
  })
})

const encode = (time: string): string => encodeURIComponent(time)

const whole = {
  problem: 'Charged twice',
  tried: 'A credit',
  why: 'Plans can detach it',
  asked: 'Detach it',
  told: 'Soon',
  callback: '+34 600 118 204',
}

async function dutyOf(): Promise<{ policy: unknown }> {
  const { rows } = await there.server.desk.database.query<{ policy: unknown }>(
    `select policy->'duty' as policy from workspace`,
  )
  return rows[0] ?? { policy: null }
}

async function onRecord(name: Name): Promise<string[]> {
  const { rows } = await there.server.desk.database.query<{ type: string }>(
    `select type from desk_event where about = 'member' and about_id = $1 order by desk_event_id`,
    [there.server.id(name)],
  )
  return rows.map(({ type }) => type)
}
