import { describe, expect, test } from 'vitest'
import { decideOpening } from '../decide.ts'
import { owner } from '../issue/issue.ts'
import {
  acceptMatch,
  confirm,
  dismissMatch,
  giveBack,
  hear,
  link,
  mergeInto,
  propose,
  takeIn,
  unmerge,
  write,
} from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import { arrived, closed, confirmed, matched, proposed, replied } from '../testing/history.ts'
import { ana, at, ben, carla, contextAt, dana, olu, priya, theDesk } from '../testing/people.ts'
import { waiting } from '../waiting.ts'

/** Closed on the Tuesday of the first week; Ana writes again two weeks later, and it came to Carla. */
const old = given(
  arrived(),
  replied(),
  proposed({ contact: 3, promise: 3, when: at('Tue 12:00') }),
  confirmed({ releases: [2, 3] }),
  closed(),
)
const again = arrived({ owner: carla, when: at('Tue 09:00', 2), due: at('Tue 13:00', 2) })
const fresh = given(again, matched(true, 1042, at('Tue 09:00', 2)))
const beyond = given(again, matched(false, 1042, at('Tue 09:00', 2)))
const soon = at('Tue 09:30', 2)

describe('Rule 21: it may have come back', () => {
  test('what was found with the first contact waits for the owner to say', () => {
    const opening = decideOpening(
      {
        type: 'OpenIssue',
        customer: 'ana',
        channel: 'email',
        owner: ben.id,
        way: 'intake',
        subject: 'w',
        story: 'w',
        message: 'w',
        matches: [{ issue: 1042, closedAt: at('Mon 10:00'), within: true, why: 'w:why' }],
        facts: [],
        promise: null,
      },
      contextAt(at('Tue 10:00'), ana),
    )
    if ('refusal' in opening) throw new Error(opening.refusal.code)
    expect(opening.events.at(-1)?.event.type).toBe('MatchesFound')
    expect(waiting(opening.issue)).toEqual([
      { kind: 'match', of: 1, for: { kind: 'member', id: 'ben' }, since: at('Tue 10:00'), due: null },
    ])
  })

  test('it is no recurrence before a person says so: the promise of the new one runs', () => {
    fresh
      .when(hear(carla), ana, soon)
      .happens()
      .check(({ recurrences, promises }) => {
        expect(recurrences).toBe(0)
        expect(promises[0]?.fate.state).toBe('open')
      })
  })

  test('dismissed, nobody is asked again', () => {
    fresh
      .when(dismissMatch(), carla, soon)
      .yields({ type: 'MatchDismissed', issue: 1042 })
      .check(issue => expect(waiting(issue)).toEqual([]))
      .when(dismissMatch(), carla, soon)
      .refuses('no_such_match', { issue: 1042 })
  })

  test('by the owner or a supervisor; only of what was found, while it is open', () => {
    for (const who of [dana, olu]) fresh.when(dismissMatch(), who, soon).refuses('not_owner', { owner: 'carla' })
    fresh.when(dismissMatch(), priya, soon).happens()
    fresh.when(dismissMatch(1041), carla, soon).refuses('no_such_match')
    fresh.when(mergeInto(old.issue, 'recurrence'), dana, soon).refuses('not_owner')
    given(again).when(mergeInto(old.issue, 'recurrence'), carla, soon).refuses('no_such_match')
    given(again, proposed({ when: soon }), confirmed({ when: soon }), closed(soon))
      .when(acceptMatch(), carla, at('Tue 10:00', 2))
      .refuses('closed')
  })
})

describe('Scenario 50: one click reopens it with Ben', () => {
  test('the new one goes into the old one as what came back', () => {
    fresh
      .when(mergeInto(old.issue, 'recurrence'), carla, soon)
      .yields(
        { type: 'MatchAccepted', issue: 1042 },
        { type: 'PromiseReleased', promise: 1 },
        { type: 'IssueMerged', into: 1042, because: 'recurrence' },
        { type: 'IssueLinked', issue: 1042, kind: 'recurrence' },
      )
      .check(({ lifecycle, matches }) => {
        expect(lifecycle).toMatchObject({ outcome: 'duplicate', into: 1042 })
        expect(matches).toEqual([])
      })
  })

  test('the old one is open again, with its owner and the promise of the new one', () => {
    old
      .when(takeIn(fresh.issue, { because: 'recurrence' }), carla, soon)
      .yields(
        { type: 'IssueReopened' },
        { type: 'IssueTookIn', issue: 1043 },
        { type: 'PromiseCarried', promise: 4, due: at('Tue 13:00', 2) },
        { type: 'IssueLinked', issue: 1043, kind: 'recurrence' },
      )
      .told({ member: 'ben', word: 'reopened' }, { member: 'ben', word: 'took_in' })
      .check(issue => {
        expect([issue.lifecycle.phase, issue.recurrences, owner(issue).member]).toEqual(['open', 1, 'ben'])
      })
  })

  test('when Ben is gone or away, as a takeover', () => {
    old
      .when(takeIn(fresh.issue, { because: 'recurrence', reopensFor: dana }), carla, soon)
      .yields(
        { type: 'IssueReopened' },
        { type: 'OwnershipMoved', from: 'ben', to: 'dana', way: 'takeover' },
        { type: 'PromiseMade', kind: 'introduction' },
        { type: 'IssueTookIn' },
        { type: 'PromiseCarried' },
        { type: 'IssueLinked' },
      )
  })

  test('the second recurrence escalates by itself', () => {
    const twice = old
      .when(hear(), ana, at('Wed 10:00', 1))
      .happens()
      .when(propose(), ben, at('Wed 11:00', 1))
      .happens()
      .when(confirm(), ana, at('Wed 12:00', 1))
      .happens()
      .when({ type: 'CloseIssue', reachable: true }, ben, at('Wed 13:00', 1))
      .happens()
    twice
      .when(takeIn(fresh.issue, { because: 'recurrence' }), carla, soon)
      .yields(
        { type: 'IssueReopened' },
        { type: 'EscalationRaised', cause: 'second_recurrence' },
        { type: 'RungCalled', by: theDesk },
        { type: 'IssueTookIn' },
        { type: 'PromiseCarried' },
        { type: 'IssueLinked' },
      )
  })

  test('it counts when Ana wrote, however late somebody says so', () => {
    const lastDay = arrived({ owner: carla, when: at('2027-02-22 15:00'), due: at('2027-03-22 13:00') })
    const found = given(lastDay, matched(true, 1042, at('2027-02-22 15:00')))
    old.when(takeIn(found.issue, { because: 'recurrence' }), carla, at('2027-02-25 10:00')).happens()
    const tooLate = given(arrived({ owner: carla, when: at('2027-02-23 10:00'), due: at('2027-03-22 13:00') }))
    old
      .when(takeIn(tooLate.issue, { because: 'recurrence' }), carla, at('2027-02-25 10:00'))
      .refuses('recurrence_over', { until: at('2027-02-22 16:00') })
  })

  test('the old one may be open again already: the new one goes into it all the same', () => {
    const open = old.when(hear(), ana, at('Wed 10:00', 1)).happens()
    open
      .when(takeIn(fresh.issue, { because: 'recurrence' }), carla, at('Wed 11:00', 1))
      .happens()
      .check(({ recurrences }) => expect(recurrences).toBe(1))
    fresh.when(mergeInto(open.issue, 'recurrence'), carla, soon).happens()
  })

  test('not into what went into another one itself', () => {
    const gone = given(again)
      .when(mergeInto(old.when(hear(), ana, soon).happens().issue), carla, soon)
      .happens()
    fresh.when(mergeInto(gone.issue, 'recurrence'), carla, soon).refuses('other_closed')
    gone.when(takeIn(fresh.issue, { because: 'recurrence' }), carla, soon).refuses('closed', { into: 1042 })
  })
})

describe('Rules 21 and 22: a click too fast is undone', () => {
  const there = fresh.when(mergeInto(old.issue, 'recurrence'), carla, soon).happens()
  const here = old.when(takeIn(fresh.issue, { because: 'recurrence' }), carla, soon).happens()

  test('the old one is closed as it was, and counts nothing', () => {
    here
      .when(giveBack, carla, at('Tue 09:40', 2))
      .yields(
        { type: 'PromiseReleased', promise: 4 },
        { type: 'IssueGaveBack', closes: true },
        { type: 'IssueLinked', kind: 'related' },
      )
      .check(({ lifecycle, recurrences }) => {
        expect(lifecycle).toEqual(old.issue.lifecycle)
        expect(recurrences).toBe(0)
      })
    there
      .when(unmerge(here.issue, carla), carla, at('Tue 09:40', 2))
      .happens()
      .check(issue => expect([issue.lifecycle.phase, owner(issue).member]).toEqual(['open', 'carla']))
  })

  test('unless something has happened on it since', () => {
    const promised = here.when(write({ what: null, due: at('Fri 12:00', 2) }), ben, at('Tue 09:40', 2)).happens()
    promised
      .when(giveBack, carla, at('Tue 09:50', 2))
      .yields({ type: 'IssueGaveBack', closes: false }, { type: 'IssueLinked' })
      .check(({ lifecycle, recurrences }) => expect([lifecycle.phase, recurrences]).toEqual(['open', 1]))
  })
})

describe('Scenario 50: on day 91 it is a new issue, linked', () => {
  test('accepting links it; both stay as they are', () => {
    beyond
      .when(acceptMatch(), carla, soon)
      .yields({ type: 'MatchAccepted', issue: 1042 }, { type: 'IssueLinked', issue: 1042, kind: 'recurrence' })
      .check(issue => {
        expect([issue.lifecycle.phase, issue.matches]).toEqual(['open', []])
      })
    old
      .when({ type: 'LinkIssue', issue: 1043, kind: 'recurrence' }, carla, soon)
      .yields({ type: 'IssueLinked', issue: 1043 })
      .check(({ lifecycle }) => expect(lifecycle.phase).toBe('closed'))
  })

  test('what the desk links by itself, since it came in the old thread, is no question any more', () => {
    beyond
      .when(link, theDesk, soon)
      .happens()
      .check(({ matches }) => expect(matches).toEqual([]))
  })
})
