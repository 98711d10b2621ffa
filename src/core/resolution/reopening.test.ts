import { describe, expect, test } from 'vitest'
import { owner } from '../issue/issue.ts'
import { by, call, hear } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import { arrived, closed, confirmed, contacted, proposed, replied } from '../testing/history.ts'
import { ana, at, ben, dana, gone, olu, theDesk } from '../testing/people.ts'

describe('Rule 21: the customer’s word reopens the same issue', () => {
  const over = [arrived(), replied(), proposed({ contact: 3, promise: 3, when: at('Tue 12:00') })]
  const closedIssue = given(...over, confirmed({ releases: [2, 3] }), closed())

  test('Scenario 50: within the window, with the same owner and an answer promised', () => {
    closedIssue
      .when(hear(), ana, at('Tue 10:00', 5))
      .yields(
        { type: 'IssueReopened' },
        { type: 'CustomerWrote' },
        { type: 'PromiseMade', kind: 'answer', due: at('Tue 14:00', 5) },
      )
      .told({ member: 'ben', word: 'reopened' }, { member: 'ben', word: 'customer_wrote' })
  })

  test('when the owner is gone, as a takeover: the new owner owes an introduction', () => {
    closedIssue
      .when(hear(dana), ana, at('Tue 10:00', 5))
      .yields(
        { type: 'IssueReopened' },
        { type: 'OwnershipMoved', from: 'ben', to: 'dana', way: 'takeover' },
        { type: 'PromiseMade', kind: 'introduction', due: at('Tue 14:00', 5) },
        { type: 'CustomerWrote' },
      )
      .check(issue => expect(owner(issue).member).toBe('dana'))
  })

  test('never for somebody without a seat, or who left', () => {
    closedIssue.when(hear(olu), ana, at('Tue 10:00', 5)).refuses('no_seat')
    closedIssue.when(hear(gone), ana, at('Tue 10:00', 5)).refuses('no_such_member')
  })

  test('Scenario 50: after the window it is a new issue', () => {
    closedIssue.when(hear(), ana, at('2027-02-22 16:00')).happens()
    closedIssue.when(hear(), ana, at('2027-02-22 16:01')).refuses('recurrence_over', { until: at('2027-02-22 16:00') })
  })

  test('the second recurrence escalates by itself', () => {
    const again = closedIssue.when(hear(), ana, at('Mon 10:00', 1)).happens()
    const twice = given(
      ...over,
      confirmed({ releases: [2, 3] }),
      closed(),
      { at: at('Mon 10:00', 1), by: ana, from: 'email', event: { type: 'IssueReopened' } },
      contacted(4, at('Mon 11:00', 1)),
      {
        at: at('Mon 11:00', 1),
        by: ana,
        from: 'api',
        event: { type: 'ResolutionProposed', wrong: 'w', done: 'w', holds: 'w', watch: [] },
      },
      confirmed({ when: at('Mon 12:00', 1), releases: [] }),
      closed(at('Mon 13:00', 1)),
    )
    again.check(issue => expect(issue).toMatchObject({ recurrences: 1, escalation: null }))
    twice
      .when(hear(), ana, at('Mon 10:00', 2))
      .yields(
        { type: 'IssueReopened' },
        { type: 'EscalationRaised', cause: 'second_recurrence' },
        { type: 'RungCalled', by: theDesk },
        { type: 'CustomerWrote' },
        { type: 'PromiseMade' },
      )
  })

  test('only a customer’s word, not the desk’s', () => {
    closedIssue.when(hear(), theDesk, at('Tue 10:00', 5)).refuses('not_this_customer')
  })
})
describe('Rule 21: a call about a closed issue reopens it', () => {
  const over = given(arrived(), proposed(), confirmed(), closed())

  test('whoever answers; it is the last owner’s again', () => {
    over
      .when(call('in'), dana, at('Fri 10:00'))
      .yields({ type: 'IssueReopened' }, { type: 'CustomerCalled' }, { type: 'PromiseMade', kind: 'answer' })
      .check(issue => expect(issue.ownership).toHaveLength(1))
  })

  test('the owner who answers says when they hear next', () => {
    over.when(call('in'), ben, at('Fri 10:00')).refuses('needs_promise')
    over
      .when(call('in', 'reached', { promise: by(at('Fri 12:00')) }), ben, at('Fri 10:00'))
      .yields({ type: 'IssueReopened' }, { type: 'CustomerContacted' }, { type: 'PromiseMade' })
  })

  test('a call that the company made, or that came too late, does not', () => {
    over.when(call('out'), ben, at('Fri 10:00')).refuses('closed')
    over.when(call('in'), dana, at('2027-02-23 16:00')).refuses('recurrence_over')
  })
})
