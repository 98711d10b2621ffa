import { describe, expect, test } from 'vitest'
import { nextDeadline } from './deadlines.ts'
import { note, tick } from './testing/asks.ts'
import { given } from './testing/given.ts'
import {
  accepted,
  arrived,
  closed,
  confirmed,
  diagnosed,
  handedOver,
  introduced,
  offered,
  promised,
  proposed,
} from './testing/history.ts'
import { at, ben, theDesk } from './testing/people.ts'

describe('what falls due next follows from the state', () => {
  test('the soonest of promise, offer, greeting and look-back', () => {
    const next = (...parts: Parameters<typeof given>) => nextDeadline(given(...parts).issue)
    expect(next(arrived())).toBe(at('Tue 13:00'))
    expect(next(arrived(), diagnosed(), offered())).toBe(at('Tue 11:00'))
    expect(next(arrived({ due: at('Fri 10:00') }), diagnosed(), offered(), accepted())).toBe(at('Tue 14:15'))
    expect(next(arrived({ due: at('Fri 10:00') }), diagnosed(), offered(), accepted(), introduced())).toBe(
      at('Tue 14:15'),
    )
    expect(next(arrived({ due: at('Fri 10:00') }), handedOver())).toBe(at('Wed 12:00'))
  })

  test('nothing on a confirmed issue without promises, and on a closed one', () => {
    expect(nextDeadline(given(arrived(), proposed(), confirmed()).issue)).toBeNull()
    expect(nextDeadline(given(arrived(), proposed(), confirmed(), closed()).issue)).toBeNull()
  })

  test('a broken promise: the moment at which it escalates', () => {
    given(arrived())
      .when(tick, theDesk, at('Tue 13:00'))
      .happens()
      .check(issue => expect(nextDeadline(issue)).toBe(at('Tue 17:00')))
  })
})

describe('Scenario 19: everything due is settled as of its own due time, in order', () => {
  const down = given(arrived(), diagnosed(), offered(), promised(2, at('Tue 10:30'), at('Tue 10:00')))

  test('by a command that comes late', () => {
    down
      .when(note, ben, at('Tue 13:10'))
      .yields(
        { type: 'PromiseBroken', promise: 2, at: at('Tue 10:30'), by: theDesk },
        { type: 'HandoffExpired', at: at('Tue 11:00'), by: theDesk },
        { type: 'PromiseBroken', promise: 1, at: at('Tue 13:00'), by: theDesk },
        { type: 'EscalationRaised', cause: 'second_broken_promise', at: at('Tue 13:00'), by: theDesk },
        { type: 'RungCalled', at: at('Tue 13:00'), by: theDesk },
        { type: 'NoteWritten', at: at('Tue 13:10') },
      )
  })

  test('by the clock, one moment at a time, and each once', () => {
    down
      .when(tick, theDesk, at('Tue 13:10'))
      .yields({ type: 'PromiseBroken', promise: 2, at: at('Tue 10:30') })
      .when(tick, theDesk, at('Tue 13:10'))
      .yields({ type: 'HandoffExpired', at: at('Tue 11:00') })
      .when(tick, theDesk, at('Tue 13:10'))
      .yields(
        { type: 'PromiseBroken', promise: 1, at: at('Tue 13:00') },
        { type: 'EscalationRaised', at: at('Tue 13:00') },
        { type: 'RungCalled', at: at('Tue 13:00') },
      )
      .when(tick, theDesk, at('Tue 13:10'))
      .yields()
  })

  test('Rule 33: whoever makes the clock go by, it is the desk that acts', () => {
    down.when(tick, ben, at('Tue 10:30')).yields({ type: 'PromiseBroken', by: theDesk })
  })

  test('nothing before it is due', () => {
    down.when(tick, theDesk, at('Tue 10:29')).yields()
  })
})
