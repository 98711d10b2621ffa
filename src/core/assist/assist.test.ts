import { describe, expect, test } from 'vitest'
import type { Member } from '../context.ts'
import { may, mayAssist } from '../may.ts'
import {
  acceptAssist,
  askAssist,
  claim,
  close,
  confirm,
  declineAssist,
  note,
  returnAssist,
  takeOver,
  tick,
  touchAssist,
  withdrawAssist,
  write,
} from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import type { Part } from '../testing/history.ts'
import {
  arrived,
  assistAccepted,
  assistAsked,
  assistantIntroduced,
  assistReturned,
  assistTouched,
  bounced,
  closed,
  confirmed,
  contacted,
  happened,
  proposed,
  replied,
} from '../testing/history.ts'
import {
  ada,
  at,
  ben,
  carla,
  contextAt,
  dana,
  everybody,
  gone,
  office,
  olu,
  priya,
  theDesk,
  toMember,
  toTeam,
} from '../testing/people.ts'
import { assistDue } from './ask-assist.ts'
import { isToBeTold } from './assist.ts'

/** Ben has written to Ana, and promised the next word for Friday. */
const issue = [arrived(), replied()].flat()
const kim = { ...olu, id: 'kim', name: 'Kim' }
const withKim = { members: new Map([...everybody, [kim.id, kim]]) }
const now = at('Tue 10:30')

describe('Rule 16: the owner asks an assist', () => {
  test('Scenario 41: of a colleague without a seat, who is told', () => {
    given(issue)
      .when(askAssist(toMember(olu)), ben, now)
      .yields({ type: 'AssistAsked', assist: 1, of: toMember(olu), ask: 'w:ask', due: at('Thu 12:00') })
      .told({ member: 'olu', word: 'assist_asked' })
      .check(({ assists, ownership }) => {
        expect(assists).toMatchObject([{ state: 'asked', askedBy: 'ben', askedAt: now, touches: [] }])
        expect(ownership).toHaveLength(1)
      })
  })

  test('of a team, whose people are told, and of somebody with a seat', () => {
    given(issue)
      .when(askAssist(toTeam('repair')), ben, now, withKim)
      .happens()
      .told({ member: 'olu', word: 'assist_asked' }, { member: 'kim', word: 'assist_asked' })
    given(issue)
      .when(askAssist(toMember(carla)), ben, now)
      .happens()
  })

  test('several at once', () => {
    given(issue, assistAsked(), assistAsked({ assist: 2, of: toMember(carla) }))
      .when(askAssist(toTeam('plans')), ben, now)
      .yields({ type: 'AssistAsked', assist: 3 })
  })

  test('only by the owner, on an issue that is not closed, for a time that is ahead', () => {
    given(issue)
      .when(askAssist(toMember(olu)), carla, now)
      .refuses('not_owner', { owner: 'ben' })
    given(issue)
      .when(askAssist(toMember(olu), now), ben, now)
      .refuses('due_in_past', { due: now })
    given(arrived(), proposed(), confirmed(), closed())
      .when(askAssist(toMember(olu)), ben, at('Wed 10:00'))
      .refuses('closed')
  })

  test('not of oneself, of nobody, or of who is away until it is due', () => {
    const asking = (of: Parameters<typeof askAssist>[0], changes = {}) =>
      given(issue).when(askAssist(of), ben, now, changes)
    asking(toMember(ben)).refuses('already_owner', { owner: 'ben' })
    asking(toMember(gone)).refuses('no_such_member', { member: 'gone' })
    asking(toTeam('nowhere')).refuses('no_such_team', { team: 'nowhere' })
    asking(toTeam('support')).refuses('nobody_in_team', { team: 'support' })
    const awayUntil = (until: string) => {
      const away = { ...olu, absences: [{ from: at('Tue 09:00'), until: at(until) }] }
      return { members: new Map([...everybody, [olu.id, away]]) }
    }
    asking(toMember(olu), awayUntil('Thu 12:00')).refuses('away', { member: 'olu', until: at('Thu 12:00') })
    asking(toMember(olu), awayUntil('Thu 09:00')).happens()
  })

  test('due in a business day of the assistant’s own calendar, from when they are there', () => {
    expect(assistDue(office, 480, olu, at('Tue 10:00'))).toBe(at('Wed 10:00'))
    const mornings = { ...office, hours: { 1: [{ from: '08:00', to: '12:00' }], 3: [{ from: '08:00', to: '12:00' }] } }
    expect(assistDue(mornings, 480, olu, at('Tue 10:00'))).toBe(at('Mon 12:00', 1))
    const away = { ...olu, absences: [{ from: at('Tue 09:00'), until: at('Thu 09:00') }] }
    expect(assistDue(office, 480, away, at('Tue 10:00'))).toBe(at('Thu 17:00'))
    expect(assistDue(office, 480, null, at('Fri 16:00'))).toBe(at('Mon 16:00', 1))
  })
})

describe('Rule 16: it is accepted or declined', () => {
  const ofTeam = given(issue, assistAsked({ of: toTeam('repair') }))

  test('by one person of a team; the next hears who has it', () => {
    ofTeam
      .when(acceptAssist(), olu, at('Tue 11:00'), withKim)
      .yields({ type: 'AssistAccepted', assist: 1 })
      .told({ member: 'ben', word: 'assist_accepted' })
      .check(({ assists }) => expect(assists).toMatchObject([{ state: 'accepted', assistant: 'olu' }]))
      .when(acceptAssist(), kim, at('Tue 11:01'), withKim)
      .refuses('assist_accepted', { by: 'olu' })
  })

  test('declined with a reason, and the owner is told', () => {
    ofTeam
      .when(declineAssist(), olu, at('Tue 11:00'))
      .yields({ type: 'AssistDeclined', assist: 1, reason: 'w:reason' })
      .told({ member: 'ben', word: 'assist_declined' })
      .check(({ assists }) => expect(assists).toMatchObject([{ state: 'declined', assistant: 'olu' }]))
      .when(acceptAssist(), olu, at('Tue 11:01'))
      .refuses('assist_over', { state: 'declined' })
    given(issue, assistAsked(), assistAccepted())
      .when(declineAssist(), olu, at('Tue 11:00'))
      .refuses('assist_accepted', { by: 'olu' })
  })

  test('not by anybody else, not by the owner, and not when there is none', () => {
    for (const other of [carla, priya, kim])
      given(issue, assistAsked()).when(acceptAssist(), other, now, withKim).refuses('not_asked_of_you')
    given(issue, assistAsked({ of: toTeam('support') }))
      .when(acceptAssist(), ben, now)
      .refuses('not_asked_of_you')
    given(issue, assistAsked({ of: toMember(gone) }))
      .when(declineAssist(), gone, now)
      .refuses('not_asked_of_you')
    given(issue).when(acceptAssist(7), olu, now).refuses('no_such_assist', { assist: 7 })
  })
})

describe('Rule 16: every touch is recorded, moved or not', () => {
  test('by whom it was asked of, before and after they accept', () => {
    given(issue, assistAsked())
      .when(touchAssist(false), olu, at('Tue 11:00'))
      .yields({ type: 'AssistTouched', assist: 1, note: 'w:note', moved: false })
      .told({ member: 'ben', word: 'assist_touched' })
      .check(({ assists }) =>
        expect(assists[0]).toMatchObject({
          state: 'asked',
          touches: [{ by: 'olu', at: at('Tue 11:00'), from: 'api', note: 'w:note', moved: false }],
        }),
      )
    given(issue, assistAsked({ of: toTeam('repair') }), assistAccepted())
      .when(touchAssist(), kim, at('Wed 10:00'), withKim)
      .happens()
    given(issue, assistAsked()).when(touchAssist(), carla, now).refuses('not_asked_of_you')
  })

  test('not once it was returned, or the issue is closed', () => {
    given(issue, assistAsked(), assistReturned())
      .when(touchAssist(), olu, at('Thu 10:00'))
      .refuses('assist_over', { state: 'returned' })
    given(arrived(), assistAsked({ due: at('Tue 11:00') }), silent(at('Tue 11:00')), proposed(), confirmed(), closed())
      .when(touchAssist(), olu, at('Wed 10:00'))
      .refuses('closed')
  })
})

describe('Rule 16: it is returned with movement or without', () => {
  test('Scenario 41: "moved: board replaced", by who accepted it or at once; the owner is told, and owes the customer a word', () => {
    for (const parts of [[assistAsked()], [assistAsked(), assistAccepted()]])
      given(issue, ...parts)
        .when(returnAssist(), olu, at('Wed 15:00'))
        .yields({ type: 'AssistReturned', assist: 1, moved: true, result: 'w:result' })
        .told({ member: 'ben', word: 'assist_moved' })
        .check(after => {
          expect(after.assists).toMatchObject([{ state: 'returned', assistant: 'olu', moved: true }])
          expect(after.ownership.at(-1)?.member).toBe('ben')
          expect(toldOf(after)).toEqual([true])
        })
  })

  test('Scenario 41: "can’t: needs the invoice" is marked not moved', () => {
    given(issue, assistAsked(), assistAccepted())
      .when(returnAssist(false), olu, at('Wed 15:00'))
      .yields({ type: 'AssistReturned', moved: false, result: 'w:needs' })
      .told({ member: 'ben', word: 'assist_not_moved' })
  })

  test('once, and only by who accepted it', () => {
    given(issue, assistAsked({ of: toTeam('repair') }), assistAccepted())
      .when(returnAssist(), kim, at('Wed 15:00'), withKim)
      .refuses('assist_accepted', { by: 'olu' })
    given(issue, assistAsked(), assistReturned())
      .when(returnAssist(), olu, at('Wed 16:00'))
      .refuses('assist_over', { state: 'returned' })
  })

  test('a word to the customer that arrives ends what the owner owes', () => {
    const returned = given(issue, assistAsked(), assistReturned())
    returned
      .when(note, ben, at('Wed 15:30'))
      .happens()
      .check(after => expect(toldOf(after)).toEqual([true]))
    returned
      .when(write({ what: null, due: at('Fri 16:00') }), ben, at('Wed 15:30'))
      .happens()
      .check(after => expect(toldOf(after)).toEqual([false]))
    given(issue, assistAsked(), assistReturned(), contacted(3, at('Wed 15:30')), bounced(3, at('Wed 15:31')))
      .when(note, ben, at('Wed 16:00'))
      .happens()
      .check(after => expect(toldOf(after)).toEqual([true]))
  })
})

describe('Rule 16: silence returns by itself', () => {
  test('Scenario 42: at its due time, marked "no movement", with owner and supervisor told', () => {
    for (const parts of [[assistAsked()], [assistAsked(), assistAccepted(), assistTouched({ moved: false })]])
      given(issue, ...parts)
        .when(tick, theDesk, at('Thu 15:00'))
        .yields({ type: 'AssistFellSilent', assist: 1, at: at('Thu 12:00'), by: theDesk })
        .told(
          { member: 'ben', word: 'assist_silent' },
          { member: 'priya', word: 'assist_silent' },
          { member: 'olu', word: 'assist_gone_back' },
        )
        .check(after => {
          expect(after.assists).toMatchObject([{ state: 'silent', at: at('Thu 12:00') }])
          expect(toldOf(after)).toEqual([true])
        })
  })

  test('what a touch had moved is what it goes back with', () => {
    given(
      issue,
      assistAsked(),
      assistAccepted(),
      assistTouched(),
      assistTouched({ moved: false, when: at('Thu 09:00') }),
    )
      .when(tick, theDesk, at('Thu 12:00'))
      .yields({ type: 'AssistReturned', moved: true, result: 'w:step', by: theDesk })
      .told({ member: 'ben', word: 'assist_moved' }, { member: 'olu', word: 'assist_gone_back' })
      .check(({ assists }) => expect(assists).toMatchObject([{ state: 'returned', assistant: 'olu' }]))
  })

  test('what comes late is welcome: a touch, and a result', () => {
    const late = given(issue, assistAsked(), silent(at('Thu 12:00')))
    late.when(touchAssist(), olu, at('Thu 12:10')).happens().told({ member: 'ben', word: 'assist_touched' })
    late
      .when(returnAssist(), olu, at('Thu 12:10'))
      .yields({ type: 'AssistReturned', moved: true })
      .check(({ assists }) => expect(assists).toMatchObject([{ state: 'returned', assistant: 'olu', moved: true }]))
    late.when(acceptAssist(), olu, at('Thu 12:10')).refuses('assist_over', { state: 'silent' })
  })
})

describe('Rule 16: a mail about it that comes back', () => {
  const comesBack = { type: 'ReportAssistBounce', assist: 1, to: 'olu' } as const

  test('the owner is told at once; whoever was asked may still answer', () => {
    given(issue, assistAsked())
      .when(comesBack, theDesk, at('Wed 09:01'))
      .yields({ type: 'AssistMailBounced', assist: 1, to: 'olu' })
      .told({ member: 'ben', word: 'assist_mail_bounced' })
      .check(({ assists }) => expect(assists).toMatchObject([{ state: 'asked' }]))
  })

  test('is nothing to anybody once it is over', () => {
    given(issue, assistAsked(), assistReturned()).when(comesBack, theDesk, at('Thu 09:00')).yields()
    given(issue).when(comesBack, theDesk, at('Thu 09:00')).yields()
  })
})

describe('Rule 16: the owner withdraws it', () => {
  test('while it is open, and who was asked is told', () => {
    given(issue, assistAsked(), assistAccepted())
      .when(withdrawAssist(), ben, at('Wed 10:00'))
      .yields({ type: 'AssistWithdrawn', assist: 1, because: 'owner' })
      .told({ member: 'olu', word: 'assist_withdrawn' })
      .check(after => expect(toldOf(after)).toEqual([false]))
      .when(withdrawAssist(), ben, at('Wed 10:01'))
      .refuses('assist_over', { state: 'withdrawn' })
    given(issue, assistAsked()).when(withdrawAssist(), olu, now).refuses('not_owner', { owner: 'ben' })
    given(issue).when(withdrawAssist(), ben, now).refuses('no_such_assist')
  })

  test('once the customer knows the assistant, only with a word to the customer', () => {
    const known = given(issue, assistAsked(), assistAccepted(), assistantIntroduced())
    known.when(withdrawAssist(), ben, at('Wed 10:00')).refuses('needs_message')
    known
      .when(withdrawAssist('w:sorry'), ben, at('Wed 10:00'))
      .yields({ type: 'CustomerContacted', message: 'w:sorry' }, { type: 'AssistWithdrawn' })
  })
})

describe('Rule 16: assists stay with the issue', () => {
  test('whoever owns it then has them', () => {
    given(issue, assistAsked(), assistAccepted())
      .when(takeOver, priya, at('Tue 12:00'))
      .happens()
      .when(returnAssist(), olu, at('Tue 13:00'))
      .happens()
      .told({ member: 'priya', word: 'assist_moved' })
  })

  test('but nobody assists themselves: what was asked of the new owner is over', () => {
    given(
      arrived(),
      assistAsked({ of: toMember(dana) }),
      assistAsked({ assist: 2, of: toTeam('plans') }),
      assistAccepted({ assist: 2, by: dana }),
      assistAsked({ assist: 3, of: toTeam('plans') }),
      assistAsked({ assist: 4 }),
    )
      .when(claim, dana, at('Tue 11:30'))
      .yields(
        { type: 'OwnershipMoved', to: 'dana' },
        { type: 'AssistWithdrawn', assist: 1, because: 'ownership' },
        { type: 'AssistWithdrawn', assist: 2, because: 'ownership' },
      )
      .told({ member: 'ben', word: 'claimed' })
  })
})

describe('Rule 5: no closing with an assist open', () => {
  test('Scenario 43: refused until it is over', () => {
    const asked = given(arrived(), proposed(), assistAsked())
    asked
      .when(confirm('w:words'), ben, at('Tue 15:00'))
      .happens()
      .when(close(), ben, at('Tue 15:01'))
      .refuses('open_assist', { assists: [1] })
    asked
      .when(confirm('w:words'), ben, at('Tue 15:00'))
      .happens()
      .when(returnAssist(), olu, at('Wed 10:00'))
      .happens()
      .when(close(), ada, at('Wed 10:01'))
      .happens()
  })
})

const silent = (when: ReturnType<typeof at>) => happened({ type: 'AssistFellSilent', assist: 1 }, theDesk, when)

/** Of each assist, whether the owner still owes the customer a word about it. */
const toldOf = (after: Parameters<typeof isToBeTold>[0]) => after.assists.map(assist => isToBeTold(after, assist))

describe('Rule 16: which acts on an assist a screen shows', () => {
  const on = (who: Member, ...parts: Part[]) => {
    const after = given(issue, ...parts).issue
    return after.assists.map(assist => mayAssist(after, assist, who))
  }

  test('to the owner', () => {
    expect(may(given(issue).issue, ben, contextAt(at('Tue 10:00'), ben))).toContain('ask_assist')
    expect(may(given(issue).issue, carla, contextAt(at('Tue 10:00'), ben))).not.toContain('ask_assist')
    expect(on(ben, assistAsked())).toEqual([['withdraw']])
    expect(on(ben, assistAsked(), assistAccepted())).toEqual([['introduce', 'withdraw']])
    expect(on(ben, assistAsked(), assistReturned())).toEqual([[]])
  })

  test('to whom it is asked of, and nobody else', () => {
    expect(on(olu, assistAsked())).toEqual([['accept', 'decline', 'touch', 'return']])
    expect(on(olu, assistAsked(), assistAccepted())).toEqual([['touch', 'return']])
    expect(on(kim, assistAsked({ of: toTeam('repair') }), assistAccepted())).toEqual([['touch']])
    expect(on(olu, assistAsked(), assistAccepted(), ...assistantIntroduced())).toEqual([['touch', 'return', 'write']])
    expect(on(olu, assistAsked(), silent(at('Thu 12:00')))).toEqual([['touch', 'return']])
    expect(on(carla, assistAsked())).toEqual([[]])
  })
})
