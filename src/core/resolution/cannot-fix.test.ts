import { describe, expect, test } from 'vitest'
import { nextDeadline } from '../deadlines.ts'
import {
  agreeCannotFix,
  askCannotFix,
  bounce,
  by,
  close,
  confirm,
  deny,
  hear,
  propose,
  refuseCannotFix,
  takeOver,
  tellCannotFix,
  tick,
  write,
} from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  agreedCannotFix,
  arrived,
  askedCannotFix,
  bounced,
  closed,
  confirmed,
  contacted,
  customerWrote,
  promised,
  proposed,
  toldCannotFix,
} from '../testing/history.ts'
import { ada, ana, at, ben, dana, membersOf, olu, otto, priya, theDesk } from '../testing/people.ts'
import { waiting } from '../waiting.ts'

const asked = given(arrived(), askedCannotFix())
const agreed = given(arrived(), askedCannotFix(), agreedCannotFix())
const told = given(arrived(), askedCannotFix(), agreedCannotFix(), toldCannotFix())

describe('Rule 19: a supervisor is asked whether it can’t be fixed', () => {
  test('Scenario 48: with the reason and an alternative; it waits for Priya, with a due time', () => {
    given(arrived())
      .when(askCannotFix, ben, at('Tue 10:00'))
      .yields({ type: 'CannotFixAsked', reason: 'w:reason', alternative: 'w:alternative', due: at('Tue 14:00') })
      .told({ member: 'priya', word: 'cannot_fix_asked' })
      .check(issue =>
        expect(waiting(issue)).toEqual([
          {
            kind: 'cannot_fix_asked',
            of: 1,
            for: { kind: 'supervisors', id: 'ben' },
            since: at('Tue 10:00'),
            due: at('Tue 14:00'),
          },
        ]),
      )
  })

  test('late: they are told again, once, and the owner too; the customer’s promise runs on', () => {
    const late = given(arrived({ due: at('Wed 13:00') }), askedCannotFix())
      .when(tick, theDesk, at('Tue 14:00'))
      .yields({ type: 'CannotFixUnanswered', at: at('Tue 14:00') })
      .told({ member: 'ben', word: 'cannot_fix_unanswered' }, { member: 'priya', word: 'cannot_fix_unanswered' })
    expect(nextDeadline(late.issue)).toBe(at('Wed 13:00'))
    late.when(agreeCannotFix, priya, at('Tue 15:00')).yields({ type: 'CannotFixAgreed' })
  })

  test('by the owner, once at a time, and not of what is confirmed or closed', () => {
    given(arrived()).when(askCannotFix, dana, at('Tue 10:00')).refuses('not_owner')
    asked.when(askCannotFix, ben, at('Tue 10:10')).refuses('already_asked')
    given(arrived(), proposed(), confirmed()).when(askCannotFix, ben, at('Tue 15:10')).refuses('already_confirmed')
    given(arrived(), proposed(), confirmed(), closed()).when(askCannotFix, ben, at('Tue 16:10')).refuses('closed')
  })

  test('once it is agreed it may be asked anew, with other words, and is agreed anew', () => {
    agreed
      .when(askCannotFix, ben, at('Tue 11:10'))
      .happens()
      .when(tellCannotFix(), ben, at('Tue 11:20'))
      .refuses('not_agreed')
  })

  test('whoever takes it over is asked for next: it waits for their supervisors', () => {
    asked
      .when(takeOver, ada, at('Tue 10:30'))
      .happens()
      .check(issue => expect(waiting(issue)[0]?.for).toEqual({ kind: 'supervisors', id: 'ada' }))
  })
})

describe('Rule 19: a supervisor answers', () => {
  test('Scenario 48: Priya agrees, and Ben is to tell Ana', () => {
    asked
      .when(agreeCannotFix, priya, at('Tue 11:00'))
      .yields({ type: 'CannotFixAgreed' })
      .told({ member: 'ben', word: 'cannot_fix_agreed' })
      .check(issue =>
        expect(waiting(issue)).toEqual([
          {
            kind: 'cannot_fix_agreed',
            of: 1,
            for: { kind: 'member', id: 'ben' },
            since: at('Tue 11:00'),
            due: null,
          },
        ]),
      )
  })

  test('or does not agree, with why; Ben may ask again', () => {
    asked
      .when(refuseCannotFix, priya, at('Tue 11:00'))
      .yields({ type: 'CannotFixRefused', why: 'w:why' })
      .told({ member: 'ben', word: 'cannot_fix_refused' })
      .check(issue => expect(waiting(issue)).toEqual([]))
      .when(askCannotFix, ben, at('Tue 11:10'))
      .happens()
  })

  test('not the owner, not another team’s supervisor, not a colleague; an admin may', () => {
    asked.when(agreeCannotFix, ben, at('Tue 11:00')).refuses('not_supervisor', { owner: 'ben' })
    asked.when(agreeCannotFix, dana, at('Tue 11:00')).refuses('not_supervisor')
    asked.when(refuseCannotFix, otto, at('Tue 11:00')).refuses('not_supervisor')
    asked.when(agreeCannotFix, olu, at('Tue 11:00')).refuses('not_supervisor')
    asked.when(agreeCannotFix, ada, at('Tue 11:00')).happens()
  })

  test('nobody agrees with themselves, unless nobody else could', () => {
    const adas = given(arrived({ owner: ada }), askedCannotFix())
    adas.when(agreeCannotFix, ada, at('Tue 11:00'), { members: membersOf(ada, ben) }).happens()
    const another = { ...ada, id: 'ana-admin' }
    adas
      .when(agreeCannotFix, ada, at('Tue 11:00'), { members: membersOf(ada, another) })
      .refuses('not_supervisor', { owner: 'ada' })
  })

  test('only what is asked', () => {
    given(arrived()).when(agreeCannotFix, priya, at('Tue 11:00')).refuses('not_asked')
    agreed.when(refuseCannotFix, priya, at('Tue 11:10')).refuses('not_asked')
    given(arrived(), proposed(), confirmed(), closed()).when(agreeCannotFix, priya, at('Tue 16:10')).refuses('closed')
  })
})

describe('Rule 19: the owner tells the customer', () => {
  test('Scenario 48: a contact that keeps what it answers; without a time of Ben’s own she hears from him as after a proposal', () => {
    agreed
      .when(tellCannotFix(), ben, at('Tue 11:30'))
      .yields(
        { type: 'CustomerContacted', contact: 2, channel: 'email' },
        { type: 'PromiseKept', promise: 1 },
        { type: 'CannotFixTold', contact: 2 },
        { type: 'PromiseMade', promise: 2, kind: 'word', what: null, due: at('Fri 17:00') },
      )
      .check(issue => expect(waiting(issue)).toEqual([]))
  })

  test('on the phone, and with a promise of the owner’s own', () => {
    agreed
      .when(tellCannotFix({ channel: 'phone', promise: by(at('Thu 10:00')) }), ben, at('Tue 11:30'))
      .yields(
        { type: 'CustomerContacted', channel: 'phone' },
        { type: 'PromiseKept' },
        { type: 'CannotFixTold' },
        { type: 'PromiseMade', kind: 'word', due: at('Thu 10:00') },
      )
    agreed.when(tellCannotFix({ promise: by(at('Tue 11:00')) }), ben, at('Tue 11:30')).refuses('due_in_past')
  })

  test('not before it is agreed, and nobody but the owner', () => {
    given(arrived()).when(tellCannotFix(), ben, at('Tue 10:30')).refuses('not_agreed')
    asked.when(tellCannotFix(), ben, at('Tue 10:30')).refuses('not_agreed')
    agreed.when(tellCannotFix(), priya, at('Tue 11:30')).refuses('not_owner')
    given(arrived(), proposed(), confirmed(), closed()).when(tellCannotFix(), ben, at('Tue 16:10')).refuses('closed')
  })

  test('a proposal that was made before is off; one that is made after puts this off', () => {
    given(arrived(), proposed({ when: at('Tue 09:30') }), askedCannotFix(), agreedCannotFix())
      .when(tellCannotFix(), ben, at('Tue 11:30'))
      .happens()
      .check(({ lifecycle }) => expect(lifecycle.phase).toBe('open'))
      .when(confirm(), ana, at('Tue 12:00'))
      .refuses('nothing_proposed')
    agreed
      .when(propose(), ben, at('Tue 12:00'))
      .happens()
      .check(({ cannotFix }) => expect(cannotFix).toBeNull())
  })

  test('Rule 18: the customer denies, and it is the owner’s again with a fresh promise', () => {
    told
      .when(deny('w:no'), ana, at('Tue 15:00'))
      .yields({ type: 'ResolutionDenied' }, { type: 'PromiseMade', kind: 'answer', due: at('Wed 11:00') })
      .told({ member: 'ben', word: 'denied' })
      .check(({ lifecycle, cannotFix }) => expect([lifecycle.phase, cannotFix]).toEqual(['open', null]))
      .when(close(), ben, at('Tue 15:10'))
      .refuses('nothing_proposed')
    asked.when(deny('w:no'), ana, at('Tue 10:30')).refuses('nothing_proposed')
  })
})

describe('Rules 5 and 19: closed as what can’t be fixed', () => {
  test('Scenario 48: each step before it is refused until it was taken', () => {
    given(arrived()).when(close(), ben, at('Tue 10:00')).refuses('nothing_proposed')
    asked.when(close(), ben, at('Tue 10:30')).refuses('not_agreed')
    agreed.when(close(), ben, at('Tue 11:30')).refuses('reason_not_told')
    told
      .when(close(), ben, at('Tue 12:00'))
      .yields({ type: 'PromiseReleased', promise: 2 }, { type: 'IssueClosed', outcome: 'cannot_fix' })
      .check(({ lifecycle, cannotFix }) => {
        expect(lifecycle).toMatchObject({ phase: 'closed', outcome: 'cannot_fix', by: 'ben' })
        expect(cannotFix?.state).toBe('told')
      })
  })

  test('not while the customer has answered and waits for a word', () => {
    const answered = given(
      arrived(),
      askedCannotFix(),
      agreedCannotFix(),
      toldCannotFix(),
      customerWrote(3, at('Tue 12:00')),
      promised(3, at('Tue 16:00'), at('Tue 12:00'), { by: ana, kind: 'answer' }),
    )
    answered.when(close(), ben, at('Tue 12:10')).refuses('answer_owed', { promises: [2, 3] })
    answered
      .when(write(by(at('Fri 12:00'))), ben, at('Tue 12:20'))
      .happens()
      .when(close(), ben, at('Tue 12:30'))
      .happens()
  })

  test('an answer that came back is no answer', () => {
    given(
      arrived(),
      askedCannotFix(),
      agreedCannotFix(),
      toldCannotFix(),
      customerWrote(3, at('Tue 12:00')),
      contacted(4, at('Tue 12:10')),
      bounced(4, at('Tue 12:11')),
    )
      .when(close(), ben, at('Tue 12:30'))
      .refuses('answer_owed')
  })

  test('what came back was not told, unless no address is left', () => {
    told
      .when(bounce(2), theDesk, at('Tue 11:31'))
      .happens()
      .when(close(), ben, at('Tue 12:00'))
      .refuses('reason_not_told')
    told
      .when(bounce(2), theDesk, at('Tue 11:31'))
      .happens()
      .when(close(false), ben, at('Tue 12:00'))
      .yields({ type: 'PromiseReleased' }, { type: 'PromiseReleased' }, { type: 'IssueClosed', outcome: 'cannot_fix' })
  })

  test('Rule 21: the customer’s word reopens it; what was agreed before is over', () => {
    told
      .when(close(), ben, at('Tue 12:00'))
      .happens()
      .when(hear(), ana, at('Mon 10:00', 2))
      .yields({ type: 'IssueReopened' }, { type: 'CustomerWrote' }, { type: 'PromiseMade', kind: 'answer' })
      .check(({ cannotFix, recurrences }) => expect([cannotFix, recurrences]).toEqual([null, 1]))
  })

  test('what is closed waits for nobody', () => {
    const solved = given(arrived(), askedCannotFix(), proposed({ when: at('Tue 10:30') }), confirmed(), closed())
    expect(waiting(solved.issue)).toEqual([])
    expect(nextDeadline(solved.issue)).toBeNull()
  })
})
