import { expect, test } from 'vitest'
import { given } from '../testing/given.ts'
import { arrived, broken, closed, confirmed, promised, proposed, raised, replied } from '../testing/history.ts'
import { at } from '../testing/people.ts'
import { placeOf } from './order.ts'

const place = (...parts: Parameters<typeof given>) => placeOf(given(...parts).issue)

test('Rule 25, Scenario 56: escalated, broken promise, promise due soonest; closed ones last', () => {
  const late = [arrived(), replied({ due: at('Wed 11:00') }), broken(2, at('Wed 11:00'), at('Wed 15:00'))]
  expect(place(...late, raised(at('Wed 15:00')))).toEqual({ rank: 0, at: at('Wed 11:00') })
  expect(place(...late)).toEqual({ rank: 1, at: at('Wed 11:00') })
  expect(place(arrived(), replied({ due: at('Wed 11:00') }))).toEqual({ rank: 2, at: at('Wed 11:00') })
  expect(place(arrived(), proposed(), confirmed(), closed())).toEqual({ rank: 3, at: at('Tue 16:00') })
})

test('Rule 25: the promise that falls due first says where; without one, when it was opened', () => {
  expect(place(arrived({ due: at('Tue 13:00') }), proposed({ due: at('Fri 10:00') }))).toEqual({
    rank: 2,
    at: at('Fri 10:00'),
  })
  const two = [arrived({ due: at('Wed 13:00') }), promised(2, at('Wed 12:00'), at('Tue 10:00'))]
  expect(place(...two)).toEqual({ rank: 2, at: at('Wed 12:00') })
  expect(place(...two, promised(3, at('Wed 14:00'), at('Tue 10:00')))).toEqual({ rank: 2, at: at('Wed 12:00') })
  expect(place(arrived(), proposed(), confirmed())).toEqual({ rank: 2, at: at('Tue 09:00') })
})

test('Rule 25: a broken promise that the confirmation released stands in nobody’s way', () => {
  const late = proposed({ due: at('Tue 12:00') })
  expect(place(arrived(), late, broken(2, at('Tue 12:00'), at('Tue 16:00')), confirmed())).toMatchObject({ rank: 2 })
})
