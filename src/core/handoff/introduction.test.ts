import { describe, expect, test } from 'vitest'
import { by, greet, introduce, tick, withdraw, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  accepted,
  arrived,
  contacted,
  declined,
  diagnosed,
  handedOver,
  introduced,
  kept,
  offered,
  promised,
} from '../testing/history.ts'
import { ana, at, ben, carla, dana, theDesk } from '../testing/people.ts'

const waiting = [arrived(), diagnosed(), offered(), accepted()]

describe('Rule 8: introduce, then move', () => {
  test('Scenario 26: the introduction tells the customer, and promises the receiver’s step; Ben still owns it', () => {
    given(...waiting)
      .when(introduce(), ben, at('Tue 10:30'))
      .yields(
        { type: 'CustomerContacted', contact: 2, channel: 'email', message: 'w:introduction' },
        { type: 'PromiseMade', promise: 2, kind: 'word', what: 'w:next-step', due: at('Wed 12:00') },
        { type: 'HandoffIntroduced', handoff: 1, contact: 2, promise: 2 },
      )
      .told({ member: 'carla', word: 'introduced' })
      .check(({ ownership }) => expect(ownership.at(-1)?.member).toBe('ben'))
  })

  test('Rule 13: it keeps what it answers, and moves what the receiver said', () => {
    given(
      arrived(),
      diagnosed(),
      promised(2, at('Tue 16:00'), at('Tue 09:40')),
      offered(),
      accepted({ moves: [{ promise: 2, due: at('Thu 10:00') }] }),
    )
      .when(introduce([1]), ben, at('Tue 10:30'))
      .yields(
        { type: 'CustomerContacted', contact: 2 },
        { type: 'PromiseKept', promise: 1, contact: 2 },
        { type: 'PromiseMoved', promise: 2, into: 3, due: at('Thu 10:00'), contact: 2 },
        { type: 'PromiseMade', promise: 4 },
        { type: 'HandoffIntroduced', promise: 4 },
      )
  })

  test('Rule 13: what was to be moved and has been kept, or broken, meanwhile stays so', () => {
    const moving = accepted({ moves: [{ promise: 2, due: at('Thu 10:00') }] })
    const before = [arrived(), diagnosed(), promised(2, at('Tue 11:00'), at('Tue 09:40')), offered(), moving]
    given(...before, contacted(2, at('Tue 10:20')), kept(2, 2, at('Tue 10:20')))
      .when(introduce(), ben, at('Tue 10:30'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseMade', promise: 3 }, { type: 'HandoffIntroduced' })
    given(arrived(), diagnosed(), offered(), accepted({ moves: [{ promise: 1, due: at('Tue 10:30') }] }))
      .when(introduce(), ben, at('Tue 10:30'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseMade', promise: 2 }, { type: 'HandoffIntroduced' })
    given(...before)
      .when(introduce(), ben, at('Tue 11:10'))
      .yields(
        { type: 'PromiseBroken', promise: 2, at: at('Tue 11:00'), by: theDesk },
        { type: 'CustomerContacted' },
        { type: 'PromiseMade', promise: 3 },
        { type: 'HandoffIntroduced' },
      )
  })

  test('only by the owner, after the acceptance, once', () => {
    given(...waiting)
      .when(introduce(), carla, at('Tue 10:30'))
      .refuses('not_owner', { owner: 'ben' })
    given(arrived(), diagnosed(), offered())
      .when(introduce(), ben, at('Tue 10:30'))
      .refuses('not_accepted', { state: 'offered' })
    given(arrived(), diagnosed(), offered(), declined())
      .when(introduce(), ben, at('Tue 10:30'))
      .refuses('not_accepted', { state: 'declined' })
    given(...waiting, introduced())
      .when(introduce(), ben, at('Tue 10:40'))
      .refuses('already_introduced')
    given(...waiting)
      .when(introduce([], 5), ben, at('Tue 10:30'))
      .refuses('no_such_handoff', { handoff: 5 })
  })

  test('when the time that the receiver named has passed, they need another: withdraw, and offer again', () => {
    const late = given(arrived(), diagnosed(), offered(), accepted({ due: at('Tue 12:00') }))
    late.when(introduce(), ben, at('Tue 12:00')).refuses('next_step_due', { receiver: 'carla', due: at('Tue 12:00') })
    late.when(withdraw(), ben, at('Tue 12:01')).happens()
  })
})

describe('Rule 8: ownership moves only when the receiver greets', () => {
  const meeting = given(...waiting, introduced())

  test('Scenario 26: Carla greets at 11:09: hers at 11:09, with all promises', () => {
    meeting
      .when(greet(), carla, at('Tue 11:09'))
      .yields(
        { type: 'CustomerContacted', contact: 3, channel: 'email', message: 'w:greeting' },
        { type: 'HandoffMet', handoff: 1, contact: 3, lookBackAt: at('Wed 12:00') },
        { type: 'OwnershipMoved', from: 'ben', to: 'carla', way: 'handoff' },
      )
      .told({ member: 'ben', word: 'met' })
      .check(({ ownership, promises }) => {
        expect(ownership.at(-1)).toMatchObject({ member: 'carla', since: at('Tue 11:09'), way: 'handoff' })
        expect(promises.map(({ fate }) => fate.state)).toEqual(['open', 'open'])
      })
  })

  test('a greeting keeps what it answers, and may promise the next word', () => {
    meeting
      .when(greet([1]), carla, at('Tue 11:09'))
      .yields(
        { type: 'CustomerContacted' },
        { type: 'HandoffMet' },
        { type: 'OwnershipMoved' },
        { type: 'PromiseKept', promise: 1 },
      )
    meeting
      .when(greet('all'), carla, at('Tue 11:09'))
      .yields(
        { type: 'CustomerContacted' },
        { type: 'HandoffMet' },
        { type: 'OwnershipMoved' },
        { type: 'PromiseKept', promise: 1 },
      )
    meeting
      .when(greet([1, 2], { promise: by(at('Wed 10:00')) }), carla, at('Tue 11:09'))
      .yields(
        { type: 'CustomerContacted' },
        { type: 'HandoffMet' },
        { type: 'OwnershipMoved' },
        { type: 'PromiseKept', promise: 1 },
        { type: 'PromiseKept', promise: 2 },
        { type: 'PromiseMade', promise: 3, due: at('Wed 10:00') },
      )
    meeting.when(greet([1, 2]), carla, at('Tue 11:09')).refuses('needs_promise')
  })

  test('by nobody else, not before the introduction, not twice', () => {
    meeting.when(greet(), dana, at('Tue 11:09')).refuses('not_receiver', { receiver: 'carla' })
    meeting.when(greet(), ben, at('Tue 11:09')).refuses('not_receiver')
    meeting.when(greet([], { handoff: 3 }), carla, at('Tue 11:09')).refuses('no_such_handoff', { handoff: 3 })
    meeting.when(greet(), ana, at('Tue 11:09')).refuses('not_receiver')
    given(...waiting)
      .when(greet(), carla, at('Tue 10:20'))
      .refuses('not_introduced', { giver: 'ben' })
    given(arrived(), handedOver()).when(greet(), carla, at('Tue 11:10')).refuses('already_met', { by: 'carla' })
    given(arrived(), diagnosed(), offered())
      .when(greet(), carla, at('Tue 10:20'))
      .refuses('offer_over', { state: 'offered' })
  })

  test('the giver writes no more after it', () => {
    given(arrived(), handedOver()).when(write(), ben, at('Tue 11:10')).refuses('not_owner', { owner: 'carla' })
  })

  test('Scenario 28: no greeting for four business hours: it falls through, and Ben owns it', () => {
    const late = [arrived({ due: at('Wed 16:00') }), diagnosed(), offered(), accepted()]
    for (const before of [late, [...late, introduced()]])
      given(...before)
        .when(tick, theDesk, at('Tue 14:15'))
        .yields({ type: 'HandoffFellThrough', handoff: 1 })
        .told(
          { member: 'ben', word: 'fell_through' },
          { member: 'carla', word: 'fell_through' },
          { member: 'priya', word: 'fell_through' },
        )
        .check(({ ownership }) => expect(ownership).toHaveLength(1))
        .when(greet(), carla, at('Tue 14:16'))
        .refuses('offer_over', { state: 'fell_through' })
  })
})
