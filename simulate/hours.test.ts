import { expect, test } from 'vitest'
import { office } from '../src/core/testing/people.ts'
import { addBusinessMinutes, businessMinutesBetween, isOpen, nextOpening } from '../src/core/time/calendar.ts'
import { epochMs, fromEpochMs, instant } from '../src/core/time/instant.ts'
import { drawsOf } from './draws.ts'
import { hoursOf } from './hours.ts'

const start = epochMs(instant('2027-01-03T23:00:00Z'))
const hours = hoursOf(office, start, 800)
const draw = drawsOf(1)
/** Moments of a year, with both changes of the clocks. */
const moments = Array.from({ length: 3000 }, (_, place) => Math.floor(start + draw(place, 'minute') * 365 * 86_400_000))

test("the hours are those of the core's calendar, a year long", () => {
  for (const [place, ms] of moments.entries()) {
    const at = fromEpochMs(ms)
    expect(hours.isOpen(ms)).toBe(isOpen(office, at))
    expect(hours.nextOpen(ms)).toBe(epochMs(nextOpening(office, at)))
    const minutes = 1 + Math.floor(draw(place, 'wait') * 5000)
    expect(hours.plus(ms, minutes)).toBeCloseTo(epochMs(addBusinessMinutes(office, at, minutes)), 0)
    const other = moments[place + 1] ?? ms
    const [from, to] = [Math.min(ms, other), Math.max(ms, other)]
    expect(hours.between(from, to)).toBeCloseTo(businessMinutesBetween(office, fromEpochMs(from), fromEpochMs(to)), 6)
  }
})

test('so long before is what is so long after, the other way round', () => {
  for (const ms of moments) {
    const due = hours.plus(ms, 100)
    expect(hours.workAt(hours.plus(due, -60))).toBeCloseTo(hours.workAt(due) - 60, 6)
  }
})
