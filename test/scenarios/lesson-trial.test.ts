import { describe, expect, test } from 'vitest'
import type {
  EffectAnswer,
  IssueAnswer,
  LessonAnswer,
  MeAnswer,
  OutboundAnswer,
  Page,
} from '../../src/contract/answers.ts'
import type { TestServer } from '../server.ts'
import { anIssue, eachWithServer, madrid, stateOf, toldOf, utc, writes } from './desk-life.ts'
import {
  adopts,
  aKind,
  offThePhone,
  proposal,
  proposes,
  step,
  toldOfLesson,
  wordsOfLesson,
  workOnLessons,
} from './lesson-life.ts'

const there = eachWithServer('2026-10-20T10:00:00+02:00')
const adoption = madrid('Tuesday', '10:00')
const trialEnd = '2026-12-24T10:00:00+01:00'

/** An issue of a kind, opened by Ben; `denied`: he said that it was solved, and the customer that it was not. */
async function ofKind(server: TestServer, kind: string, denied = false): Promise<number> {
  const ben = server.member('Ben')
  const { number } = await anIssue(server, 'Ben')
  await ben.post(`/issues/${number}/kind`, { kind })
  await writes(server, 'Ben', number, '2027-03-01T10:00:00+01:00')
  if (!denied) return number
  const solved = { wrong: 'The wrong phone', done: 'Exchanged', holds: 'It rings' }
  await ben.post(`/issues/${number}/resolution`, { ...solved, promise: { due: '2027-03-01T10:00:00+01:00' } })
  await ben.post(`/issues/${number}/resolution/deny`, { words: 'It is the wrong one again.' })
  await writes(server, 'Ben', number, '2027-03-01T10:00:00+01:00')
  return number
}

describe('Rule 29: after its trial', () => {
  test('Scenario 60: before and after, counts and intervals; then it is kept', async () => {
    const { server } = there
    const [kind, other] = [await aKind(server, 'Exchange'), await aKind(server, 'Bill')]
    // Before the equal span, and of another kind: neither counts.
    await ofKind(server, kind, true)
    await server.moveClock('2026-11-02T10:00:00+01:00')
    await ofKind(server, other, true)
    for (const denied of [true, true, true, false]) await ofKind(server, kind, denied)
    await server.moveClock(adoption)
    const lesson = await proposes(server, 'Ben', { kind })
    await adopts(server, lesson.id)
    await server.moveClock('2026-12-01T10:00:00+01:00')
    for (const denied of [true, false, false]) await ofKind(server, kind, denied)
    await server.moveClock('2026-12-01T11:00:00+01:00')

    const effect = () => server.member('Olu').get<EffectAnswer>(`/lessons/${lesson.id}/effect`)
    const running = await effect()
    expect(running.after).toEqual({ from: utc(adoption), until: utc('2026-12-01T11:00:00+01:00'), issues: 3 })
    expect(running.before.issues).toBe(0)

    await server.moveClock('2026-12-28T10:00:00+01:00')
    expect(await toldOfLesson(server, 'Priya', lesson.id)).toEqual([
      { word: 'lesson_proposed', at: utc(adoption) },
      { word: 'lesson_trial_over', at: utc(trialEnd) },
    ])
    expect(await wordsOfLesson(server, 'Ben', lesson.id)).toEqual(['lesson_adopted', 'lesson_trial_over'])
    for (const name of ['Priya', 'Ben'] as const)
      expect(await workOnLessons(server, name)).toEqual([['lesson_decision', lesson.id]])

    const { before, after, figures } = await effect()
    expect(before).toEqual({ from: utc('2026-10-25T10:00:00+01:00'), until: utc(adoption), issues: 4 })
    expect(after).toEqual({ from: utc(adoption), until: utc(trialEnd), issues: 3 })
    const denied = figures.find(({ name }) => name === 'denied')
    expect(denied).toMatchObject({
      before: { count: 3, of: 4, share: 0.75 },
      after: { count: 1, of: 3 },
      reads: 'unclear',
    })
    expect(denied?.before.low).toBeCloseTo(0.3, 2)
    expect(denied?.before.high).toBeCloseTo(0.95, 2)

    const why = 'One in three instead of three in four, and nobody minds it.'
    const kept = await server
      .member('Priya')
      .post<LessonAnswer>(`/lessons/${lesson.id}/decide`, { decision: 'keep', why })
    expect(kept).toMatchObject({ state: 'kept', decision: { by: { name: 'Priya' }, why } })
    expect((await wordsOfLesson(server, 'Ben', lesson.id)).at(-1)).toBe('lesson_kept')
    expect(await workOnLessons(server, 'Ben')).toEqual([])
  })

  test('kept only once its trial has shown its effect; dropped at any time, and enforced no more', async () => {
    const { server } = there
    const { id } = await proposes(server, 'Ben')
    const priya = server.member('Priya')
    expect((await priya.refused(`/lessons/${id}/decide`, { decision: 'keep', why: 'Good' })).code).toBe('not_adopted')
    expect((await priya.send('GET', `/lessons/${id}/effect`)).status).toBe(404)
    await adopts(server, id, { trialDays: 7 })
    const soon = await priya.refused(`/lessons/${id}/decide`, { decision: 'keep', why: 'Good' })
    expect(soon).toMatchObject({ code: 'trial_running', data: { until: utc('2026-10-27T10:00:00+01:00') } })
    const { number } = await anIssue(server, 'Ben')
    const fact = { key: 'serial number', value: 'R58N', how: 'from the box' }
    expect((await server.member('Ben').refused(`/issues/${number}/facts`, fact)).code).toBe('fact_rule')
    await priya.post(`/lessons/${id}/decide`, { decision: 'drop', why: 'Half of the phones are lost.' })
    expect((await server.member('Ben').post<IssueAnswer>(`/issues/${number}/facts`, fact)).facts).toHaveLength(1)
  })

  test('changed: a new version is enforced, with a trial of its own; the former one stays on record', async () => {
    const { server } = there
    const { id } = await proposes(server, 'Ben')
    await adopts(server, id)
    const priya = server.member('Priya')
    const change = { ...offThePhone, allowed: ['read off the phone', 'scanned'] }
    const why = 'Scanning is as good.'
    await server.moveClock('2026-10-27T10:00:00+01:00')
    const changed = await priya.post<LessonAnswer>(`/lessons/${id}/decide`, {
      decision: 'change',
      why,
      change,
      trialDays: 14,
    })
    expect(changed).toMatchObject({
      state: 'trial',
      change: { allowed: change.allowed },
      trial: { until: utc('2026-11-10T10:00:00+01:00') },
      earlier: [{ change: { allowed: ['read off the phone'] }, changed: { by: { name: 'Priya' }, why } }],
    })
    const { number } = await anIssue(server, 'Ben')
    await server.member('Ben').post(`/issues/${number}/facts`, { key: 'serial number', value: 'R58N', how: 'scanned' })
    expect(await wordsOfLesson(server, 'Ben', id)).toEqual(['lesson_adopted', 'lesson_changed'])
    await server.moveClock('2026-11-11T10:00:00+01:00')
    expect((await priya.get<LessonAnswer>(`/lessons/${id}`)).state).toBe('trial_over')
  })

  test('where whoever adopted it has left, it waits for others who may decide', async () => {
    const { server } = there
    const { id } = await proposes(server, 'Ben')
    await adopts(server, id, { trialDays: 1 })
    await server.moveClock('2026-10-22T10:00:00+02:00')
    expect(await workOnLessons(server, 'Ada')).toEqual([])
    await server.desk.database.query('update member set active = false where member_id = $1', [server.id('Priya')])
    expect(await workOnLessons(server, 'Ada')).toEqual([['lesson_decision', id]])
    expect((await server.member('Ada').get<MeAnswer>('/me')).counts.work).toBe(1)
  })
})

describe('Rule 28: a request to another department', () => {
  const asksRepair = (due = '2026-10-30T12:00:00+01:00') => ({
    type: 'request',
    department: there.server.team('Repair'),
    ask: 'Print the number on the phone only.',
    due,
  })
  const request = (server: TestServer, owner: 'Olu' | null = 'Olu') =>
    proposes(server, 'Ben', { change: { ...asksRepair(), owner: owner && server.id(owner) } })

  test('its owner is told by mail, too, and it waits for them; they answer, and adopter and proposer hear it', async () => {
    const { server } = there
    const { id } = await request(server)
    await adopts(server, id)
    expect(await wordsOfLesson(server, 'Olu', id)).toEqual(['lesson_asked'])
    const { items } = await server.member('Priya').get<Page<OutboundAnswer>>('/outbox?limit=200')
    const mail = items.find(({ to }) => to === server.email('Olu'))
    expect(mail).toMatchObject({ kind: 'notice', issue: null })
    expect(mail?.subject).toMatch(/^Lesson 1: .*asked of you/)
    expect(mail?.body).toContain(`/desk/lessons/${id}`)
    expect(mail?.body).toContain(proposal.what)
    expect(await workOnLessons(server, 'Olu')).toEqual([['lesson_request', id]])

    expect((await server.member('Ben').refused(`/lessons/${id}/answer`, { done: true, words: 'Yes' })).code).toBe(
      'not_request_owner',
    )
    const words = 'From December on.'
    const answered = await server.member('Olu').post<LessonAnswer>(`/lessons/${id}/answer`, { done: true, words })
    expect(answered.request).toMatchObject({ owner: { name: 'Olu' }, state: 'answered', answer: { done: true, words } })
    for (const name of ['Priya', 'Ben'] as const)
      expect((await wordsOfLesson(server, name, id)).at(-1)).toBe('lesson_request_answered')
    expect(await workOnLessons(server, 'Olu')).toEqual([])
  })

  test('overdue is told to its owner and to who adopted it, as of its own time and in order with what else is due', async () => {
    const { server } = there
    const { id } = await request(server, null)
    expect((await server.member('Priya').refused(`/lessons/${id}/adopt`)).code).toBe('needs_request_owner')
    const wrong = { owner: server.id('Ben') }
    expect((await server.member('Priya').refused(`/lessons/${id}/adopt`, wrong)).code).toBe('not_in_team')
    await adopts(server, id, { owner: server.id('Olu') })
    const { number } = await anIssue(server, 'Ben')
    await writes(server, 'Ben', number, '2026-10-30T11:00:00+01:00')

    await server.moveClock('2026-11-02T10:00:00+01:00')
    const at = utc('2026-10-30T12:00:00+01:00')
    for (const name of ['Olu', 'Priya'] as const)
      expect((await toldOfLesson(server, name, id)).at(-1)).toEqual({ word: 'lesson_request_overdue', at })
    expect(await workOnLessons(server, 'Olu')).toEqual([['lesson_request', id]])
    expect(await workOnLessons(server, 'Priya')).toEqual([['lesson_request_overdue', id]])
    expect(stateOf(await server.member('Ben').get(`/issues/${number}`), 2)).toBe('broken')
    expect(await toldOf(server, 'Ben', number)).toContain('promise_broken')

    await server.member('Olu').post(`/lessons/${id}/answer`, { done: false, words: 'The printer can not.' })
    expect(await workOnLessons(server, 'Priya')).toEqual([])
  })
})

test('Rule 33: what happens to a lesson is on record for good, and no word stands in it', async () => {
  const { server } = there
  const kind = await aKind(server, 'Exchange')
  const { id } = await proposes(server, 'Ben', { ...step, kind })
  await adopts(server, id)
  const { database } = server.desk
  const { rows } = await database.query<{ type: string; data: string }>(
    'select type, data::text from lesson_event where lesson_id = $1 order by version',
    [id],
  )
  expect(rows.map(({ type }) => type)).toEqual(['LessonProposed', 'LessonAdopted'])
  expect(rows.filter(({ data }) => /box|phone/.test(data))).toEqual([])
  for (const statement of ["update lesson_event set type = 'x'", 'delete from lesson_event', 'truncate lesson_event'])
    await expect(database.query(statement)).rejects.toThrow('Rule 33')
})
