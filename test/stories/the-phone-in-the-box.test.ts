import { expect, test } from 'vitest'
import type { EffectAnswer, IssueAnswer, LessonAnswer } from '../../src/contract/answers.ts'
import { anIssue, eachWithServer, madrid, read, stateOf, toldOf, workOnIssues, writes } from '../scenarios/desk-life.ts'
import { workOnLessons } from '../scenarios/lesson-life.ts'

const there = eachWithServer(madrid('Tuesday', '10:00'))

test('Story 4: the phone in the box, or how one mistake is made only once', async () => {
  const { server } = there
  const [ben, dana, olu, priya] = (['Ben', 'Dana', 'Olu', 'Priya'] as const).map(name => server.member(name))
  if (!ben || !dana || !olu || !priya) throw new Error('Somebody is missing.')

  // Ana calls: her new phone is dead after a week. Ben takes the call, asks for the serial number, and she reads it off
  // the box. He promises to be back on Friday.
  const { number } = await anIssue(server, 'Ben', {
    channel: 'phone',
    subject: 'The new phone is dead',
    story: 'I charged it over night, and now it does nothing at all. It is a week old.',
    facts: [{ key: 'serial number', value: 'R58N-3304', how: 'read off the box' }],
    promise: { what: 'When the exchange comes', due: madrid('Friday', '11:00') },
  })

  // The exchange is Repair's work, so he asks Olu for it; the issue stays his.
  await ben.post(`/issues/${number}/assists`, {
    of: { member: server.id('Olu') },
    ask: 'Exchange the phone R58N-3304, please.',
    due: madrid('Thursday', '12:00'),
  })

  // Olu can't: by its number this phone was never sold. He says so plainly, and it is Ben's to tell Ana.
  await olu.post(`/issues/${number}/assists/1/return`, {
    moved: false,
    result: 'By this number the phone is still in our stock: I can not exchange what was never sold.',
  })
  expect(await toldOf(server, 'Ben', number)).toContain('assist_not_moved')
  expect((await read(server, number)).owner.name).toBe('Ben')

  // Ben does not send Ana to Repair. He asks her to look at the phone itself, and there is the mistake.
  await ben.post(`/issues/${number}/facts`, {
    key: 'serial number',
    value: 'R58N-7781',
    how: 'read off the phone by Ana',
  })
  await ben.post(`/issues/${number}/diagnoses`, { text: 'The box is another phone’s. Hers is R58N-7781.' })

  // An express exchange costs 45. That is within his limit: he decides it, at once, and calls her a day early.
  const granted = await ben.post<IssueAnswer>(`/issues/${number}/concessions`, {
    kind: 'replacement',
    amount: 45,
    reason: 'A new phone by express, since our box named the wrong one.',
  })
  expect(granted.concessions).toMatchObject([{ state: 'granted', by: { name: 'Ben' } }])
  await server.moveClock(madrid('Thursday', '10:30'))
  const called = await ben.post<IssueAnswer>(`/issues/${number}/contacts`, {
    channel: 'phone',
    direction: 'out',
    outcome: 'reached',
    summary: 'The mistake was ours. A new phone comes tomorrow by express; I call on Monday whether it works.',
    promise: { what: 'Whether the new phone works', due: madrid('Monday', '11:00') },
  })
  expect(stateOf(called, 1)).toBe('kept')
  expect(await workOnIssues(server, 'Ben')).toEqual([])

  // It must not happen again. He says what happened, and asks why until it is something that can be changed.
  const lesson = await ben.post<LessonAnswer>('/lessons', {
    issue: number,
    what: 'Repair could not exchange a phone, since its box named another one.',
    whys: ['The serial number was read off the box.', 'Nothing says that it must be read off the phone.'],
    change: {
      type: 'fact_rule',
      key: 'serial number',
      says: 'Off the phone itself, not off its box.',
      allowed: ['read off the phone', 'scanned off the phone'],
    },
  })
  await olu.post(`/lessons/${lesson.id}/support`)
  await olu.post(`/lessons/${lesson.id}/comments`, { text: 'We see such a box each week.' })
  expect(await workOnLessons(server, 'Priya')).toEqual([['lesson_proposed', lesson.id]])
  await priya.post(`/lessons/${lesson.id}/adopt`)

  // A week later Tom calls Dana about his phone, and he, too, reads the number off the box. The desk stops her there, with
  // the lesson as its reason, before anybody has looked for a phone that is not his.
  await server.moveClock(madrid('Tuesday after', '10:00'))
  const tomsCall = (how: string) => ({
    customer: { name: 'Tom Berg', email: 'tom@berg.example' },
    subject: 'The phone switches itself off',
    story: 'Whenever it is cold it switches itself off.',
    channel: 'phone',
    facts: [{ key: 'serial number', value: 'R58N-9120', how }],
    promise: { what: 'When the exchange comes', due: '2026-12-04T11:00:00+01:00' },
  })
  const stopped = await dana.refused('/issues', tomsCall('read off the box'))
  expect(stopped.code).toBe('fact_rule')
  expect(stopped.detail).toBe(`Lesson ${lesson.id} says of "serial number": Off the phone itself, not off its box.`)

  // She asks him to look at the phone, and has the right number at the first try.
  const toms = await dana.post<IssueAnswer>('/issues', tomsCall('read off the phone'))
  expect(toms.facts).toMatchObject([{ key: 'serial number', how: 'read off the phone', excused: null }])
  await writes(server, 'Dana', toms.number, '2027-01-15T11:00:00+01:00')

  // A month after it was adopted the desk asks whether it has helped: before and after, with what chance could do.
  await server.moveClock('2026-12-28T10:00:00+01:00')
  expect(await workOnLessons(server, 'Priya')).toEqual([['lesson_decision', lesson.id]])
  const effect = await priya.get<EffectAnswer>(`/lessons/${lesson.id}/effect`)
  const stuck = effect.figures.find(({ name }) => name === 'assist_without_movement')
  expect(stuck).toMatchObject({ before: { count: 1, of: 1 }, after: { count: 0, of: 1 }, reads: 'unclear' })
  const kept = await priya.post<LessonAnswer>(`/lessons/${lesson.id}/decide`, {
    decision: 'keep',
    why: 'One case each is no proof, but it costs nothing, and Repair has not sent anybody back since.',
  })
  expect(kept.state).toBe('kept')
})
