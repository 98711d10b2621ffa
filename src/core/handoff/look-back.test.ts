import { describe, expect, test } from 'vitest'
import { by, call, close, greet, hear, lookAfter, propose, takeOver, tick, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  accepted,
  arrived,
  bounced,
  confirmed,
  contacted,
  diagnosed,
  handedOver,
  happened,
  introduced,
  kept,
  met,
  moved,
  offered,
} from '../testing/history.ts'
import { ada, ana, at, ben, carla, dana, otto, priya, ravi, theDesk, toMember } from '../testing/people.ts'
import { waiting } from '../waiting.ts'

describe('Rule 10: look back', () => {
  const handed = given(arrived({ due: at('Fri 13:00') }), handedOver())

  test('Scenario 35: Carla was in touch by her first due time: one sentence to Ben', () => {
    handed
      .when(write(by(at('Fri 11:00'))), carla, at('Wed 11:00'))
      .happens()
      .when(tick, theDesk, at('Wed 12:00'))
      .yields({ type: 'LookedBack', giver: 'ben', moved: { contact: 4, at: at('Wed 11:00'), by: 'carla', promise: 2 } })
      .told({ member: 'ben', word: 'look_back_moved' })
      .check(issue => expect(waiting(issue)).toEqual([]))
      .when(tick, theDesk, at('Wed 16:00'))
      .yields()
  })

  test('Scenario 35: she was not: work for Ben and Priya, beside the broken promise', () => {
    const late = handed.when(tick, theDesk, at('Wed 12:00'))
    late
      .yields({ type: 'PromiseBroken', promise: 2 }, { type: 'LookedBack', moved: null })
      .told(
        { member: 'carla', word: 'promise_broken' },
        { member: 'priya', word: 'promise_broken' },
        { member: 'ben', word: 'look_back_still' },
        { member: 'priya', word: 'look_back_still' },
      )
  })

  test('the greeting itself, and a word that came back, are no movement', () => {
    given(
      arrived({ due: at('Fri 13:00') }),
      handedOver(),
      contacted(4, at('Tue 12:00'), carla),
      bounced(4, at('Tue 12:01')),
    )
      .when(tick, theDesk, at('Wed 12:00'))
      .yields({ type: 'PromiseBroken' }, { type: 'LookedBack', moved: null })
  })

  test('when the due time has passed at the greeting, a while after it', () => {
    given(
      arrived({ due: at('Fri 13:00') }),
      diagnosed(),
      offered(),
      accepted({ due: at('Tue 11:00') }),
      introduced({ due: at('Tue 11:00') }),
    )
      .when(greet(), carla, at('Tue 11:09'))
      .yields(
        { type: 'PromiseBroken', promise: 2, at: at('Tue 11:00'), by: theDesk },
        { type: 'CustomerContacted' },
        { type: 'HandoffMet', lookBackAt: at('Tue 15:09') },
        { type: 'OwnershipMoved' },
      )
      .when(tick, theDesk, at('Tue 15:00'))
      .happens()
      .when(tick, theDesk, at('Tue 15:09'))
      .yields({ type: 'LookedBack', moved: null, at: at('Tue 15:09') })
  })

  test('when it is closed before that, the giver hears it at once', () => {
    given(
      arrived(),
      diagnosed(),
      offered(),
      accepted(),
      introduced(),
      met(),
      contacted(4, at('Tue 12:00'), carla),
      kept(1, 4, at('Tue 12:00'), carla),
      kept(2, 4, at('Tue 12:00'), carla),
      happened({ type: 'ResolutionProposed', wrong: 'w', done: 'w', holds: 'w', watch: [] }, carla, at('Tue 12:00')),
      confirmed({ releases: [] }),
    )
      .when(close(), carla, at('Tue 16:00'))
      .yields(
        { type: 'LookedBack', giver: 'ben', moved: { contact: 4, at: at('Tue 12:00'), by: 'carla', promise: 2 } },
        { type: 'IssueClosed', outcome: 'confirmed' },
      )
      .check(({ lookBacks }) => expect(lookBacks).toEqual([]))
      .when(hear(carla), ana, at('Fri 10:00'))
      .yields({ type: 'IssueReopened' }, { type: 'CustomerWrote' }, { type: 'PromiseMade' })
  })

  test('a word that kept nothing is movement all the same', () => {
    handed
      .when(write(by(at('Fri 11:00')), []), carla, at('Wed 10:00'))
      .happens()
      .when(tick, theDesk, at('Wed 12:00'))
      .yields(
        { type: 'PromiseBroken' },
        { type: 'LookedBack', moved: { contact: 4, at: at('Wed 10:00'), by: 'carla', promise: null } },
      )
  })

  test('each giver looks back at their own receiver’s time', () => {
    const handedOn = met({
      handoff: 2,
      contact: 5,
      when: at('Tue 11:30'),
      giver: carla,
      receiver: ravi,
      lookBackAt: at('Tue 15:00'),
    })
    given(
      arrived({ due: at('Fri 13:00') }),
      handedOver(),
      offered({ handoff: 2, to: toMember(ravi), by: carla, when: at('Tue 11:20'), expiresAt: at('Tue 12:20') }),
      accepted({ handoff: 2, by: ravi, when: at('Tue 11:21'), fallsThroughAt: at('Tue 15:21'), due: at('Tue 15:00') }),
      introduced({ handoff: 2, contact: 4, promise: 3, when: at('Tue 11:22'), due: at('Tue 15:00'), by: carla }),
      handedOn,
    )
      .when(tick, theDesk, at('Tue 15:00'))
      .yields({ type: 'PromiseBroken' }, { type: 'LookedBack', handoff: 2, giver: 'carla', receiver: 'ravi' })
      .check(({ lookBacks }) => expect(lookBacks).toMatchObject([{ handoff: 1, giver: 'ben' }]))
  })

  test('a proposal, or a talk on the phone, is movement', () => {
    for (const command of [propose(), call('in', 'reached', { promise: by(at('Fri 10:00')) })])
      handed
        .when(command, carla, at('Wed 10:00'))
        .happens()
        .when(tick, theDesk, at('Wed 12:00'))
        .yields({ type: 'LookedBack', moved: { contact: 4, at: at('Wed 10:00'), by: 'carla', promise: 2 } })
  })
})

describe('Rule 10: nothing has moved: that is work, not news', () => {
  const stalled = given(
    arrived({ due: at('Fri 13:00') }),
    handedOver(),
    happened(
      { type: 'LookedBack', handoff: 1, giver: 'ben', receiver: 'carla', moved: null },
      theDesk,
      at('Wed 11:00'),
    ),
  )
  const since = at('Wed 11:00')

  test('for the giver, and for the supervisors of giver and owner', () => {
    expect(waiting(stalled.issue)).toEqual([
      { kind: 'look_back', of: 1, for: { kind: 'member', id: 'ben' }, since, due: null },
      { kind: 'look_back', of: 1, for: { kind: 'supervisors', id: 'ben' }, since, due: null },
      { kind: 'look_back', of: 1, for: { kind: 'supervisors', id: 'carla' }, since, due: null },
    ])
  })

  test('until somebody has been in touch with the customer; a word that came back was none', () => {
    stalled
      .when(write(by(at('Fri 11:00'))), carla, at('Wed 11:30'))
      .happens()
      .check(issue => expect(waiting(issue)).toEqual([]))
      .when({ type: 'ReportBounce', contact: 4, permanent: true }, theDesk, at('Wed 11:31'))
      .happens()
      .check(issue =>
        expect(waiting(issue).map(({ kind }) => kind)).toEqual(['undelivered', 'look_back', 'look_back', 'look_back']),
      )
  })

  test('or until the giver, or a supervisor of giver or owner, says how the customer is looked after', () => {
    for (const who of [ben, priya, ada])
      stalled
        .when(lookAfter(), who, at('Wed 11:10'))
        .yields({ type: 'LookedAfter', handoff: 1, how: 'w:how' })
        .check(issue => expect(waiting(issue)).toEqual([]))
        .when(lookAfter(), who, at('Wed 11:11'))
        .refuses('nothing_stalled', { handoff: 1 })
    stalled
      .when(lookAfter(), priya, at('Wed 11:10'))
      .happens()
      .told({ member: 'carla', word: 'looked_after' }, { member: 'ben', word: 'looked_after' })
  })

  test('each stalled handoff by those whom it concerns: its giver, and the supervisors of giver and owner', () => {
    const look = { type: 'LookedBack', giver: 'carla', receiver: 'ravi', moved: null, handoff: 2 } as const
    const twice = given(
      arrived({ due: at('Fri 13:00') }),
      handedOver(),
      moved(carla, ravi, 'handoff', at('Tue 11:30')),
      happened({ ...look, handoff: 1, giver: 'ben', receiver: 'carla' }, theDesk, at('Wed 11:00')),
      happened(look, theDesk, at('Wed 11:01')),
    )
    for (const who of [carla, priya, otto]) {
      twice
        .when(lookAfter(2), who, at('Wed 11:10'))
        .happens()
        .check(({ stalls }) => expect(stalls.map(({ handoff }) => handoff)).toEqual([1]))
    }
    // Whoever owns it gets in touch, also who supervises everybody of no team.
    given(
      arrived({ due: at('Fri 13:00') }),
      handedOver(),
      moved(carla, otto, 'handoff', at('Tue 11:30')),
      happened({ ...look, receiver: 'otto' }, theDesk, at('Wed 11:00')),
    )
      .when(lookAfter(2), otto, at('Wed 11:10'))
      .refuses('not_supervisor', { owner: 'otto' })
    twice.when(lookAfter(1), carla, at('Wed 11:10')).refuses('not_supervisor')
    twice.when(lookAfter(2), ben, at('Wed 11:10')).refuses('not_supervisor')
    twice.when(lookAfter(2), ravi, at('Wed 11:10')).refuses('not_supervisor', { owner: 'ravi' })
  })

  test('not by the owner, who gets in touch instead, nor by anybody else', () => {
    for (const who of [carla, dana, otto])
      stalled.when(lookAfter(), who, at('Wed 11:10')).refuses('not_supervisor', { owner: 'carla' })
    stalled.when(lookAfter(2), ben, at('Wed 11:10')).refuses('nothing_stalled')
  })

  test('whoever owns it now: the work goes with the issue', () => {
    stalled
      .when(takeOver, priya, at('Wed 11:20'))
      .happens()
      .check(issue => expect(waiting(issue).map(waits => waits.for.id)).toEqual(['ben', 'ben', 'priya']))
  })
})
