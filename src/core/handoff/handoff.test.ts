import { describe, expect, test } from 'vitest'
import { accept, decline, diagnose, offer, tick, withdraw } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  accepted,
  arrived,
  broken,
  closed,
  confirmed,
  declined,
  diagnosed,
  handedOver,
  happened,
  introduced,
  offered,
  proposed,
} from '../testing/history.ts'
import {
  at,
  ben,
  carla,
  contextAt,
  dana,
  everybody,
  gone,
  olu,
  priya,
  theDesk,
  toMember,
  toTeam,
} from '../testing/people.ts'
import { whyNotTo } from './handoff.ts'

describe('Rule 6: understand first', () => {
  test('Scenario 22: an offer without a recorded diagnosis is refused', () => {
    const issue = given(arrived())
    issue.when(offer(toMember(carla)), ben, at('Tue 10:00')).refuses('needs_diagnosis')
    issue.when(offer(toMember(carla), { diagnosis: 'w:only-said' }), ben, at('Tue 10:00')).refuses('needs_diagnosis')
    issue
      .when(diagnose, ben, at('Tue 09:50'))
      .happens()
      .when(offer(toMember(carla)), ben, at('Tue 10:00'))
      .yields({ type: 'HandoffOffered', handoff: 1, to: toMember(carla), expiresAt: at('Tue 11:00') })
      .told({ member: 'carla', word: 'offered' })
      .check(({ handoff }) => expect(handoff).toMatchObject({ giver: 'ben', brief: { diagnosis: 'w:diagnosis' } }))
  })

  test('Scenario 22: on a phone issue a callback address is needed: in the brief, or as a fact', () => {
    const called = [arrived({ channel: 'phone', way: 'contact' }), diagnosed()]
    const known = (key: string) =>
      happened({ type: 'FactEstablished', key, fact: 'w:number', how: null }, ben, at('Tue 09:40'))
    for (const issue of [called, [...called, known('account')]])
      given(...issue)
        .when(offer(toMember(carla)), ben, at('Tue 10:00'))
        .refuses('needs_callback')
    given(...called)
      .when(offer(toMember(carla), { callback: 'w:other' }), ben, at('Tue 10:00'))
      .happens()
      .check(({ handoff }) => expect(handoff?.brief.callback).toBe('w:other'))
    given(...called, known('callback'))
      .when(offer(toMember(carla)), ben, at('Tue 10:00'))
      .happens()
      .check(({ handoff }) => expect(handoff?.brief.callback).toBe('w:number'))
  })
})

describe('Rule 7: to whom it may be offered', () => {
  const issue = given(arrived(), diagnosed())
  const now = at('Tue 10:00')

  test('Scenario 22: not to oneself, to somebody without a seat, to somebody away', () => {
    issue.when(offer(toMember(ben)), ben, now).refuses('already_owner', { owner: 'ben' })
    issue.when(offer(toMember(olu)), ben, now).refuses('no_seat', { member: 'olu' })
    const away = { ...carla, absences: [{ from: at('Mon 09:00'), until: at('Wed 09:00') }] }
    const members = new Map([...everybody, [carla.id, away]])
    issue
      .when(offer(toMember(carla)), ben, now, { members })
      .refuses('away', { member: 'carla', until: at('Wed 09:00') })
    issue.when(offer(toMember(carla)), ben, at('Wed 09:00'), { members }).happens()
  })

  test('not to somebody who left or never was, nor to a team that is not there or has nobody with a seat', () => {
    issue.when(offer(toMember(gone)), ben, now).refuses('no_such_member', { member: 'gone' })
    issue.when(offer({ kind: 'member', member: 'nobody' }), ben, now).refuses('no_such_member')
    issue.when(offer(toTeam('nowhere')), ben, now).refuses('no_such_team', { team: 'nowhere' })
    issue.when(offer(toTeam('repair')), ben, now).refuses('no_seat', { team: 'repair' })
    issue.when(offer(toTeam('support')), ben, now).refuses('no_seat', { team: 'support' })
  })

  test('a screen can ask beforehand why not', () => {
    const sight = { issue: issue.issue, context: contextAt(now, ben) }
    expect(whyNotTo(sight, toMember(olu))).toMatchObject({ code: 'no_seat' })
    expect(whyNotTo(sight, toMember(carla))).toBeUndefined()
  })

  test('only by the owner, one at a time, and not when it is closed', () => {
    issue.when(offer(toMember(carla)), priya, now).refuses('not_owner', { owner: 'ben' })
    given(arrived(), diagnosed(), offered())
      .when(offer(toMember(dana)), ben, at('Tue 10:10'))
      .refuses('handoff_open', { handoff: 1 })
    given(arrived(), diagnosed(), offered(), accepted())
      .when(offer(toMember(dana)), ben, at('Tue 10:20'))
      .refuses('handoff_open')
    given(arrived(), proposed(), confirmed(), closed())
      .when(offer(toMember(carla)), ben, at('Wed 10:00'))
      .refuses('closed')
  })

  test('everybody of a team with a seat is told, but the owner', () => {
    issue
      .when(offer(toTeam('plans')), ben, now)
      .yields({ type: 'HandoffOffered', to: toTeam('plans') })
      .told({ member: 'carla', word: 'offered' }, { member: 'dana', word: 'offered' })
  })
})

describe('Rule 7: an unanswered offer expires', () => {
  test('Scenario 23: after an hour; Ben owns it, Ben and Priya are told, the promise runs on', () => {
    given(arrived(), diagnosed(), offered())
      .when(tick, theDesk, at('Tue 11:00'))
      .yields({ type: 'HandoffExpired', handoff: 1 })
      .told({ member: 'ben', word: 'expired' }, { member: 'priya', word: 'expired' })
      .check(({ handoff, ownership, promises }) => {
        expect(handoff?.state).toBe('expired')
        expect(ownership).toHaveLength(1)
        expect(promises[0]).toMatchObject({ due: at('Tue 13:00'), fate: { state: 'open' } })
      })
  })

  test('Scenario 23: offered on Friday at 16:30 it expires on Monday at 9:30', () => {
    given(arrived({ due: at('Wed 12:00', 1) }), diagnosed())
      .when(offer(toMember(carla)), ben, at('Fri 16:30'))
      .yields({ type: 'HandoffOffered', expiresAt: at('Mon 09:30', 1) })
  })

  test('an answer after that comes too late, and the next offer to the same person is no circle', () => {
    const late = given(arrived(), diagnosed(), offered())
    late.when(accept(), carla, at('Tue 11:00')).refuses('offer_over', { state: 'expired' })
    late.when(decline(), carla, at('Tue 11:00')).refuses('offer_over', { state: 'expired' })
    late
      .when(tick, theDesk, at('Tue 11:00'))
      .happens()
      .when(offer(toMember(carla)), ben, at('Tue 11:05'))
      .yields({ type: 'HandoffOffered', handoff: 2 })
  })
})

describe('Rule 7: one person accepts, with a read-back', () => {
  const issue = given(arrived(), diagnosed(), offered())

  test('Scenario 25: accepted; Ben still owns it and is told', () => {
    issue
      .when(accept(), carla, at('Tue 10:15'))
      .yields({ type: 'HandoffAccepted', handoff: 1, readBack: 'w:read-back', fallsThroughAt: at('Tue 14:15') })
      .told({ member: 'ben', word: 'accepted' })
      .check(({ ownership, handoff }) => {
        expect(ownership.at(-1)?.member).toBe('ben')
        expect(handoff).toMatchObject({ state: 'accepted', receiver: 'carla', nextStep: 'w:next-step' })
      })
  })

  test('Scenario 24: offered to Plans, Dana accepts first; Carla hears who took it', () => {
    const toPlans = given(arrived(), diagnosed(), offered({ to: toTeam('plans') }))
    const taken = toPlans.when(accept(), dana, at('Tue 10:15')).happens()
    taken.when(accept(), carla, at('Tue 10:15')).refuses('already_accepted', { by: 'dana' })
    given(arrived(), handedOver()).when(accept(), dana, at('Tue 11:10')).refuses('already_accepted', { by: 'carla' })
    taken.when(decline(), carla, at('Tue 10:15')).refuses('already_accepted', { by: 'dana' })
  })

  test('nobody accepts what was not offered to them, or was not offered at all', () => {
    issue.when(accept(), dana, at('Tue 10:15')).refuses('not_offered_to_you', { handoff: 1 })
    issue.when(accept(), ben, at('Tue 10:15')).refuses('not_offered_to_you')
    issue.when(accept(at('Wed 12:00'), [], 2), carla, at('Tue 10:15')).refuses('no_such_handoff', { handoff: 2 })
    given(arrived(), diagnosed(), offered({ to: toTeam('repair') }))
      .when(accept(), olu, at('Tue 10:15'))
      .refuses('not_offered_to_you')
    given(arrived()).when(accept(), carla, at('Tue 10:15')).refuses('no_such_handoff')
  })

  test('after a withdrawal, or when it fell through, it is over for the one who accepted as well', () => {
    given(
      arrived(),
      diagnosed(),
      offered(),
      happened({ type: 'HandoffWithdrawn', handoff: 1, because: 'giver' }, ben, at('Tue 10:05')),
    )
      .when(accept(), carla, at('Tue 10:15'))
      .refuses('offer_over', { state: 'withdrawn' })
    given(arrived({ due: at('Wed 13:00') }), diagnosed(), offered(), accepted())
      .when(accept(), carla, at('Tue 14:15'))
      .refuses('offer_over', { state: 'fell_through' })
  })

  test('the next step lies ahead, and each running promise may be moved with the introduction', () => {
    const move = (promise: number, due = at('Wed 12:00')) => accept(at('Wed 12:00'), [{ promise, due }])
    issue.when(accept(at('Tue 10:15')), carla, at('Tue 10:15')).refuses('due_in_past', { due: at('Tue 10:15') })
    issue
      .when(move(1), carla, at('Tue 10:15'))
      .yields({ type: 'HandoffAccepted', moves: [{ promise: 1, due: at('Wed 12:00') }] })
    for (const due of [at('Tue 10:10'), at('Tue 10:15')])
      issue.when(move(1, due), carla, at('Tue 10:15')).refuses('due_in_past', { due })
    issue.when(move(7), carla, at('Tue 10:15')).refuses('no_such_promise', { promise: 7 })
    given(
      arrived(),
      diagnosed(),
      broken(1, at('Tue 13:00'), at('Wed 09:00')),
      offered({ when: at('Tue 13:10'), expiresAt: at('Tue 14:10') }),
    )
      .when(move(1), carla, at('Tue 13:15'))
      .refuses('already_due', { due: at('Tue 13:00') })
  })
})

describe('Rule 7: declining has a reason, and costs nothing', () => {
  const issue = given(arrived(), diagnosed(), offered())

  test('not mine: then who is; missing information: then what; no capacity needs no more', () => {
    issue
      .when(decline('not_mine', 'w:ravi'), carla, at('Tue 10:15'))
      .yields({ type: 'HandoffDeclined', handoff: 1, reason: 'not_mine', suggestion: 'w:ravi' })
      .told({ member: 'ben', word: 'declined' })
      .check(({ ownership }) => expect(ownership.at(-1)?.member).toBe('ben'))
    issue.when(decline('not_mine', null), carla, at('Tue 10:15')).refuses('needs_suggestion', { reason: 'not_mine' })
    issue.when(decline('missing_information', null), carla, at('Tue 10:15')).refuses('needs_suggestion')
    issue.when(decline('no_capacity', null), carla, at('Tue 10:15')).happens()
    issue.when(decline(), dana, at('Tue 10:15')).refuses('not_offered_to_you')
  })
})

describe('Rule 7: the owner withdraws', () => {
  test('Scenario 36: before the introduction freely; whom it was offered to is told', () => {
    given(arrived(), diagnosed(), offered())
      .when(withdraw(), ben, at('Tue 10:10'))
      .yields({ type: 'HandoffWithdrawn', handoff: 1, because: 'giver' })
      .told({ member: 'carla', word: 'withdrawn' })
    given(arrived(), diagnosed(), offered({ to: toTeam('plans') }), accepted({ by: dana }))
      .when(withdraw(), ben, at('Tue 10:20'))
      .yields({ type: 'HandoffWithdrawn', because: 'giver' })
      .told({ member: 'dana', word: 'withdrawn' })
  })

  test('Scenario 36: after the introduction only with a word to the customer; the promise made then runs on', () => {
    const known = given(arrived(), diagnosed(), offered(), accepted(), introduced())
    known.when(withdraw(), ben, at('Tue 10:40')).refuses('needs_message')
    known
      .when(withdraw('w:withdrawn'), ben, at('Tue 10:40'))
      .yields(
        { type: 'CustomerContacted', channel: 'email', message: 'w:withdrawn' },
        { type: 'HandoffWithdrawn', because: 'giver' },
      )
      .check(({ promises }) => expect(promises.map(({ fate }) => fate.state)).toEqual(['open', 'open']))
  })

  test('nobody else, and not what is over', () => {
    given(arrived(), diagnosed(), offered()).when(withdraw(), carla, at('Tue 10:10')).refuses('not_owner')
    given(arrived(), diagnosed(), offered(), declined())
      .when(withdraw(), ben, at('Tue 10:20'))
      .refuses('no_such_handoff')
    given(arrived(), handedOver()).when(withdraw(), carla, at('Tue 11:10')).refuses('no_such_handoff')
    given(arrived(), diagnosed(), offered())
      .when(withdraw(null, 7), ben, at('Tue 10:10'))
      .refuses('no_such_handoff', { handoff: 7 })
  })
})
