import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../policy.ts'
import { by, call, give, hear, move, note, tick, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  answered,
  arrived,
  broken,
  closed,
  confirmed,
  contacted,
  happened,
  promised,
  proposed,
  raised,
  replied,
} from '../testing/history.ts'
import { ana, at, ben, carla, dana, office, priya, theDesk } from '../testing/people.ts'

describe('Rule 12: promises are given', () => {
  const issue = given(arrived())

  test('by the owner, outside of a message too', () => {
    issue.when(give(at('Fri 11:00')), ben, at('Tue 10:00')).yields({ type: 'PromiseMade', promise: 2, kind: 'word' })
    issue.when(give(at('Fri 11:00')), carla, at('Tue 10:00')).refuses('not_owner', { owner: 'ben' })
    issue.when(give(at('Tue 10:00')), ben, at('Tue 10:00')).refuses('due_in_past')
    given(arrived(), proposed(), confirmed(), closed())
      .when(give(at('Fri 11:00')), ben, at('Wed 10:00'))
      .refuses('closed')
  })

  test('Scenario 11: "I look again on Thursday" runs as ours', () => {
    issue
      .when(write(by(at('Thu 10:00'))), ben, at('Tue 10:00'))
      .happens()
      .when(tick, theDesk, at('Thu 10:00'))
      .yields({ type: 'PromiseBroken', promise: 2 })
  })

  test('Scenario 20: a time outside of business hours is honoured as said', () => {
    given(arrived(), replied({ due: at('Sat 10:00') }))
      .when(tick, theDesk, at('Sat 10:00'))
      .yields({ type: 'PromiseBroken', promise: 2, escalatesAt: at('Mon 13:00', 1) })
  })

  test('Scenario 21: a time more than thirty days away is allowed', () => {
    issue.when(write(by(at('Fri 11:00', 8))), ben, at('Tue 10:00')).happens()
  })
})

describe('Rule 13: moved only before it is due, and only by telling the customer', () => {
  const issue = given(arrived(), replied({ due: at('Tue 11:00') }))

  test('Scenario 16: at 10:50 it is moved', () => {
    issue
      .when(move(2, at('Wed 11:00')), ben, at('Tue 10:50'))
      .yields(
        { type: 'CustomerContacted', contact: 3, message: 'w:moved', reached: true },
        { type: 'PromiseMoved', promise: 2, into: 3, due: at('Wed 11:00'), contact: 3 },
      )
      .check(({ promises }) => {
        expect(promises[1]?.fate).toEqual({ state: 'moved', at: at('Tue 10:50'), into: 3, contact: 3 })
        expect(promises[2]).toMatchObject({
          what: 'w:promise',
          due: at('Wed 11:00'),
          moves: 1,
          fate: { state: 'open' },
        })
      })
  })

  test('Scenario 16: at 11:01 it is too late', () => {
    issue.when(move(2, at('Wed 11:00')), ben, at('Tue 11:01')).refuses('already_due', { due: at('Tue 11:00') })
    issue.when(move(2, at('Wed 11:00')), ben, at('Tue 11:00')).refuses('already_due')
  })

  test('Scenario 17: three times is allowed, each on record; from the third the supervisor is told', () => {
    const first = issue.when(move(2, at('Wed 11:00')), ben, at('Tue 10:10')).happens()
    first.told()
    const second = first.when(move(3, at('Wed 12:00')), ben, at('Tue 10:20')).happens()
    second.told()
    const third = second.when(move(4, at('Wed 13:00')), ben, at('Tue 10:30')).happens()
    third.told({ member: 'priya', word: 'moved_often' })
    third.check(({ promises }) =>
      expect(promises.map(({ fate, moves }) => [fate.state, moves])).toEqual([
        ['kept', 0],
        ['moved', 0],
        ['moved', 1],
        ['moved', 2],
        ['open', 3],
      ]),
    )
  })

  test('not by others, not into the past, not what is over or never was', () => {
    issue.when(move(2, at('Wed 11:00')), dana, at('Tue 10:50')).refuses('not_owner', { owner: 'ben' })
    issue.when(move(2, at('Tue 10:50')), ben, at('Tue 10:50')).refuses('due_in_past', { due: at('Tue 10:50') })
    issue.when(move(1, at('Wed 11:00')), ben, at('Tue 10:50')).refuses('promise_over', { state: 'kept' })
    issue.when(move(9, at('Wed 11:00')), ben, at('Tue 10:50')).refuses('no_such_promise', { promise: 9 })
  })

  test('the champion moves it too', () => {
    given(arrived(), replied(), raised(at('Tue 10:30')), answered(at('Tue 10:40'), priya))
      .when(move(2, at('Wed 11:00')), priya, at('Tue 10:50'))
      .happens()
  })
})

const alarm = [{ type: 'EscalationRaised', cause: 'second_broken_promise' }, { type: 'RungCalled' }] as const

describe('Rule 14: at its due time an unmet promise is broken', () => {
  const issue = given(arrived(), replied({ due: at('Wed 11:00') }))

  test('Scenario 18: owner and supervisor are told; made good by contact, the record stays', () => {
    const late = issue.when(tick, theDesk, at('Wed 11:00'))
    late
      .yields({ type: 'PromiseBroken', promise: 2, escalatesAt: at('Wed 15:00') })
      .told({ member: 'ben', word: 'promise_broken' }, { member: 'priya', word: 'promise_broken' })
    late
      .happens()
      .when(write(by(at('Fri 11:00'))), ben, at('Wed 11:20'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseMadeGood', promise: 2 }, { type: 'PromiseMade' })
      .check(({ promises }) =>
        expect(promises[1]?.fate).toMatchObject({ state: 'made_good', at: at('Wed 11:20'), brokenAt: at('Wed 11:00') }),
      )
      .when(tick, theDesk, at('Wed 15:00'))
      .yields()
  })

  test('Scenario 18: nobody writes until 15:00: escalation by itself', () => {
    issue
      .when(tick, theDesk, at('Wed 11:00'))
      .happens()
      .when(tick, theDesk, at('Wed 15:00'))
      .yields({ type: 'EscalationRaised', cause: 'broken_too_long' }, { type: 'RungCalled', called: ['priya'] })
      .told({ member: 'ben', word: 'escalated' }, { member: 'priya', word: 'called' })
  })

  test('a second broken promise escalates at once', () => {
    given(arrived(), promised(2, at('Tue 14:00'), at('Tue 09:30')), broken(1, at('Tue 13:00'), at('Wed 09:00')))
      .when(tick, theDesk, at('Tue 14:00'))
      .yields({ type: 'PromiseBroken', promise: 2 }, ...alarm)
  })

  test('one that was made good counts as the first', () => {
    given(
      arrived(),
      broken(1, at('Tue 13:00'), at('Wed 09:00')),
      contacted(2, at('Tue 13:20')),
      happened({ type: 'PromiseMadeGood', promise: 1, contact: 2 }, ben, at('Tue 13:20')),
      promised(2, at('Wed 11:00'), at('Tue 13:20')),
    )
      .when(tick, theDesk, at('Wed 11:00'))
      .yields({ type: 'PromiseBroken', promise: 2 }, ...alarm)
  })

  test('one that the confirmation released counts too: it is on record for good', () => {
    const reached = given(
      arrived(),
      proposed({ due: at('Tue 12:00') }),
      broken(2, at('Tue 12:00'), at('Tue 16:00')),
      confirmed({ when: at('Tue 12:30') }),
    )
    expect(reached.issue.promises[1]?.fate).toEqual({
      state: 'released',
      at: at('Tue 12:30'),
      brokenAt: at('Tue 12:00'),
    })
    reached
      .when({ type: 'DenyResolution', words: null }, ana, at('Tue 13:00'))
      .yields({ type: 'ResolutionDenied' }, { type: 'PromiseMade', promise: 3, due: at('Tue 17:00') })
      .when(tick, theDesk, at('Tue 17:00'))
      .yields({ type: 'PromiseBroken', promise: 3 }, ...alarm)
  })

  test('a note, a call that reached nobody, and a customer’s word keep nothing', () => {
    for (const [command, who] of [
      [note, ben],
      [call('out', 'not_reached'), ben],
      [hear(), ana],
    ] as const)
      issue
        .when(command, who, at('Wed 10:59'))
        .happens()
        .when(tick, theDesk, at('Wed 11:00'))
        .yields({ type: 'PromiseBroken', promise: 2 })
  })

  test('no decision depends on how soon the clock came by', () => {
    issue
      .when(write(by(at('Fri 11:00'))), ben, at('Wed 11:20'))
      .yields(
        { type: 'PromiseBroken', promise: 2, at: at('Wed 11:00'), by: theDesk },
        { type: 'CustomerContacted' },
        { type: 'PromiseMadeGood' },
        { type: 'PromiseMade' },
      )
  })

  test('the limit is the workspace’s own, in its business hours', () => {
    issue
      .when(tick, theDesk, at('Wed 11:00'), {
        policy: { ...defaultPolicy, brokenEscalatesMinutes: 8 * 60 },
        calendar: { ...office, holidays: ['2026-11-26'] },
      })
      .yields({ type: 'PromiseBroken', escalatesAt: at('Fri 11:00') })
  })
})
