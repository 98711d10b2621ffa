import { expect, test } from 'vitest'
import { agendaOf } from './agenda.ts'
import { drawsOf } from './draws.ts'

test('everything happens in the order of time; at the same moment as it was put down', () => {
  const agenda = agendaOf(0, 10_000_000)
  const draw = drawsOf(1)
  const planned = Array.from({ length: 2000 }, (_, place) => ({
    at: Math.floor(draw(place, 'minute') * 100) * 100_000,
    place,
  }))
  const happened: typeof planned = []
  for (const thing of planned) agenda.at(thing.at, () => happened.push(thing))
  agenda.run()
  expect(happened).toEqual(planned.toSorted((one, other) => one.at - other.at || one.place - other.place))
  expect(agenda.now).toBe(10_000_000)
})

test('what happens may lead to more, and nothing happens in the past or after the end', () => {
  const agenda = agendaOf(10, 30)
  const times: number[] = []
  agenda.at(20, () => {
    agenda.at(5, () => times.push(agenda.now))
    agenda.at(30, () => times.push(agenda.now))
    agenda.at(31, () => times.push(agenda.now))
  })
  agenda.run()
  expect(times).toEqual([20, 30])
})

test('a series goes one after the other', () => {
  const agenda = agendaOf(0, 9)
  const seen: string[] = []
  agenda.series(
    [
      { at: 1, name: 'one' },
      { at: 3, name: 'three' },
    ],
    ({ name }) => seen.push(name),
  )
  agenda.at(2, () => seen.push('two'))
  agenda.run()
  expect(seen).toEqual(['one', 'two', 'three'])
})
