import { describe, expect, test } from 'vitest'
import type { Member } from './context.ts'
import { type May, may } from './may.ts'
import { given } from './testing/given.ts'
import type { Part } from './testing/history.ts'
import {
  accepted,
  agreedCannotFix,
  answered,
  arrived,
  askedCannotFix,
  called,
  closed,
  confirmed,
  diagnosed,
  handedOver,
  happened,
  introduced,
  liveBegan,
  offered,
  proposed,
  raised,
  replied,
  toldCannotFix,
} from './testing/history.ts'
import { at, ben, carla, contextAt, dana, gone, olu, otto, priya, toTeam } from './testing/people.ts'

/** What is tried here; acts of other chapters have tests of their own. */
const tried: readonly May[] = [
  ...(['log_call', 'note', 'write', 'propose', 'confirm', 'deny', 'close', 'claim', 'takeover'] as const),
  ...(['offer', 'accept', 'decline', 'withdraw', 'introduce', 'greet', 'acknowledge', 'stand_down'] as const),
]
const acts = (who: Member, ...parts: Part[]) =>
  may(given(...parts).issue, who, contextAt(at('Tue 10:00'), who))
    .filter(act => tried.includes(act))
    .sort()
const always = ['log_call', 'note']
const all = (...more: string[]) => [...always, ...more].sort()

describe('which acts a screen shows: what the rules would let this member do', () => {
  test('Rules 2 and 4: before the first reply anybody with a seat claims, a supervisor takes over', () => {
    expect(acts(ben, arrived())).toEqual(all('write', 'propose', 'offer'))
    expect(acts(carla, arrived())).toEqual(all('claim'))
    expect(acts(priya, arrived())).toEqual(all('claim', 'takeover'))
    expect(acts(otto, arrived())).toEqual(all('claim'))
    expect(acts(carla, arrived(), replied())).toEqual(all())
  })

  test('Rules 7 and 8: the offer, its answer, introduction and greeting', () => {
    const toPlans = [arrived(), replied(), diagnosed(), offered({ to: toTeam('plans') })]
    expect(acts(ben, ...toPlans)).toEqual(all('write', 'propose', 'withdraw'))
    expect(acts(dana, ...toPlans)).toEqual(all('accept', 'decline'))
    const taken = [...toPlans, accepted({ due: at('Wed 12:00') })]
    expect(acts(dana, ...taken)).toEqual(all())
    expect(acts(carla, ...taken)).toEqual(all())
    expect(acts(ben, ...taken)).toEqual(all('write', 'propose', 'introduce', 'withdraw'))
    const known = [...taken, introduced({ contact: 3, promise: 3 })]
    expect(acts(carla, ...known)).toEqual(all('greet'))
    expect(acts(dana, ...known)).toEqual(all())
    expect(acts(ben, ...known)).toEqual(all('write', 'propose', 'withdraw'))
  })

  test('Rules 5 and 18: confirm, deny and close', () => {
    expect(acts(ben, arrived(), proposed())).toEqual(all('write', 'propose', 'offer', 'confirm', 'deny', 'close'))
    expect(acts(priya, arrived(), proposed())).toEqual(all('takeover', 'close'))
    expect(acts(ben, arrived(), proposed(), confirmed())).toEqual(all('write', 'offer', 'deny', 'close'))
    expect(acts(priya, arrived(), proposed(), confirmed())).toEqual(all('takeover', 'close'))
    expect(acts(dana, arrived(), proposed(), confirmed())).toEqual(all())
  })

  test('Rule 9: all three of a live introduction come together, giver and receiver in the desk', () => {
    const live = [arrived(), diagnosed(), offered(), accepted(), liveBegan()]
    const of = (who: Member, ...parts: Part[]) =>
      may(given(...parts).issue, who, contextAt(at('Tue 10:31'), who)).filter(act =>
        ['introduce', 'withdraw', 'greet', 'say_present', 'report_disconnect'].includes(act),
      )
    expect(of(ben, ...live)).toEqual(['introduce', 'withdraw', 'say_present', 'report_disconnect'])
    expect(of(carla, ...live)).toEqual(['say_present', 'report_disconnect'])
    expect(of(dana, ...live)).toEqual([])
  })

  test('Rules 10 and 11: look after whom nobody looks after; call and settle a huddle where it goes in circles', () => {
    const of = (who: Member, ...parts: Part[]) =>
      may(given(...parts).issue, who, contextAt(at('Tue 11:30'), who)).filter(act =>
        ['look_after', 'call_huddle', 'settle_huddle'].includes(act),
      )
    const fresh = [arrived(), replied()]
    for (const who of [ben, carla, priya]) expect(of(who, ...fresh)).toEqual([])
    const handed = [arrived(), handedOver()]
    expect(of(carla, ...handed)).toEqual(['call_huddle'])
    expect(of(priya, ...handed)).toEqual(['call_huddle', 'settle_huddle'])
    expect(of(ben, ...handed)).toEqual([])
    const open = [...handed, called()]
    expect(of(carla, ...open)).toEqual([])
    expect(of(priya, ...open)).toEqual(['settle_huddle'])
    const stalled = happened(
      { type: 'LookedBack', handoff: 1, giver: 'ben', receiver: 'carla', moved: null },
      ben,
      at('Tue 11:20'),
    )
    expect(of(ben, ...handed, stalled)).toEqual(['look_after'])
    expect(of(priya, ...handed, stalled)).toEqual(['look_after', 'call_huddle', 'settle_huddle'])
    expect(of(carla, ...handed, stalled)).toEqual(['call_huddle'])
  })

  test('Rule 26: a supervisor answers the alarm, the champion writes and stands it down', () => {
    const alarm = [arrived(), replied(), raised(at('Tue 15:00'))]
    expect(acts(ben, ...alarm)).toEqual(all('write', 'propose', 'offer'))
    expect(acts(carla, ...alarm)).toEqual(all())
    expect(acts(priya, ...alarm)).toEqual(all('takeover', 'acknowledge'))
    const heard = [...alarm, answered(at('Tue 15:10'), priya)]
    expect(acts(priya, ...heard)).toEqual(all('takeover', 'stand_down', 'write'))
    expect(acts(ben, ...heard)).toEqual(all('write', 'propose', 'offer'))
  })

  test('on a closed issue a note and the log of a call that opens it again; for whoever left or has no seat, nothing', () => {
    expect(acts(ben, arrived(), proposed(), confirmed(), closed())).toEqual(all())
    expect(acts(olu, arrived())).toEqual([])
    expect(acts(gone, arrived())).toEqual([])
  })
})

describe('Rules 19 and 22: what ends an issue without a confirmation', () => {
  const ending: readonly May[] = [
    'ask_cannot_fix',
    'answer_cannot_fix',
    'tell_cannot_fix',
    'mark_spam',
    'clear_spam',
    'deny',
    'close',
  ]
  const ends = (who: Member, ...parts: Part[]) =>
    may(given(...parts).issue, who, contextAt(at('Tue 12:00'), who)).filter(act => ending.includes(act))

  test('what can’t be fixed is asked, answered, told and closed, each in its turn', () => {
    expect(ends(ben, arrived())).toEqual(['ask_cannot_fix', 'mark_spam'])
    expect(ends(ben, arrived(), askedCannotFix())).toEqual(['mark_spam'])
    expect(ends(priya, arrived(), askedCannotFix())).toEqual(['mark_spam', 'answer_cannot_fix'])
    const agreed = [arrived(), askedCannotFix(), agreedCannotFix()]
    expect(ends(ben, ...agreed)).toEqual(['ask_cannot_fix', 'tell_cannot_fix', 'mark_spam'])
    expect(ends(priya, ...agreed)).toEqual(['mark_spam'])
    expect(ends(ben, ...agreed, toldCannotFix())).toEqual([
      'deny',
      'close',
      'ask_cannot_fix',
      'tell_cannot_fix',
      'mark_spam',
    ])
    expect(ends(priya, ...agreed, toldCannotFix())).toEqual(['close', 'mark_spam'])
  })

  test('spam is marked and cleared by the owner or a supervisor', () => {
    const spam = [arrived(), happened({ type: 'IssueMarkedSpam', why: 'w:why' }, ben, at('Tue 10:00'))]
    expect(ends(carla, arrived())).toEqual([])
    for (const who of [ben, priya]) expect(ends(who, ...spam)).toEqual(['clear_spam'])
    for (const who of [carla, otto]) expect(ends(who, ...spam)).toEqual([])
  })
})
