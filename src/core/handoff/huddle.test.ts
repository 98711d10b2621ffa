import { describe, expect, test } from 'vitest'
import type { Member } from '../context.ts'
import { owner } from '../issue/issue.ts'
import { defaultPolicy } from '../policy.ts'
import {
  accept,
  acknowledge,
  callHuddle,
  close,
  greet,
  introduce,
  offer,
  settleHuddle,
  takeOver,
  tick,
  write,
} from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  arrived,
  called,
  confirmed,
  declined,
  diagnosed,
  handedOver,
  happened,
  kept,
  moved,
  offered,
  proposed,
  settled,
} from '../testing/history.ts'
import {
  ada,
  at,
  ben,
  carla,
  dana,
  everybody,
  membersOf,
  olu,
  otto,
  priya,
  ravi,
  theDesk,
  toMember,
  toTeam,
} from '../testing/people.ts'
import { waiting } from '../waiting.ts'

/** Ben handed it to Carla, who would like to hand it back. */
const contested = [arrived({ due: at('Wed 13:00') }), handedOver()]
const half = at('Tue 11:30')
const members = membersOf(ben, carla, dana, priya)

describe('Rule 11: a huddle is called where an offer would go in a circle', () => {
  test('Scenario 32: Carla calls Ben and their supervisor together: told at once, and work for all three', () => {
    given(...contested)
      .when(callHuddle(toMember(ben)), carla, half)
      .yields({
        type: 'HuddleCalled',
        huddle: 1,
        with: toMember(ben),
        giver: 'carla',
        receiver: 'ben',
        third: 'priya',
        due: at('Tue 15:30'),
      })
      .told({ member: 'ben', word: 'huddle_called' }, { member: 'priya', word: 'huddle_called' })
      .check(issue =>
        expect(waiting(issue)).toEqual(
          ['carla', 'ben', 'priya'].map(id => ({
            kind: 'huddle',
            of: 1,
            for: { kind: 'member', id },
            since: half,
            due: at('Tue 15:30'),
          })),
        ),
      )
  })

  test('by the owner or their supervisor, once at a time, and not for what may be offered', () => {
    given(...contested)
      .when(callHuddle(toMember(ben)), priya, half)
      .yields({ type: 'HuddleCalled', giver: 'carla', receiver: 'ben', third: 'priya' })
    given(...contested)
      .when(callHuddle(toMember(ben)), ravi, half)
      .refuses('not_owner', { owner: 'carla' })
    given(...contested)
      .when(callHuddle(toMember(dana)), carla, half)
      .refuses('no_circle')
    given(...contested)
      .when(callHuddle(toMember(olu)), carla, half)
      .refuses('no_seat')
    given(...contested, called())
      .when(callHuddle(toMember(ben)), carla, half)
      .refuses('huddle_open', { third: 'priya', due: at('Tue 15:30') })
    given(
      arrived(),
      proposed(),
      confirmed(),
      happened({ type: 'IssueClosed', outcome: 'confirmed' }, ben, at('Tue 16:00')),
    )
      .when(callHuddle(toMember(carla)), ben, at('Tue 16:10'))
      .refuses('closed')
  })

  test('Scenario 33: for the third handoff with whomever it was meant for', () => {
    given(...contested)
      .when(callHuddle(toMember(dana)), carla, half, { policy: { ...defaultPolicy, handoffsWithoutHuddle: 1 } })
      .yields({ type: 'HuddleCalled', receiver: 'dana', third: 'priya' })
  })

  test('of a team who there had it or said no; else who supervises it; else who is there', () => {
    given(...contested)
      .when(callHuddle(toTeam('support')), carla, half, {
        members: membersOf(ben, { ...ben, id: 'eve' }, carla, priya),
      })
      .yields({ type: 'HuddleCalled', receiver: 'ben' })
    given(arrived({ due: at('Wed 13:00') }), diagnosed(), offered({ to: toTeam('plans') }), declined({ by: dana }))
      .when(callHuddle(toTeam('plans')), ben, at('Tue 10:30'))
      .yields({ type: 'HuddleCalled', giver: 'ben', receiver: 'dana' })
    const limit = { policy: { ...defaultPolicy, handoffsWithoutHuddle: 1 } }
    given(...contested)
      .when(callHuddle(toTeam('activations')), carla, half, limit)
      .yields({ type: 'HuddleCalled', receiver: 'otto', third: 'priya' })
    given(...contested)
      .when(callHuddle(toTeam('activations')), carla, half, { ...limit, members: membersOf(ben, carla, ravi, priya) })
      .yields({ type: 'HuddleCalled', receiver: 'ravi' })
  })

  test('the third is a supervisor who is neither of the two and there; else an admin; else they are two', () => {
    const third = (people: typeof everybody) =>
      given(...contested).when(callHuddle(toMember(ben)), carla, half, { members: people })
    const away = { ...priya, absences: [{ from: at('Tue 09:00'), until: at('Wed 09:00') }] }
    const pia = { ...priya, id: 'pia' }
    third(membersOf(ben, carla, away, pia)).yields({ type: 'HuddleCalled', third: 'pia' })
    third(membersOf(ben, carla, away)).yields({ type: 'HuddleCalled', third: 'priya' })
    third(membersOf(ben, carla, otto, ada)).yields({ type: 'HuddleCalled', third: 'ada' })
    third(membersOf(ben, carla, otto)).yields({ type: 'HuddleCalled', third: null })
    given(...contested, moved(carla, priya, 'takeover', at('Tue 11:20')))
      .when(callHuddle(toMember(carla)), priya, half, { members: membersOf(ben, carla, priya, ada) })
      .yields({ type: 'HuddleCalled', giver: 'priya', receiver: 'carla', third: 'ada' })
    given(...contested, moved(carla, ada, 'takeover', at('Tue 11:20')))
      .when(callHuddle(toMember(carla)), ada, half, { members: membersOf(ben, carla, ada) })
      .yields({ type: 'HuddleCalled', giver: 'ada', receiver: 'carla', third: null })
  })

  test('of a team nobody who has left, has no seat or owns it; who is there rather than who is away', () => {
    const limit = { policy: { ...defaultPolicy, handoffsWithoutHuddle: 1 } }
    const team = (...people: Member[]) =>
      given(...contested).when(callHuddle(toTeam('activations')), carla, half, {
        ...limit,
        members: membersOf(ben, carla, priya, ...people),
      })
    const off = { from: at('Tue 09:00'), until: at('Wed 09:00') }
    const rosa = { ...ravi, id: 'rosa' }
    given(...contested)
      .when(callHuddle(toTeam('plans')), carla, half, { ...limit, members: membersOf(ben, carla, dana) })
      .yields({ type: 'HuddleCalled', giver: 'carla', receiver: 'dana' })
    team({ ...ravi, absences: [off] }, rosa).yields({ type: 'HuddleCalled', receiver: 'rosa' })
    team({ ...ravi, absences: [off] }).yields({ type: 'HuddleCalled', receiver: 'ravi' })
    team(ravi, { ...otto, active: false }).yields({ type: 'HuddleCalled', receiver: 'ravi' })
    team(ravi, { ...olu, supervises: ['activations'] }).yields({ type: 'HuddleCalled', receiver: 'ravi' })
    const [dora, plans] = [{ ...dana, active: false }, toTeam('plans')]
    given(arrived({ due: at('Wed 13:00') }), diagnosed(), offered({ to: plans }), declined({ by: dana }))
      .when(callHuddle(plans), ben, at('Tue 10:30'), { members: membersOf(ben, carla, dora, priya) })
      .yields({ type: 'HuddleCalled', receiver: 'priya', third: null })
  })

  test('the third is who calls it, when that is another supervisor; and an admin when the supervisor is one of the two', () => {
    const pia = { ...priya, id: 'pia' }
    for (const who of [priya, pia])
      given(...contested)
        .when(callHuddle(toMember(ben)), who, half, { members: membersOf(ben, carla, priya, pia) })
        .yields({ type: 'HuddleCalled', third: who.id })
    const hadPriya = [
      moved(ben, priya, 'takeover', at('Tue 09:40')),
      moved(priya, carla, 'huddle', at('Tue 10:00'), priya),
    ]
    given(arrived({ due: at('Wed 13:00') }), diagnosed(), ...hadPriya)
      .when(callHuddle(toMember(priya)), carla, half, { members: membersOf(ben, carla, priya, ada) })
      .yields({ type: 'HuddleCalled', giver: 'carla', receiver: 'priya', third: 'ada' })
  })

  test('a second one on an issue escalates it', () => {
    given(...contested, called(), settled(ben), moved(carla, ben, 'huddle', at('Tue 11:40'), priya))
      .when(callHuddle(toMember(carla)), ben, at('Tue 12:00'))
      .yields(
        { type: 'HuddleCalled', huddle: 2 },
        { type: 'EscalationRaised', cause: 'second_huddle' },
        { type: 'RungCalled', by: theDesk },
      )
      .when(acknowledge, priya, at('Tue 12:10'))
      .happens()
  })

  test('at its due time it still waits, and its people, the supervisors and admins are told again, once', () => {
    given(...contested, called())
      .when(tick, theDesk, at('Tue 15:30'))
      .yields({ type: 'HuddleLate', huddle: 1 })
      .told(
        { member: 'carla', word: 'huddle_late' },
        { member: 'ben', word: 'huddle_late' },
        { member: 'priya', word: 'huddle_late' },
        { member: 'ada', word: 'huddle_late' },
      )
      .check(issue => expect(waiting(issue)).toHaveLength(3))
      .when(tick, theDesk, at('Wed 11:00'))
      .yields()
  })
})

describe('Rule 11: it records who owns it, and why', () => {
  const huddle = given(...contested, called())
  const now = at('Tue 11:40')

  test('Scenario 32: it stays with Carla: nothing moves, and Ana hears a word', () => {
    given(arrived({ due: at('Wed 16:30') }), handedOver(), called(), kept(2, 3, at('Tue 11:31'), carla))
      .when(settleHuddle(carla), priya, now)
      .yields(
        { type: 'HuddleSettled', huddle: 1, owner: 'carla', why: 'w:why' },
        { type: 'PromiseMade', kind: 'answer', due: at('Tue 15:40') },
      )
      .told({ member: 'carla', word: 'huddle_settled' }, { member: 'ben', word: 'huddle_settled' })
      .check(issue => {
        expect(owner(issue).member).toBe('carla')
        expect(waiting(issue)).toEqual([])
        expect(issue.huddle).toMatchObject({ state: 'settled', by: 'priya', owner: 'carla', why: 'w:why' })
      })
  })

  test('it moves to Ben, who owes Ana an introduction, and keeps it by one message', () => {
    huddle
      .when(settleHuddle(ben), priya, now)
      .yields(
        { type: 'HuddleSettled', owner: 'ben' },
        { type: 'OwnershipMoved', from: 'carla', to: 'ben', way: 'huddle', reason: 'w:why' },
        { type: 'PromiseMade', promise: 3, kind: 'introduction', due: at('Tue 15:40') },
      )
      .check(issue => expect(owner(issue)).toMatchObject({ member: 'ben', way: 'huddle' }))
      .when(write(null, [3]), ben, at('Tue 11:50'))
      .happens()
      .check(({ promises }) => expect(promises[2]?.fate.state).toBe('kept'))
  })

  test('who decides on themselves may tell the customer with it; nobody tells in the place of another', () => {
    huddle
      .when(settleHuddle(priya, 'w:hello'), priya, now)
      .yields(
        { type: 'HuddleSettled', owner: 'priya' },
        { type: 'OwnershipMoved', to: 'priya' },
        { type: 'CustomerContacted', message: 'w:hello' },
      )
    huddle.when(settleHuddle(ben, 'w:hello'), priya, now).refuses('not_owner', { owner: 'ben' })
  })

  test('an open handoff ends with it', () => {
    given(
      ...contested,
      offered({ handoff: 2, to: toMember(dana), by: carla, when: half, expiresAt: at('Tue 12:30') }),
      called(),
    )
      .when(settleHuddle(ben), priya, now)
      .yields(
        { type: 'HuddleSettled' },
        { type: 'HandoffWithdrawn', handoff: 2, because: 'huddle' },
        { type: 'OwnershipMoved' },
        { type: 'PromiseMade' },
      )
  })

  test('by its third, or in their place another supervisor of the owner; not by the two', () => {
    huddle.when(settleHuddle(ben), ada, now).happens()
    for (const who of [carla, ben, dana, otto, olu])
      huddle.when(settleHuddle(ben), who, now).refuses('not_huddle_lead', { third: 'priya' })
    const movedOn = new Map([...everybody, ['priya', { ...priya, supervises: [] }]])
    huddle.when(settleHuddle(ben), priya, now, { members: movedOn }).happens()
  })

  test('where there is no third, by one of the two', () => {
    const two = given(...contested, called({ third: null }))
    for (const who of [carla, ben]) two.when(settleHuddle(ben), who, now, { members }).happens()
    two
      .when(settleHuddle(carla, 'w:hello'), carla, now)
      .yields({ type: 'HuddleSettled' }, { type: 'CustomerContacted' })
    two.when(settleHuddle(ben), dana, now).refuses('not_huddle_lead', { third: null })
  })

  test('on one of the three, who has a seat and is active', () => {
    huddle.when(settleHuddle(dana), priya, now).refuses('not_in_huddle', { member: 'dana' })
    const left = new Map([...everybody, ['ben', { ...ben, active: false }]])
    huddle.when(settleHuddle(ben), priya, now, { members: left }).refuses('no_such_member', { member: 'ben' })
    const seatless = new Map([...everybody, ['ben', { ...ben, role: 'colleague' as const }]])
    huddle.when(settleHuddle(ben), priya, now, { members: seatless }).refuses('no_seat', { member: 'ben' })
  })

  test('Rule 11: who sat together without calling it first: their supervisor records it all the same', () => {
    given(...contested)
      .when(settleHuddle(ben), priya, now)
      .yields(
        { type: 'HuddleCalled', with: toMember(ben), giver: 'carla', receiver: 'ben', third: 'priya' },
        { type: 'HuddleSettled', owner: 'ben' },
        { type: 'OwnershipMoved' },
        { type: 'PromiseMade' },
      )
    for (const decided of [carla, priya])
      given(...contested)
        .when(settleHuddle(decided), priya, now)
        .happens()
        .check(issue => expect(issue.huddle).toMatchObject({ receiver: 'ben', owner: decided.id }))
  })

  test('Rule 11: held without calling it, it decides between the owner and whom it was meant for, by nobody of the two', () => {
    const limit = { policy: { ...defaultPolicy, handoffsWithoutHuddle: 1 } }
    given(...contested)
      .when(settleHuddle(dana), priya, now, limit)
      .yields(
        { type: 'HuddleCalled', receiver: 'dana' },
        { type: 'HuddleSettled', owner: 'dana' },
        { type: 'OwnershipMoved' },
        { type: 'PromiseMade' },
      )
    for (const decided of [carla, priya])
      given(...contested)
        .when(settleHuddle(decided), priya, now, limit)
        .happens()
        .check(issue => expect(issue.huddle).toMatchObject({ receiver: 'ben', owner: decided.id }))
    const hadPriya = [
      moved(ben, priya, 'takeover', at('Tue 09:40')),
      moved(priya, carla, 'huddle', at('Tue 10:00'), priya),
    ]
    const before = [arrived({ due: at('Wed 13:00') }), diagnosed(), ...hadPriya]
    given(...before)
      .when(settleHuddle(carla), priya, now)
      .refuses('no_huddle')
    given(...before)
      .when(settleHuddle(ben), priya, now)
      .yields(
        { type: 'HuddleCalled', receiver: 'ben', third: 'priya' },
        { type: 'HuddleSettled' },
        { type: 'OwnershipMoved' },
        { type: 'PromiseMade' },
      )
  })

  test('Rule 15: who covers the owner settles it in the owner’s place where the two are alone', () => {
    const cover = { cover: 'c', absence: 'a', member: 'dana', from: at('Tue 09:00'), until: at('Wed 17:00') }
    const covered = [
      happened({ type: 'CoverAsked', absent: 'carla', ...cover }, carla, at('Tue 11:15')),
      happened({ type: 'CoverAccepted', cover: 'c', mailed: true }, dana, at('Tue 11:16')),
      happened({ type: 'CoverBegan', cover: 'c' }, theDesk, at('Tue 11:16')),
    ]
    const two = given(...contested, ...covered, called({ third: null }))
    two.when(settleHuddle(ben), dana, now).happens()
    expect(waiting(two.issue).flatMap(({ kind, for: { id } }) => (kind === 'huddle' ? [id] : []))).toEqual([
      'carla',
      'dana',
      'ben',
    ])
    const ofTheirs = given(...contested, ...covered, called({ receiver: dana, third: null }))
    expect(waiting(ofTheirs.issue).flatMap(({ kind, for: { id } }) => (kind === 'huddle' ? [id] : []))).toEqual([
      'carla',
      'dana',
    ])
  })

  test('Rule 4: it is no way to set an owner: without a circle there is nothing to settle', () => {
    given(arrived(), diagnosed()).when(settleHuddle(carla), priya, at('Tue 10:00')).refuses('no_huddle')
    given(...contested)
      .when(settleHuddle(dana), priya, now)
      .refuses('not_in_huddle', { member: 'dana' })
    given(...contested)
      .when(settleHuddle(ben), carla, now)
      .refuses('no_huddle')
    given(...contested, called(), settled(ben))
      .when(settleHuddle(ben), carla, now)
      .refuses('no_huddle')
    given(...contested)
      .when(settleHuddle(ben), dana, now)
      .refuses('not_owner', { owner: 'carla' })
    given(
      arrived(),
      proposed(),
      confirmed(),
      happened({ type: 'IssueClosed', outcome: 'confirmed' }, ben, at('Tue 16:00')),
    )
      .when(settleHuddle(ben), priya, at('Tue 16:10'))
      .refuses('closed')
  })

  test('it is called off when the issue changes hands another way, or is closed', () => {
    huddle
      .when(takeOver, priya, now)
      .yields(
        { type: 'HuddleCalledOff', because: 'moved' },
        { type: 'OwnershipMoved', way: 'takeover' },
        { type: 'PromiseMade', kind: 'introduction' },
      )
      .told(
        { member: 'carla', word: 'huddle_called_off' },
        { member: 'ben', word: 'huddle_called_off' },
        { member: 'carla', word: 'taken_over' },
      )
      .check(({ huddle: after }) => expect(after).toMatchObject({ state: 'called_off', at: now }))
    given(arrived(), proposed(), confirmed(), called({ giver: ben, receiver: carla, by: ben, when: at('Tue 15:10') }))
      .when(close(), ben, at('Tue 15:20'))
      .yields({ type: 'HuddleCalledOff', because: 'closed' }, { type: 'IssueClosed' })
  })

  test('a handoff to somebody new is still the better way, and ends it', () => {
    const [offering, deal] = [offer(toMember(dana)), at('Tue 11:35')]
    huddle
      .when(offering, carla, deal)
      .happens()
      .when(accept(at('Wed 12:00'), [], 2), dana, at('Tue 11:36'))
      .happens()
      .when(introduce([], 2), carla, at('Tue 11:37'))
      .happens()
      .when(greet([], { handoff: 2 }), dana, at('Tue 11:38'))
      .yields(
        { type: 'CustomerContacted' },
        { type: 'HandoffMet' },
        { type: 'HuddleCalledOff' },
        { type: 'OwnershipMoved', way: 'handoff' },
      )
  })
})
