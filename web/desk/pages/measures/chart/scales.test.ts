import { expect, test } from 'vitest'
import { labelEvery, scaleOf, topOf } from './scales.ts'
import { dayShort, plusDays, weeksOf } from './weeks-of.ts'

const figure = (value: number | null, high = value) => ({
  value,
  low: value,
  high,
  count: 1,
  of: 2,
  small: true,
  sampled: null,
  parts: [],
})
const row = (key: string | null, value: number | null) => ({
  key,
  says: key ?? '',
  undecided: 0,
  figure: figure(value),
})

test('a scale begins at 0 and reaches the top of every interval; a share never beyond all', () => {
  expect(topOf([figure(0.2, 0.45), figure(0.3, 0.4)], { unit: 'share' })).toBe(0.45)
  expect(topOf([figure(1, 1.2)], { unit: 'share' })).toBe(1)
  expect(topOf([figure(3, 5)], { unit: 'number' })).toBe(5)
  expect(topOf([], { unit: 'minutes' })).toBe(1)
  const { at, ticks } = scaleOf(0.45, { unit: 'share' }, [100, 0])
  expect(at(0)).toBe(100)
  expect(ticks[0]).toBe(0)
  expect(at(ticks.at(-1) ?? 0)).toBeGreaterThanOrEqual(0)
})

test('lines of minutes stand at whole hours once there are hours', () => {
  expect(scaleOf(1800, { unit: 'minutes' }, [0, 100]).ticks.every(tick => tick % 60 === 0)).toBe(true)
  expect(scaleOf(90, { unit: 'minutes' }, [0, 100]).ticks).toContain(20)
})

test('weeks have no gap, and a week without issues has no figure', () => {
  const weeks = weeksOf([row('2026-11-16', 1), row('2026-10-26', 0.5), row(null, 0)])
  expect(weeks.map(({ key }) => key)).toEqual(['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'])
  expect(weeks.map(week => week.figure.value)).toEqual([0.5, null, null, 1])
  expect(weeksOf([])).toEqual([])
})

test('days go on over the change of the clock, the month and the year', () => {
  expect(plusDays('2026-10-19', 7)).toBe('2026-10-26')
  expect(plusDays('2026-12-28', 6)).toBe('2027-01-03')
  expect(dayShort('2026-11-02')).toBe('2 Nov')
  expect(dayShort('2025-11-03T00:00:00Z', true)).toBe('3 Nov 2025')
})

test('labels stand as close as they can be read', () => {
  expect(labelEvery(12, 640, 52)).toBe(1)
  expect(labelEvery(52, 640, 52)).toBe(5)
  expect(labelEvery(0, 640, 52)).toBe(1)
})
