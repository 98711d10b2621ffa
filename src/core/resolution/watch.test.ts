import { describe, expect, test } from 'vitest'
import {
  bounce,
  by,
  call,
  close,
  confirm,
  deny,
  findRecurrence,
  hear,
  propose,
  takeOver,
  tick,
  write,
} from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import { arrived, closed, confirmed, customerWrote, happened, promised, proposed, replied } from '../testing/history.ts'
import { ana, at, ben, dana, priya, theDesk } from '../testing/people.ts'
import type { Instant } from '../time/instant.ts'

const december = at('2026-12-01 12:00')
const january = at('2027-01-01 12:00')

const watchedFrom = (watch: readonly Instant[]) =>
  given(arrived(), proposed({ watch })).when(confirm(), ana, at('Tue 15:00')).happens()
const watched = watchedFrom([december, january])

describe('Rule 20: a watch', () => {
  test('Scenario 49: after the confirmation each date is a promise, and the issue is watched', () => {
    given(arrived())
      .when(propose({ watch: [december, january] }), ben, at('Tue 10:00'))
      .happens()
      .when(confirm(), ana, at('Tue 15:00'))
      .yields(
        { type: 'ResolutionConfirmed' },
        { type: 'PromiseReleased', promise: 2 },
        { type: 'PromiseMade', promise: 3, kind: 'watch', due: december },
        { type: 'PromiseMade', promise: 4, kind: 'watch', due: january },
      )
      .check(({ lifecycle }) => expect(lifecycle.phase).toBe('watching'))
  })

  test('dates that have passed when the customer confirms are no checks any more', () => {
    const late = given(arrived(), proposed({ watch: [at('Tue 14:00'), december] }))
    late
      .when(confirm(), ana, at('Tue 15:00'))
      .yields({ type: 'ResolutionConfirmed' }, { type: 'PromiseReleased' }, { type: 'PromiseMade', due: december })
    given(arrived(), proposed({ watch: [at('Tue 14:00')] }))
      .when(confirm(), ana, at('Tue 15:00'))
      .yields({ type: 'ResolutionConfirmed' }, { type: 'PromiseReleased' })
      .check(({ lifecycle }) => expect(lifecycle.phase).toBe('confirmed'))
  })

  test('each date is ahead when it is proposed, and counts once', () => {
    given(arrived())
      .when(propose({ watch: [december, at('Tue 09:00')] }), ben, at('Tue 10:00'))
      .refuses('due_in_past', { due: at('Tue 09:00') })
    watchedFrom([december, december]).check(({ promises }) => expect(promises).toHaveLength(3))
  })

  test('Scenario 49: on 2 December no check was made: broken like any other, and made good by contact', () => {
    watched
      .when(tick, theDesk, december)
      .yields({ type: 'PromiseBroken', promise: 3 })
      .told({ member: 'ben', word: 'promise_broken' }, { member: 'priya', word: 'promise_broken' })
      .when(write(), ben, at('2026-12-01 13:00'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseMadeGood', promise: 3 })
  })

  test('contact keeps a check only from the day before its date on: what comes earlier has seen nothing', () => {
    watched.when(write(), ben, at('Wed 10:00')).yields({ type: 'CustomerContacted' })
    watched.when(write(null, [3, 4]), ben, at('2026-11-30 11:59')).yields({ type: 'CustomerContacted' })
    watched
      .when(write(), ben, at('2026-11-30 12:00'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseKept', promise: 3 })
  })

  test('a check whose word came back was not made', () => {
    watched
      .when(write(), ben, at('2026-12-01 10:00'))
      .happens()
      .when(bounce(3), theDesk, at('2026-12-01 10:01'))
      .yields({ type: 'ContactBounced' }, { type: 'PromiseUnkept', promise: 3 })
      .check(({ promises }) => expect(promises[2]?.fate.state).toBe('open'))
  })

  test('what was released by the confirmation stays so when its word bounces; the checks run on', () => {
    watched
      .when(bounce(2), theDesk, at('Tue 16:00'))
      .happens()
      .check(({ promises }) =>
        expect(promises.map(({ fate }) => fate.state)).toEqual(['released', 'released', 'open', 'open']),
      )
  })
})

describe('Rule 20: closed when the watch has passed', () => {
  test('Scenario 49: not before; after January’s check Ben closes', () => {
    watched.when(close(), ben, at('Wed 10:00')).refuses('watch_running', { dates: [december, january] })
    const checked = watched
      .when(write(), ben, at('2026-12-01 10:00'))
      .happens()
      .when(call('out'), ben, at('2027-01-01 10:00'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseKept', promise: 4 })
    checked.check(({ lifecycle }) => expect(lifecycle.phase).toBe('watching'))
    checked.when(close(), ben, at('2027-01-01 10:10')).yields({ type: 'IssueClosed', outcome: 'confirmed' })
  })

  test('not with a check owed, nor with an answer', () => {
    const last = watchedFrom([december])
    last.when(close(), ben, at('2026-12-01 13:00')).refuses('answer_owed', { promises: [3] })
    last
      .when(write(), ben, at('2026-12-01 10:00'))
      .happens()
      .when(hear(), ana, at('2026-12-01 10:30'))
      .yields({ type: 'CustomerWrote' }, { type: 'PromiseMade', kind: 'answer' })
      .when(close(), ben, at('2026-12-01 10:40'))
      .refuses('answer_owed', { promises: [4] })
  })

  test('a proposal that nobody answered is not closed while an earlier watch runs', () => {
    const day = (date: number, time = '10:00') => at(`2026-12-${String(date).padStart(2, '0')} ${time}`)
    watchedFrom([january])
      .when(deny('w:again'), ana, day(1))
      .happens()
      .when(propose({ promise: by(at('2027-01-20 12:00')) }), ben, day(1))
      .happens()
      .when(write(null, []), ben, day(4))
      .happens()
      .when(write(null, []), ben, day(8))
      .happens()
      .when(close(), ben, day(11))
      .refuses('watch_running', { dates: [january] })
  })
})

describe('Rules 20 and 21: it comes back while it is watched', () => {
  test('the same owner has it again, with a fresh promise; the other checks run on', () => {
    watched
      .when(write(), ben, at('2026-12-01 10:00'))
      .happens()
      .when(deny('w:the-fee-is-back'), ben, at('2026-12-01 10:05'))
      .yields({ type: 'ResolutionDenied' }, { type: 'PromiseMade', kind: 'answer', due: at('2026-12-01 14:05') })
      .check(({ lifecycle, recurrences, promises, escalation }) => {
        expect([lifecycle.phase, recurrences, escalation]).toEqual(['open', 1, null])
        expect(promises[3]?.fate.state).toBe('open')
      })
  })

  test('a check finds it, before Ana had to call: the same owner has it again', () => {
    watched
      .when(write(), ben, at('2026-12-01 10:00'))
      .happens()
      .when(findRecurrence, ben, at('2026-12-01 10:05'))
      .yields(
        { type: 'RecurrenceFound', words: 'w:back' },
        { type: 'PromiseMade', kind: 'answer', due: at('2026-12-01 14:05') },
      )
      .told()
      .check(({ lifecycle, recurrences }) => expect([lifecycle.phase, recurrences]).toEqual(['open', 1]))
      .when(findRecurrence, ben, at('2026-12-01 10:10'))
      .refuses('not_watched')
    watched.when(findRecurrence, dana, at('Wed 10:00')).refuses('not_owner')
    given(arrived(), proposed(), confirmed(), closed()).when(findRecurrence, ben, at('Tue 16:10')).refuses('closed')
  })

  test('the second time it escalates by itself', () => {
    watched
      .when(deny('w:back'), ana, at('2026-12-01 10:00'))
      .happens()
      .when(propose(), ben, at('2026-12-01 11:00'))
      .happens()
      .when(confirm(), ana, at('2026-12-01 11:30'))
      .yields({ type: 'ResolutionConfirmed' }, { type: 'PromiseReleased' })
      .check(({ lifecycle }) => expect(lifecycle.phase).toBe('watching'))
      .when(deny('w:back-again'), ana, at('2026-12-01 11:45'))
      .yields(
        { type: 'ResolutionDenied' },
        { type: 'PromiseMade', kind: 'answer' },
        { type: 'EscalationRaised', cause: 'second_recurrence' },
        { type: 'RungCalled', by: theDesk },
      )
  })

  test('the second time that a check finds it, too', () => {
    watched
      .when(deny('w:back'), ana, at('2026-12-01 10:00'))
      .happens()
      .when(propose(), ben, at('2026-12-01 11:00'))
      .happens()
      .when(confirm(), ana, at('2026-12-01 11:30'))
      .happens()
      .when(findRecurrence, ben, at('2026-12-01 11:45'))
      .yields(
        { type: 'RecurrenceFound' },
        { type: 'PromiseMade', kind: 'answer' },
        { type: 'EscalationRaised', cause: 'second_recurrence' },
        { type: 'RungCalled', by: theDesk },
      )
  })

  test('a check of an earlier confirmation whose word came back runs again after the next one', () => {
    watched
      .when(write(), ben, at('2026-12-01 10:00'))
      .happens()
      .when(deny('w:back'), ana, at('2026-12-01 10:05'))
      .happens()
      .when(propose(), ben, at('2026-12-01 10:10'))
      .happens()
      .when(confirm(), ana, at('2026-12-01 10:20'))
      .happens()
      .when(bounce(3), theDesk, at('2026-12-01 10:30'))
      .yields({ type: 'ContactBounced' }, { type: 'PromiseUnkept', promise: 3 })
      .check(({ promises }) => expect(promises[2]?.fate.state).toBe('open'))
  })

  test('a denial of what was confirmed a moment ago, without a watch, is no recurrence', () => {
    given(arrived(), proposed())
      .when(confirm(), ana, at('Tue 15:00'))
      .happens()
      .when(deny(), ana, at('Tue 15:10'))
      .happens()
      .check(({ recurrences }) => expect(recurrences).toBe(0))
  })

  test('nothing can be proposed or confirmed while it is watched; only the owner or Ana denies', () => {
    watched.when(propose(), ben, at('Wed 10:00')).refuses('already_confirmed')
    watched.when(confirm(), ana, at('Wed 10:00')).refuses('already_confirmed')
    watched.when(deny('w:no'), dana, at('Wed 10:00')).refuses('not_owner')
  })
})

test('Rule 18: a confirmation releases the running promises, and watches stay', () => {
  given(
    arrived(),
    replied(),
    happened({ type: 'PromiseMade', promise: 3, kind: 'watch', what: null, due: january }, ben, at('Tue 10:00')),
    customerWrote(3, at('Tue 11:00')),
    promised(4, at('Tue 15:00'), at('Tue 11:00'), { by: ana, kind: 'answer' }),
  )
    .when(propose({ keeps: [] }), ben, at('Tue 12:00'))
    .happens()
    .when(confirm(), ana, at('Tue 13:00'))
    .happens()
    .check(({ promises, lifecycle }) => {
      expect(promises.map(({ kind, fate }) => [kind, fate.state])).toEqual([
        ['answer', 'kept'],
        ['word', 'released'],
        ['watch', 'open'],
        ['answer', 'released'],
        ['follow_up', 'released'],
      ])
      expect(lifecycle.phase).toBe('watching')
    })
})

test('Rule 4: who takes it over owes the checks', () => {
  watched
    .when(takeOver, priya, at('Wed 10:00'))
    .happens()
    .when(write(), ben, at('2026-12-01 10:00'))
    .refuses('not_owner')
})
