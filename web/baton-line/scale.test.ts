import { describe, expect, test } from 'vitest'
import { at } from './example.ts'
import { atWall, closedStretches, type DeskHours, day, hour, officeHours, openMs, wallOf } from './hours.ts'
import { timeScale } from './scale.ts'
import { axisTicks, widthOf } from './ticks.ts'
import { lasting } from './times.ts'

const ms = (text: string): number => Date.parse(at(text))

describe('the scale', () => {
  test('an issue of two hours is drawn to scale', () => {
    const from = ms('3 Nov 09:00')
    const scale = timeScale([from + hour], from, from + 2 * hour, 0, 800)
    expect(scale.segments).toHaveLength(1)
    expect(scale.x(from + hour)).toBe(400)
  })

  test('clusters with months between them are cut, and stay in order', () => {
    const from = ms('2 Jun 10:00')
    const moments = [0, 30, 61, 92].flatMap(days => [0, 2, 4, 8, 10].map(hours => from + days * day + hours * hour))
    const to = from + 92 * day + 12 * hour
    const scale = timeScale(moments, from, to, 0, 800)
    expect(scale.segments.filter(segment => segment.cut)).toHaveLength(3)
    const places = moments.map(scale.x)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[1]).toBeGreaterThan((places[0] ?? 0) + 4)
  })

  test('what is not cut has one scale, and ends where the room ends', () => {
    const from = ms('2 Jun 10:00')
    const moments = [0, 1, 2, 3, 4].map(n => from + n * 3 * hour).concat([1, 2, 3].map(n => from + 90 * day + n * hour))
    const scale = timeScale(moments, from, from + 90 * day + 4 * hour, 10, 810)
    const rates = scale.segments.filter(segment => !segment.cut).map(({ from, to, x1, x2 }) => (x2 - x1) / (to - from))
    for (const rate of rates) expect(rate).toBeCloseTo(scale.pxPerMs, 12)
    expect(scale.segments.at(-1)?.x2).toBeCloseTo(810)
  })

  test('pixels lead back to the time', () => {
    const from = ms('2 Jun 10:00')
    const scale = timeScale([from + day, from + 2 * day], from, from + 3 * day, 0, 300)
    expect(scale.at(scale.x(from + day))).toBeCloseTo(from + day, 0)
  })
})

describe('the axis', () => {
  const label = (from: string, to: string, width = 800): string[] =>
    axisTicks(timeScale([], ms(from), ms(to), 0, width), 'UTC', ms(to)).map(tick => tick.text)

  test('two hours have clock times, three days the days, seven months the months', () => {
    expect(label('3 Nov 09:00', '3 Nov 11:00')).toEqual(expect.arrayContaining(['Tue 3 Nov', '10:00', '10:30']))
    expect(label('3 Nov 09:00', '6 Nov 09:00')).toContain('Wed 4 Nov')
    expect(label('2 Jan 09:00', '2 Aug 09:00')).toEqual(expect.arrayContaining(['Mar', 'Apr', 'Jul']))
  })

  test('a month of another year says the year', () => {
    expect(
      axisTicks(timeScale([], ms('2 Oct 09:00 2025'), ms('2 Jun 09:00'), 0, 800), 'UTC', ms('2 Jun 09:00')).map(
        tick => tick.text,
      ),
    ).toContain('Dec 2025')
  })

  test('no mark touches the next, at any width', () => {
    for (let width = 200; width < 1400; width += 37) {
      const ticks = axisTicks(timeScale([], ms('3 Nov 09:00'), ms('9 Nov 09:00'), 0, width), 'UTC', ms('9 Nov 09:00'))
      for (const [n, tick] of ticks.slice(1).entries()) {
        const before = ticks[n]
        expect(tick.x).toBeGreaterThan((before?.x ?? 0) + widthOf(before?.text ?? ''))
      }
    }
  })
})

describe("the desk's hours", () => {
  const madrid = officeHours('Europe/Madrid')

  test('a week has five nights, one of them a weekend', () => {
    const closed = closedStretches(madrid, ms('2 Nov 08:00'), ms('9 Nov 08:00'))
    expect(closed).toHaveLength(5)
    expect(Math.max(...closed.map(({ from, to }) => to - from))).toBe(64 * hour)
  })

  test('on the night of a clock change nothing shifts on the wall', () => {
    // In 2026 Madrid leaves summer time on 25 October: Friday 17:00 to Monday 9:00 is an hour longer.
    const closed = closedStretches(madrid, ms('23 Oct 15:00'), ms('26 Oct 08:00'))
    expect(closed[0]?.to).toBe(ms('26 Oct 08:00'))
    expect((closed[0]?.to ?? 0) - (closed[0]?.from ?? 0)).toBe(65 * hour)
  })

  test('a holiday is closed', () => {
    const desk: DeskHours = { ...madrid, holidays: ['2026-11-03'] }
    expect(openMs(desk, ms('3 Nov 00:00'), ms('4 Nov 00:00'))).toBe(0)
  })

  test('a wall time leads back to its moment, also across clock changes', () => {
    for (const text of ['29 Mar 00:30', '29 Mar 01:30', '25 Oct 02:30', '3 Nov 09:12', '1 Jul 23:59']) {
      const moment = ms(text)
      expect(atWall(wallOf(moment, 'Europe/Madrid'), 'Europe/Madrid')).toBe(moment)
    }
  })
})

test('lengths are said in at most two units', () => {
  expect(
    [20, 130, 120, 24 * 60, 165 * 60, 27 * 24 * 60, 214 * 24 * 60].map(minutes => lasting(minutes * 60_000)),
  ).toEqual(['20 min', '2 h 10 min', '2 h', '1 day', '6 d 21 h', '27 days', '7 months'])
})
