import { describe, expect, test } from 'vitest'
import { close, confirm, hear, markSpam, mergeInto, rate } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  agreedCannotFix,
  arrived,
  askedCannotFix,
  closed,
  confirmed,
  contacted,
  erased,
  happened,
  proposed,
  toldCannotFix,
} from '../testing/history.ts'
import { ada, ana, at, ben, priya, theDesk, tom } from '../testing/people.ts'
import { isAskedForRating } from './rating.ts'

const asked = [arrived(), proposed(), confirmed()]
const over = [...asked, closed()]
const evening = at('Tue 18:00')

describe('Rule 32: the customer says how they were looked after', () => {
  test('once they have said that it is solved, with one word of three, and what they like to say', () => {
    given(...asked)
      .when(rate('partly', 'w:late'), ana, evening)
      .yields({ type: 'CustomerRated', choice: 'partly', words: 'w:late' })
      .told()
      .check(({ rating }) => expect(rating).toEqual({ choice: 'partly', words: 'w:late', at: evening }))
  })

  test('once it is closed, in whichever way: also when they never answered, or it can not be fixed', () => {
    given(...over)
      .when(rate('well'), ana, evening)
      .yields({ type: 'CustomerRated', choice: 'well', words: null })
    for (const outcome of ['unconfirmed', 'unreachable'] as const)
      given(arrived(), proposed(), happened({ type: 'IssueClosed', outcome }, ben, at('Fri 16:00')))
        .when(rate('badly'), ana, at('Fri 18:00'))
        .happens()
    const cannotFix = happened({ type: 'IssueClosed', outcome: 'cannot_fix' }, ben, at('Tue 16:00'))
    given(arrived(), askedCannotFix(), agreedCannotFix(), toldCannotFix(), cannotFix)
      .when(rate('badly'), ana, evening)
      .happens()
  })

  test('not before: what is still open they write to the owner', () => {
    given(arrived()).when(rate('badly'), ana, at('Tue 10:00')).refuses('not_over')
    given(arrived(), proposed()).when(rate('well'), ana, at('Tue 11:00')).refuses('not_over')
    given(...over)
      .when(hear(), ana, at('Wed 10:00'))
      .happens()
      .when(rate('badly'), ana, at('Wed 10:01'))
      .refuses('not_over')
  })

  test('nobody is asked of spam, of what was over at another desk, or of what goes on in another issue', () => {
    given(arrived()).when(markSpam, ben, at('Tue 10:00')).happens().when(rate('well'), ana, evening).refuses('not_over')
    const imported = { source: 'ServiceNow', case: 'INC1', began: at('Mon 09:00', -1), closedAt: at('Mon 17:00', -1) }
    const opening = { type: 'IssueOpened', customer: 'ana', channel: 'api', owner: 'ben', way: 'intake' } as const
    given(happened({ ...opening, subject: 'w', story: 'w', imported }, theDesk, at('Tue 09:00')))
      .when(rate('well'), ana, evening)
      .refuses('not_over')
    const survivor = given(arrived(), contacted(2, at('Tue 09:10'))).issue
    given(arrived({ when: at('Tue 09:20'), due: at('Tue 13:20') }))
      .when(mergeInto(survivor), ben, at('Tue 10:00'))
      .happens()
      .check(issue => expect(isAskedForRating(issue)).toBe(false))
      .when(rate('well'), ana, evening)
      .refuses('closed', { into: 1042 })
  })

  test('nobody says it for them: neither another customer, nor the owner, a supervisor, an admin or the desk', () => {
    for (const who of [tom, ben, priya, ada, theDesk])
      given(...over)
        .when(rate('well'), who, evening)
        .refuses('not_this_customer')
  })

  test('as long as it would open again, and no longer', () => {
    given(...over)
      .when(rate('well'), ana, at('2027-02-22 16:00'))
      .happens()
    given(...over)
      .when(rate('well'), ana, at('2027-02-22 16:01'))
      .refuses('rating_over', { until: at('2027-02-22 16:00') })
  })

  test('they may say it otherwise: both answers stay on record, the last one counts', () => {
    const first = given(...asked)
      .when(rate('well'), ana, evening)
      .happens()
    first
      .when(rate('badly', 'w:again'), ana, at('Wed 10:00'))
      .yields({ type: 'CustomerRated', choice: 'badly', words: 'w:again' })
      .check(({ rating, version }) => {
        expect(rating).toEqual({ choice: 'badly', words: 'w:again', at: at('Wed 10:00') })
        expect(version).toBe(first.issue.version + 1)
      })
    first.when(rate('well', 'w:thanks'), ana, evening).yields({ type: 'CustomerRated', words: 'w:thanks' })
  })

  test('the same once more is nothing new', () => {
    given(...asked)
      .when(rate('well'), ana, evening)
      .happens()
      .when(rate('well'), ana, at('Wed 10:00'))
      .yields()
      .check(({ rating }) => expect(rating?.at).toBe(evening))
  })

  test('“no” is something to look at for owner and supervisor, once', () => {
    given(...over)
      .when(rate('badly'), ana, evening)
      .happens()
      .told({ member: 'ben', word: 'rated_badly' }, { member: 'priya', word: 'rated_badly' })
      .when(rate('badly', 'w:why'), ana, evening)
      .happens()
      .told()
    given(...over)
      .when(rate('partly'), ana, evening)
      .happens()
      .told()
      .when(rate('badly'), ana, evening)
      .happens()
      .told({ member: 'ben', word: 'rated_badly' }, { member: 'priya', word: 'rated_badly' })
  })

  test('what they said stays when it comes back, and they are asked anew when it is over', () => {
    const back = given(...over)
      .when(rate('well'), ana, evening)
      .happens()
      .when(hear(), ana, at('Wed 10:00'))
      .happens()
      .check(issue => {
        expect(issue.rating?.choice).toBe('well')
        expect(isAskedForRating(issue)).toBe(false)
      })
    expect(back.issue.lifecycle.phase).toBe('open')
  })

  test('Rule 33: not any more once the words are erased', () => {
    given(...over, erased())
      .when(rate('well'), ana, at('Thu 10:00'))
      .refuses('erased')
  })

  test('everybody is asked in the same way, from their confirmation on', () => {
    const proposal = given(arrived(), proposed())
    expect(isAskedForRating(proposal.issue)).toBe(false)
    proposal
      .when(confirm(), ana, at('Tue 12:00'))
      .happens()
      .check(issue => expect(isAskedForRating(issue)).toBe(true))
      .when(close(), ben, at('Tue 13:00'))
      .happens()
      .check(issue => expect(isAskedForRating(issue)).toBe(true))
  })
})
