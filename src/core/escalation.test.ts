import { describe, expect, test } from 'vitest'
import { acknowledge, by, standDown, takeOver, tick, write } from './testing/asks.ts'
import { given } from './testing/given.ts'
import { answered, arrived, broken, contacted, happened, promised, raised, replied } from './testing/history.ts'
import { ada, ana, at, ben, carla, olu, otto, priya, theDesk } from './testing/people.ts'

const late = [arrived(), replied({ due: at('Tue 11:00') }), broken(2, at('Tue 11:00'), at('Tue 15:00'))]
const alarm = [...late, raised(at('Tue 15:00'))]

describe('Rule 26: a person answers the alarm, never the owner', () => {
  test('Priya becomes its champion, and Ben is told; he stays the owner', () => {
    given(...alarm)
      .when(acknowledge, priya, at('Tue 15:10'))
      .yields({ type: 'EscalationAcknowledged' })
      .told({ member: 'ben', word: 'acknowledged' })
      .check(({ escalation, ownership }) => {
        expect(escalation).toMatchObject({ state: 'answered', champion: 'priya', answeredAt: at('Tue 15:10') })
        expect(ownership.at(-1)?.member).toBe('ben')
      })
  })

  test('Scenario 53: the owner’s own answer is refused, also a supervisor’s who took it over', () => {
    given(...alarm)
      .when(acknowledge, ben, at('Tue 15:10'))
      .refuses('own_alarm', { owner: 'ben' })
    given(...alarm)
      .when(takeOver, priya, at('Tue 15:05'))
      .happens()
      .when(acknowledge, priya, at('Tue 15:10'))
      .refuses('own_alarm', { owner: 'priya' })
  })

  test('only a supervisor of the owner or an admin, once, and only when there is one', () => {
    for (const other of [carla, otto, olu, ana])
      given(...alarm)
        .when(acknowledge, other, at('Tue 15:10'))
        .refuses('not_supervisor', { owner: 'ben' })
    given(...alarm)
      .when(acknowledge, ada, at('Tue 15:10'))
      .happens()
    given(...alarm, answered(at('Tue 15:10'), priya))
      .when(acknowledge, ada, at('Tue 15:11'))
      .refuses('already_acknowledged', { champion: 'priya' })
    given(...late)
      .when(acknowledge, priya, at('Tue 12:00'))
      .refuses('no_escalation')
  })
})

describe('Rule 26: the champion stands it down', () => {
  const heard = [...alarm, answered(at('Tue 15:10'), priya)]

  test('Scenario 55: not before the customer was told', () => {
    given(...heard)
      .when(standDown, priya, at('Tue 15:20'))
      .refuses('customer_not_told')
    given(...heard, contacted(3, at('Tue 15:15')))
      .when(standDown, priya, at('Tue 15:20'))
      .yields({ type: 'EscalationStoodDown', outcome: 'w:outcome' })
      .told({ member: 'ben', word: 'stood_down' })
  })

  test('where no word can reach the customer, without it', () => {
    given(...heard)
      .when({ ...standDown, reachable: false }, priya, at('Tue 15:20'))
      .yields({ type: 'EscalationStoodDown', outcome: 'w:outcome' })
  })

  test('a word that came back told nobody', () => {
    given(
      ...heard,
      contacted(3, at('Tue 15:15')),
      happened({ type: 'ContactBounced', contact: 3, permanent: true }, theDesk, at('Tue 15:16')),
    )
      .when(standDown, priya, at('Tue 15:20'))
      .refuses('customer_not_told')
  })

  test('nobody else, and not an alarm that nobody answered', () => {
    given(...heard, contacted(3, at('Tue 15:15')))
      .when(standDown, ada, at('Tue 15:20'))
      .refuses('not_champion', { champion: 'priya' })
    given(...alarm)
      .when(standDown, priya, at('Tue 15:20'))
      .refuses('no_escalation')
    given(...late)
      .when(standDown, priya, at('Tue 12:00'))
      .refuses('no_escalation')
  })
})

describe('Rule 14: an alarm is raised once for what it is about', () => {
  const over = [
    ...alarm,
    answered(at('Tue 15:10'), priya),
    contacted(3, at('Tue 15:15'), priya),
    happened({ type: 'EscalationStoodDown', outcome: 'w' }, priya, at('Tue 15:20')),
  ]

  test('the same broken promise raises no second one', () => {
    given(...over)
      .when(tick, theDesk, at('Thu 16:00'))
      .yields()
  })

  test('what was broken too long while the alarm was open is covered by it: nothing is raised in the past', () => {
    given(
      arrived(),
      replied({ due: at('Fri 11:00') }),
      raised(at('Tue 10:30')),
      answered(at('Tue 10:40'), priya),
      contacted(3, at('Tue 10:50'), priya),
      broken(2, at('Fri 11:00'), at('Fri 15:00')),
      happened({ type: 'EscalationStoodDown', outcome: 'w' }, priya, at('Fri 16:00')),
    )
      .when(tick, theDesk, at('Mon 16:00', 1))
      .yields()
  })

  test('what becomes too long after it was stood down raises a new one', () => {
    given(
      arrived(),
      replied({ due: at('Fri 11:00') }),
      raised(at('Tue 10:30')),
      answered(at('Tue 10:40'), priya),
      contacted(3, at('Tue 10:50'), priya),
      broken(2, at('Fri 11:00'), at('Fri 15:00')),
      happened({ type: 'EscalationStoodDown', outcome: 'w' }, priya, at('Fri 12:00')),
    )
      .when(tick, theDesk, at('Fri 15:00'))
      .yields({ type: 'EscalationRaised', cause: 'broken_too_long' })
  })

  test('the next broken promise raises a new one', () => {
    given(...over, promised(3, at('Wed 11:00'), at('Tue 15:30')))
      .when(tick, theDesk, at('Wed 11:00'))
      .yields({ type: 'PromiseBroken', promise: 3 }, { type: 'EscalationRaised', cause: 'second_broken_promise' })
  })

  test('an open alarm is joined, not raised again', () => {
    given(...alarm, promised(3, at('Wed 11:00'), at('Tue 15:30')))
      .when(tick, theDesk, at('Wed 11:00'))
      .yields({ type: 'PromiseBroken', promise: 3 })
    given(...alarm)
      .when(write(by(at('Fri 11:00'))), ben, at('Tue 15:30'))
      .happens()
  })
})
