import { describe, expect, test } from 'vitest'
import { acknowledge, by, raiseAlarm, standDown, takeAlarm, takeOver, tellOutcome, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  answered,
  arrived,
  broken,
  contacted,
  happened,
  joined,
  raised,
  replied,
  rungCalled,
  spam,
  stoodDown,
} from '../testing/history.ts'
import {
  ada,
  ana,
  at,
  ben,
  carla,
  contextAt,
  membersOf,
  olu,
  otto,
  priya,
  ravi,
  sam,
  theDesk,
} from '../testing/people.ts'
import { notTold } from './escalation.ts'

const late = [arrived(), replied({ due: at('Tue 11:00') }), broken(2, at('Tue 11:00'), at('Tue 15:00'))]
const alarm = [...late, raised(at('Tue 15:00'))]
const heard = [...alarm, answered(at('Tue 15:10'), priya)]

describe('Rule 26: a person answers the alarm, never the owner', () => {
  test('Priya becomes its champion, with the rung on which she was called, and Ben is told; he stays the owner', () => {
    given(...alarm)
      .when(acknowledge, priya, at('Tue 15:10'))
      .yields({ type: 'EscalationAcknowledged', escalation: 1, place: 1 })
      .told({ member: 'ben', word: 'acknowledged' })
      .check(({ escalation, ownership }) => {
        expect(escalation).toMatchObject({
          state: 'answered',
          champion: 'priya',
          place: 1,
          answeredAt: at('Tue 15:10'),
        })
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

  test('who was called, or a supervisor of the owner, or an admin, and nobody else', () => {
    for (const other of [carla, otto, olu, ana])
      given(...alarm)
        .when(acknowledge, other, at('Tue 15:10'))
        .refuses('not_called', { owner: 'ben', calling: ['priya'] })
    given(...alarm)
      .when(acknowledge, ada, at('Tue 15:10'))
      .yields({ type: 'EscalationAcknowledged', place: null })
    given(...alarm, rungCalled(2, [carla], at('Tue 15:15'), at('Tue 15:30')))
      .when(acknowledge, carla, at('Tue 15:20'))
      .yields({ type: 'EscalationAcknowledged', place: 2 })
  })

  test('who was called before may still answer, when the next is called already', () => {
    given(...alarm, rungCalled(2, [carla], at('Tue 15:15'), at('Tue 15:30')))
      .when(acknowledge, priya, at('Tue 15:20'))
      .yields({ type: 'EscalationAcknowledged', place: 1 })
      .told({ member: 'ben', word: 'acknowledged' }, { member: 'carla', word: 'acknowledged' })
  })

  test('who was called and has no seat any more, or left, does not answer', () => {
    const members = membersOf(ben, priya, { ...carla, role: 'colleague' })
    given(...alarm, rungCalled(2, [carla], at('Tue 15:15'), at('Tue 15:30')))
      .when(acknowledge, carla, at('Tue 15:20'), { members })
      .refuses('not_called')
  })

  test('once, and only the alarm that is open', () => {
    given(...alarm, answered(at('Tue 15:10'), priya))
      .when(acknowledge, ada, at('Tue 15:11'))
      .refuses('already_acknowledged', { champion: 'priya' })
    given(...late)
      .when(acknowledge, priya, at('Tue 12:00'))
      .refuses('no_escalation', { escalation: 1 })
    given(...alarm)
      .when({ ...acknowledge, escalation: 2 }, priya, at('Tue 15:10'))
      .refuses('no_escalation', { escalation: 2 })
    given(...heard, contacted(3, at('Tue 15:15')), stoodDown(at('Tue 15:20'), priya))
      .when(acknowledge, ada, at('Tue 15:30'))
      .refuses('no_escalation')
    given(...alarm, spam(at('Tue 15:02')))
      .when(acknowledge, priya, at('Tue 15:10'))
      .refuses('closed')
  })
})

describe('Rule 26: a supervisor takes the alarm over from its champion', () => {
  test('on record, with a reason; whom the alarm concerns is told', () => {
    given(...alarm, joined(at('Tue 15:05'), sam), answered(at('Tue 15:10'), priya))
      .when(takeAlarm, ada, at('Wed 09:00'))
      .yields({ type: 'EscalationTaken', escalation: 1, reason: 'w:reason' })
      .told(
        { member: 'ben', word: 'alarm_taken' },
        { member: 'sam', word: 'alarm_taken' },
        { member: 'priya', word: 'alarm_taken' },
      )
      .check(({ escalation }) => expect(escalation).toMatchObject({ champion: 'ada', place: null }))
      .when(standDown, priya, at('Wed 09:05'))
      .refuses('not_champion', { champion: 'ada' })
  })

  test('not before anybody answered, not by its champion, not by the owner, and by nobody without the say', () => {
    given(...alarm)
      .when(takeAlarm, ada, at('Tue 15:10'))
      .refuses('not_acknowledged')
    given(...heard)
      .when(takeAlarm, priya, at('Tue 15:20'))
      .refuses('already_champion')
    given(...heard)
      .when(takeAlarm, ben, at('Tue 15:20'))
      .refuses('own_alarm', { owner: 'ben' })
    given(...heard)
      .when(takeAlarm, carla, at('Tue 15:20'))
      .refuses('not_supervisor', { owner: 'ben' })
    given(...heard)
      .when({ ...takeAlarm, escalation: 7 }, ada, at('Tue 15:20'))
      .refuses('no_escalation')
  })
})

describe('Rule 26: the champion tells the outcome, then stands it down', () => {
  const bySam = [...late, raised(at('Tue 12:00'), sam), answered(at('Tue 12:05'), priya)]

  test('Scenario 55: not before the customer was told', () => {
    given(...heard)
      .when(standDown, priya, at('Tue 15:20'))
      .refuses('outcome_not_told', { customer: true, members: [] })
    given(...heard, contacted(3, at('Tue 15:15')))
      .when(standDown, priya, at('Tue 15:20'))
      .yields({ type: 'EscalationStoodDown', escalation: 1, outcome: 'w:outcome' })
      .told({ member: 'ben', word: 'stood_down' })
  })

  test('Scenario 55: and not before Sam was told, who raised it', () => {
    given(...bySam)
      .when(standDown, priya, at('Tue 12:10'))
      .refuses('outcome_not_told', { customer: true, members: ['sam'] })
    given(...bySam)
      .when(tellOutcome, priya, at('Tue 12:10'))
      .yields({ type: 'OutcomeTold', escalation: 1, outcome: 'w:told' })
      .told({ member: 'sam', word: 'outcome' })
      .when(standDown, priya, at('Tue 12:15'))
      .refuses('outcome_not_told', { customer: true, members: [] })
    given(...bySam)
      .when(tellOutcome, priya, at('Tue 12:10'))
      .happens()
      .when(write(by(at('Fri 11:00'))), priya, at('Tue 12:20'))
      .happens()
      .when(standDown, priya, at('Tue 12:30'))
      .yields({ type: 'EscalationStoodDown' })
      .told({ member: 'ben', word: 'stood_down' }, { member: 'sam', word: 'stood_down' })
  })

  test('the customer was told, and Sam was not', () => {
    given(...bySam, contacted(3, at('Tue 12:10'), priya))
      .when(standDown, priya, at('Tue 12:15'))
      .refuses('outcome_not_told', { customer: false, members: ['sam'] })
  })

  test('the customer is told by a contact from the answer on, whoever joins later', () => {
    given(...heard, contacted(3, at('Tue 15:10')), joined(at('Tue 15:20'), priya))
      .when(standDown, priya, at('Tue 15:30'))
      .happens()
    const byAna = [
      ...late,
      raised(at('Tue 12:00'), ana),
      contacted(3, at('Tue 12:03')),
      answered(at('Tue 12:05'), priya),
    ]
    given(...byAna)
      .when(standDown, priya, at('Tue 12:15'))
      .refuses('outcome_not_told', { customer: true })
    given(arrived(), raised(at('Tue 10:00')), answered(at('Tue 10:05'), priya))
      .when(standDown, priya, at('Tue 10:15'))
      .refuses('outcome_not_told', { customer: true })
  })

  test('of an alarm that nobody has answered nobody waits for the outcome', () => {
    for (const parts of [late, alarm])
      expect(notTold(given(...parts).issue, true, contextAt(at('Tue 15:05'), priya))).toEqual({
        customer: false,
        members: [],
      })
  })

  test('whoever joined after the outcome was told has not heard it', () => {
    const told = given(...bySam)
      .when(tellOutcome, priya, at('Tue 12:10'))
      .happens()
    told
      .when(raiseAlarm(), ravi, at('Tue 12:20'))
      .happens()
      .when(standDown, priya, at('Tue 12:30'))
      .refuses('outcome_not_told', { customer: true, members: ['ravi'] })
  })

  test('the customer who raised it too hears of it after their own words', () => {
    const raisedAgain = given(...bySam, contacted(3, at('Tue 12:10'), priya))
      .when(raiseAlarm({ message: 'w:in' }), ana, at('Tue 12:20'))
      .happens()
    raisedAgain
      .when(standDown, priya, at('Tue 12:30'))
      .refuses('outcome_not_told', { customer: true, members: ['sam'] })
  })

  test('the champion who raised it knows it, and whoever left is waited for no more', () => {
    given(
      ...late,
      raised(at('Tue 12:00'), priya),
      answered(at('Tue 12:05'), priya),
      contacted(3, at('Tue 12:10'), priya),
    )
      .when(standDown, priya, at('Tue 12:30'))
      .happens()
    given(...bySam, contacted(3, at('Tue 12:10'), priya))
      .when(standDown, priya, at('Tue 12:30'), { members: membersOf(ben, priya, { ...sam, active: false }) })
      .happens()
  })

  test('where nobody of the company waits for it, there is nobody to tell', () => {
    given(...heard)
      .when(tellOutcome, priya, at('Tue 15:20'))
      .refuses('nobody_to_tell')
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
      .refuses('outcome_not_told', { customer: true, members: [] })
  })

  test('by nobody else, and not an alarm that nobody answered', () => {
    for (const act of [standDown, tellOutcome]) {
      given(...bySam, contacted(3, at('Tue 12:10')))
        .when(act, ada, at('Tue 15:20'))
        .refuses('not_champion', { champion: 'priya' })
      given(...alarm)
        .when(act, priya, at('Tue 15:10'))
        .refuses('not_acknowledged')
      given(...late)
        .when(act, priya, at('Tue 12:00'))
        .refuses('no_escalation')
    }
  })
})
