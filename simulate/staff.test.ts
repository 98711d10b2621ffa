import { expect, test } from 'vitest'
import { agendaOf } from './agenda.ts'
import { habits } from './habits.ts'
import { staffOf } from './staff.ts'
import { type Person, type World, worldOf } from './world.ts'

const world = worldOf(1, { days: 30, issuesPerDay: 1, members: 4 }, habits)
const hourMs = 3_600_000
/** Monday 9:00. */
const monday = world.hours.nextOpen(world.start)

function at(work: Partial<Person> = {}): { world: World; person: Person } {
  const person: Person = { index: 0, id: 'ben', role: 'agent', team: 0, tosses: 0, forgets: 0, ill: [], ...work }
  return { world: { ...world, people: [person] }, person }
}

function working(by: ReturnType<typeof at>, order = (): number => 0) {
  const agenda = agendaOf(monday, monday + 72 * hourMs)
  const staff = staffOf<string>(by.world, agenda, order)
  const done: [string, number][] = []
  const ask = (ms: number, name: string, minutes: number): void =>
    agenda.at(ms, () =>
      staff.ask(by.person, name, () => {
        done.push([name, (agenda.now - monday) / hourMs])
        return minutes
      }),
    )
  return { agenda, staff, done, ask }
}

test('one thing at a time, in the order in which it was asked', () => {
  const { agenda, staff, done, ask } = working(at())
  ask(monday, 'first', 60)
  ask(monday, 'second', 30)
  ask(monday + 15 * 60_000, 'third', 30)
  agenda.run()
  expect(done).toEqual([
    ['first', 0],
    ['second', 1],
    ['third', 1.5],
  ])
  expect(staff.minutes).toEqual([120])
})

test('what waits is taken up in the order that the desk gives', () => {
  const urgency: Record<string, number> = { 'at once': 4, first: 3, second: 2, third: 1 }
  const by = at()
  const agenda = agendaOf(monday, monday + 72 * hourMs)
  const staff = staffOf<string>(by.world, agenda, (one, other) => (urgency[one] ?? 0) - (urgency[other] ?? 0))
  const done: string[] = []
  for (const name of Object.keys(urgency))
    staff.ask(by.person, name, () => {
      done.push(name)
      return 10
    })
  agenda.run()
  expect(done).toEqual(['at once', 'third', 'second', 'first'])
})

test('not at night, and what is begun in the evening goes on in the morning', () => {
  const { agenda, done, ask } = working(at())
  ask(monday + 7.5 * hourMs, 'long', 60)
  ask(monday + 10 * hourMs, 'at night', 10)
  agenda.run()
  expect(done).toEqual([
    ['long', 7.5],
    ['at night', 24.5],
  ])
})

test('not while they are ill', () => {
  const { agenda, done, ask, staff } = working(at({ ill: [{ from: monday - hourMs, until: monday + 40 * hourMs }] }))
  ask(monday, 'waits', 10)
  agenda.run()
  expect(done).toEqual([['waits', 48]])
  expect(staff.isThere(at().person, monday)).toBe(true)
})

test('a ringing phone makes the rest later', () => {
  const { agenda, staff, done, ask } = working(at())
  ask(monday + hourMs, 'planned', 10)
  const { person } = at()
  agenda.at(monday + 0.75 * hourMs, () => staff.interrupt(person, 30))
  agenda.run()
  expect(done).toEqual([['planned', 1.25]])
})
