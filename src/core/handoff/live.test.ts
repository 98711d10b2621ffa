import { describe, expect, test } from 'vitest'
import { owner } from '../issue/issue.ts'
import { defaultPolicy } from '../policy.ts'
import {
  call,
  close,
  disconnect,
  greet,
  greetLive,
  hear,
  introduce,
  introduceLive,
  move,
  object,
  present,
  takeOver,
  tick,
  withdraw,
  write,
} from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  accepted,
  arrived,
  confirmed,
  contacted,
  diagnosed,
  handedOver,
  happened,
  interrupted,
  introduced,
  kept,
  liveBegan,
  metOnThePhone,
  offered,
  promised,
  seen,
} from '../testing/history.ts'
import { ana, at, ben, carla, dana, everybody, priya, theDesk, tom } from '../testing/people.ts'
import { waiting } from '../waiting.ts'

const callback = happened(
  { type: 'FactEstablished', key: 'callback', fact: 'w:number', how: null },
  ben,
  at('Tue 09:20'),
)
const acceptedByCarla = [arrived(), callback, diagnosed(), offered(), accepted()]
const chat = [...acceptedByCarla, liveBegan()]
const phone = [...acceptedByCarla, liveBegan({ channel: 'phone', until: at('Tue 10:40') })]

describe('Rule 9: the giver begins a live introduction', () => {
  test('the receiver is told at once, and everything is still the giver’s', () => {
    given(...acceptedByCarla)
      .when(introduceLive(), ben, at('Tue 10:30'))
      .yields(
        { type: 'LiveIntroductionBegan', handoff: 1, channel: 'chat', until: at('Tue 10:32') },
        { type: 'SeenLive', party: 'giver' },
      )
      .told({ member: 'carla', word: 'live_began' })
      .check(issue => expect(owner(issue).member).toBe('ben'))
    given(...acceptedByCarla)
      .when(introduceLive('phone'), ben, at('Tue 10:30'))
      .yields({ type: 'LiveIntroductionBegan', channel: 'phone', until: at('Tue 10:40') })
  })

  test('Rule 6: not while nobody could call back', () => {
    given(arrived(), diagnosed(), offered(), accepted())
      .when(introduceLive(), ben, at('Tue 10:30'))
      .refuses('needs_callback')
    const other = happened({ type: 'FactEstablished', key: 'account', fact: 'w:1', how: null }, ben, at('Tue 09:20'))
    given(arrived(), other, diagnosed(), offered(), accepted())
      .when(introduceLive(), ben, at('Tue 10:30'))
      .refuses('needs_callback')
  })

  test('only by the owner, after the acceptance, and once at a time', () => {
    const issue = given(...acceptedByCarla)
    issue.when(introduceLive(), carla, at('Tue 10:30')).refuses('not_owner', { owner: 'ben' })
    issue.when(introduceLive('chat', { handoff: 7 }), ben, at('Tue 10:30')).refuses('no_such_handoff')
    given(arrived(), callback, diagnosed(), offered())
      .when(introduceLive(), ben, at('Tue 10:10'))
      .refuses('not_accepted')
    given(...acceptedByCarla, introduced())
      .when(introduceLive(), ben, at('Tue 10:40'))
      .refuses('already_introduced')
    given(...chat)
      .when(introduceLive(), ben, at('Tue 10:31'))
      .refuses('already_live', { handoff: 1 })
  })

  test('cut off, the giver may begin it again at once', () => {
    given(...chat, interrupted())
      .when(introduceLive('phone'), ben, at('Tue 10:33'))
      .yields({ type: 'LiveIntroductionBegan', channel: 'phone', until: at('Tue 10:43') })
  })

  test('the giver may fall back on a message, or withdraw, at any moment of it', () => {
    given(...chat)
      .when(introduce(), ben, at('Tue 10:31'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseMade' }, { type: 'HandoffIntroduced', live: null })
      .when(greet(), carla, at('Tue 10:40'))
      .happens()
      .check(issue => expect(owner(issue).member).toBe('carla'))
    given(...chat, interrupted())
      .when(withdraw(), ben, at('Tue 10:35'))
      .yields({ type: 'HandoffWithdrawn' })
      .told({ member: 'carla', word: 'withdrawn' })
  })

  test('until they have met the receiver neither greets nor writes', () => {
    given(...chat)
      .when(greet(), carla, at('Tue 10:31'))
      .refuses('not_introduced', { giver: 'ben' })
    given(...chat)
      .when(write(), carla, at('Tue 10:31'))
      .refuses('not_introduced', { giver: 'ben' })
  })

  test('Rule 8: begun and never ended well, it falls through like any accepted handoff', () => {
    given(...acceptedByCarla, promised(2, at('Wed 10:00'), at('Tue 10:20')), kept(1, 2, at('Tue 10:20')))
      .when(introduceLive('phone'), ben, at('Tue 14:10'))
      .happens()
      .when(tick, theDesk, at('Tue 14:15'))
      .yields({ type: 'HandoffFellThrough', handoff: 1 })
      .check(({ handoff }) => expect(handoff?.state).toBe('fell_through'))
  })
})

describe('Scenario 34: in a chat all three are seen within one minute', () => {
  const anaIsThere = [...chat, seen('customer', at('Tue 10:30'), ana)]

  test('the third of them makes it a meeting: introduced, met, and Carla’s, in one moment', () => {
    given(...anaIsThere)
      .when(present(), carla, at('Tue 10:31'))
      .yields(
        { type: 'SeenLive', party: 'receiver' },
        { type: 'TalkedTogether', contact: 2, channel: 'chat' },
        { type: 'PromiseKept', promise: 1, contact: 2 },
        { type: 'PromiseMade', promise: 2, kind: 'word', what: 'w:next-step', due: at('Wed 12:00') },
        { type: 'HandoffIntroduced', contact: 2, promise: 2, live: 'chat' },
        { type: 'HandoffMet', contact: 2, lookBackAt: at('Wed 12:00') },
        { type: 'OwnershipMoved', from: 'ben', to: 'carla', way: 'handoff' },
      )
      .told({ member: 'ben', word: 'met' })
      .check(({ handoff }) => expect(handoff).toMatchObject({ state: 'met', how: 'chat', objectedAt: null }))
  })

  test('whoever comes last: the customer, too', () => {
    given(...chat, seen('receiver', at('Tue 10:30'), carla))
      .when(present(), ana, at('Tue 10:31'))
      .happens()
      .told({ member: 'ben', word: 'met' }, { member: 'carla', word: 'met' })
      .check(issue => expect(owner(issue).member).toBe('carla'))
  })

  test('two are not enough, and neither are three who were never there together', () => {
    given(...chat)
      .when(present(), carla, at('Tue 10:31'))
      .yields({ type: 'SeenLive', party: 'receiver' })
    given(...anaIsThere)
      .when(present(), carla, at('Tue 10:31:01'))
      .yields({ type: 'SeenLive', party: 'receiver' })
      .when(present(), ben, at('Tue 10:31:10'))
      .yields({ type: 'SeenLive', party: 'giver' })
      .when(present(), ana, at('Tue 10:31:20'))
      .happens()
      .check(issue => expect(owner(issue).member).toBe('carla'))
  })

  test('a page that says every few seconds that somebody is there fills no log', () => {
    given(...anaIsThere)
      .when(present(), ana, at('Tue 10:30:19'))
      .yields()
    given(...anaIsThere)
      .when(present(), ana, at('Tue 10:30:20'))
      .yields({ type: 'SeenLive', party: 'customer' })
  })

  test('the receiver’s live greeting is their being there; nobody else greets', () => {
    given(...anaIsThere)
      .when(greetLive(), carla, at('Tue 10:31'))
      .happens()
      .check(issue => expect(owner(issue).member).toBe('carla'))
    given(...anaIsThere)
      .when(greetLive(), ben, at('Tue 10:31'))
      .refuses('not_receiver', { receiver: 'carla' })
  })

  test('nobody else is one of the three; and what has not begun, or is over, is said', () => {
    given(...chat)
      .when(present(), dana, at('Tue 10:31'))
      .refuses('not_receiver', { receiver: 'carla' })
    given(...chat)
      .when(present(), tom, at('Tue 10:31'))
      .refuses('not_this_customer')
    given(...acceptedByCarla)
      .when(present(), carla, at('Tue 10:31'))
      .refuses('not_live', { giver: 'ben' })
    given(...acceptedByCarla)
      .when(greetLive(), carla, at('Tue 10:31'))
      .refuses('not_live')
    given(arrived(), handedOver()).when(present(), ben, at('Tue 11:10')).refuses('already_met', { by: 'carla' })
    given(arrived()).when(disconnect(), ben, at('Tue 11:10')).refuses('no_such_handoff')
    given(...chat)
      .when(present(7), carla, at('Tue 10:31'))
      .refuses('no_such_handoff', { handoff: 7 })
  })

  test('the customer’s page is never refused: nothing happens when nothing is under way', () => {
    given(...acceptedByCarla)
      .when(present(), ana, at('Tue 10:31'))
      .yields()
    given(arrived()).when(disconnect(0), ana, at('Tue 10:31')).yields()
    given(...phone)
      .when(present(), ana, at('Tue 10:31'))
      .yields()
  })

  test('Rule 13: it keeps what it answers, and moves what the receiver said', () => {
    const moving = accepted({ moves: [{ promise: 2, due: at('Thu 10:00') }] })
    const before = [arrived(), callback, diagnosed(), promised(2, at('Tue 16:00'), at('Tue 09:40')), offered(), moving]
    const together = [liveBegan(), seen('customer', at('Tue 10:30'), ana)]
    given(...before, ...together)
      .when(present(), carla, at('Tue 10:31'))
      .happens()
      .check(({ promises }) =>
        expect(promises.map(({ fate }) => fate.state)).toEqual(['kept', 'moved', 'open', 'open']),
      )
    given(...before, liveBegan({ keeps: [] }), seen('customer', at('Tue 10:30'), ana))
      .when(present(), carla, at('Tue 10:31'))
      .happens()
      .check(({ promises }) =>
        expect(promises.map(({ fate }) => fate.state)).toEqual(['open', 'moved', 'open', 'open']),
      )
  })

  test('Rule 1: it never becomes the issue of somebody who left meanwhile', () => {
    const without = new Map([...everybody, ['carla', { ...carla, active: false }]])
    given(...chat, seen('receiver', at('Tue 10:30'), carla))
      .when(present(), ana, at('Tue 10:31'), { members: without })
      .yields({ type: 'SeenLive', party: 'customer' })
  })

  test('when the time of the next step has passed before they met, an answer is promised instead', () => {
    const soon = [arrived(), callback, diagnosed(), offered(), accepted({ due: at('Tue 10:31') })]
    given(...soon, liveBegan(), seen('customer', at('Tue 10:31'), ana))
      .when(present(), carla, at('Tue 10:31'))
      .happens()
      .check(({ promises }) => expect(promises.at(-1)).toMatchObject({ kind: 'answer', due: at('Tue 14:31') }))
  })
})

describe('Rule 9: if the customer drops out, or the receiver never joins', () => {
  const anaIsThere = [...chat, seen('customer', at('Tue 10:30'), ana)]

  test('Scenario 34: ownership has not moved, and a callback within 10 minutes is promised at once', () => {
    for (const who of [ana, ben, carla])
      given(...anaIsThere)
        .when(disconnect(), who, at('Tue 10:31'))
        .yields(
          { type: 'LiveIntroductionInterrupted', missing: ['customer'], promise: 2, until: at('Tue 10:41') },
          { type: 'PromiseMade', promise: 2, kind: 'callback', due: at('Tue 10:41') },
        )
        .check(issue => expect(owner(issue).member).toBe('ben'))
    given(...anaIsThere)
      .when(disconnect(), ana, at('Tue 10:31'))
      .happens()
      .told({ member: 'ben', word: 'live_interrupted' }, { member: 'carla', word: 'live_interrupted' })
  })

  test('giver or receiver say that she is gone also where her page was never open', () => {
    given(...chat)
      .when(disconnect(), ben, at('Tue 10:31'))
      .yields({ type: 'LiveIntroductionInterrupted', missing: ['customer'] }, { type: 'PromiseMade' })
  })

  test('by nobody who is not in it; twice is once; a page where she was never seen says nothing', () => {
    given(...anaIsThere)
      .when(disconnect(), dana, at('Tue 10:31'))
      .refuses('not_receiver')
    given(...anaIsThere, interrupted())
      .when(disconnect(), ben, at('Tue 10:32'))
      .yields()
    given(...chat)
      .when(disconnect(), ana, at('Tue 10:31'))
      .yields()
  })

  test('the receiver has two minutes of real time to join, also at night', () => {
    given(...anaIsThere)
      .when(present(), ana, at('Tue 10:31:30'))
      .happens()
      .when(present(), ben, at('Tue 10:31:30'))
      .happens()
      .when(tick, theDesk, at('Tue 10:32'))
      .yields(
        { type: 'LiveIntroductionInterrupted', missing: ['receiver'], promise: 2 },
        { type: 'PromiseMade', kind: 'callback', due: at('Tue 10:42') },
      )
  })

  test('who went without a word is missing, too', () => {
    given(...chat)
      .when(present(), ben, at('Tue 10:31:30'))
      .happens()
      .when(present(), carla, at('Tue 10:31:30'))
      .happens()
      .when(tick, theDesk, at('Tue 10:32'))
      .yields({ type: 'LiveIntroductionInterrupted', missing: ['customer'] }, { type: 'PromiseMade' })
  })

  test('Scenario 34: Ana’s return within the ten minutes resumes it, and the meeting keeps the callback', () => {
    given(...anaIsThere, interrupted())
      .when(present(), ana, at('Tue 10:36'))
      .yields({ type: 'LiveIntroductionResumed', until: at('Tue 10:38') }, { type: 'SeenLive', party: 'customer' })
      .told({ member: 'ben', word: 'live_resumed' }, { member: 'carla', word: 'live_resumed' })
      .when(present(), ben, at('Tue 10:36:10'))
      .happens()
      .when(present(), carla, at('Tue 10:36:20'))
      .happens()
      .check(issue => {
        expect(owner(issue).member).toBe('carla')
        expect(issue.promises[1]).toMatchObject({ kind: 'callback', fate: { state: 'kept' } })
      })
  })

  test('it resumes with who was missing, and with nobody else', () => {
    given(...anaIsThere, interrupted())
      .when(present(), carla, at('Tue 10:36'))
      .yields()
    given(...anaIsThere, interrupted({ missing: ['receiver'] }))
      .when(present(), carla, at('Tue 10:36'))
      .yields({ type: 'LiveIntroductionResumed' }, { type: 'SeenLive', party: 'receiver' })
  })

  test('Rule 13: the meeting keeps the callback, also where it was said to answer nothing else', () => {
    given(...acceptedByCarla, liveBegan({ keeps: [] }), interrupted())
      .when(present(), ana, at('Tue 10:36'))
      .happens()
      .when(present(), ben, at('Tue 10:36'))
      .happens()
      .when(present(), carla, at('Tue 10:36'))
      .happens()
      .check(({ promises }) => expect(promises.map(({ fate }) => fate.state)).toEqual(['open', 'kept', 'open']))
  })

  test('Rule 1: who left meanwhile is missing', () => {
    const without = new Map([...everybody, ['carla', { ...carla, active: false }]])
    given(...phone, seen('giver', at('Tue 10:31'), ben), seen('receiver', at('Tue 10:31'), carla))
      .when(tick, theDesk, at('Tue 10:40'), { members: without })
      .yields({ type: 'LiveIntroductionInterrupted', missing: ['receiver'] }, { type: 'PromiseMade' })
  })

  test('on the phone nobody is missed who need not say anything', () => {
    given(...phone)
      .when(tick, theDesk, at('Tue 10:40'))
      .yields({ type: 'LiveIntroductionInterrupted', missing: ['giver', 'receiver'] }, { type: 'PromiseMade' })
  })

  test('a second drop asks for no second callback while one is running', () => {
    given(...anaIsThere, interrupted())
      .when(present(), ana, at('Tue 10:36'))
      .happens()
      .when(disconnect(), ana, at('Tue 10:37'))
      .yields({ type: 'LiveIntroductionInterrupted', promise: 2, until: at('Tue 10:41') })
  })

  test('not within them: the callback is broken like any promise, and the giver introduces again', () => {
    const late = given(...anaIsThere, interrupted()).when(tick, theDesk, at('Tue 10:41'))
    late
      .yields({ type: 'PromiseBroken', promise: 2, escalatesAt: at('Tue 14:41') }, { type: 'LiveIntroductionEnded' })
      .told(
        { member: 'ben', word: 'promise_broken' },
        { member: 'priya', word: 'promise_broken' },
        { member: 'ben', word: 'live_ended' },
        { member: 'carla', word: 'live_ended' },
      )
      .when(present(), carla, at('Tue 10:42'))
      .refuses('not_live', { giver: 'ben' })
    late.happens().when(introduceLive(), ben, at('Tue 10:45')).happens()
  })

  test('Rule 13: kept by a call or a message of the owner, within them', () => {
    for (const command of [write(null, [1, 2]), call('out', 'reached', { keeps: [1, 2] })])
      given(...anaIsThere, interrupted(), promised(3, at('Fri 10:00'), at('Tue 10:32')))
        .when(command, ben, at('Tue 10:38'))
        .happens()
        .check(({ promises }) => expect(promises.find(({ kind }) => kind === 'callback')?.fate.state).toBe('kept'))
  })

  test('moved by nobody else’s promise: a callback is the owner’s, whoever that is', () => {
    given(...anaIsThere, interrupted())
      .when(takeOver, priya, at('Tue 10:35'))
      .happens()
      .check(issue => {
        expect(owner(issue).member).toBe('priya')
        expect(issue.promises[1]?.fate.state).toBe('open')
      })
    given(...anaIsThere, interrupted())
      .when(move(2, at('Tue 12:00')), ben, at('Tue 10:35'))
      .happens()
  })

  test('the workspace says how long they wait', () => {
    given(...acceptedByCarla)
      .when(introduceLive(), ben, at('Tue 10:30'), {
        policy: { ...defaultPolicy, liveMinutes: 5, callbackMinutes: 3 },
      })
      .yields({ type: 'LiveIntroductionBegan', until: at('Tue 10:35') }, { type: 'SeenLive' })
  })
})

describe('Rule 9: on the phone giver and receiver both say that all three are on the line', () => {
  test('within ten minutes of each other: met', () => {
    given(...phone)
      .when(present(), ben, at('Tue 10:31'))
      .yields({ type: 'SeenLive', party: 'giver' })
      .when(present(), carla, at('Tue 10:39'))
      .happens()
      .told({ member: 'ben', word: 'met' })
      .check(issue => {
        expect(owner(issue).member).toBe('carla')
        expect(issue.handoff).toMatchObject({ state: 'met', how: 'phone' })
      })
  })

  test('one alone says nothing: a callback is promised when the other has not said it in time', () => {
    given(...phone)
      .when(present(), ben, at('Tue 10:31'))
      .happens()
      .when(tick, theDesk, at('Tue 10:40'))
      .yields(
        { type: 'LiveIntroductionInterrupted', missing: ['receiver'], until: at('Tue 10:50') },
        { type: 'PromiseMade', kind: 'callback', due: at('Tue 10:50') },
      )
      .when(present(), carla, at('Tue 10:41'))
      .yields({ type: 'LiveIntroductionResumed', until: at('Tue 10:51') }, { type: 'SeenLive' })
      .when(present(), ben, at('Tue 10:42'))
      .happens()
      .check(issue => expect(owner(issue).member).toBe('carla'))
  })
})

describe('Rule 9: the customer can say that they have met nobody', () => {
  const metByPhone = given(...phone, metOnThePhone())

  test('it is on record, told to both and the supervisor, is work, and the owner owes an introduction', () => {
    metByPhone
      .when(object('w:nobody'), ana, at('Tue 12:00'))
      .yields(
        { type: 'CustomerObjected', handoff: 1, words: 'w:nobody' },
        { type: 'PromiseMade', promise: 3, kind: 'introduction', due: at('Tue 16:00') },
      )
      .told(
        { member: 'carla', word: 'objected' },
        { member: 'ben', word: 'objected' },
        { member: 'priya', word: 'objected' },
      )
      .check(issue =>
        expect(waiting(issue)).toEqual([
          { kind: 'objection', of: 1, for: { kind: 'member', id: 'carla' }, since: at('Tue 12:00'), due: null },
          { kind: 'objection', of: 1, for: { kind: 'supervisors', id: 'carla' }, since: at('Tue 12:00'), due: null },
        ]),
      )
      .when(write(), carla, at('Tue 12:30'))
      .refuses('needs_promise')
  })

  test('it waits until the owner has been in touch', () => {
    metByPhone
      .when(object(), ana, at('Tue 12:00'))
      .happens()
      .when(write(null, [3]), carla, at('Tue 12:30'))
      .happens()
      .check(issue => expect(waiting(issue)).toEqual([]))
  })

  test('once, by this customer, of a meeting on the phone', () => {
    metByPhone.when(object(), tom, at('Tue 12:00')).refuses('not_this_customer')
    metByPhone.when(object(), ben, at('Tue 12:00')).refuses('not_this_customer')
    metByPhone
      .when(object(), ana, at('Tue 12:00'))
      .happens()
      .when(object(), ana, at('Tue 12:01'))
      .refuses('already_objected')
    given(arrived(), handedOver()).when(object(), ana, at('Tue 12:00')).refuses('nothing_to_object')
    given(arrived()).when(object(), ana, at('Tue 12:00')).refuses('nothing_to_object')
  })

  test('when it is closed, a new word opens it again instead', () => {
    const over = [
      ...phone,
      metOnThePhone(),
      contacted(3, at('Tue 12:00'), carla),
      kept(1, 3, at('Tue 12:00'), carla),
      kept(2, 3, at('Tue 12:00'), carla),
      happened({ type: 'ResolutionProposed', wrong: 'w', done: 'w', holds: 'w', watch: [] }, carla, at('Tue 12:00')),
      confirmed({ releases: [] }),
    ]
    const closed = given(...over)
      .when(close(), carla, at('Tue 16:00'))
      .happens()
    closed.when(object(), ana, at('Tue 16:10')).refuses('closed')
    closed.when(hear(carla), ana, at('Tue 16:10')).happens()
  })
})
