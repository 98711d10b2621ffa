import { expect, test } from 'vitest'
import { link } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import { arrived, happened } from '../testing/history.ts'
import { ana, at, ben } from '../testing/people.ts'

test('Rule 21: what is linked is no open question any more; another that was found still is', () => {
  const match = { closedAt: at('Mon 10:00', -1), within: true, why: 'w:why' }
  const matches = [1042, 1043].map(issue => ({ issue, ...match }))
  given(arrived(), happened({ type: 'MatchesFound', matches }, ana, at('Tue 09:00')))
    .when(link, ben, at('Tue 10:00'))
    .yields({ type: 'IssueLinked', issue: 1042, kind: 'recurrence' })
    .check(issue => expect(issue.matches.map(other => other.issue)).toEqual([1043]))
})
