import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditFigures } from '../../contract/audit.ts'
import type { LogEvent } from '../event.ts'
import { event, logOf } from '../testing/log-of.ts'
import { dayMs, figuresOf, hourMs } from './figures.ts'
import { finalsAmong } from './final.ts'
import { treatmentOf } from './treatment.ts'

const nothingRejected = { rows: 0, reasons: {} }

function figures(events: readonly LogEvent[], { final = null as string[] | null, overDays = 7 } = {}) {
  const log = logOf(events)
  const found = finalsAmong(log.status.values, final)
  return figuresOf(treatmentOf(log, 'finals' in found ? found.finals : []), overDays, nothingRejected)
}

/** One case, an event an hour: persons as letters, `-` where nobody is named. */
const passedOn = (letters: string): LogEvent[] =>
  [...letters].map((letter, hour) => event({ case: '1', at: hour * hourMs, person: letter === '-' ? null : letter }))

test.each([
  ['', { handoffs: 0, pingPongs: 0, returns: 0, distinct: 0 }],
  ['A', { handoffs: 0, pingPongs: 0, returns: 0, distinct: 1 }],
  ['AAA', { handoffs: 0, pingPongs: 0, returns: 0, distinct: 1 }],
  ['AAB', { handoffs: 1, pingPongs: 0, returns: 0, distinct: 2 }],
  ['ABA', { handoffs: 2, pingPongs: 1, returns: 1, distinct: 2 }],
  ['AB-BA', { handoffs: 2, pingPongs: 1, returns: 1, distinct: 2 }],
  ['A-A', { handoffs: 0, pingPongs: 0, returns: 0, distinct: 1 }],
  ['ABABA', { handoffs: 4, pingPongs: 3, returns: 1, distinct: 2 }],
  ['ABCA', { handoffs: 3, pingPongs: 0, returns: 1, distinct: 3 }],
  ['---', { handoffs: 0, pingPongs: 0, returns: 0, distinct: 0 }],
])('a case that went %s', (letters, counted) => {
  const { person } = figures(passedOn(letters))
  expect({
    handoffs: person.handoffs.total,
    pingPongs: person.pingPong.count,
    returns: person.returns.cases,
    distinct: person.distinct,
  }).toEqual(counted)
})

test('shares and means are of all cases, counted by hand', () => {
  const three = [
    ...passedOn('ABA'),
    event({ case: '2', at: 0, person: 'A' }),
    event({ case: '3', at: 0, person: 'C' }),
    event({ case: '3', at: 9 * dayMs, person: 'A' }),
  ]
  expect(figures(three)).toEqual({
    cases: 3,
    events: 6,
    person: {
      distinct: 3,
      handoffs: { total: 3, mean: 1, max: 2, cases: 2 },
      pingPong: { cases: 1, share: 1 / 3, count: 1 },
      returns: { cases: 1 },
      perCase: { mean: 5 / 3, max: 2, one: 1 },
    },
    // No event names a group: zeros, and each case had at most one.
    group: {
      distinct: 0,
      handoffs: { total: 0, mean: 0, max: 0, cases: 0 },
      pingPong: { cases: 0, share: 0, count: 0 },
      returns: { cases: 0 },
      perCase: { mean: 0, max: 0, one: 3 },
    },
    silence: { medianHours: 1, p90Days: 9, maxDays: 9, overDays: 7, overCases: 1 },
    reopened: { cases: 0 },
    rejected: { rows: 0, reasons: {} },
  })
})

test('events are told in the order of their times, and at the same time in that of the file', () => {
  const at = (hour: number, person: string) => event({ case: '1', at: hour, person })
  expect(figures([at(3, 'A'), at(1, 'A'), at(2, 'B')]).person.pingPong.count).toBe(1)
  expect(figures([at(1, 'A'), at(1, 'B'), at(1, 'A')]).person.pingPong.count).toBe(1)
  expect(figures([at(1, 'A'), at(1, 'A'), at(1, 'B')]).person.pingPong.count).toBe(0)
})

test('a silence is long when it is longer than the limit, not when it is as long', () => {
  const silent = (days: number) => [event({ case: '1', at: 0 }), event({ case: '1', at: days * dayMs })]
  expect(figures(silent(7)).silence.overCases).toBe(0)
  expect(figures(silent(7.001)).silence.overCases).toBe(1)
  expect(figures(silent(7), { overDays: 2.5 }).silence).toMatchObject({ overDays: 2.5, overCases: 1 })
})

const statuses = (...names: (string | null)[]): LogEvent[] =>
  names.map((status, hour) => event({ case: '1', at: hour * hourMs, status }))

test.each([
  [['New', 'Resolved', 'In Progress', 'Closed'], 1],
  [['New', 'Resolved', 'Closed'], 0],
  [['New', 'Resolved', null, 'Closed', null], 0],
  [['New', 'Completed', null, 'Queued'], 1],
  [['New', 'Open', 'New'], 0],
])('reopened is what goes on after it was over: %j', (names, cases) => {
  expect(figures(statuses(...names)).reopened.cases).toBe(cases)
})

test('somebody may say which statuses are final', () => {
  const odd = statuses('Ny', 'Klart', 'Ny')
  expect(figures(odd).reopened.cases).toBe(0)
  expect(figures(odd, { final: ['klart'] }).reopened.cases).toBe(1)
})

test('a silence after a case was over is no silence while it was open', () => {
  const log = logOf([
    event({ case: '1', at: 0, status: 'New' }),
    event({ case: '1', at: 2 * dayMs, status: 'Resolved' }),
    event({ case: '1', at: 9 * dayMs, status: 'Closed' }),
  ])
  expect([...treatmentOf(log, ['Resolved', 'Closed']).openSilence]).toEqual([2 * dayMs])
  expect([...treatmentOf(log, []).openSilence]).toEqual([7 * dayMs])
})

test('a log without a single event has figures, too', () => {
  expect(auditFigures.parse(figures([]))).toMatchObject({ cases: 0, events: 0, silence: { medianHours: 0 } })
})

const someone = fc.option(fc.constantFrom('A', 'B', 'C', 'D'))
const randomEvent: fc.Arbitrary<LogEvent> = fc
  .record({
    case: fc.constantFrom('1', '2', '3', '4', '5', '6', '7'),
    at: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 20 * dayMs })),
    person: someone,
    group: someone,
    status: fc.option(fc.constantFrom('New', 'Closed', 'Resolved', 'Waiting')),
  })
  .map(fields => event(fields))

test('the same comes out of code that does it slowly and plainly', () => {
  fc.assert(
    fc.property(
      fc.array(randomEvent, { maxLength: 60 }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (events, overDays) => {
        const found = figures(events, { overDays })
        expect(found).toEqual(slowFigures(events, overDays))
        expect(auditFigures.safeParse(found).success).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})

/** The definitions, word by word, on lists. */
function slowFigures(events: readonly LogEvent[], overDays: number) {
  const ids = [...new Set(events.map(one => one.case))]
  const cases = ids.map(id => events.filter(one => one.case === id).toSorted((one, other) => one.at - other.at))
  const slowPassing = (who: (one: LogEvent) => string | null) => {
    const runs = cases.map(own => {
      const named = own.map(who).filter(name => name !== null)
      return named.filter((name, place) => place === 0 || name !== named[place - 1])
    })
    const handoffs = runs.map(run => Math.max(0, run.length - 1))
    const triples = runs.map(run => run.filter((name, place) => place >= 2 && name === run[place - 2]).length)
    const different = runs.map(run => new Set(run).size)
    return {
      distinct: new Set(runs.flat()).size,
      handoffs: {
        total: total(handoffs),
        mean: mean(handoffs),
        max: Math.max(0, ...handoffs),
        cases: handoffs.filter(many => many >= 1).length,
      },
      pingPong: {
        cases: triples.filter(many => many >= 1).length,
        share: mean(triples.map(many => (many >= 1 ? 1 : 0))),
        count: total(triples),
      },
      returns: { cases: runs.filter(run => run.some((name, place) => run.slice(0, place).includes(name))).length },
      perCase: {
        mean: mean(different),
        max: Math.max(0, ...different),
        one: different.filter(many => many <= 1).length,
      },
    }
  }
  const silences = cases
    .map(own => Math.max(0, ...own.slice(1).map((one, place) => one.at - (own[place]?.at ?? 0))))
    .toSorted((one, other) => one - other)
  const half = silences.length / 2
  const middle = [silences[Math.ceil(half) - 1] ?? 0, silences[Math.floor(half)] ?? 0]
  const isFinal = (status: string): boolean => status === 'Closed' || status === 'Resolved'
  return {
    cases: cases.length,
    events: events.length,
    person: slowPassing(one => one.person),
    group: slowPassing(one => one.group),
    silence: {
      medianHours: total(middle) / 2 / hourMs,
      p90Days: (silences[Math.floor(0.9 * silences.length)] ?? 0) / dayMs,
      maxDays: (silences.at(-1) ?? 0) / dayMs,
      overDays,
      overCases: silences.filter(ms => ms > overDays * dayMs).length,
    },
    reopened: {
      cases: cases.filter(own => {
        const said = own.flatMap(one => (one.status === null ? [] : [one.status]))
        return said.some((status, place) => !isFinal(status) && said.slice(0, place).some(isFinal))
      }).length,
    },
    rejected: nothingRejected,
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : total(numbers) / numbers.length)
