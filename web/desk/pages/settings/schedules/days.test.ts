import { expect, test } from 'vitest'
import type { ScheduleAnswer } from '../../../../../src/contract/answers.ts'
import { weeksOf } from './days.ts'

const carla = { id: 'carla', name: 'Carla Nunes', hue: 3 }
const turn = (from: string, until: string, member: typeof carla | null): ScheduleAnswer['ahead'][number] =>
  ({ from: `${from}:00.000Z`, until: `${until}:00.000Z`, member }) as ScheduleAnswer['ahead'][number]

const share = (value: number | undefined) => Number(value?.toFixed(3))

test('turns stand in rows of seven days of the schedule’s zone, cut where a row ends', () => {
  // Wednesday noon to Thursday of the week after, then a gap.
  const ahead = [
    turn('2026-11-25T11:00', '2026-12-03T23:00', carla),
    turn('2026-12-03T23:00', '2026-12-09T11:00', null),
  ]
  const [first, second] = weeksOf({ ahead, zone: 'Europe/Madrid' }, 2)
  expect(first?.days[0]).toBe('2026-11-24T23:00:00.000Z')
  expect(first?.bars.map(({ begin, end }) => [share(begin), share(end)])).toEqual([[share(0.5 / 7), 1]])
  expect(second?.bars.map(({ end, member }) => [share(end), member?.name])).toEqual([
    [share(2 / 7), 'Carla Nunes'],
    [1, undefined],
  ])
})

test('a week with a change of the clocks is drawn by its hours', () => {
  const ahead = [turn('2026-10-23T22:00', '2026-10-25T23:00', carla)]
  const [week] = weeksOf({ ahead, zone: 'Europe/Madrid' }, 1)
  expect(share(week?.bars[0]?.end)).toBe(share(49 / 169))
})
