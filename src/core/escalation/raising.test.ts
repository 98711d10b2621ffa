import { describe, expect, test } from 'vitest'
import { by, raiseAlarm, tick, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  answered,
  arrived,
  broken,
  closed,
  confirmed,
  contacted,
  joined,
  promised,
  proposed,
  raised,
  replied,
  rungCalled,
  stoodDown,
} from '../testing/history.ts'
import { ada, ana, at, ben, carla, gone, olu, priya, sam, theDesk, tom } from '../testing/people.ts'

const issue = [arrived(), replied()]

describe('Rule 23: anyone in the company, and the customer, may raise the alarm', () => {
  test.each([
    ['a colleague without a seat', olu],
    ['a member of another team', carla],
    ['the owner', ben],
    ['a supervisor', priya],
  ])('%s', (_, who) => {
    given(...issue)
      .when(raiseAlarm(), who, at('Tue 12:00'))
      .yields(
        {
          type: 'EscalationRaised',
          escalation: 1,
          cause: 'asked_for',
          facts: { impact: 'w:impact', tried: 'w:tried', needed: 'w:needed' },
        },
        { type: 'RungCalled', called: ['priya'], by: theDesk },
      )
  })

  test('a supervisor who raises it and is on the first rung is called all the same', () => {
    given(...issue)
      .when(raiseAlarm(), priya, at('Tue 12:00'))
      .happens()
      .told({ member: 'ben', word: 'escalated' }, { member: 'priya', word: 'called' })
  })

  test('the customer: their words land with the owner as any others, and a promise runs', () => {
    given(...issue)
      .when(raiseAlarm({ message: 'w:in' }), ana, at('Tue 12:00'))
      .yields(
        { type: 'CustomerWrote', channel: 'portal', message: 'w:in' },
        { type: 'PromiseMade', kind: 'answer' },
        { type: 'EscalationRaised', cause: 'asked_for' },
        { type: 'RungCalled', by: theDesk },
      )
      .check(({ escalation }) => expect(escalation?.raises).toMatchObject([{ by: ana, told: false }]))
  })

  test('nobody else: not another customer, not the desk in a person’s name, not who left', () => {
    given(...issue)
      .when(raiseAlarm({ message: 'w:in' }), tom, at('Tue 12:00'))
      .refuses('not_this_customer')
    given(...issue)
      .when(raiseAlarm(), ana, at('Tue 12:00'))
      .refuses('not_this_customer')
    for (const who of [gone, theDesk])
      given(...issue)
        .when(raiseAlarm(), who, at('Tue 12:00'))
        .refuses('not_a_member')
  })
})

describe('Rule 23: an issue has at most one open escalation: a second raise joins it', () => {
  test('Scenario 54: before anybody answered; its facts are added, and who is called hears of it', () => {
    given(...issue, raised(at('Tue 12:00'), sam))
      .when(raiseAlarm(), olu, at('Tue 12:05'))
      .yields({
        type: 'EscalationJoined',
        escalation: 1,
        facts: { impact: 'w:impact', tried: 'w:tried', needed: 'w:needed' },
      })
      .told({ member: 'ben', word: 'joined' }, { member: 'priya', word: 'joined' })
      .check(({ escalation }) => {
        expect(escalation).toMatchObject({ state: 'raised', raises: [{ by: { id: 'sam' } }, { by: { id: 'olu' } }] })
      })
  })

  test('Scenario 54: after Priya has answered; by the customer', () => {
    given(...issue, raised(at('Tue 12:00'), sam), answered(at('Tue 12:05'), priya))
      .when(raiseAlarm({ message: 'w:in' }), ana, at('Tue 12:10'))
      .yields(
        { type: 'CustomerWrote' },
        { type: 'PromiseMade', kind: 'answer' },
        { type: 'EscalationJoined', escalation: 1 },
      )
      .check(({ escalation }) => expect(escalation).toMatchObject({ state: 'answered', champion: 'priya' }))
  })

  test('who raised it, or joined, is told when somebody answers', () => {
    given(...issue, raised(at('Tue 12:00'), sam), joined(at('Tue 12:05'), olu))
      .when({ type: 'AcknowledgeEscalation', escalation: 1 }, priya, at('Tue 12:10'))
      .happens()
      .told(
        { member: 'ben', word: 'acknowledged' },
        { member: 'sam', word: 'acknowledged' },
        { member: 'olu', word: 'acknowledged' },
      )
  })

  test('one that the desk raised is joined, too', () => {
    given(...issue, raised(at('Tue 12:00')), rungCalled(2, [ada], at('Tue 12:15'), at('Tue 12:30')))
      .when(raiseAlarm(), sam, at('Tue 12:20'))
      .yields({ type: 'EscalationJoined', escalation: 1 })
      .told({ member: 'ben', word: 'joined' }, { member: 'priya', word: 'joined' }, { member: 'ada', word: 'joined' })
  })
})

describe('Rule 21: an alarm for a closed issue opens it again', () => {
  const over = [arrived(), proposed(), confirmed(), closed()]

  test('a colleague has heard from the customer: with the same owner, and a promise runs', () => {
    given(...over)
      .when(raiseAlarm(), sam, at('Mon 10:00', 1))
      .yields(
        { type: 'IssueReopened' },
        { type: 'PromiseMade', kind: 'answer' },
        { type: 'EscalationRaised', cause: 'asked_for' },
        { type: 'RungCalled', by: theDesk },
      )
  })

  test('too late, it is another issue', () => {
    given(...over)
      .when(raiseAlarm(), sam, at('Mon 10:00', 20))
      .refuses('recurrence_over')
    given(...over)
      .when(raiseAlarm({ message: 'w:in' }), ana, at('Mon 10:00', 20))
      .refuses('recurrence_over')
  })
})

describe('Rule 14: an alarm is raised once for what it is about', () => {
  const late = [arrived(), replied({ due: at('Tue 11:00') }), broken(2, at('Tue 11:00'), at('Tue 15:00'))]
  const alarm = [...late, raised(at('Tue 15:00'))]
  const over = [
    ...alarm,
    answered(at('Tue 15:10'), priya),
    contacted(3, at('Tue 15:15'), priya),
    stoodDown(at('Tue 15:20'), priya),
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
      stoodDown(at('Fri 16:00'), priya),
    )
      .when(tick, theDesk, at('Mon 16:00', 1))
      .yields()
  })

  test('nor does what was broken before the alarm, or with it, and becomes too long when that has been dealt with', () => {
    for (const when of [at('Tue 11:00'), at('Tue 12:00')])
      given(
        arrived(),
        replied({ due: at('Tue 11:00') }),
        broken(2, at('Tue 11:00'), at('Tue 15:00')),
        raised(when),
        answered(at('Tue 12:05'), priya),
        stoodDown(at('Tue 14:00'), priya),
      )
        .when(tick, theDesk, at('Tue 15:00'))
        .yields()
    given(
      arrived(),
      replied({ due: at('Fri 11:00') }),
      raised(at('Tue 10:30')),
      answered(at('Tue 10:40'), priya),
      broken(2, at('Fri 11:00'), at('Fri 15:00')),
      stoodDown(at('Fri 15:00'), priya),
    )
      .when(tick, theDesk, at('Fri 15:00'))
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
      stoodDown(at('Fri 12:00'), priya),
    )
      .when(tick, theDesk, at('Fri 15:00'))
      .yields(
        { type: 'EscalationRaised', escalation: 2, cause: 'broken_too_long' },
        { type: 'RungCalled', escalation: 2 },
      )
  })

  test('the next broken promise raises a new one', () => {
    given(...over, promised(3, at('Wed 11:00'), at('Tue 15:30')))
      .when(tick, theDesk, at('Wed 11:00'))
      .yields(
        { type: 'PromiseBroken', promise: 3 },
        { type: 'EscalationRaised', cause: 'second_broken_promise' },
        { type: 'RungCalled' },
      )
  })

  test('an open alarm is joined, not raised again', () => {
    given(...alarm, answered(at('Tue 15:10'), priya), promised(3, at('Wed 11:00'), at('Tue 15:30')))
      .when(tick, theDesk, at('Wed 11:00'))
      .yields({ type: 'PromiseBroken', promise: 3 })
    given(...alarm)
      .when(write(by(at('Fri 11:00'))), ben, at('Tue 15:30'))
      .happens()
  })
})
