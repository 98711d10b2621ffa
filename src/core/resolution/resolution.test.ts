import { describe, expect, test } from 'vitest'
import { bounce, by, close, confirm, deny, hear, note, propose, tick, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  arrived,
  bounced,
  closed,
  confirmed,
  contacted,
  customerWrote,
  diagnosed,
  happened,
  offered,
  promised,
  proposed,
  raised,
  replied,
} from '../testing/history.ts'
import { ana, at, ben, carla, dana, olu, otto, priya, theDesk, tom } from '../testing/people.ts'

describe('Rule 17: "resolved" is a proposal to the customer', () => {
  test('Scenario 44: what was wrong, done, and how it holds; with another look when they are silent', () => {
    given(arrived())
      .when(propose(), ben, at('Tue 10:00'))
      .yields(
        { type: 'CustomerContacted', contact: 2, message: 'w:proposal' },
        { type: 'PromiseKept', promise: 1 },
        { type: 'ResolutionProposed', wrong: 'w:wrong', done: 'w:done', holds: 'w:holds' },
        { type: 'PromiseMade', promise: 2, kind: 'follow_up', due: at('Fri 17:00') },
      )
      .check(({ lifecycle }) => expect(lifecycle.phase).toBe('proposed'))
  })

  test('Rule 12: the next look is by the end of a day on which somebody is there, or when the owner says', () => {
    given(arrived({ due: at('Fri 13:00') }))
      .when(propose(), ben, at('Wed 10:00'))
      .happens()
      .check(({ promises }) => expect(promises[1]?.due).toBe(at('Mon 17:00', 1)))
    given(arrived())
      .when(propose({ promise: by(at('Thu 15:00')) }), ben, at('Tue 10:00'))
      .happens()
      .check(({ promises }) => expect(promises[1]).toMatchObject({ kind: 'word', due: at('Thu 15:00') }))
    given(arrived())
      .when(propose({ promise: by(at('Tue 10:00')) }), ben, at('Tue 10:00'))
      .refuses('due_in_past')
  })

  test('by the owner; again when it needs saying anew; not when it is confirmed or closed', () => {
    given(arrived()).when(propose(), carla, at('Tue 10:00')).refuses('not_owner', { owner: 'ben' })
    given(arrived(), proposed()).when(propose(), ben, at('Tue 11:00')).happens()
    given(arrived(), proposed(), confirmed()).when(propose(), ben, at('Tue 15:10')).refuses('already_confirmed')
    given(arrived(), proposed(), confirmed(), closed()).when(propose(), ben, at('Tue 16:10')).refuses('closed')
  })
})

describe('Rule 18: the customer confirms', () => {
  const asked = given(arrived(), proposed())

  test('Scenario 44: by the link: running promises are released, and Ben closes', () => {
    asked
      .when(confirm(), ana, at('Tue 15:00'))
      .yields(
        { type: 'ResolutionConfirmed', confirmation: { by: 'customer', customer: 'ana' } },
        { type: 'PromiseReleased', promise: 2 },
      )
      .told({ member: 'ben', word: 'confirmed' })
      .when(close(), ben, at('Tue 16:00'))
      .yields({ type: 'IssueClosed', outcome: 'confirmed' })
      .check(({ lifecycle }) => expect(lifecycle).toMatchObject({ phase: 'closed', outcome: 'confirmed', by: 'ben' }))
  })

  test('Scenario 45: the second time it is done already', () => {
    given(arrived(), proposed(), confirmed()).when(confirm(), ana, at('Tue 15:10')).refuses('already_confirmed')
    given(arrived(), proposed(), confirmed(), closed())
      .when(confirm(), ana, at('Tue 16:10'))
      .refuses('already_confirmed')
  })

  test('Scenario 46: "thanks" is no confirmation until Ben marks it with those words', () => {
    asked
      .when(hear(), ana, at('Tue 15:00'))
      .yields({ type: 'CustomerWrote' }, { type: 'PromiseMade', kind: 'answer' })
      .check(({ lifecycle }) => expect(lifecycle.phase).toBe('proposed'))
      .when(confirm('w:thanks'), ben, at('Tue 15:10'))
      .yields(
        {
          type: 'ResolutionConfirmed',
          confirmation: { by: 'owner', member: 'ben', heard: 'phone', words: 'w:thanks' },
        },
        { type: 'PromiseReleased', promise: 2 },
        { type: 'PromiseReleased', promise: 3 },
      )
      .told()
  })

  test('nobody confirms for Ana: not a participant, not without her words, not who is not the owner', () => {
    asked.when(confirm(), tom, at('Tue 15:00')).refuses('not_this_customer')
    asked.when(confirm(), ben, at('Tue 15:00')).refuses('needs_their_words')
    asked.when(confirm('w:yes'), dana, at('Tue 15:00')).refuses('not_owner', { owner: 'ben' })
    given(arrived()).when(confirm(), ana, at('Tue 15:00')).refuses('nothing_proposed')
  })

  test('what was closed without her word is not confirmed by a late click', () => {
    const silent = given(
      arrived(),
      proposed({ when: at('Tue 10:00') }),
      happened({ type: 'IssueClosed', outcome: 'unconfirmed' }, ben, at('Mon 10:00', 2)),
    )
    silent.when(confirm(), ana, at('Tue 10:00', 2)).refuses('closed')
    silent.when(deny(), ana, at('Tue 10:00', 2)).refuses('closed')
  })
})

describe('Rule 18: the customer denies', () => {
  test('Scenario 46: back to the owner with a fresh promise, also when another falls due sooner', () => {
    given(arrived(), proposed({ due: at('Tue 16:00') }))
      .when(deny('w:it-is-back'), ana, at('Tue 15:00'))
      .yields(
        { type: 'ResolutionDenied', words: 'w:it-is-back' },
        { type: 'PromiseMade', promise: 3, kind: 'answer', due: at('Wed 11:00') },
      )
      .told({ member: 'ben', word: 'denied' })
      .check(({ lifecycle }) => expect(lifecycle.phase).toBe('open'))
  })

  test('Scenario 46: when her own words have started an answer just before, that one is the fresh promise', () => {
    given(
      arrived(),
      proposed(),
      customerWrote(3, at('Tue 14:50')),
      promised(3, at('Wed 10:50'), at('Tue 14:50'), { by: ana, kind: 'answer' }),
    )
      .when(deny('w:it-is-back'), ben, at('Tue 15:00'))
      .yields({ type: 'ResolutionDenied', words: 'w:it-is-back' })
  })

  test('a confirmed one too; its released promises stay so', () => {
    given(arrived(), proposed(), confirmed())
      .when(deny(), ana, at('Tue 15:30'))
      .yields({ type: 'ResolutionDenied', words: null }, { type: 'PromiseMade', promise: 3, kind: 'answer' })
  })

  test('nobody denies for Ana: not a participant, not without her words, not who is not the owner', () => {
    const asked = given(arrived(), proposed())
    asked.when(deny(), tom, at('Tue 15:00')).refuses('not_this_customer')
    asked.when(deny(), ben, at('Tue 15:00')).refuses('needs_their_words')
    asked.when(deny('w:no'), dana, at('Tue 15:00')).refuses('not_owner')
    given(arrived()).when(deny(), ana, at('Tue 10:00')).refuses('nothing_proposed')
  })
})

describe('Rule 5: who closes, and when', () => {
  const done = given(arrived(), proposed(), confirmed())

  test('Scenario 51: not Dana, nor another team’s supervisor; Priya may, on record', () => {
    done.when(close(), dana, at('Tue 16:00')).refuses('not_owner', { owner: 'ben' })
    done.when(close(), otto, at('Tue 16:00')).refuses('not_owner')
    done.when(close(), olu, at('Tue 16:00')).refuses('not_owner')
    done
      .when(close(), priya, at('Tue 16:00'))
      .yields({ type: 'IssueClosed', outcome: 'confirmed' })
      .check(({ lifecycle }) => expect(lifecycle).toMatchObject({ by: 'priya' }))
  })

  test('not without a proposal, not twice, not with a handoff or an alarm open, not with an answer owed', () => {
    given(arrived()).when(close(), ben, at('Tue 10:00')).refuses('nothing_proposed')
    given(arrived(), proposed(), confirmed(), closed()).when(close(), ben, at('Tue 16:10')).refuses('closed')
    given(
      arrived(),
      diagnosed(),
      proposed(),
      offered({ when: at('Tue 14:30'), expiresAt: at('Tue 15:30') }),
      confirmed(),
    )
      .when(close(), ben, at('Tue 15:10'))
      .refuses('open_handoff')
    given(arrived(), proposed(), raised(at('Tue 14:00')), confirmed())
      .when(close(), ben, at('Tue 16:00'))
      .refuses('open_escalation')
    given(
      arrived(),
      proposed(),
      confirmed(),
      customerWrote(3, at('Tue 15:10')),
      promised(3, at('Wed 11:10'), at('Tue 15:10'), { by: ana, kind: 'answer' }),
    )
      .when(close(), ben, at('Tue 16:00'))
      .refuses('answer_owed', { promises: [3] })
  })
})

describe('Rule 18: closed as unconfirmed, when the customer stays silent', () => {
  /** Proposed on Tuesday the 1st: days 4, 8 and 11 of the month, as in the scenario. */
  const day = (day: number, time = '10:00') => at(`2026-12-${String(day).padStart(2, '0')} ${time}`)
  const asked = [arrived({ when: day(1, '09:00'), due: day(1, '13:00') }), proposed({ when: day(1), due: day(24) })]
  const twice = [...asked, contacted(3, day(4)), contacted(4, day(8))]

  test('Scenario 47: contacts on days 4 and 8, closed on day 11', () => {
    given(...twice)
      .when(close(), ben, day(11, '00:00'))
      .yields({ type: 'PromiseReleased', promise: 2 }, { type: 'IssueClosed', outcome: 'unconfirmed' })
  })

  test('Scenario 47: on day 5 it is too soon, and the refusal says when', () => {
    given(...asked, contacted(3, day(4)))
      .when(close(), ben, day(5))
      .refuses('too_soon', { missing: 1, from: day(10, '00:00') })
    given(...asked)
      .when(close(), ben, day(5))
      .refuses('too_soon', { missing: 2, from: day(11, '00:00') })
    given(...twice)
      .when(close(), ben, day(10, '23:59'))
      .refuses('too_soon', { missing: 0, from: day(11, '00:00') })
  })

  test('contacts count only some days apart', () => {
    given(...asked, contacted(3, day(4)), contacted(4, day(5)))
      .when(close(), ben, day(11))
      .refuses('too_soon', { missing: 1, from: day(14, '00:00') })
  })

  test('a note and a call that reached nobody do not count', () => {
    given(...asked, contacted(3, day(4)))
      .when(note, ben, day(8))
      .happens()
      .when(
        { type: 'LogCall', direction: 'out', outcome: 'not_reached', message: 'w', keeps: 'all', promise: null },
        ben,
        day(8),
      )
      .happens()
      .when(close(), ben, day(11))
      .refuses('too_soon', { missing: 1 })
  })

  test('what the customer says starts the count anew, and the day of the proposal stays', () => {
    given(...twice, customerWrote(5, day(9)), promised(3, day(24), day(9), { by: ana, kind: 'answer' }))
      .when(close(), ben, day(11))
      .refuses('too_soon', { missing: 2 })
    const { lifecycle } = given(...twice, customerWrote(5, day(9))).issue
    expect(lifecycle).toMatchObject({ phase: 'proposed', proposal: { at: day(1) } })
  })

  test('a proposal or a contact that came back does not count', () => {
    given(...twice, bounced(4, day(8, '10:01')))
      .when(close(), ben, day(11))
      .refuses('too_soon', { missing: 1 })
    given(...twice, bounced(2, day(8, '10:01')))
      .when(close(), ben, day(11))
      .refuses('nothing_proposed')
  })

  test('when every address has failed, it is closed as unreachable', () => {
    given(...twice, bounced(2, day(8, '10:01')), bounced(3, day(8, '10:01')), bounced(4, day(8, '10:01')))
      .when(close(false), ben, day(11))
      .yields({ type: 'PromiseReleased' }, { type: 'IssueClosed', outcome: 'unreachable' })
    given(...asked)
      .when(close(false), ben, day(11))
      .refuses('too_soon', { missing: 2 })
  })

  test('the proposal itself bounces: what it kept runs again, and it can be proposed anew', () => {
    given(...asked)
      .when(bounce(2), theDesk, day(1, '10:01'))
      .yields({ type: 'ContactBounced' }, { type: 'PromiseUnkept', promise: 1 })
      .when(propose({ promise: by(day(24)) }), ben, day(1, '11:00'))
      .happens()
      .when(write(null, []), ben, day(4))
      .happens()
      .when(write(null, []), ben, day(8))
      .happens()
      .when(close(), ben, day(11))
      .happens()
  })

  test('Rule 12: the look that was promised is broken when nobody looks', () => {
    given(arrived(), proposed()).when(tick, theDesk, at('Fri 10:00')).yields({ type: 'PromiseBroken', promise: 2 })
  })
})

test('Rule 12: a reply after the proposal says when they hear next', () => {
  given(arrived(), proposed()).when(write(), ben, at('Tue 11:00')).refuses('needs_promise')
  given(arrived(), replied()).when(propose(), ben, at('Wed 10:00')).happens()
})
