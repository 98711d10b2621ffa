import { describe, expect, test } from 'vitest'
import { bounce, by, introduce, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  accepted,
  arrived,
  bounced,
  closed,
  confirmed,
  contacted,
  customerWrote,
  diagnosed,
  introduced,
  kept,
  offered,
  promised,
  proposed,
  replied,
} from '../testing/history.ts'
import { ana, at, ben, carla, theDesk } from '../testing/people.ts'

describe('Rule 13: a message that bounces un-keeps', () => {
  const issue = given(arrived(), replied())

  test('in time, the promise runs again, and the owner is told', () => {
    issue
      .when(bounce(2), theDesk, at('Tue 10:01'))
      .yields({ type: 'ContactBounced', contact: 2 }, { type: 'PromiseUnkept', promise: 1, contact: 2 })
      .check(({ promises }) => expect(promises[0]?.fate).toEqual({ state: 'open' }))
      .told({ member: 'ben', word: 'word_bounced' }, { member: 'ben', word: 'promise_unkept' })
  })

  test('after its due time it is broken', () => {
    issue
      .when(bounce(2), theDesk, at('Tue 14:00'))
      .yields(
        { type: 'ContactBounced' },
        { type: 'PromiseUnkept', promise: 1 },
        { type: 'PromiseBroken', promise: 1, escalatesAt: at('Wed 10:00') },
      )
  })

  test('one that it had made good is owed again, and the alarm comes when its time has passed meanwhile', () => {
    const late = given(arrived())
      .when(write(by(at('Fri 11:00'))), ben, at('Tue 13:20'))
      .happens()
    late
      .when(bounce(2), theDesk, at('Tue 13:30'))
      .yields({ type: 'ContactBounced' }, { type: 'PromiseUnkept', promise: 1 })
      .when({ type: 'Tick' }, theDesk, at('Tue 17:00'))
      .yields({ type: 'EscalationRaised', cause: 'broken_too_long', at: at('Tue 17:00') }, { type: 'RungCalled' })
    late
      .when(bounce(2), theDesk, at('Wed 15:00'))
      .yields(
        { type: 'ContactBounced' },
        { type: 'PromiseUnkept', promise: 1 },
        { type: 'EscalationRaised', cause: 'broken_too_long', at: at('Wed 15:00') },
        { type: 'RungCalled' },
      )
  })

  test('what it moved was not moved: the customer still waits for the old time', () => {
    const moved = given(arrived())
      .when(
        { type: 'MovePromise', promise: 1, due: at('Wed 12:00'), message: 'w:moved', channel: 'email' },
        ben,
        at('Tue 10:00'),
      )
      .happens()
    moved
      .when(bounce(2), theDesk, at('Tue 10:01'))
      .yields(
        { type: 'ContactBounced' },
        { type: 'PromiseUnkept', promise: 1 },
        { type: 'PromiseReleased', promise: 2 },
      )
      .check(({ promises }) => expect(promises.map(({ fate }) => fate.state)).toEqual(['open', 'released']))
    moved
      .when(bounce(2), theDesk, at('Tue 14:00'))
      .yields(
        { type: 'ContactBounced' },
        { type: 'PromiseUnkept', promise: 1 },
        { type: 'PromiseBroken', promise: 1 },
        { type: 'PromiseReleased', promise: 2 },
      )
    moved
      .when(write(by(at('Fri 11:00'))), ben, at('Tue 10:30'))
      .happens()
      .when(bounce(2), theDesk, at('Tue 10:40'))
      .yields({ type: 'ContactBounced' })
  })

  test('Scenario 27: an introduction that bounced has not happened; a new one is needed', () => {
    const waiting = [arrived(), diagnosed(), offered(), accepted()]
    const undone = given(...waiting, introduced()).when(bounce(2), theDesk, at('Tue 10:31'))
    undone
      .yields(
        { type: 'ContactBounced', contact: 2 },
        { type: 'HandoffIntroductionUndone', handoff: 1, contact: 2 },
        { type: 'PromiseReleased', promise: 2 },
      )
      .told(
        { member: 'ben', word: 'word_bounced' },
        { member: 'ben', word: 'introduction_undone' },
        { member: 'carla', word: 'introduction_undone' },
      )
    const after = undone.happens()
    after.when(write(), carla, at('Tue 11:00')).refuses('not_introduced')
    after
      .when(introduce(), ben, at('Tue 11:00'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseMade', promise: 3 }, { type: 'HandoffIntroduced' })
      .when(write(), carla, at('Tue 11:10'))
      .happens()
  })

  test('Scenario 27: the promise of an introduction that bounced stays when no other runs', () => {
    given(
      arrived(),
      diagnosed(),
      offered(),
      accepted(),
      introduced(),
      contacted(3, at('Tue 10:31')),
      kept(1, 3, at('Tue 10:31')),
    )
      .when(bounce(2), theDesk, at('Tue 10:32'))
      .yields({ type: 'ContactBounced' }, { type: 'HandoffIntroductionUndone' })
  })

  test('Rule 8: another word that bounced leaves the introduction as it is, and one that was answered owes no more', () => {
    const introducedByBen = [arrived(), diagnosed(), offered(), accepted(), introduced()]
    given(...introducedByBen, contacted(3, at('Tue 10:31')))
      .when(bounce(3), theDesk, at('Tue 10:32'))
      .yields({ type: 'ContactBounced', contact: 3 })
      .check(({ handoff }) => expect(handoff?.state).toBe('introduced'))
    given(
      ...introducedByBen,
      promised(3, at('Fri 10:00'), at('Tue 10:30')),
      contacted(3, at('Tue 10:31')),
      kept(2, 3, at('Tue 10:31')),
    )
      .when(bounce(2), theDesk, at('Tue 10:32'))
      .yields({ type: 'ContactBounced' }, { type: 'HandoffIntroductionUndone' })
  })

  test('twice reported, once done; a mail of the desk’s own un-keeps nothing', () => {
    given(arrived(), replied(), bounced(2, at('Tue 10:01')))
      .when(bounce(2), theDesk, at('Tue 10:02'))
      .yields()
    issue
      .when(bounce(null), theDesk, at('Tue 10:01'))
      .yields({ type: 'AutomaticMailBounced' })
      .told({ member: 'ben', word: 'word_bounced' })
  })

  test('after the confirmation nothing runs again, but what was not kept in time is on record', () => {
    const done = given(arrived(), proposed(), confirmed())
    done
      .when(bounce(2), theDesk, at('Tue 15:10'))
      .yields(
        { type: 'ContactBounced' },
        { type: 'PromiseUnkept', promise: 1 },
        { type: 'PromiseBroken', promise: 1 },
        { type: 'PromiseReleased', promise: 1 },
      )
      .check(({ promises }) =>
        expect(promises[0]?.fate).toMatchObject({ state: 'released', brokenAt: at('Tue 15:10') }),
      )
    given(arrived({ due: at('Wed 13:00') }), proposed(), confirmed())
      .when(bounce(2), theDesk, at('Tue 15:10'))
      .yields(
        { type: 'ContactBounced' },
        { type: 'PromiseUnkept', promise: 1 },
        { type: 'PromiseReleased', promise: 1 },
      )
  })

  test('the answer to a word after the confirmation is owed again', () => {
    given(
      arrived(),
      proposed(),
      confirmed(),
      customerWrote(3, at('Tue 15:10')),
      promised(3, at('Wed 11:10'), at('Tue 15:10'), { by: ana, kind: 'answer' }),
      contacted(4, at('Tue 15:20')),
      kept(3, 4, at('Tue 15:20')),
    )
      .when(bounce(4), theDesk, at('Tue 15:30'))
      .yields({ type: 'ContactBounced' }, { type: 'PromiseUnkept', promise: 3 })
  })

  test('on a closed issue it is on record only', () => {
    given(arrived(), proposed(), confirmed(), closed())
      .when(bounce(2), theDesk, at('Tue 17:00'))
      .yields({ type: 'ContactBounced' })
  })
})
