import { describe, expect, test } from 'vitest'
import type { Member } from '../context.ts'
import { noPathYet } from '../escalation/ladder.ts'
import type { Schedule } from '../escalation/on-call.ts'
import { given } from '../testing/given.ts'
import {
  accepted,
  answered,
  arrived,
  assistAccepted,
  assistAsked,
  called,
  closed,
  confirmed,
  coverAsked,
  covered,
  diagnosed,
  introduced,
  offered,
  proposed,
  raised,
  replied,
} from '../testing/history.ts'
import { ada, at, ben, carla, contextAt, dana, membersOf, otto, priya, toTeam } from '../testing/people.ts'
import { holdsOf, mayLeave, withoutOnDuty } from './offboarding.ts'

const letGo = (member: string) => ({ type: 'LetGo', member }) as const
const nothing = { owned: [], covered: [], championed: [] }

describe('Rule 4: nobody leaves while customers rely on them', () => {
  test('Rule 4: it counts what they own, cover, and champion', () => {
    const bens = [arrived(), replied({ due: at('Thu 11:00') })]
    expect(holdsOf(given(...bens).issue, 'ben')).toEqual(['owns'])
    expect(holdsOf(given(...bens, coverAsked()).issue, 'carla')).toEqual([])
    expect(holdsOf(given(...bens, covered()).issue, 'carla')).toEqual(['covers'])
    const heard = [raised(at('Tue 15:00')), answered(at('Tue 15:10'), priya)]
    expect(holdsOf(given(...bens, ...heard).issue, 'priya')).toEqual(['champions'])
    expect(holdsOf(given(arrived(), proposed(), confirmed(), closed()).issue, 'ben')).toEqual([])
  })

  test('Scenario 39: refused with the list, each kind with its own remedy; then they may', () => {
    const members = contextAt(at('Tue 10:00'), ada)
    const owned = [{ number: 1042, customer: 'Ana Ruiz', due: at('Thu 11:00') }]
    expect({ refusal: mayLeave(ben, { ...nothing, owned }, members) }).toMatchObject({
      refusal: { code: 'owns_issues', data: { member: 'ben', issues: owned } },
    })
    expect({ refusal: mayLeave(ben, { ...nothing, covered: [1042] }, members) }).toMatchObject({
      refusal: { code: 'covers_others', data: { issues: [1042] } },
    })
    expect({ refusal: mayLeave(ben, { ...nothing, championed: [1042] }, members) }).toMatchObject({
      refusal: { code: 'still_champion', data: { issues: [1042] } },
    })
    expect(mayLeave(ben, nothing, members)).toBeUndefined()
  })

  test('Rule 4: the last admin stays', () => {
    expect({ refusal: mayLeave(ada, nothing, contextAt(at('Tue 10:00'), ada)) }).toMatchObject({
      refusal: { code: 'last_admin' },
    })
    const second = { ...ada, id: 'second' }
    const among = (...people: Member[]) => contextAt(at('Tue 10:00'), ada, { members: membersOf(...people) })
    expect(mayLeave(ada, nothing, among(ada, second))).toBeUndefined()
    expect(mayLeave(ada, nothing, among(ada, { ...second, active: false }))).toMatchObject({
      code: 'last_admin',
    })
  })
})

test('Rule 2: who left is on no rota', () => {
  const duty = { rota: ['ben', 'carla'], lead: 'ben' }
  expect(withoutOnDuty(duty, 'ben')).toEqual({ rota: ['carla'], lead: null })
  expect(withoutOnDuty(duty, 'carla')).toEqual({ rota: ['ben'], lead: 'ben' })
  expect(withoutOnDuty(duty, 'dana')).toBeNull()
})

test('Rule 24: nobody leaves who would still be called for alarms', () => {
  const nights: Schedule = {
    id: 'nights',
    name: 'Nights',
    zone: 'Europe/Madrid',
    rotation: ['carla', 'ben'],
    handover: { weekday: 1, time: '09:00' },
    from: at('Mon 09:00'),
    overrides: [{ member: 'dana', from: at('Mon 09:00'), until: at('Tue 09:00') }],
  }
  const path = {
    ...noPathYet,
    rungs: [
      { who: { kind: 'schedule', schedule: 'nights' }, minutes: 15 },
      { who: { kind: 'member', member: 'ben' }, minutes: 15 },
    ] as const,
    lastResort: 'priya',
    schedules: new Map([['nights', nights]]),
  }
  const leaving = (who: Member, now = at('Tue 10:00')) => ({
    refusal: mayLeave(who, nothing, contextAt(now, ada, { path })),
  })
  expect(leaving(ben)).toMatchObject({
    refusal: { code: 'still_on_path', data: { schedules: ['Nights'], rungs: [2], lastResort: false } },
  })
  expect(leaving(priya)).toMatchObject({ refusal: { data: { schedules: [], rungs: [], lastResort: true } } })
  expect(leaving(dana)).toEqual({ refusal: undefined })
  expect(leaving(dana, at('Tue 08:00'))).toMatchObject({ refusal: { data: { schedules: ['Nights'] } } })
})

describe('Rule 4: what waits for their answer comes back', () => {
  const understood = [arrived(), diagnosed()]
  const withdrawn = { type: 'HandoffWithdrawn', because: 'left' } as const

  test('Rule 4: an offer to them, also an accepted one: the giver owns it and is told', () => {
    given(...understood, offered())
      .when(letGo('carla'), ada, at('Tue 10:10'))
      .yields(withdrawn)
      .told({ member: 'ben', word: 'asked_left' })
    given(...understood, offered({ to: toTeam('plans') }), accepted())
      .when(letGo('carla'), ada, at('Tue 10:20'))
      .yields(withdrawn)
    given(...understood, offered(), accepted(), introduced())
      .when(letGo('carla'), ada, at('Tue 10:40'))
      .yields(withdrawn)
      .check(issue => expect(issue.ownership.at(-1)?.member).toBe('ben'))
    given(...understood, offered({ to: toTeam('plans') }))
      .when(letGo('carla'), ada, at('Tue 10:10'))
      .yields()
    given(...understood, offered())
      .when(letGo('dana'), ada, at('Tue 10:10'))
      .yields()
  })

  test('Rule 15: what they were asked to cover, and had not answered', () => {
    given(arrived(), replied({ due: at('Thu 11:00') }), coverAsked())
      .when(letGo('carla'), ada, at('Wed 12:00'))
      .yields({ type: 'CoverEnded', because: 'left' })
      .told({ member: 'ben', word: 'asked_left' })
  })

  test('Rule 16: what they were asked to do for the customer', () => {
    given(arrived(), assistAsked())
      .when(letGo('olu'), ada, at('Tue 12:00'))
      .yields({ type: 'AssistWithdrawn', because: 'left' })
      .told({ member: 'ben', word: 'asked_left' })
    given(arrived(), assistAsked({ of: toTeam('repair') }), assistAccepted())
      .when(letGo('olu'), ada, at('Tue 12:00'))
      .yields({ type: 'AssistWithdrawn', because: 'left' })
  })

  test('Rule 11: a huddle that they lead is led by somebody else, and one about giving it to them is off', () => {
    given(arrived(), called({ giver: ben, receiver: dana, by: ben }))
      .when(letGo('priya'), ada, at('Tue 12:00'))
      .yields({ type: 'HuddleThirdChanged', huddle: 1, third: 'ada' })
      .check(({ huddle }) => expect(huddle).toMatchObject({ state: 'called', third: 'ada' }))
    const pia = { ...priya, id: 'pia' }
    given(arrived(), called({ giver: ben, receiver: dana, by: ben }))
      .when(letGo('priya'), ada, at('Tue 12:00'), { members: membersOf(ben, dana, priya, pia, ada) })
      .yields({ type: 'HuddleThirdChanged', third: 'pia' })
      .told({ member: 'pia', word: 'huddle_called' })
    given(arrived(), called({ giver: ben, receiver: dana, by: ben }))
      .when(letGo('dana'), ada, at('Tue 12:00'))
      .yields({ type: 'HuddleCalledOff', huddle: 1, because: 'left' })
      .told({ member: 'ben', word: 'asked_left' })
    given(arrived(), called({ giver: ben, receiver: dana, by: ben }))
      .when(letGo('carla'), ada, at('Tue 12:00'))
      .yields()
  })

  test('Rule 4: only somebody above them lets them go', () => {
    given(arrived()).when(letGo(carla.id), otto, at('Tue 10:10')).refuses('not_supervisor')
  })
})
