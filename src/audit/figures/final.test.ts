import { expect, test } from 'vitest'
import { finalsAmong, isUsuallyFinal } from './final.ts'

test.each([
  ...['Closed', 'RESOLVED', 'solved', 'Completed', 'Cancelled', 'canceled', 'Done', "Won't Do", 'Gelöst', 'Résolu'],
  ...['Closed Skipped', 'Closed (Duplicate)', 'Resolved - by customer', ' closed '],
])('"%s" is usually final', status => {
  expect(isUsuallyFinal(status)).toBe(true)
})

test.each([
  ...['New', 'Queued', 'Accepted', 'In Progress', 'Open', 'Reopened', 'On Hold', 'Awaiting User Info', '-100', ''],
  // What was not is not over, and an activity that is complete (in XES nearly every one) is no case that is.
  ...['Not resolved', 'Unresolved', 'complete', 'start'],
])('"%s" is not', status => {
  expect(isUsuallyFinal(status)).toBe(false)
})

test('what somebody names is looked for among the statuses, whole names with commas too', () => {
  const statuses = ['New', 'Closed, no answer', 'Klart', 'klart ']
  expect(finalsAmong(statuses, ['KLART'])).toEqual({ finals: ['Klart', 'klart '] })
  expect(finalsAmong(statuses, ['Klart, New'])).toEqual({ finals: ['New', 'Klart', 'klart '] })
  expect(finalsAmong(statuses, ['Closed, no answer', 'Klart'])).toMatchObject({
    finals: ['Closed, no answer', 'Klart', 'klart '],
  })
  expect(finalsAmong(statuses, ['Klart,Färdigt', 'Slut'])).toEqual({ unknown: ['Färdigt', 'Slut'] })
})
