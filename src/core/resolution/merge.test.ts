import { describe, expect, test } from 'vitest'
import { nextDeadline } from '../deadlines.ts'
import { type Issue, owner } from '../issue/issue.ts'
import {
  by,
  claim,
  confirm,
  giveBack,
  hear,
  mergeInto,
  move,
  propose,
  standDown,
  takeIn,
  tick,
  unmerge,
  write,
} from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  arrived,
  askedCannotFix,
  bounced,
  broken,
  closed,
  confirmed,
  contacted,
  customerWrote,
  diagnosed,
  handedOver,
  happened,
  offered,
  type Part,
  promised,
  proposed,
  raised,
  replied,
} from '../testing/history.ts'
import { ada, ana, at, ben, carla, dana, olu, otto, priya, ravi, theDesk, gone as whoLeft } from '../testing/people.ts'
import { survivorOf } from './merge.ts'

/** Ben's, whom Ana met on Tuesday at ten; and a second one, that came to Ravi at eleven. */
const bens = given(arrived(), replied()).issue
const ravis = given(arrived({ owner: ravi, when: at('Tue 11:00'), due: at('Tue 15:00') })).issue
const second = given(arrived({ owner: ravi, when: at('Tue 11:00'), due: at('Tue 15:00') }))
const noon = at('Tue 12:00')

describe('Rule 22: which of two issues stays', () => {
  const one = { number: 1042, issue: bens }

  test('Scenario 52: the one whose owner met the customer first, from both sides', () => {
    const other = { number: 1043, issue: ravis }
    expect([survivorOf(one, other).number, survivorOf(other, one).number]).toEqual([1042, 1042])
    const later = given(arrived({ when: at('Tue 09:00') }), contacted(2, at('Tue 11:30'))).issue
    const sooner = given(arrived({ when: at('Tue 11:00') }), contacted(2, at('Tue 11:10'))).issue
    const [late, soon] = [
      { number: 1, issue: later },
      { number: 2, issue: sooner },
    ]
    expect([survivorOf(late, soon).number, survivorOf(soon, late).number]).toEqual([2, 2])
  })

  test('what an owner of before, or a word that came back, told the customer is no meeting of this owner', () => {
    const met = { number: 1, issue: given(arrived(), contacted(2, at('Tue 11:30'))).issue }
    const lost = given(arrived(), contacted(2, at('Tue 10:00')), bounced(2, at('Tue 10:01'))).issue
    expect(survivorOf({ number: 2, issue: lost }, met).number).toBe(1)
    const carlas = given(arrived(), handedOver()).issue
    const between = { number: 3, issue: given(arrived(), contacted(2, at('Tue 11:00'))).issue }
    expect(survivorOf({ number: 4, issue: carlas }, between).number).toBe(3)
  })

  test('when neither has met them, the older, and of the same moment the lower number', () => {
    const young = { number: 2, issue: given(arrived({ when: at('Tue 11:00') })).issue }
    const old = { number: 5, issue: given(arrived()).issue }
    expect([survivorOf(young, old).number, survivorOf(old, young).number]).toEqual([5, 5])
    expect(survivorOf(old, { ...old, number: 4 }).number).toBe(4)
  })
})

describe('Rule 22: the duplicate ends', () => {
  test('its promises are released here, it says where it goes on, and nothing falls due', () => {
    second
      .when(mergeInto(bens), ravi, noon)
      .yields(
        { type: 'PromiseReleased', promise: 1 },
        { type: 'IssueMerged', into: 1042, because: 'duplicate' },
        { type: 'IssueLinked', issue: 1042, kind: 'duplicate' },
      )
      .told()
      .check(issue => {
        expect(issue.lifecycle).toMatchObject({ phase: 'closed', outcome: 'duplicate', into: 1042, by: 'ravi' })
        expect(nextDeadline(issue)).toBeNull()
      })
  })

  test('by the owner of either, or a supervisor of either; its owner is told', () => {
    second.when(mergeInto(bens), ben, noon).happens().told({ member: 'ravi', word: 'merged' })
    for (const who of [priya, otto, ada]) second.when(mergeInto(bens), who, noon).happens()
    for (const who of [dana, olu, whoLeft])
      second.when(mergeInto(bens), who, noon).refuses('not_owner', { owner: 'ravi' })
  })

  test('Scenario 52: not of different customers, not with itself, not with what is closed', () => {
    second.when(mergeInto({ ...bens, customer: 'tom' }), ravi, noon).refuses('different_customers')
    second.when(mergeInto(ravis, 'duplicate', 1042), ravi, noon).refuses('same_issue')
    second.when(mergeInto(null), ravi, noon).refuses('no_such_issue', { issue: 1042 })
    second.when(mergeInto(null), ben, noon).refuses('not_owner')
    const over = given(arrived(), proposed(), confirmed(), closed())
    second.when(mergeInto(over.issue), ravi, at('Tue 17:00')).refuses('other_closed', { issue: 1042 })
    over.when(mergeInto(bens), ben, at('Tue 17:00')).refuses('closed')
  })

  test('what somebody else has in hand ends first', () => {
    const blocked = (open: string, ...parts: Parameters<typeof given>) =>
      given(arrived({ due: at('Fri 12:00') }), ...parts)
        .when(mergeInto(bens), ben, at('Tue 10:30'))
        .refuses('merge_blocked', { issue: 1043, open: open as never })
    blocked('handoff', diagnosed(), offered())
    blocked(
      'huddle',
      happened(
        {
          type: 'HuddleCalled',
          huddle: 1,
          with: { kind: 'member', member: 'carla' },
          due: at('Fri 12:00'),
          giver: 'ben',
          receiver: 'carla',
          third: 'priya',
        },
        ben,
        at('Tue 10:00'),
      ),
    )
    blocked('alarm', raised(at('Tue 10:00')))
    blocked('cannot_fix', askedCannotFix())
    blocked(
      'assist',
      happened(
        { type: 'AssistAsked', assist: 1, of: { kind: 'member', member: 'olu' }, ask: 'w:ask', due: at('Thu 12:00') },
        ben,
        at('Tue 10:00'),
      ),
    )
    blocked(
      'approval',
      happened(
        {
          type: 'ApprovalAsked',
          concession: 1,
          kind: 'credit',
          worth: { amount: 6_000, currency: 'EUR' },
          reason: 'w:reason',
          asked: ['priya'],
          due: at('Thu 12:00'),
        },
        ben,
        at('Tue 10:00'),
      ),
    )
  })

  test('every command on it says where it goes on', () => {
    const merged = second.when(mergeInto(bens), ravi, noon).happens()
    merged.when(write(), ravi, noon).refuses('closed', { into: 1042 })
    merged.when(claim, carla, noon).refuses('closed', { into: 1042 })
    merged.when(hear(ravi), ana, at('Wed 10:00')).refuses('closed', { into: 1042 })
    merged.when(confirm(), ana, noon).refuses('closed', { into: 1042 })
  })
})

describe('Rule 22: the other issue takes it in', () => {
  test('Scenario 52: both promises run on here, as they were given', () => {
    given(arrived(), replied())
      .when(takeIn(given(arrived({ owner: ravi }), promised(2, at('Thu 12:00'), at('Tue 09:10'))).issue), ravi, noon)
      .yields(
        {
          type: 'IssueTookIn',
          issue: 1043,
          promises: [
            { theirs: 1, ours: 3 },
            { theirs: 2, ours: 4 },
          ],
        },
        { type: 'PromiseCarried', promise: 3, kind: 'answer', due: at('Tue 13:00'), from: 1043, madeBy: ana },
        {
          type: 'PromiseCarried',
          promise: 4,
          kind: 'word',
          what: 'w:copy',
          due: at('Thu 12:00'),
          madeAt: at('Tue 09:10'),
        },
        { type: 'IssueLinked', issue: 1043, kind: 'duplicate' },
      )
      .told({ member: 'ben', word: 'took_in' })
      .check(({ promises }) =>
        expect(promises.slice(1).map(({ fate }) => fate.state)).toEqual(['open', 'open', 'open']),
      )
      .when(write(by(at('Fri 12:00'))), ben, at('Tue 12:30'))
      .yields(
        { type: 'CustomerContacted' },
        { type: 'PromiseKept', promise: 2 },
        { type: 'PromiseKept', promise: 3 },
        { type: 'PromiseKept', promise: 4 },
        { type: 'PromiseMade' },
      )
  })

  test('what was broken there is owed here, and two broken raise the alarm', () => {
    const late = given(arrived({ when: at('Tue 09:00') }), broken(1, at('Tue 13:00'), at('Wed 09:00'))).issue
    const took = given(arrived(), replied()).when(takeIn(late), ben, at('Tue 15:00')).happens()
    took.check(({ promises, escalation }) => {
      expect(promises[2]?.fate).toEqual({ state: 'broken', at: at('Tue 13:00'), escalatesAt: at('Wed 09:00') })
      expect(escalation).toBeNull()
    })
    took
      .when(tick, theDesk, at('Wed 09:00'))
      .yields({ type: 'EscalationRaised', cause: 'broken_too_long' }, { type: 'RungCalled' })
    given(arrived(), broken(1, at('Tue 13:00'), at('Wed 09:00')))
      .when(takeIn(late), ben, at('Tue 15:00'))
      .yields(
        { type: 'IssueTookIn' },
        { type: 'PromiseCarried' },
        { type: 'EscalationRaised', cause: 'second_broken_promise' },
        { type: 'RungCalled', by: theDesk },
        { type: 'IssueLinked' },
      )
  })

  test('what fell due there in the meantime is settled first; broken for too long it raises the alarm at once', () => {
    given(arrived({ due: at('Fri 12:00') }))
      .when(takeIn({ ...ravis, escalation: null }), ben, at('Wed 12:00'))
      .yields(
        { type: 'IssueTookIn' },
        { type: 'PromiseCarried', broken: { at: at('Tue 15:00'), escalatesAt: at('Wed 11:00') } },
        { type: 'EscalationRaised', cause: 'broken_too_long' },
        { type: 'RungCalled', by: theDesk },
        { type: 'IssueLinked' },
      )
  })

  test('Rule 31: what was known and understood there is known here; what is known here stands', () => {
    const fact = (key: string, words: string) =>
      happened({ type: 'FactEstablished', key, fact: words, how: null } as never, ravi, at('Tue 11:00'))
    const there = given(
      arrived({ owner: ravi }),
      fact('account', 'w:other'),
      fact('callback', 'w:promise'),
      diagnosed(),
    ).issue
    given(arrived(), fact('account', 'w:account'))
      .when(takeIn(there), ben, noon)
      .happens()
      .check(({ facts, diagnoses }) => {
        expect(facts.map(({ key, fact: words }) => [key, words])).toEqual([
          ['callback', 'w:copy'],
          ['account', 'w:account'],
        ])
        expect(diagnoses).toHaveLength(1)
      })
  })
})

describe('Rule 22: a shared cause goes along', () => {
  const linked = happened({ type: 'CauseLinked', cause: 7 }, ravi, at('Tue 11:05'))
  const word = happened({ type: 'CauseWordGiven', cause: 7, message: 'w:cable' }, priya, at('Tue 11:10'))
  const solution = { wrong: 'w:wrong', done: 'w:done', holds: 'w:holds' }
  const solved = happened({ type: 'CauseSolved', cause: 7, ...solution }, priya, at('Tue 11:20'))
  const ofRavi = (...more: Part[]) =>
    given(arrived({ owner: ravi, when: at('Tue 11:00'), due: at('Tue 15:00') }), linked, ...more).issue
  const texts = { 'w:cable': 'w:copy', 'w:wrong': 'w:copy' }
  const rest = [{ type: 'PromiseCarried' }, { type: 'IssueLinked' }] as const
  const taking = (gone: Issue) => ({ ...takeIn(gone), texts })

  test('with the word that its customer has not heard, and with its solution', () => {
    given(arrived(), replied())
      .when(taking(ofRavi(word)), priya, noon)
      .yields(
        { type: 'CauseLinked', cause: 7 },
        { type: 'CauseWordGiven', message: 'w:copy' },
        { type: 'IssueTookIn' },
        ...rest,
      )
      .told(
        { member: 'ben', word: 'cause_linked' },
        { member: 'ben', word: 'cause_word' },
        { member: 'ben', word: 'took_in' },
      )
    given(arrived(), replied())
      .when(taking(ofRavi(solved)), priya, noon)
      .yields(
        { type: 'CauseLinked' },
        { type: 'CauseSolved', ...solution, wrong: 'w:copy' },
        { type: 'IssueTookIn' },
        ...rest,
      )
    given(arrived(), replied())
      .when(taking(ofRavi(word, contacted(2, at('Tue 11:30')))), priya, noon)
      .yields({ type: 'CauseLinked' }, { type: 'IssueTookIn', cause: 7 }, ...rest)
  })

  test('unless there is one already; undone, it stays where it came from', () => {
    const own = happened({ type: 'CauseLinked', cause: 3 }, ben, at('Tue 10:00'))
    given(arrived(), replied(), own)
      .when(taking(ofRavi(word)), priya, noon)
      .yields({ type: 'IssueTookIn', cause: null }, ...rest)
      .check(({ cause }) => expect(cause?.cause).toBe(3))
      .when(giveBack, ravi, at('Tue 14:00'))
      .happens()
      .check(({ cause }) => expect(cause?.cause).toBe(3))
    given(arrived(), replied())
      .when(taking(ofRavi(word)), priya, noon)
      .happens()
      .when(giveBack, ravi, at('Tue 14:00'))
      .happens()
      .check(({ cause }) => expect(cause).toBeNull())
  })
})

describe('Scenario 52: undone within 30 days, both are as they would be', () => {
  const there = second.when(mergeInto(bens), priya, noon).happens()
  const here = given(arrived(), replied()).when(takeIn(ravis), priya, noon).happens()

  test('the owner, the phase and the promise are back; here the promise ends', () => {
    there
      .when(unmerge(here.issue, ravi), ravi, at('Tue 14:00'))
      .yields(
        { type: 'IssueUnmerged', from: 1042 },
        { type: 'PromiseCarried', promise: 2, kind: 'answer', due: at('Tue 15:00'), from: 1042 },
        { type: 'IssueLinked', issue: 1042, kind: 'related' },
      )
      .check(issue => expect([issue.lifecycle.phase, owner(issue).member]).toEqual(['open', 'ravi']))
    here
      .when(giveBack, ravi, at('Tue 14:00'))
      .yields(
        { type: 'PromiseReleased', promise: 3 },
        { type: 'IssueGaveBack', issue: 1043, closes: false },
        { type: 'IssueLinked', issue: 1043, kind: 'related' },
      )
      .told({ member: 'ben', word: 'gave_back' })
      .check(({ merged }) => expect(merged).toEqual([]))
  })

  test('a promise that was moved meanwhile comes back as it was moved, a broken one broken', () => {
    const moved = here.when(move(3, at('Thu 10:00')), ben, at('Tue 13:00')).happens()
    there
      .when(unmerge(moved.issue, ravi), ben, at('Tue 14:00'))
      .yields(
        { type: 'IssueUnmerged' },
        { type: 'PromiseCarried', kind: 'answer', due: at('Thu 10:00'), moves: 1 },
        { type: 'IssueLinked' },
      )
    there
      .when(unmerge(here.issue, ravi), ben, at('Tue 16:00'))
      .yields(
        { type: 'IssueUnmerged' },
        { type: 'PromiseCarried', broken: { at: at('Tue 15:00'), escalatesAt: at('Wed 11:00') } },
        { type: 'IssueLinked' },
      )
  })

  test('Rule 12: when all was kept meanwhile, both still say when the customer hears next', () => {
    const answered = here.when(write(by(at('Fri 12:00'))), ben, at('Tue 13:00')).happens()
    there
      .when(unmerge(answered.issue, ravi), ben, at('Tue 14:00'))
      .yields(
        { type: 'IssueUnmerged' },
        { type: 'PromiseMade', kind: 'answer', due: at('Wed 10:00') },
        { type: 'IssueLinked' },
      )
    const onlyTheirs = given(
      arrived(),
      contacted(2, at('Tue 10:00')),
      happened({ type: 'PromiseKept', promise: 1, contact: 2 }, ben, at('Tue 10:00')),
    )
      .when(takeIn(ravis), priya, noon)
      .happens()
    onlyTheirs
      .when(giveBack, ben, at('Tue 14:00'))
      .yields(
        { type: 'PromiseReleased' },
        { type: 'IssueGaveBack', closes: false },
        { type: 'PromiseMade', kind: 'answer' },
        { type: 'IssueLinked' },
      )
  })

  test('a proposal that stood there stands again', () => {
    const asked = given(arrived({ owner: ravi, when: at('Tue 09:00') }))
      .when(propose({ promise: by(at('Fri 12:00')) }), ravi, at('Tue 11:00'))
      .happens()
    const went = asked.when(mergeInto(bens), ravi, noon).happens()
    went
      .when(unmerge(here.issue, ravi), ravi, at('Tue 14:00'))
      .happens()
      .check(({ lifecycle }) => expect(lifecycle.phase).toBe('proposed'))
      .when(confirm(), ana, at('Tue 14:10'))
      .happens()
  })

  test('when its owner is gone, by the intake’s policy, as a takeover', () => {
    there
      .when(unmerge(here.issue, carla), priya, at('Tue 14:00'))
      .yields(
        { type: 'IssueUnmerged' },
        { type: 'OwnershipMoved', from: 'ravi', to: 'carla', way: 'takeover' },
        { type: 'PromiseMade', kind: 'introduction' },
        { type: 'PromiseCarried' },
        { type: 'IssueLinked' },
      )
    there.when(unmerge(here.issue, whoLeft), priya, at('Tue 14:00')).refuses('no_such_member')
  })

  test('within 30 days, by the owner of either or a supervisor, and only what was merged', () => {
    const until = at('2026-12-24 12:00')
    there.when(unmerge(here.issue, ravi), ravi, until).happens()
    there.when(unmerge(here.issue, ravi), ravi, at('2026-12-24 12:01')).refuses('unmerge_over', { until })
    there.when(unmerge(here.issue, ravi), dana, at('Tue 14:00')).refuses('not_owner')
    second.when(unmerge(here.issue, ravi), ravi, noon).refuses('not_merged')
    given(arrived(), proposed(), confirmed(), closed())
      .when(unmerge(here.issue), ben, at('Tue 17:00'))
      .refuses('not_merged')
    given(arrived()).when(giveBack, ben, noon).refuses('not_merged')
  })

  test('the other issue may be closed meanwhile; what is undone then starts with a fresh answer', () => {
    const over = here
      .when(propose(), ben, at('Tue 13:00'))
      .happens()
      .when(confirm(), ana, at('Tue 13:10'))
      .happens()
      .when({ type: 'CloseIssue', reachable: true }, ben, at('Tue 13:20'))
      .happens()
    there
      .when(unmerge(over.issue, ravi), ravi, at('Tue 14:00'))
      .yields({ type: 'IssueUnmerged' }, { type: 'PromiseMade', kind: 'answer' }, { type: 'IssueLinked' })
    over
      .when(giveBack, ravi, at('Tue 14:00'))
      .yields({ type: 'IssueGaveBack', closes: false }, { type: 'IssueLinked' })
      .check(({ lifecycle }) => expect(lifecycle.phase).toBe('closed'))
  })

  test('an alarm that stood here is no alarm there', () => {
    const alarmed = here.when(tick, theDesk, at('Tue 15:00')).happens()
    alarmed.when(standDown, priya, at('Tue 15:10')).refuses('no_escalation')
    there
      .when(unmerge(alarmed.issue, ravi), ravi, at('Tue 16:00'))
      .happens()
      .check(({ escalation }) => expect(escalation).toBeNull())
  })
})

test('Rule 22: a word of the customer lands on what goes on', () => {
  given(arrived(), replied())
    .when(takeIn(ravis), priya, noon)
    .happens()
    .when(hear(), ana, at('Tue 12:30'))
    .yields({ type: 'CustomerWrote', contact: 3 })
  expect(given(arrived(), customerWrote(2, at('Tue 09:30'))).issue.merged).toEqual([])
})
