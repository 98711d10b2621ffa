import { describe, expect, test } from 'vitest'
import type { Command } from '../commands.ts'
import { may } from '../may.ts'
import { defaultPolicy } from '../policy.ts'
import { by, close, markSpam, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  answered,
  arrived,
  confirmed,
  contacted,
  happened,
  moved,
  proposed,
  raised,
  replied,
  rungCalled,
  stoodDown,
} from '../testing/history.ts'
import {
  ada,
  ana,
  at,
  ben,
  carla,
  contextAt,
  dana,
  everybody,
  membersOf,
  olu,
  otto,
  priya,
  theDesk,
} from '../testing/people.ts'
import { waiting } from '../waiting.ts'
import { type ConcessionKind, type Limit, leftToGrant, type Money } from './limit.ts'

const euros = (amount: number): Money => ({ amount: amount * 100, currency: 'EUR' })

const grant = (amount: number, kind: ConcessionKind = 'credit', worth = euros(amount)): Command => ({
  type: 'GrantConcession',
  kind,
  worth,
  reason: 'w:reason',
})
const approve = (concession = 1): Command => ({ type: 'ApproveConcession', concession })
const refuse = (concession = 1): Command => ({ type: 'RefuseConcession', concession, why: 'w:why' })
const withdraw = (concession = 1): Command => ({ type: 'WithdrawConcession', concession })
const review = (concession = 1): Command => ({ type: 'ReviewConcession', concession, learned: 'w:learned' })

const granted = (concession: number, amount: number, when = at('Tue 10:00'), who = ben) =>
  happened(
    { type: 'ConcessionGranted', concession, kind: 'credit', worth: euros(amount), reason: 'w:reason' },
    who,
    when,
  )
/** Ben asks for 60 on Tuesday at 10:00: Priya has until 14:00. */
const asked = (concession = 1, when = at('Tue 10:00'), due = at('Tue 14:00'), amount = 60) =>
  happened(
    {
      type: 'ApprovalAsked',
      concession,
      kind: 'credit',
      worth: euros(amount),
      reason: 'w:reason',
      asked: ['priya'],
      due,
    },
    ben,
    when,
  )
const issue = () => [...arrived(), ...replied({ when: at('Tue 09:30') })]

describe('Rule 27: concessions', () => {
  test('within the limit at once, up to the last cent', () => {
    given(issue())
      .when(grant(50), ben, at('Tue 10:00'))
      .yields({ type: 'ConcessionGranted', concession: 1, kind: 'credit', worth: euros(50), reason: 'w:reason' })
  })

  test('Scenario 58: above it an approval is asked of a supervisor who can, with a due time', () => {
    given(issue())
      .when(grant(60), ben, at('Tue 10:00'))
      .yields({ type: 'ApprovalAsked', concession: 1, worth: euros(60), asked: ['priya'], due: at('Tue 14:00') })
      .told({ member: 'priya', word: 'approval_asked' })
  })

  test('Scenario 58: the limit is for the issue: what was granted before counts, whoever granted it', () => {
    given(issue(), granted(1, 30))
      .when(grant(30), ben, at('Tue 11:00'))
      .yields({ type: 'ApprovalAsked', concession: 2, worth: euros(30) })
    given(issue(), granted(1, 30, at('Tue 10:00'), priya))
      .when(grant(30), ben, at('Tue 11:00'))
      .yields({ type: 'ApprovalAsked' })
    given(issue(), granted(1, 30)).when(grant(20), ben, at('Tue 11:00')).yields({ type: 'ConcessionGranted' })
  })

  test('what is left of it counts down, and without a limit nothing is granted at once', () => {
    const context = contextAt(at('Tue 10:00'), ben)
    const left = (member: Parameters<typeof leftToGrant>[1], currency = 'EUR') =>
      leftToGrant(given(issue(), granted(1, 30)).issue, member, 'credit', currency, context)
    expect(left({ id: 'ben', role: 'agent' })).toBe(2_000)
    expect(left({ id: 'ada', role: 'admin' })).toBeNull()
    expect(left({ id: 'ben', role: 'agent' }, 'JPY')).toBeUndefined()
  })

  test('what was refused or asked in vain does not count', () => {
    const refused = happened({ type: 'ConcessionRefused', concession: 1, why: 'w' }, priya, at('Tue 11:00'))
    given(issue(), asked(), refused).when(grant(50), ben, at('Tue 12:00')).yields({ type: 'ConcessionGranted' })
    const gone = happened({ type: 'ConcessionWithdrawn', concession: 1 }, ben, at('Tue 11:00'))
    given(issue(), asked(), gone).when(grant(50), ben, at('Tue 12:00')).yields({ type: 'ConcessionGranted' })
  })

  test('what no supervisor may grant goes to an admin at once', () => {
    given(issue())
      .when(grant(600), ben, at('Tue 10:00'))
      .yields({ type: 'ApprovalAsked', asked: ['ada'] })
    given(issue())
      .when(grant(500), ben, at('Tue 10:00'))
      .yields({ type: 'ApprovalAsked', asked: ['priya'] })
  })

  test('who is away is not asked as long as somebody else can answer', () => {
    const away = { ...priya, absences: [{ from: at('Tue 09:00'), until: at('Wed 09:00') }] }
    given(issue())
      .when(grant(60), ben, at('Tue 10:00'), { members: membersOf(ben, away, ada) })
      .yields({ type: 'ApprovalAsked', asked: ['ada'] })
    given(issue())
      .when(grant(60), ben, at('Tue 10:00'), { members: membersOf(ben, away) })
      .yields({ type: 'ApprovalAsked', asked: ['priya'] })
  })

  test('nobody else may: refused, with how much it is', () => {
    given(issue())
      .when(grant(60), ben, at('Tue 10:00'), { members: membersOf(ben, carla) })
      .refuses('nobody_can_approve', euros(60))
    given(issue())
      .when(grant(10, 'credit', { amount: 1_000, currency: 'USD' }), ben, at('Tue 10:00'))
      .refuses('nobody_can_approve', { currency: 'USD' })
  })

  test('by the owner, the champion, and a supervisor of the owner, each within their own limit', () => {
    given(issue()).when(grant(10), carla, at('Tue 10:00')).refuses('not_owner', { owner: 'ben' })
    given(issue()).when(grant(10), otto, at('Tue 10:00')).refuses('not_owner')
    given(issue()).when(grant(10), ana, at('Tue 10:00')).refuses('not_owner')
    given(issue()).when(grant(500), priya, at('Tue 10:00')).yields({ type: 'ConcessionGranted' })
    given(issue(), raised(at('Tue 10:00')), answered(at('Tue 10:10'), ada))
      .when(grant(50_000), ada, at('Tue 10:20'))
      .yields({ type: 'ConcessionGranted' })
  })

  test('one approval at a time, and none on what is closed', () => {
    given(issue(), asked()).when(grant(10), ben, at('Tue 11:00')).refuses('approval_open', { concession: 1 })
    given(
      arrived(),
      proposed(),
      confirmed(),
      happened({ type: 'IssueClosed', outcome: 'confirmed' }, ben, at('Tue 16:00')),
    )
      .when(grant(10), ben, at('Tue 16:30'))
      .refuses('closed')
  })

  test('approved by somebody else who could have granted it', () => {
    given(issue(), asked())
      .when(approve(), priya, at('Tue 11:00'))
      .yields({ type: 'ConcessionApproved', concession: 1 })
      .told({ member: 'ben', word: 'approval_granted' })
    given(issue(), asked()).when(approve(), ada, at('Tue 11:00')).yields({ type: 'ConcessionApproved' })
    given(issue(), asked()).when(approve(), otto, at('Tue 11:00')).refuses('not_supervisor', { owner: 'ben' })
    given(issue(), asked()).when(approve(), ben, at('Tue 11:00')).refuses('not_supervisor')
    given(issue(), asked(1, at('Tue 10:00'), at('Tue 14:00'), 600))
      .when(approve(), priya, at('Tue 11:00'))
      .refuses('above_limit', euros(600))
    given(issue()).when(approve(), priya, at('Tue 11:00')).refuses('no_such_approval', { concession: 1 })
  })

  test('nobody approves what they asked for themselves', () => {
    const own = happened(
      {
        type: 'ApprovalAsked',
        concession: 1,
        kind: 'credit',
        worth: euros(600),
        reason: 'w',
        asked: ['ada'],
        due: at('Tue 14:00'),
      },
      priya,
      at('Tue 10:00'),
    )
    given(issue(), own).when(approve(), priya, at('Tue 11:00')).refuses('own_approval')
    given(issue(), own).when(refuse(), priya, at('Tue 11:00')).refuses('own_approval')
  })

  test('refused with the reason', () => {
    given(issue(), asked())
      .when(refuse(), priya, at('Tue 11:00'))
      .yields({ type: 'ConcessionRefused', concession: 1, why: 'w:why' })
      .told({ member: 'ben', word: 'approval_refused' })
    given(issue(), granted(1, 10)).when(refuse(), priya, at('Tue 11:00')).refuses('no_such_approval')
  })

  test('Scenario 58: unanswered it climbs to the admins, and at the top they are asked again', () => {
    const climbed = given(issue(), asked())
      .when({ type: 'Tick' }, theDesk, at('Tue 14:00'))
      .yields({ type: 'ApprovalClimbed', concession: 1, asked: ['priya', 'ada'], due: at('Wed 10:00') })
      .told(
        { member: 'priya', word: 'approval_climbed' },
        { member: 'ada', word: 'approval_climbed' },
        { member: 'ben', word: 'approval_climbed' },
      )
    climbed
      .when({ type: 'Tick' }, theDesk, at('Wed 10:00'))
      .yields({ type: 'ApprovalClimbed', asked: ['priya', 'ada'], due: at('Wed 14:00') })
  })

  test('it climbs rung by rung, last to who is away; at the top all are asked again', () => {
    const pia = { ...priya, id: 'pia', absences: [{ from: at('Tue 09:00'), until: at('Fri 09:00') }] }
    const members = membersOf(ben, priya, pia, ada, { ...ada, id: 'left', active: false })
    given(issue(), asked())
      .when({ type: 'Tick' }, theDesk, at('Tue 14:00'), { members })
      .yields({ type: 'ApprovalClimbed', asked: ['priya', 'ada'] })
      .when({ type: 'Tick' }, theDesk, at('Wed 10:00'), { members })
      .yields({ type: 'ApprovalClimbed', asked: ['priya', 'pia', 'ada'] })
      .when({ type: 'Tick' }, theDesk, at('Wed 14:00'), { members })
      .yields({ type: 'ApprovalClimbed', asked: ['priya', 'pia', 'ada'] })
      // Nobody is left who could: whoever was asked is asked again.
      .when({ type: 'Tick' }, theDesk, at('Thu 10:00'), { members: membersOf(ben) })
      .yields({ type: 'ApprovalClimbed', asked: ['priya', 'pia', 'ada'] })
  })

  test('Scenario 19: it climbs to who was there when it fell due, however late the clock comes by', () => {
    const away = { ...ada, id: 'alma', absences: [{ from: at('Tue 12:00'), until: at('Tue 15:00') }] }
    given(issue(), asked())
      .when({ type: 'Tick' }, theDesk, at('Tue 16:00'), { members: membersOf(ben, priya, ada, away) })
      .yields({ type: 'ApprovalClimbed', asked: ['priya', 'ada'], at: at('Tue 14:00') })
  })

  test('nobody is asked about what they asked for, also when they could grant it by now', () => {
    const members = membersOf(ben, priya, ada)
    const raisedLimit = { who: { member: 'priya' }, kind: null, amount: null, currency: 'EUR' }
    const policy = { ...defaultPolicy, limits: [...defaultPolicy.limits, raisedLimit] }
    given(issue())
      .when(grant(600), priya, at('Tue 10:00'), { members })
      .yields({ type: 'ApprovalAsked', asked: ['ada'] })
      .when({ type: 'Tick' }, theDesk, at('Tue 14:00'), { members, policy })
      .yields({ type: 'ApprovalClimbed', asked: ['ada'] })
  })

  test('with no admin who could, the supervisors are asked again', () => {
    given(issue(), asked())
      .when({ type: 'Tick' }, theDesk, at('Tue 14:00'), { members: membersOf(ben, priya) })
      .yields({ type: 'ApprovalClimbed', asked: ['priya'] })
  })

  test('withdrawn by who asked or owns it, by nobody else', () => {
    given(issue(), asked())
      .when(withdraw(), ben, at('Tue 11:00'))
      .yields({ type: 'ConcessionWithdrawn', concession: 1 })
      .check(({ concessions }) =>
        expect(concessions).toMatchObject([{ state: 'withdrawn', decidedAt: at('Tue 11:00') }]),
      )
    const takenOver = [...issue(), asked(), moved(ben, priya, 'takeover', at('Tue 10:30'))]
    for (const who of [ben, priya])
      given(takenOver).when(withdraw(), who, at('Tue 11:00')).yields({ type: 'ConcessionWithdrawn' })
    given(issue(), asked()).when(withdraw(), carla, at('Tue 11:00')).refuses('not_owner', { owner: 'ben' })
    given(issue()).when(withdraw(7), ben, at('Tue 11:00')).refuses('no_such_approval', { concession: 7 })
    given(issue(), granted(1, 10)).when(withdraw(), ben, at('Tue 11:00')).refuses('no_such_approval')
  })

  test('Rule 22: nothing is conceded any more about spam; what was granted stays', () => {
    given(issue(), granted(1, 10), asked(2))
      .when(markSpam, ben, at('Tue 11:00'))
      .yields({ type: 'ConcessionWithdrawn', concession: 2 }, { type: 'PromiseReleased' }, { type: 'IssueMarkedSpam' })
      .check(({ concessions }) => expect(concessions.map(({ state }) => state)).toEqual(['granted', 'withdrawn']))
  })

  test('each of several is what became of it, in the order in which they were asked', () => {
    given(issue(), asked(), happened({ type: 'ConcessionApproved', concession: 1 }, priya, at('Tue 10:10')), asked(2))
      .when(refuse(2), priya, at('Tue 11:00'))
      .happens()
      .when(review(1), priya, at('Tue 11:10'))
      .happens()
      .check(({ concessions }) =>
        expect(concessions).toMatchObject([
          { id: 1, state: 'approved', review: { learned: 'w:learned', by: 'priya' } },
          { id: 2, state: 'refused' },
        ]),
      )
      .when(review(2), priya, at('Tue 11:20'))
      .refuses('no_such_concession', { concession: 2 })
  })

  test('Rule 5: an issue is not closed over an open approval', () => {
    given(arrived(), proposed(), asked(1, at('Tue 10:30')), confirmed({ when: at('Tue 11:00') }))
      .when(close(), ben, at('Tue 11:30'))
      .refuses('approval_open', { concession: 1 })
  })

  test('the review asks a supervisor of the owner what we learn, once, also after closing', () => {
    given(issue(), granted(1, 10)).when(review(), priya, at('Tue 11:00')).yields({ type: 'ConcessionReviewed' })
    given(issue(), granted(1, 10)).when(review(), ben, at('Tue 11:00')).refuses('not_supervisor', { owner: 'ben' })
    given(issue(), asked()).when(review(), priya, at('Tue 11:00')).refuses('no_such_concession', { concession: 1 })
    const reviewed = happened({ type: 'ConcessionReviewed', concession: 1, learned: 'w' }, priya, at('Tue 11:00'))
    given(issue(), granted(1, 10), reviewed)
      .when(review(), ada, at('Tue 12:00'))
      .refuses('already_reviewed', { by: 'priya' })
  })

  test('who is shown that they may grant, decide and review', () => {
    const shown = (who: typeof ben, ...parts: Parameters<typeof given>) =>
      may(given(...parts).issue, who, contextAt(at('Tue 10:00'), who)).filter(act =>
        ['grant', 'decide_approval', 'review_concession'].includes(act),
      )
    expect(shown(ben, issue())).toEqual(['grant'])
    expect(shown(carla, issue())).toEqual([])
    expect(shown(priya, issue(), granted(1, 10))).toEqual(['grant', 'review_concession'])
    expect(shown(priya, issue(), asked())).toEqual(['decide_approval'])
    expect(shown(ben, issue(), asked())).toEqual([])
    expect(shown(carla, issue(), raised(at('Tue 10:00')), answered(at('Tue 10:10'), carla))).toEqual(['grant'])
  })

  test('what waits for whom: the approval, its way to the customer, the review', () => {
    const kinds = (parts: Parameters<typeof given>) =>
      waiting(given(...parts).issue).map(({ kind, for: { id } }) => `${kind} ${id}`)
    expect(kinds([issue(), asked()])).toEqual(['approval priya'])
    const approved = happened({ type: 'ConcessionApproved', concession: 1 }, priya, at('Tue 11:00'))
    expect(kinds([issue(), asked(), approved])).toEqual(['approval_decided ben', 'concession_review ben'])
    given(issue(), asked(), approved)
      .when(write(by(at('Thu 11:00'))), ben, at('Tue 11:30'))
      .happens()
      .check(after => expect(waiting(after).map(({ kind }) => kind)).toEqual(['concession_review']))
    const refused = happened({ type: 'ConcessionRefused', concession: 1, why: 'w' }, priya, at('Tue 11:00'))
    expect(kinds([issue(), asked(), refused])).toEqual(['approval_decided ben'])
    expect(kinds([issue(), asked(), refused, contacted(3, at('Tue 11:00'))])).toEqual([])
    expect(waiting(given(issue(), asked()).issue)).toEqual([
      { kind: 'approval', of: 1, for: { kind: 'member', id: 'priya' }, since: at('Tue 10:00'), due: at('Tue 14:00') },
    ])
    const withdrawn = happened({ type: 'ConcessionWithdrawn', concession: 1 }, ben, at('Tue 11:00'))
    expect(kinds([issue(), asked(), withdrawn])).toEqual([])
  })
})

describe('Rule 27: which limit counts', () => {
  const limits = [
    ...defaultPolicy.limits,
    { who: { member: 'dana' }, kind: null, amount: 7_000, currency: 'EUR' },
    { who: { role: 'agent' as const }, kind: 'replacement' as const, amount: 20_000, currency: 'EUR' },
    { who: { role: 'agent' as const }, kind: null, amount: 6_000, currency: 'USD' },
  ]
  const policy = { ...defaultPolicy, limits }
  const none = { concessions: [], escalation: null }
  const amount = (who: typeof ben, kind: ConcessionKind, currency = 'EUR') =>
    leftToGrant(none, who, kind, currency, { policy })

  test('a person’s own before their role’s, of the very kind before every kind, in its own currency', () => {
    expect(amount(ben, 'credit')).toBe(5_000)
    expect(amount(dana, 'credit')).toBe(7_000)
    expect(amount(dana, 'replacement')).toBe(7_000)
    expect(amount(ben, 'replacement')).toBe(20_000)
    expect(amount(ben, 'credit', 'USD')).toBe(6_000)
    expect(amount(ada, 'credit')).toBe(null)
    expect(amount(olu, 'credit')).toBe(undefined)
    expect(amount(ben, 'credit', 'JPY')).toBe(undefined)
  })

  test('a limit of one kind counts what was granted of that kind alone', () => {
    given(issue(), granted(1, 50))
      .when(grant(200, 'replacement'), ben, at('Tue 11:00'), { members: everybody, policy })
      .yields({ type: 'ConcessionGranted' })
    given(issue(), granted(1, 50))
      .when(grant(201, 'replacement'), ben, at('Tue 11:00'), { members: everybody, policy })
      .yields({ type: 'ApprovalAsked' })
  })
})

describe('Rule 26: a champion has the authority limits of the rung', () => {
  const limits: readonly Limit[] = [
    ...defaultPolicy.limits,
    { who: { rung: 1 }, kind: null, amount: 20_000, currency: 'EUR' },
    { who: { rung: 'last_resort' }, kind: 'credit', amount: null, currency: 'EUR' },
  ]
  const settings = { members: everybody, policy: { ...defaultPolicy, limits } }
  /** Carla was called at the first rung, and answered. */
  const championed = () => [
    ...issue(),
    ...raised(at('Tue 10:00'), priya),
    rungCalled(1, [carla], at('Tue 10:00'), at('Tue 10:15')),
    answered(at('Tue 10:05'), carla),
  ]

  test('on the issue of the alarm, and until it is stood down', () => {
    given(championed()).when(grant(200), carla, at('Tue 10:30'), settings).yields({ type: 'ConcessionGranted' })
    given(championed()).when(grant(201), carla, at('Tue 10:30'), settings).yields({ type: 'ApprovalAsked' })
    given(championed(), stoodDown(at('Tue 10:20'), carla))
      .when(grant(20), carla, at('Tue 10:30'), settings)
      .refuses('not_owner')
  })

  test('nobody else has them', () => {
    given(championed()).when(grant(51), ben, at('Tue 10:30'), settings).yields({ type: 'ApprovalAsked' })
  })

  test('whose own limit is higher keeps it', () => {
    const withPriya = [...issue(), ...raised(at('Tue 10:00'), ben), answered(at('Tue 10:05'), priya)]
    given(withPriya).when(grant(500), priya, at('Tue 10:30'), settings).yields({ type: 'ConcessionGranted' })
  })

  test('what was granted on the issue before counts for theirs, too', () => {
    given(championed(), granted(1, 30, at('Tue 10:10')))
      .when(grant(171), carla, at('Tue 10:30'), settings)
      .yields({ type: 'ApprovalAsked' })
    given(championed(), granted(1, 30, at('Tue 10:10')))
      .when(grant(170), carla, at('Tue 10:30'), settings)
      .yields({ type: 'ConcessionGranted' })
  })

  test('an approval that they can give is asked of them first, and they may decide it', () => {
    given(championed())
      .when(grant(100), ben, at('Tue 10:30'), settings)
      .yields({ type: 'ApprovalAsked', asked: ['carla'] })
    const waits = happened(
      {
        type: 'ApprovalAsked',
        concession: 1,
        kind: 'credit',
        worth: euros(100),
        reason: 'w:reason',
        asked: ['carla'],
        due: at('Tue 14:00'),
      },
      ben,
      at('Tue 10:30'),
    )
    given(championed(), waits).when(approve(), carla, at('Tue 11:00'), settings).yields({ type: 'ConcessionApproved' })
    const context = { ...contextAt(at('Tue 11:00'), carla), ...settings }
    expect(may(given(championed(), waits).issue, carla, context)).toContain('decide_approval')
  })

  test('a supervisor who came by themselves has their own', () => {
    const came = happened({ type: 'EscalationAcknowledged', escalation: 1, place: null }, priya, at('Tue 10:05'))
    given(issue(), raised(at('Tue 10:00'), ben), came)
      .when(grant(501), priya, at('Tue 10:30'), settings)
      .yields({ type: 'ApprovalAsked', asked: ['ada'] })
  })
})
