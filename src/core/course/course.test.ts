import { describe, expect, test } from 'vitest'
import type { Event } from '../events.ts'
import {
  agreedCannotFix,
  arrived,
  askedCannotFix,
  assistAccepted,
  assistAsked,
  assistReturned,
  broken,
  called,
  closed,
  confirmed,
  contacted,
  declined,
  handedOver,
  happened,
  kept,
  moved,
  offered,
  type Part,
  promised,
  proposed,
  raised,
  replied,
  settled,
  spam,
  toldCannotFix,
} from '../testing/history.ts'
import { ana, at, ben, carla, dana, office, priya, ravi, theDesk, toMember } from '../testing/people.ts'
import { type Course, courseFromLog } from './course.ts'

const courseOf = (...parts: Part[]): Course => courseFromLog(parts.flat(), office).course
const event = (given: Event, when = at('Wed 12:00')): Part => happened(given, theDesk, when)

describe('DESIGN section 8: what a customer went through with one issue, by its log', () => {
  test('as it arrived, nothing has happened yet', () => {
    expect(courseOf(arrived())).toMatchObject({
      counted: true,
      openedAt: at('Tue 09:00'),
      channel: 'email',
      kind: null,
      owners: ['ben'],
      teams: ['support'],
      standing: 'open',
      hands: 0,
      circular: false,
      unmet: 0,
      handoffs: { met: 0, fellThrough: 0, declined: 0, expired: 0, withdrawn: 0 },
      huddles: 0,
      toldAgain: 0,
      promises: { kept: 0, moved: 0, broken: 0, madeGood: 0 },
      alarms: 0,
      denials: 0,
      recurrences: 0,
    })
  })

  test('how far it has come: asked, confirmed, closed, spam', () => {
    expect(courseOf(arrived(), proposed()).standing).toBe('proposed')
    expect(courseOf(arrived(), proposed(), confirmed()).standing).toBe('confirmed')
    expect(courseOf(arrived(), proposed(), confirmed(), closed())).toMatchObject({
      standing: 'confirmed',
      counted: true,
    })
    expect(courseOf(arrived(), spam(at('Tue 10:00')))).toMatchObject({ counted: false })
  })

  test.each(['unconfirmed', 'unreachable', 'cannot_fix'] as const)('closed as %s it counts, and as that', outcome => {
    const before = outcome === 'cannot_fix' ? replied() : proposed()
    expect(courseOf(arrived(), before, event({ type: 'IssueClosed', outcome }))).toMatchObject({
      standing: outcome,
      counted: true,
    })
  })

  test('cannot be fixed is not solved before it is closed', () => {
    expect(courseOf(arrived(), askedCannotFix(), agreedCannotFix(), toldCannotFix()).standing).toBe('open')
  })

  test('promises: kept, moved, broken, made good; a broken one stays broken', () => {
    const both = [arrived(), replied()]
    expect(courseOf(...both).promises).toEqual({ kept: 1, moved: 0, broken: 0, madeGood: 0 })
    const late = [...both, broken(2, at('Fri 11:00'), at('Fri 15:00'))]
    expect(courseOf(...late).promises).toEqual({ kept: 1, moved: 0, broken: 1, madeGood: 0 })
    const good = [
      ...late,
      contacted(3, at('Fri 12:00')),
      event({ type: 'PromiseMadeGood', promise: 2, contact: 3 }, at('Fri 12:00')),
    ]
    expect(courseOf(...good).promises).toEqual({ kept: 1, moved: 0, broken: 1, madeGood: 1 })
  })

  test('handoffs by how they ended, and everybody who had it with their teams', () => {
    const passed = [arrived(), handedOver()]
    expect(courseOf(...passed)).toMatchObject({
      hands: 1,
      circular: false,
      owners: ['ben', 'carla'],
      teams: ['support', 'plans'],
      handoffs: { met: 1 },
    })
    const back = [...passed, moved(carla, ben, 'takeover', at('Wed 10:00'), priya)]
    expect(courseOf(...back)).toMatchObject({ hands: 2, circular: true, owners: ['ben', 'carla'] })
    expect(courseOf(arrived(), offered(), declined()).handoffs).toMatchObject({ declined: 1, met: 0 })
    expect(courseOf(arrived(), offered(), event({ type: 'HandoffExpired', handoff: 1 })).handoffs).toMatchObject({
      expired: 1,
    })
  })

  test('a claim is no change of hands: nobody had met yet', () => {
    expect(courseOf(arrived(), moved(ben, carla, 'claim', at('Tue 09:10')))).toMatchObject({
      hands: 0,
      owners: ['carla'],
    })
  })

  test('a huddle counts, and so does an introduction that was late after it', () => {
    const huddle = [
      arrived(),
      replied(),
      called({ with: toMember(ravi), giver: ben, receiver: ravi, by: ben }),
      settled(ravi),
    ]
    const owed = [
      ...huddle,
      moved(ben, ravi, 'huddle', at('Tue 11:40'), priya),
      promised(3, at('Tue 15:40'), at('Tue 11:40'), { by: priya, kind: 'introduction' }),
    ]
    expect(courseOf(...owed)).toMatchObject({ huddles: 1, unmet: 0, hands: 1 })
    expect(courseOf(...owed, broken(3, at('Tue 15:40'), at('Wed 11:40')))).toMatchObject({ unmet: 1 })
    expect(courseOf(...owed, contacted(3, at('Tue 12:00'), ravi), kept(3, 3, at('Tue 12:00'), ravi))).toMatchObject({
      unmet: 0,
    })
  })

  test('told again: asked for what was known; each time counts', () => {
    const again = (contact: number): Part => event({ type: 'AskedAgain', contact, key: 'account' })
    expect(courseOf(arrived(), again(2), again(3)).toldAgain).toBe(2)
  })

  test('what merged into it while it was open was told twice', () => {
    const took = event({
      type: 'IssueTookIn',
      issue: 1043,
      facts: [],
      diagnoses: [],
      promises: [],
      cause: null,
      before: null,
    })
    expect(courseOf(arrived(), replied()).toldAgain).toBe(0)
    expect(courseOf(arrived(), replied(), took).toldAgain).toBe(1)
  })

  test('assists by what came back', () => {
    const asked = [arrived(), assistAsked(), assistAccepted()]
    expect(courseOf(...asked, assistReturned()).assists).toEqual({ moved: 1, empty: 0, silent: 0, declined: 0 })
    expect(courseOf(...asked, assistReturned({ moved: false })).assists).toEqual({
      moved: 0,
      empty: 1,
      silent: 0,
      declined: 0,
    })
  })

  test('alarms count, denials too', () => {
    expect(courseOf(arrived(), raised(at('Tue 12:00'))).alarms).toBe(1)
    const denial = happened({ type: 'ResolutionDenied', words: null }, ana, at('Tue 15:00'))
    expect(courseOf(arrived(), proposed(), denial)).toMatchObject({ denials: 1, standing: 'open' })
  })

  test('a log begins with its opening', () => {
    expect(() => courseFromLog([], office)).toThrow('IssueOpened')
  })

  test('whoever is in several teams makes it count for each', () => {
    const both = { ...dana, teams: ['plans', 'activations'] }
    expect(courseOf(arrived({ owner: both })).teams).toEqual(['plans', 'activations'])
    expect(courseOf(arrived({ owner: carla })).teams).toEqual(['plans'])
  })
})
