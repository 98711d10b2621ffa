import { expect, test } from 'vitest'
import {
  anUnderstoodIssue,
  eachWithServer,
  handsOver,
  madrid,
  offers,
  read,
  running,
  stateOf,
  toldOf,
  utc,
  writes,
} from '../scenarios/desk-life.ts'

const there = eachWithServer(madrid('Tuesday', '09:30'))

test('Story 1: the senior technician never answers, and Ana is not dropped', async () => {
  const { server } = there
  const eleven = madrid('Tuesday', '11:30')

  // Ana's line crackles. Ben listens, promises a word by 11:30, and finds that it needs a senior technician: Carla.
  const { number } = await anUnderstoodIssue(server, 'Ben', {
    channel: 'phone',
    subject: 'The line crackles',
    story: 'It crackles since the storm. I can hardly hear my mother.',
    facts: [{ key: 'callback', value: '+34 600 118 204', how: 'from Ana herself' }],
    promise: { what: 'A word on the crackling line', due: eleven },
  })
  await offers(server, 'Ben', number, 'Carla')

  // Carla never answers. All that time the issue is Ben's, and so is the promise.
  await server.moveClock('10:15')
  expect(await read(server, number)).toMatchObject({ owner: { name: 'Ben' }, handoff: { state: 'offered' } })
  expect(running(await read(server, number))).toEqual([utc(eleven)])

  // After an hour the offer expires. Ben and his supervisor hear of it; nothing else has changed.
  await server.moveClock('10:30')
  expect(await read(server, number)).toMatchObject({ owner: { name: 'Ben' }, handoff: { state: 'expired' } })
  expect(await toldOf(server, 'Ben', number)).toContain('expired')
  expect(await toldOf(server, 'Priya', number)).toContain('expired')
  const supervised = await server.member('Priya').get<{ expired: { issue: { number: number } }[] }>('/supervise')
  expect(supervised.expired.map(({ issue }) => issue.number)).toEqual([number])

  // Ana hears from a person before 11:30: from Ben, who says honestly how it stands.
  await server.moveClock('11:10')
  const told = await writes(server, 'Ben', number, madrid('Wednesday', '10:00'), {
    body: 'Hello Ana, the technician whom I asked has not answered. I ask another one now, and write tomorrow by 10.',
  })
  expect(stateOf(told, 1)).toBe('kept')

  // Dana takes it, hand to hand.
  await server.moveClock('11:20')
  const met = await handsOver(server, 'Ben', 'Dana', number, madrid('Wednesday', '10:00'))
  expect(met.owner.name).toBe('Dana')

  // At no moment was it nobody's: it was Ben's from the minute of her call until the minute in which Dana greeted her.
  expect(met.owners.map(({ member, since }) => [member.name, since])).toEqual([
    ['Ben', utc(madrid('Tuesday', '09:30'))],
    ['Dana', utc(madrid('Tuesday', '11:20'))],
  ])
  expect(met.promises.every(({ state }) => state !== 'broken')).toBe(true)
})

test('Story 1: and if Ben forgets it too, the promise fires, and a supervisor stands beside it', async () => {
  const { server } = there
  const { number } = await anUnderstoodIssue(server, 'Ben', { promise: { due: madrid('Tuesday', '11:30') } })
  await offers(server, 'Ben', number, 'Carla')

  // 11:30 comes and nobody has written. It is on record for good, and both are told at once.
  await server.moveClock('11:30')
  expect(stateOf(await read(server, number), 1)).toBe('broken')
  for (const name of ['Ben', 'Priya'] as const) expect(await toldOf(server, name, number)).toContain('promise_broken')

  // Four hours on it raises the alarm by itself. Priya answers it; the owner could not.
  await server.moveClock('15:30')
  expect((await read(server, number)).escalation).toMatchObject({ state: 'raised' })
  expect((await server.member('Ben').refused(`/issues/${number}/escalations/1/acknowledge`)).code).toBe('own_alarm')
  await server.member('Priya').post(`/issues/${number}/escalations/1/acknowledge`)
  expect((await read(server, number)).escalation).toMatchObject({ state: 'answered', champion: { name: 'Priya' } })

  // It stands first in every list, and only when Ana has been told can the alarm be stood down.
  const down = { outcome: 'Ana knows that Dana comes tomorrow.' }
  expect((await server.member('Priya').refused(`/issues/${number}/escalations/1/stand-down`, down)).code).toBe(
    'outcome_not_told',
  )
  await writes(server, 'Priya', number, madrid('Wednesday', '10:00'), { body: 'I am sorry, Ana. Dana comes tomorrow.' })
  await server.member('Priya').post(`/issues/${number}/escalations/1/stand-down`, down)
  expect(await read(server, number)).toMatchObject({ owner: { name: 'Ben' }, escalation: { state: 'stood_down' } })
})
