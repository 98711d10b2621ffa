import type { Agenda } from './agenda.ts'
import type { Hours } from './hours.ts'
import type { Person, World } from './world.ts'

/** A piece of work of one person: done when its turn comes, it answers how many minutes it took. */
type Task<Case> = { of: Case; do: () => number; order: number }

/** Whether `one` is taken up before `other`, by the case that it is about. */
export type Order<Case> = (one: Case, other: Case) => number

/** The people at work: one thing at a time, in the hours of the desk, unless they are ill. */
export type Staff<Case> = {
  /** Puts something on somebody's list; it is done as soon as they come to it. */
  ask(person: Person, of: Case, work: () => number): void
  /** Something that can't wait, as a ringing phone: it makes everything else of that person later. */
  interrupt(person: Person, minutes: number): void
  isThere(person: Person, at: number): boolean
  /** Minutes that each person has worked. */
  readonly minutes: readonly number[]
}

export function staffOf<Case>({ people, hours }: World, agenda: Agenda, order: Order<Case>): Staff<Case> {
  const lists: Task<Case>[][] = people.map(() => [])
  const freeAt = people.map(() => 0)
  const isWoken = people.map(() => false)
  const minutes = people.map(() => 0)
  let asked = 0

  function wake(person: Person): void {
    if (isWoken[person.index]) return
    isWoken[person.index] = true
    agenda.at(backFrom(person, Math.max(agenda.now, freeAt[person.index] ?? 0), hours), () => {
      isWoken[person.index] = false
      workOn(person)
    })
  }

  function workOn(person: Person): void {
    const list = lists[person.index] ?? []
    if (list.length === 0) return
    if (isFree(person)) {
      const task = takeNext(list)
      if (task) spend(person, task.do())
    }
    if (list.length > 0) wake(person)
  }

  function takeNext(list: Task<Case>[]): Task<Case> | undefined {
    let best = 0
    for (let place = 1; place < list.length; place += 1) {
      const [one, other] = [list[place], list[best]]
      if (!one || !other) continue
      const sooner = order(one.of, other.of)
      if (sooner < 0 || (sooner === 0 && one.order < other.order)) best = place
    }
    return list.splice(best, 1)[0]
  }

  function spend(person: Person, took: number): void {
    minutes[person.index] = (minutes[person.index] ?? 0) + took
    freeAt[person.index] = hours.plus(Math.max(agenda.now, freeAt[person.index] ?? 0), took)
  }

  const isFree = (person: Person): boolean => (freeAt[person.index] ?? 0) <= agenda.now && isThere(person, agenda.now)
  const isThere = (person: Person, at: number): boolean => hours.isOpen(at) && !isIll(person, at)

  return {
    minutes,
    isThere,
    interrupt: spend,
    ask(person, of, work) {
      if (lists[person.index]?.length === 0 && isFree(person)) {
        spend(person, work())
        return
      }
      asked += 1
      lists[person.index]?.push({ of, do: work, order: asked })
      wake(person)
    },
  }
}

export const isIll = ({ ill }: Person, at: number): boolean => ill.some(({ from, until }) => from <= at && at < until)

/** When a person is at work at the earliest from a moment on. */
function backFrom(person: Person, ms: number, hours: Hours): number {
  let at = hours.nextOpen(ms)
  for (const { from, until } of person.ill) if (from <= at && at < until) at = hours.nextOpen(until)
  return at
}
