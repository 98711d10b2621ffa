import { describe, expect, test } from 'vitest'
import type { FigureAnswer } from '../../../../src/contract/answers.ts'
import {
  betweenOf,
  countOf,
  countShort,
  differenceIn,
  openDayOf,
  percent,
  shortly,
  type Unit,
  unitSaid,
  valueSaid,
  wholeOf,
} from './said.ts'

const share: Unit = { name: 'promises_kept', unit: 'share', per: null, clock: null }
const mean: Unit = { name: 'changes_of_hands', unit: 'number', per: 'for each issue', clock: null }
const open: Unit = { name: 'promised_span', unit: 'minutes', per: null, clock: 'open' }
const real: Unit = { name: 'alarm_answered', unit: 'minutes', per: null, clock: 'real' }

const figure = (said: Partial<FigureAnswer>): FigureAnswer => ({
  value: null,
  low: null,
  high: null,
  count: null,
  of: 0,
  small: true,
  sampled: null,
  parts: [],
  ...said,
})

describe('values as people say them', () => {
  test('shares are whole percent, but where those would say 0 or 100 of what is not', () => {
    expect([0, 0.004, 0.0149, 0.368, 0.994, 0.996, 1].map(percent)).toEqual([
      '0 %',
      '0.4 %',
      '1 %',
      '37 %',
      '99.4 %',
      '99.6 %',
      '100 %',
    ])
  })

  test('open time is told in hours, since an open day is no day; real time in days', () => {
    const eightHours = 480
    expect(valueSaid(190, open)).toBe('3 h 10')
    expect(unitSaid(190, open, eightHours)).toBe('of opening hours')
    expect(valueSaid(1480, open)).toBe('25 h')
    expect(unitSaid(1480, open, eightHours)).toBe('of opening hours, about 3 days')
    expect(valueSaid(2 * 1440, real)).toBe('2 days')
    expect(unitSaid(2 * 1440, real, eightHours)).toBeNull()
    expect(valueSaid(0, real)).toBe('0 min')
    expect(valueSaid(0.1142, mean)).toBe('0.11')
  })

  test('on an axis they are short', () => {
    expect([shortly(0, open), shortly(45, open), shortly(600, open), shortly(0.2, share)]).toEqual([
      '0',
      '45 min',
      '10 h',
      '20 %',
    ])
  })

  test('an open day is as long as the desk is open on the days on which it is', () => {
    const day = [{ from: '09:00', to: '13:00' }]
    expect(openDayOf({ 1: day, 2: [...day, { from: '15:00', to: '19:30' }], 6: [] })).toBe((240 + 510) / 2)
    expect(openDayOf({})).toBe(1440)
  })
})

describe('figures with their counts', () => {
  test('a count stands beside each, in what it is counted', () => {
    expect(countOf(figure({ count: 111, of: 120 }), share)).toBe('111 of 120 promises')
    expect(countOf(figure({ count: 1, of: 1 }), share)).toBe('1 of 1 promise')
    expect(countOf(figure({ count: 8, of: 70 }), mean)).toBe('8 in 70 issues')
    expect(countOf(figure({ of: 6 }), real)).toBe('half of 6 alarms are above it')
    expect(countOf(figure({ of: 20_000, sampled: 20_000 }), open)).toMatch(/, drawn 20000 at random$/)
    expect(countOf(figure({}), share)).toBe('Nothing to count yet.')
  })

  test('where there is no room for more, it is short', () => {
    expect(countShort(figure({ count: 14, of: 38 }), share)).toBe('14/38')
    expect(countShort(figure({ count: 8, of: 70 }), mean)).toBe('8 in 70')
    expect(countShort(figure({ of: 6 }), real)).toBe('of 6')
  })

  test('all of a figure in one go, and nothing made up of nothing', () => {
    const kept = figure({ value: 0.925, low: 0.8635, high: 0.96, count: 111, of: 120 })
    expect(betweenOf(kept, share)).toBe('between 86 % and 96 %')
    expect(wholeOf(kept, share, 480)).toBe('93 % (111 of 120 promises, between 86 % and 96 %)')
    expect(wholeOf(figure({}), share, 480)).toBe('Nothing to count yet.')
    expect(betweenOf(figure({}), share)).toBeNull()
  })
})

describe('two times beside one another', () => {
  const against = figure({ value: 0.5, count: 50, of: 100 })

  test('a difference that chance does not explain says which way, and how far at least', () => {
    const difference = { value: 0.2, low: 0.06, high: 0.33, reads: 'better' as const }
    expect(differenceIn({ ...share, against, difference })).toBe(
      'Better by 20 points (then 50 %, 50 of 100). More than chance: the true difference is between 6 points more and 33 points more.',
    )
  })

  test('one that chance could make is called too close to tell, both ways', () => {
    const difference = { value: 0.04, low: -0.1, high: 0.18, reads: 'unclear' as const }
    expect(differenceIn({ ...share, against, difference })).toBe(
      'Then 50 %, 50 of 100: too close to tell apart. The true difference is anything between 10 points less and 18 points more, so chance alone could make it.',
    )
  })

  test('without another time nothing is said, and with an empty one just that', () => {
    expect(differenceIn({ ...share, against: null, difference: null })).toBeNull()
    expect(differenceIn({ ...share, against: figure({}), difference: null })).toMatch(/none to compare with/)
  })
})
