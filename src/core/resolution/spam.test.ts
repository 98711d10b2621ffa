import { describe, expect, test } from 'vitest'
import { nextDeadline } from '../deadlines.ts'
import { owner } from '../issue/issue.ts'
import { acknowledge, clearSpam, close, hear, markSpam } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import { arrived, closed, confirmed, diagnosed, offered, proposed, raised, replied } from '../testing/history.ts'
import { ana, at, ben, carla, dana, gone, olu, otto, priya } from '../testing/people.ts'

const spam = given(arrived()).when(markSpam, ben, at('Tue 09:30')).happens()

describe('Rule 22: spam closes without the rules of closing', () => {
  test('by the owner, with why; its promises are released on record, and nothing falls due', () => {
    given(arrived())
      .when(markSpam, ben, at('Tue 09:30'))
      .yields({ type: 'PromiseReleased', promise: 1 }, { type: 'IssueMarkedSpam', why: 'w:why' })
      .told()
      .check(issue => {
        expect(issue.lifecycle).toMatchObject({ phase: 'closed', outcome: 'spam', by: 'ben', why: 'w:why' })
        expect(nextDeadline(issue)).toBeNull()
      })
  })

  test('by a supervisor of the owner, who is told; by nobody else; once', () => {
    given(arrived()).when(markSpam, priya, at('Tue 09:30')).happens().told({ member: 'ben', word: 'marked_spam' })
    for (const who of [dana, otto, olu]) given(arrived()).when(markSpam, who, at('Tue 09:30')).refuses('not_owner')
    spam.when(markSpam, ben, at('Tue 09:40')).refuses('closed')
  })

  test('somebody with whom we have talked is worth a second look: the supervisor hears of it', () => {
    given(arrived(), replied())
      .when(markSpam, ben, at('Tue 11:00'))
      .happens()
      .told({ member: 'priya', word: 'marked_spam' })
  })

  test('nobody is asked to answer the alarm about what was closed as spam', () => {
    given(arrived(), raised(at('Tue 10:10')))
      .when(markSpam, ben, at('Tue 10:20'))
      .happens()
      .when(acknowledge, priya, at('Tue 10:30'))
      .refuses('closed')
  })

  test('an offer is withdrawn, and an alarm stays where it is: it is heard again if it was no spam', () => {
    given(arrived(), diagnosed(), offered(), raised(at('Tue 10:10')))
      .when(markSpam, ben, at('Tue 10:20'))
      .yields(
        { type: 'HandoffWithdrawn', handoff: 1, because: 'spam' },
        { type: 'PromiseReleased', promise: 1 },
        { type: 'IssueMarkedSpam' },
      )
      .check(({ escalation }) => expect(escalation?.state).toBe('raised'))
      .when(clearSpam(), ben, at('Tue 10:30'))
      .happens()
      .check(({ escalation }) => expect(escalation?.state).toBe('raised'))
  })
})

describe('Rule 22: it is reversible', () => {
  test('open again with its owner, and an answer is promised as if it had just come', () => {
    spam
      .when(clearSpam(), priya, at('Wed 10:00'))
      .yields({ type: 'IssueClearedOfSpam' }, { type: 'PromiseMade', kind: 'answer', due: at('Wed 14:00') })
      .told({ member: 'ben', word: 'cleared_of_spam' })
      .check(({ lifecycle, recurrences }) => expect([lifecycle.phase, recurrences]).toEqual(['open', 0]))
  })

  test('when the owner is gone, for who follows, as a takeover', () => {
    spam
      .when(clearSpam(carla), priya, at('Wed 10:00'))
      .yields(
        { type: 'IssueClearedOfSpam' },
        { type: 'OwnershipMoved', from: 'ben', to: 'carla', way: 'takeover' },
        { type: 'PromiseMade', kind: 'introduction' },
        { type: 'PromiseMade', kind: 'answer' },
      )
      .check(issue => expect(owner(issue).member).toBe('carla'))
    spam.when(clearSpam(gone), priya, at('Wed 10:00')).refuses('no_such_member')
  })

  test('only what was closed as spam, and only by the owner or a supervisor', () => {
    given(arrived()).when(clearSpam(), ben, at('Wed 10:00')).refuses('not_spam')
    given(arrived(), proposed(), confirmed(), closed()).when(clearSpam(), ben, at('Wed 10:00')).refuses('not_spam')
    spam.when(clearSpam(), dana, at('Wed 10:00')).refuses('not_owner')
  })

  test('who writes again is heard: it is open, and counts as no recurrence', () => {
    spam
      .when(hear(), ana, at('Wed 10:00'))
      .yields({ type: 'IssueReopened' }, { type: 'CustomerWrote' }, { type: 'PromiseMade', kind: 'answer' })
      .check(({ recurrences }) => expect(recurrences).toBe(0))
      .when(close(), ben, at('Wed 10:10'))
      .refuses('nothing_proposed')
  })
})
