import { describe, expect, test } from 'vitest'
import { given } from '../testing/given.ts'
import { arrived, coverAccepted, coverAsked, coverBegan, covered, replied } from '../testing/history.ts'
import { at, ben, carla } from '../testing/people.ts'
import { type Absence, endedAt, mayArrange, mayBeIll, mayGo, toBeCovered } from './absence.ts'

const thursday = { from: at('Thu 09:00'), until: at('Fri 09:00') }
const absence = (given: Partial<Absence> = {}): Absence => ({
  ...thursday,
  id: 'one',
  member: 'ben',
  state: 'agreed',
  ...given,
})
const due = { issue: 1042, promise: 2, due: at('Thu 11:00') }
const asking = { known: [], toCover: [], asks: false, now: at('Wed 10:00') }

describe('Rule 15: whether somebody may go away', () => {
  test('Rule 15: at once, when nothing falls due in it', () => {
    expect(mayGo(ben, thursday, asking)).toEqual({ state: 'agreed' })
  })

  test('Scenario 37: not while a promise falls due in it and nobody is asked to cover it', () => {
    expect(mayGo(ben, thursday, { ...asking, toCover: [due] })).toMatchObject({
      refusal: { code: 'needs_cover', data: { member: 'ben', promises: [due] } },
    })
    expect(mayGo(ben, thursday, { ...asking, toCover: [due], asks: true })).toEqual({ state: 'waiting' })
  })

  test('Rule 15: not in a time that is over, nor in one in which they are away already', () => {
    expect(mayGo(ben, thursday, { ...asking, now: at('Fri 09:00') })).toMatchObject({
      refusal: { code: 'due_in_past' },
    })
    expect(mayGo(ben, { from: at('Fri 09:00'), until: at('Thu 09:00') }, asking)).toMatchObject({
      refusal: { code: 'ends_first' },
    })
    const data = { member: 'ben', ...thursday }
    expect(mayGo(ben, thursday, { ...asking, known: [absence({ state: 'waiting' })] })).toMatchObject({
      refusal: { code: 'already_away', data },
    })
    const beside = [absence({ state: 'cancelled' }), absence({ from: at('Fri 09:00'), until: at('Fri 17:00') })]
    expect(mayGo(ben, thursday, { ...asking, known: beside })).toEqual({ state: 'agreed' })
  })
})

describe('Rule 15: who is ill goes', () => {
  test('Scenario 38: at once, whatever falls due, unless they are away in all of that time already', () => {
    const today = { from: at('Thu 08:50'), until: at('Fri 09:00') }
    const ill = (known: Absence[] = [], span = today) => mayBeIll(ben, span, { known, now: at('Thu 08:50') })
    expect(ill()).toBeUndefined()
    expect(ill([absence({ from: at('Thu 12:00') })])).toBeUndefined()
    expect(ill([absence({ from: at('Thu 08:00'), state: 'waiting' })])).toBeUndefined()
    expect({ refusal: ill([absence({ from: at('Thu 08:00') })]) }).toMatchObject({
      refusal: { code: 'already_away' },
    })
    expect(ill([], { from: at('Thu 08:50'), until: at('Thu 08:00') })).toMatchObject({ code: 'due_in_past' })
  })

  test('Scenario 40: what they cover themselves is covered for the rest of the owner’s absence', () => {
    const bens = [arrived(), replied({ due: at('Thu 11:00') })]
    const ill = absence({ member: 'carla', id: 'ill', from: at('Thu 08:50'), until: at('Thu 17:00') })
    expect(toBeCovered(given(...bens, covered()).issue, ill)).toEqual({
      absence: 'absence',
      from: at('Thu 08:50'),
      until: at('Fri 00:00'),
    })
    const before = { ...ill, from: at('Wed 12:00') }
    expect(toBeCovered(given(...bens, coverAsked(), coverAccepted()).issue, before)).toMatchObject({
      from: at('Thu 00:00'),
    })
    expect(toBeCovered(given(...bens, coverAsked()).issue, absence())).toMatchObject({ absence: 'one' })
    const carlas = [
      arrived({ owner: carla }),
      coverAsked({ absent: carla, member: ben }),
      coverAccepted({ member: ben }),
    ]
    expect(toBeCovered(given(...carlas, coverBegan()).issue, ill)).toMatchObject({ absence: 'ill' })
  })
})

describe('Rule 15: what becomes of an absence', () => {
  test('Rule 15: it is arranged until it is over', () => {
    expect(mayArrange(absence(), at('Thu 12:00'))).toBeUndefined()
    const over = { refusal: { code: 'absence_over' } }
    expect({ refusal: mayArrange(absence(), at('Fri 09:00')) }).toMatchObject(over)
    expect({ refusal: mayArrange(absence({ state: 'cancelled' }), at('Wed 12:00')) }).toMatchObject(over)
  })

  test('Rule 15: who is back sooner was away until now; who never went was not away', () => {
    expect(endedAt(absence(), at('Thu 12:00'))).toMatchObject({ state: 'agreed', until: at('Thu 12:00') })
    expect(endedAt(absence(), at('Wed 12:00'))).toMatchObject({ state: 'cancelled' })
    expect(endedAt(absence({ state: 'waiting' }), at('Thu 12:00'))).toMatchObject({ state: 'cancelled' })
  })
})
