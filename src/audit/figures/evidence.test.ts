import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LogEvent } from '../event.ts'
import { event, logOf } from '../testing/log-of.ts'
import { dayMs, hourMs, sum } from './figures.ts'
import { longSilencesOf } from './long-silences.ts'
import { machinesOf, without } from './machines.ts'
import { matrixOf } from './matrix.ts'
import { refusedOf } from './refused.ts'
import { spreadOfHandoffs, spreadOfSilences } from './spread.ts'
import { stepsOf } from './steps.ts'
import { treatmentOf } from './treatment.ts'
import { worstOf } from './worst.ts'

/** A case that went through the hands of these, a letter each, an event an hour. */
const passedOn = (id: string, letters: string): LogEvent[] =>
  [...letters].map((letter, hour) =>
    event({ case: id, at: hour * hourMs, person: letter, group: letter.toLowerCase() }),
  )

test('Rule 11: who had it before is a circle, and the third hand-off is refused whoever is to get it', () => {
  const log = logOf([
    ...passedOn('1', 'ABA'),
    ...passedOn('2', 'ABCDE'),
    ...passedOn('3', 'ABCA'),
    ...passedOn('4', 'AB'),
  ])
  expect(refusedOf(log, log.person)).toEqual({ circles: 2, thirds: 2, offered: 6, cases: 3 })
})

test('who passes to whom, the busiest first, the others together', () => {
  const log = logOf([...passedOn('1', 'ABAB'), ...passedOn('2', 'BC'), ...passedOn('3', 'DC')])
  expect(matrixOf(log, log.person, 2)).toEqual({
    names: ['B', 'A'],
    others: 2,
    counts: [
      [0, 1, 1],
      [2, 0, 0],
      [0, 0, 1],
    ],
    backAndForth: { from: 'A', to: 'B', there: 2, back: 1 },
  })
  expect(matrixOf(log, log.status, 2)).toEqual({ names: [], others: 0, counts: [], backAndForth: null })
})

const silent = (id: string, days: number, status: string | null = 'New'): LogEvent[] => [
  event({ case: id, at: 0, status, person: 'A' }),
  event({ case: id, at: days * dayMs, status: 'Closed', person: 'A' }),
]

test('long silences are counted while a case is open, with the status in which they began', () => {
  const events = [...silent('1', 10), ...silent('2', 8, 'Waiting'), ...silent('3', 7), ...silent('4', 9, 'Closed')]
  const log = logOf([...events, event({ case: '1', at: 40 * dayMs, status: 'Closed' }), ...silent('5', 30, 'Waiting')])
  expect(longSilencesOf(treatmentOf(log, ['Closed']), 7)).toEqual({
    cases: 3,
    silences: 3,
    days: 48,
    from: [
      { status: 'Waiting', silences: 2 },
      { status: 'New', silences: 1 },
    ],
  })
})

test('the worst case is bad in all three respects', () => {
  const log = logOf([
    ...passedOn('passed on', 'ABCDEFG'),
    ...silent('silent', 100),
    ...passedOn('all three', 'ABABA'),
    event({ case: 'all three', at: 50 * dayMs, person: 'A' }),
    ...passedOn('fine', 'AA'),
    event({ case: 'one event', at: 0 }),
  ])
  expect(worstOf(treatmentOf(log, []), 7, 2).map(one => log.cases[one])).toEqual(['all three', 'passed on'])
  expect(worstOf(treatmentOf(log, []), 7, 10).map(one => log.cases[one])).toHaveLength(3)
})

test('a name that only closes looks like a machine, and can be left out', () => {
  const people = [...'ABCDEFGHIJ']
  const cases = Array.from({ length: 40 }, (_, place) =>
    passedOn(
      `${place}`,
      `${people[place % 10]}${place % 2 === 0 ? people[(place + 1) % 10] : ''}${place < 30 ? 'M' : ''}`,
    ),
  )
  const treatment = treatmentOf(logOf(cases.flat()), [])
  expect(machinesOf(treatment)).toEqual(['M'])
  expect(sum(treatment.person.handoffs)).toBe(50)
  expect(sum(without(['M'], treatment).person.handoffs)).toBe(20)
  // At a desk of three one of them may well close everything.
  expect(machinesOf(treatmentOf(logOf([...passedOn('1', 'AM'), ...passedOn('2', 'BM')]), []))).toEqual([])
})

test('a case step by step: a new step where somebody else has it, or after a long silence', () => {
  const log = logOf([
    event({ case: '1', at: 0, person: 'A', group: 'x', status: 'New' }),
    event({ case: '1', at: dayMs, person: null, group: null, status: null }),
    event({ case: '1', at: 2 * dayMs, person: 'B' }),
    event({ case: '1', at: 20 * dayMs, person: 'B', status: 'Closed' }),
    event({ case: '1', at: 40 * dayMs, person: 'B', status: 'Closed' }),
  ])
  const steps = stepsOf(treatmentOf(log, ['Closed']), 0, 7)
  expect(steps).toEqual([
    { person: 0, group: 0, from: 0, to: dayMs, gap: 0, isSilence: false, isOver: false },
    { person: 1, group: 0, from: 2 * dayMs, to: 2 * dayMs, gap: dayMs, isSilence: false, isOver: false },
    { person: 1, group: 0, from: 20 * dayMs, to: 20 * dayMs, gap: 18 * dayMs, isSilence: true, isOver: true },
    { person: 1, group: 0, from: 40 * dayMs, to: 40 * dayMs, gap: 20 * dayMs, isSilence: false, isOver: true },
  ])
})

test('silences are spread over bounds, of which the limit is one', () => {
  const log = logOf([...silent('1', 7), ...silent('2', 8), ...silent('3', 10), event({ case: '4', at: 0 })])
  const bars = spreadOfSilences(treatmentOf(log, ['Closed']), 9)
  expect(
    bars.filter(bar => bar.cases > 0).map(({ from, to, cases }) => [from / dayMs, (to ?? 0) / dayMs, cases]),
  ).toEqual([
    [0, 1 / 24, 1],
    [3, 7, 1],
    [7, 9, 1],
    [9, 14, 1],
  ])
})

test('whatever the log, what is shown adds up to its figures', () => {
  const randomLog = fc.array(
    fc.record({
      case: fc.constantFrom('1', '2', '3', '4'),
      at: fc.integer({ min: 0, max: 30 * dayMs }),
      who: fc.constantFrom('A', 'B', 'C', 'D'),
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(randomLog, events => {
      const log = logOf(
        events.map(({ who, ...fields }) => event({ ...fields, person: who, status: who === 'D' ? 'Closed' : 'New' })),
      )
      const treatment = treatmentOf(log, ['Closed'])
      const { circles, thirds, offered } = refusedOf(log, log.person)
      expect(circles + thirds + offered).toBe(sum(treatment.person.handoffs))
      expect(circles).toBe(sum(treatment.person.returns))
      expect(
        matrixOf(log, log.person, 2)
          .counts.flat()
          .reduce((all, one) => all + one, 0),
      ).toBe(sum(treatment.person.handoffs))
      for (const bars of [spreadOfHandoffs(treatment.person.handoffs), spreadOfSilences(treatment, 7)])
        expect(bars.reduce((all, bar) => all + bar.cases, 0)).toBe(log.cases.length)
      const open = treatment.openSilence.filter(ms => ms > 7 * dayMs).length
      expect(longSilencesOf(treatment, 7).cases).toBe(open)
    }),
  )
})
