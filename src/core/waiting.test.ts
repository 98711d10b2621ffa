import { expect, test } from 'vitest'
import { by, write } from './testing/asks.ts'
import { given } from './testing/given.ts'
import { arrived, bounced, replied } from './testing/history.ts'
import { at, ben } from './testing/people.ts'
import { waiting } from './waiting.ts'

test('Told: an undelivered word waits for the owner until another one reaches the customer', () => {
  const back = given(arrived(), replied(), bounced(2, at('Tue 10:30')))
  expect(waiting(back.issue)).toEqual([
    { kind: 'undelivered', of: 2, for: { kind: 'member', id: 'ben' }, since: at('Tue 10:00'), due: null },
  ])
  back
    .when(write(by(at('Fri 12:00'))), ben, at('Tue 11:00'))
    .happens()
    .check(issue => expect(waiting(issue)).toEqual([]))
})
