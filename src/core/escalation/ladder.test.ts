import { describe, expect, test } from 'vitest'
import { acknowledge, clearSpam, hear, raiseAlarm, takeOver, tick } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import { answered, arrived, covered, diagnosed, happened, rungCalled, spam, stoodDown } from '../testing/history.ts'
import { ada, ana, at, ben, carla, dana, gone, membersOf, olu, priya, sam, theDesk } from '../testing/people.ts'
import type { Instant } from '../time/instant.ts'
import { waiting } from '../waiting.ts'
import { noPathYet, type Path, type Rung } from './ladder.ts'
import type { Schedule } from './on-call.ts'

const person = (who: { id: string }, minutes = 15): Rung => ({ who: { kind: 'member', member: who.id }, minutes })
const onSchedule = (minutes = 15): Rung => ({ who: { kind: 'schedule', schedule: 's' }, minutes })
const evenings = (rotation: readonly { id: string }[], from: Instant = at('Mon 09:00')): Schedule => ({
  id: 's',
  name: 'Evenings',
  zone: 'Europe/Madrid',
  rotation: rotation.map(({ id }) => id),
  handover: { weekday: 1, time: '09:00' },
  from,
  overrides: [],
})
const path = (rungs: readonly Rung[], more: Partial<Path> = {}): { path: Path } => ({
  path: { ...noPathYet, rungs, ...more },
})

/** Sam raises it for Ana at ten on Tuesday; whoever is on the ladder is called by the desk itself. */
const lit = (when = at('Tue 10:00')) =>
  happened(
    {
      type: 'EscalationRaised',
      escalation: 1,
      cause: 'asked_for',
      facts: { impact: 'w', tried: 'w', needed: 'w' },
    },
    sam,
    when,
  )

describe('Rule 24: the ladder', () => {
  test('Scenario 53: the first rung is called in the moment in which it is raised', () => {
    given(arrived())
      .when(raiseAlarm(), sam, at('Tue 10:00'), path([person(carla), person(priya)]))
      .yields(
        { type: 'EscalationRaised', escalation: 1, cause: 'asked_for' },
        { type: 'RungCalled', escalation: 1, rung: 1, called: ['carla'], until: at('Tue 10:15'), by: theDesk },
      )
      .told(
        { member: 'ben', word: 'escalated' },
        { member: 'carla', word: 'called' },
        { member: 'priya', word: 'escalated' },
      )
      .check(({ escalation }) =>
        expect(escalation).toMatchObject({
          ladder: { place: 1, calling: ['carla'], called: [{ member: 'carla', place: 1 }], calls: 1 },
        }),
      )
  })

  test('Scenario 53: unanswered in its time, the next; the last repeats until a person answers', () => {
    const two = path([person(carla), person(priya, 10)])
    given(arrived(), lit(), rungCalled(1, [carla], at('Tue 10:00'), at('Tue 10:15')))
      .when(tick, theDesk, at('Tue 10:14'), two)
      .yields()
      .when(tick, theDesk, at('Tue 10:15'), two)
      .yields({ type: 'RungCalled', rung: 2, called: ['priya'], until: at('Tue 10:25') })
      .told({ member: 'priya', word: 'called' })
      .when(tick, theDesk, at('Tue 10:25'), two)
      .yields({ type: 'RungCalled', rung: 2, called: ['priya'], until: at('Tue 10:35') })
      .check(({ escalation }) => {
        expect(escalation).toMatchObject({ ladder: { place: 2, calling: ['priya'], calls: 3 } })
      })
      .when(acknowledge, priya, at('Tue 10:30'), two)
      .happens()
      .when(tick, theDesk, at('Tue 12:00'), two)
      .yields()
  })

  test('Scenario 19: after an outage every rung is called as of its own moment, in order', () => {
    given(arrived({ due: at('Wed 13:00') }), lit(), rungCalled(1, [carla], at('Tue 10:00'), at('Tue 10:15')))
      .when(acknowledge, priya, at('Tue 10:45'), path([person(carla), person(dana), person(priya)]))
      .yields(
        { type: 'RungCalled', rung: 2, called: ['dana'], at: at('Tue 10:15'), by: theDesk },
        { type: 'RungCalled', rung: 3, called: ['priya'], at: at('Tue 10:30'), by: theDesk },
        { type: 'RungCalled', rung: 3, called: ['priya'], at: at('Tue 10:45'), by: theDesk },
        { type: 'EscalationAcknowledged', escalation: 1, place: 3 },
      )
  })

  test('Scenario 53: a rung that is the owner is skipped, on record', () => {
    given(arrived())
      .when(raiseAlarm(), sam, at('Tue 10:00'), path([person(ben), person(priya)]))
      .yields(
        { type: 'EscalationRaised' },
        { type: 'RungSkipped', rung: 1, by: theDesk },
        { type: 'RungCalled', rung: 2, called: ['priya'], by: theDesk },
      )
  })

  test('Rule 15: and so is one that covers the owner', () => {
    given(arrived({ due: at('Fri 13:00') }), ...covered())
      .when(raiseAlarm(), sam, at('Thu 10:00'), path([person(carla), person(priya)]))
      .yields(
        { type: 'EscalationRaised' },
        { type: 'RungSkipped', rung: 1, by: theDesk },
        { type: 'RungCalled', rung: 2, called: ['priya'], by: theDesk },
      )
  })

  test('who comes to own it on the way is called no more, and can not answer it', () => {
    const two = path([person(priya), person(carla)])
    given(arrived(), lit(), rungCalled(1, [priya], at('Tue 10:00'), at('Tue 10:15')))
      .when(takeOver, priya, at('Tue 10:05'), two)
      .happens()
      .when(acknowledge, priya, at('Tue 10:06'), two)
      .refuses('own_alarm', { owner: 'priya' })
  })

  test('a rung of a schedule calls whoever is on call at that moment', () => {
    const weeks = path([person(carla), onSchedule()], { schedules: new Map([['s', evenings([priya, ada])]]) })
    given(arrived({ due: at('Tue 13:00', 1) }), lit(at('Mon 08:40', 1)))
      .when(tick, theDesk, at('Mon 08:40', 1), weeks)
      .yields({ type: 'RungCalled', rung: 1, called: ['carla'] })
      .when(tick, theDesk, at('Mon 08:55', 1), weeks)
      .yields({ type: 'RungCalled', rung: 2, called: ['priya'] })
      .when(tick, theDesk, at('Mon 09:10', 1), weeks)
      .yields({ type: 'RungCalled', rung: 2, called: ['ada'] })
  })

  test('a rung on which nobody is, who left, is away, has no seat or is not on call, is empty, on record', () => {
    const away = { ...dana, absences: [{ from: at('Tue 09:00'), until: at('Wed 09:00') }] }
    const rungs = [person(gone), person(away), person(olu), onSchedule(), person(priya)]
    given(arrived())
      .when(raiseAlarm(), sam, at('Tue 10:00'), {
        ...path(rungs, { schedules: new Map([['s', evenings([gone])]]) }),
        members: membersOf(ben, away, gone, olu, sam, priya),
      })
      .yields(
        { type: 'EscalationRaised' },
        { type: 'RungEmpty', rung: 1, by: theDesk },
        { type: 'RungEmpty', rung: 2, by: theDesk },
        { type: 'RungEmpty', rung: 3, by: theDesk },
        { type: 'RungEmpty', rung: 4, by: theDesk },
        { type: 'RungCalled', rung: 5, called: ['priya'], by: theDesk },
      )
  })

  test('when the last rung has become empty, the highest on which somebody is repeats', () => {
    const two = path([person(carla), onSchedule()])
    given(arrived(), lit(), rungCalled(1, [carla], at('Tue 10:00'), at('Tue 10:15')))
      .when(tick, theDesk, at('Tue 10:15'), two)
      .yields({ type: 'RungEmpty', rung: 2 }, { type: 'RungCalled', rung: 1, called: ['carla'] })
  })

  test('a path that became shorter meanwhile calls its last rung', () => {
    given(arrived(), lit(), rungCalled(3, [carla], at('Tue 10:00'), at('Tue 10:15')))
      .when(tick, theDesk, at('Tue 10:15'), path([person(dana)]))
      .yields({ type: 'RungCalled', rung: 1, called: ['dana'] })
  })
})

describe('Rule 24: nobody on any rung', () => {
  const empty = path([onSchedule()], { lastResort: carla.id })

  test('the last resort is called, and the admins are told, once', () => {
    given(arrived())
      .when(raiseAlarm(), sam, at('Tue 10:00'), empty)
      .yields(
        { type: 'EscalationRaised' },
        { type: 'RungEmpty', rung: 1, by: theDesk },
        { type: 'LastResortCalled', called: ['carla'], until: at('Tue 10:15'), by: theDesk },
      )
      .told(
        { member: 'ben', word: 'escalated' },
        { member: 'carla', word: 'called' },
        { member: 'ada', word: 'nobody_on_call' },
        { member: 'priya', word: 'escalated' },
      )
      .when(tick, theDesk, at('Tue 10:15'), empty)
      .yields({ type: 'LastResortCalled', called: ['carla'], until: at('Tue 10:30') })
      .told({ member: 'carla', word: 'called' })
      .when(acknowledge, carla, at('Tue 10:20'), empty)
      .yields({ type: 'EscalationAcknowledged', place: 'last_resort' })
  })

  test('as soon as somebody is on a rung again, the ladder goes on there', () => {
    const later = path([onSchedule()], { schedules: new Map([['s', evenings([priya], at('Tue 10:15'))]]) })
    given(arrived())
      .when(raiseAlarm(), sam, at('Tue 10:00'), empty)
      .happens()
      .when(tick, theDesk, at('Tue 10:15'), later)
      .yields({ type: 'RungCalled', rung: 1, called: ['priya'] })
  })

  test('where the last resort is the owner or none is set: the admins; the owner’s team; anybody; then also who is away', () => {
    const raising = (lastResort: string | null, ...people: Parameters<typeof membersOf>) =>
      given(arrived()).when(raiseAlarm(), sam, at('Tue 10:00'), {
        ...path([onSchedule()], { lastResort }),
        members: membersOf(ben, sam, ...people),
      })
    const toWhom = (lastResort: string | null, ...people: Parameters<typeof membersOf>) =>
      raising(lastResort, ...people).happens().issue.escalation
    expect(toWhom(ben.id, carla, ada)).toMatchObject({ ladder: { place: 'last_resort', calling: ['ada'] } })
    expect(toWhom(null, carla, ada)).toMatchObject({ ladder: { calling: ['ada'] } })
    expect(toWhom(null, carla, olu)).toMatchObject({ ladder: { calling: ['carla'] } })
    const eve = { ...ben, id: 'eve' }
    expect(toWhom(null, carla, eve, olu)).toMatchObject({ ladder: { calling: ['eve'] } })
    expect(toWhom(null, carla, { ...eve, teams: ['plans', 'support'] })).toMatchObject({ ladder: { calling: ['eve'] } })
    const away = { ...carla, absences: [{ from: at('Tue 09:00'), until: at('Wed 09:00') }] }
    expect(toWhom(away.id, away)).toMatchObject({ ladder: { calling: ['carla'] } })
  })

  test('nobody but the owner has a seat: on record, and tried again in an hour', () => {
    const alone = { ...path([]), members: membersOf(ben, sam) }
    given(arrived({ due: at('Wed 13:00') }))
      .when(raiseAlarm(), sam, at('Tue 10:00'), alone)
      .yields(
        { type: 'EscalationRaised' },
        { type: 'RungEmpty', rung: 1, by: theDesk },
        { type: 'RungEmpty', rung: 2, by: theDesk },
        { type: 'NobodyToCall', until: at('Tue 11:00'), by: theDesk },
      )
      .when(tick, theDesk, at('Tue 11:00'), { ...path([]), members: membersOf(ben, sam, carla) })
      .yields({ type: 'LastResortCalled', called: ['carla'] })
  })
})

describe('Rule 24: a desk that has set no path yet', () => {
  test('calls the owner’s supervisors, then the admins, who repeat', () => {
    given(arrived({ due: at('Wed 13:00') }))
      .when(raiseAlarm(), sam, at('Tue 10:00'))
      .yields({ type: 'EscalationRaised' }, { type: 'RungCalled', rung: 1, called: ['priya'], by: theDesk })
      .told({ member: 'ben', word: 'escalated' }, { member: 'priya', word: 'called' })
      .when(tick, theDesk, at('Tue 10:15'))
      .yields({ type: 'RungCalled', rung: 2, called: ['ada'] })
      .when(tick, theDesk, at('Tue 10:30'))
      .yields({ type: 'RungCalled', rung: 2, called: ['ada'], until: at('Tue 10:45') })
  })

  test('counts their time to answer while the desk is open: nobody of them is on call at night', () => {
    given(arrived({ due: at('Wed 13:00') }))
      .when(raiseAlarm(), sam, at('Tue 16:50'))
      .yields(
        { type: 'EscalationRaised' },
        { type: 'RungCalled', called: ['priya'], until: at('Wed 09:05'), by: theDesk },
      )
  })
})

test('Rule 25: an alarm is work for everybody whom it has called, until somebody answers; then for its champion', () => {
  const work = (...parts: Parameters<typeof given>) => waiting(given(...parts).issue)
  const calling = [
    arrived(),
    lit(),
    rungCalled(1, [carla], at('Tue 10:00'), at('Tue 10:15')),
    rungCalled(2, [priya], at('Tue 10:15'), at('Tue 10:30')),
    rungCalled(2, [priya], at('Tue 10:30'), at('Tue 10:45')),
  ]
  const alarm = { kind: 'alarm', of: 1, since: at('Tue 10:00'), due: at('Tue 10:45') }
  expect(work(...calling)).toEqual([
    { ...alarm, for: { kind: 'member', id: 'carla' } },
    { ...alarm, for: { kind: 'member', id: 'priya' } },
  ])
  const champion = { kind: 'champion', of: 1, for: { kind: 'member', id: 'carla' }, since: at('Tue 10:40'), due: null }
  expect(work(...calling, answered(at('Tue 10:40'), carla))).toEqual([champion])
  expect(work(...calling, answered(at('Tue 10:40'), carla), stoodDown(at('Tue 11:00'), carla))).toEqual([])
  given(
    arrived(),
    diagnosed(),
    lit(),
    rungCalled(1, [carla], at('Tue 10:00'), at('Tue 10:15')),
    rungCalled(2, [priya], at('Tue 10:15'), at('Tue 10:30')),
  )
    .when(acknowledge, carla, at('Tue 10:20'))
    .yields({ type: 'EscalationAcknowledged', place: 1 })
    .told(
      { member: 'ben', word: 'acknowledged' },
      { member: 'sam', word: 'acknowledged' },
      { member: 'priya', word: 'acknowledged' },
    )
  given(arrived(), lit(), rungCalled(1, [carla], at('Tue 10:00'), at('Tue 10:15')), answered(at('Tue 10:05'), carla))
    .when(tick, theDesk, at('Tue 10:15'))
    .yields()
})

test('Rule 24: an alarm that was open when its issue was set aside as spam calls again from the first rung when it is back', () => {
  const aside = [arrived(), lit(), rungCalled(2, [priya], at('Tue 10:00'), at('Tue 10:15')), spam(at('Tue 10:05'))]
  const two = path([person(carla), person(priya)])
  given(...aside)
    .when(tick, theDesk, at('Tue 11:00'), two)
    .yields()
    .when(clearSpam(), priya, at('Wed 10:00'), two)
    .yields(
      { type: 'IssueClearedOfSpam' },
      { type: 'RungCalled', rung: 1, called: ['carla'], until: at('Wed 10:15'), by: theDesk },
      { type: 'PromiseMade' },
    )
  given(...aside)
    .when(hear(), ana, at('Wed 10:00'), two)
    .yields(
      { type: 'IssueReopened' },
      { type: 'RungCalled', rung: 1, called: ['carla'], by: theDesk },
      { type: 'CustomerWrote' },
    )
})
