import { expect, test } from 'vitest'
import { chosenFor, searchBehind } from './behind.tsx'
import { chosenIn } from './search.ts'

const zone = 'Europe/Madrid'

test('the issues of one week are those of the time that was asked for', () => {
  const chosen = chosenIn({ channel: 'phone' })
  // Tuesday 1 September until just before Thursday 26 November, in Madrid.
  const about = { chosen, period: { from: '2026-08-31T22:00:00Z', until: '2026-11-25T23:00:00Z' }, zone }
  expect(chosenFor({ key: '2026-10-05' }, 'week', about)).toMatchObject({
    time: 'hand',
    from: '2026-10-05',
    to: '2026-10-11',
    channel: 'phone',
  })
  expect(chosenFor({ key: '2026-08-31' }, 'week', about)).toMatchObject({ from: '2026-09-01', to: '2026-09-06' })
  expect(chosenFor({ key: '2026-11-23' }, 'week', about)).toMatchObject({ from: '2026-11-23', to: '2026-11-25' })
  expect(chosenFor({ key: 'k' }, 'kind', about)).toMatchObject({ kind: 'k', time: 'weeks' })
  expect(chosenFor({ key: null }, 'kind', about)).toBeNull()
})

test('an address of issues says whose they are and on which side, and nothing about pictures', () => {
  const chosen = chosenIn({ time: 'year', against: 'before', by: 'kind', whom: 'team' })
  expect(searchBehind({ chosen, mine: false }, 'broken')).toEqual({ time: 'year', side: 'broken' })
  expect(searchBehind({ chosen, mine: true }, 'part')).toEqual({ time: 'year', mine: true, side: 'part' })
})
