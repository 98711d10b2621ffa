import type { LogEvent } from '../event.ts'
import { type Dictionary, openDictionary } from './dictionary.ts'

/** Where an event says nothing of who or what. */
export const unsaid = -1

/** A log in columns: its events case by case, in each by time, and as in the file where times are the same. */
export type Log = {
  /** Their ids, as they first came. */
  cases: readonly string[]
  /** Where the events of each case begin; one more at the end. */
  begins: Uint32Array
  /** Epoch milliseconds of each event. */
  at: Float64Array
  person: Column
  group: Column
  status: Column
}

/** A value of each event, by its place among the different values; {@link unsaid} where there is none. */
export type Column = { values: readonly string[]; of: Int32Array }

export type Collector = {
  /** Takes the next event of the file. */
  take(event: LogEvent): void
  /** All that came, in order. Then it is over. */
  finish(): Log
}

/** Collects the events of a log, of which the cases may be mingled: 28 bytes for each, and each different value once. */
export function openCollector(): Collector {
  const cases = openDictionary()
  const persons = openDictionary()
  const groups = openDictionary()
  const statuses = openDictionary()
  let room = 4096
  let length = 0
  let caseOf = new Int32Array(room)
  let at = new Float64Array(room)
  let person = new Int32Array(room)
  let group = new Int32Array(room)
  let status = new Int32Array(room)
  function grow(): void {
    room *= 2
    caseOf = new Int32Array(caseOf.buffer.transfer(room * 4))
    at = new Float64Array(at.buffer.transfer(room * 8))
    person = new Int32Array(person.buffer.transfer(room * 4))
    group = new Int32Array(group.buffer.transfer(room * 4))
    status = new Int32Array(status.buffer.transfer(room * 4))
  }
  return {
    take(event) {
      if (length === room) grow()
      caseOf[length] = cases.placeOf(event.case)
      at[length] = event.at
      person[length] = placeIn(persons, event.person)
      group[length] = placeIn(groups, event.group)
      status[length] = placeIn(statuses, event.status)
      length += 1
    },
    finish() {
      const begins = beginsOf(caseOf, length, cases.values.length)
      const order = orderOf(caseOf, at, begins, length)
      const ordered = (column: Int32Array): Int32Array => inOrder(column, order, new Int32Array(length))
      return {
        cases: cases.values,
        begins,
        at: inOrder(at, order, new Float64Array(length)),
        person: { values: persons.values, of: ordered(person) },
        group: { values: groups.values, of: ordered(group) },
        status: { values: statuses.values, of: ordered(status) },
      }
    },
  }
}

const placeIn = (values: Dictionary, value: string | null): number => (value === null ? unsaid : values.placeOf(value))

function beginsOf(caseOf: Int32Array, length: number, cases: number): Uint32Array {
  const begins = new Uint32Array(cases + 1)
  for (let event = 0; event < length; event += 1) {
    const after = (caseOf[event] ?? 0) + 1
    begins[after] = (begins[after] ?? 0) + 1
  }
  for (let one = 0; one < cases; one += 1) begins[one + 1] = (begins[one] ?? 0) + (begins[one + 1] ?? 0)
  return begins
}

/** Each event's place in the file, in the order in which events are told. */
function orderOf(caseOf: Int32Array, at: Float64Array, begins: Uint32Array, length: number): Uint32Array {
  const order = new Uint32Array(length)
  const next = begins.slice()
  for (let event = 0; event < length; event += 1) {
    const one = caseOf[event] ?? 0
    const place = next[one] ?? 0
    order[place] = event
    next[one] = place + 1
  }
  for (let one = 0; one + 1 < begins.length; one += 1) {
    const own = order.subarray(begins[one], begins[one + 1])
    if (!isInOrder(own, at)) own.sort((first, second) => (at[first] ?? 0) - (at[second] ?? 0) || first - second)
  }
  return order
}

/** Written as a loop: `from` with a function takes ten times as long. */
function inOrder<T extends Int32Array | Float64Array>(column: T, order: Uint32Array, ordered: T): T {
  for (let place = 0; place < order.length; place += 1) ordered[place] = column[order[place] ?? 0] ?? unsaid
  return ordered
}

/** Most logs are in order already, and sorting is dear. */
function isInOrder(events: Uint32Array, at: Float64Array): boolean {
  for (let place = 1; place < events.length; place += 1) {
    if ((at[events[place - 1] ?? 0] ?? 0) > (at[events[place] ?? 0] ?? 0)) return false
  }
  return true
}
