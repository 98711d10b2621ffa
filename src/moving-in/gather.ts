import type { LogEvent } from '../audit/event.ts'
import { fromEpochMs } from '../core/time/instant.ts'
import type { ForeignEvent } from '../store/foreign.ts'

/** A case of another desk as its log tells it, its events in order of time (ties as they stand in the file). */
export type Case = {
  case: string
  events: readonly ForeignEvent[]
  /** What the log says last of whom and what it is about; null: nothing. */
  customer: string | null
  /** In lower case, and written like an address. */
  email: string | null
  subject: string | null
  kind: string | null
}

/** Everything that a log says of cases. */
export type Gathered = {
  cases: readonly Case[]
  persons: ReadonlySet<string>
  statuses: ReadonlySet<string>
  /** Events that can't be kept: why, and where the first of them stands. */
  left: { events: number; line: number; reason: string }[]
}

/** Longer values are cut: what people read is the begin. */
const longest = { value: 200, subject: 300 }

const earliest = Date.parse('0001-01-01T00:00:00Z')
const latest = Date.parse('9999-12-31T00:00:00Z')

type Told = { at: number; value: string }
type Raw = { at: number } & Omit<ForeignEvent, 'at'>
type Open = { events: Raw[]; told: Map<string, Told> }

/** Takes the events of a log in file order, cases interleaved, and puts them together. */
export function openGathering(): { take(event: LogEvent): void; finish(): Gathered } {
  const cases = new Map<string, Open>()
  const left = new Map<string, Gathered['left'][number]>()
  const persons = new Set<string>()
  const statuses = new Set<string>()
  const clean = remembering(longest.value)
  const leave = (reason: string, line: number): void => {
    const known = left.get(reason)
    if (known) known.events += 1
    else left.set(reason, { events: 1, line, reason })
  }
  return {
    take({ case: id, at, person, group, status, activity, extra, line }) {
      const name = legible(id)
      if (name === '') return leave('The case has no legible name.', line)
      // Cut short, two cases could become one.
      if (name.length > longest.value) return leave(`The case's name is longer than ${longest.value} characters.`, line)
      if (!(at >= earliest && at <= latest)) return leave('The time lies before the year 1 or after 9999.', line)
      const raw = { at, person: clean(person), group: clean(group), status: clean(status), activity: clean(activity) }
      if (raw.person !== null) persons.add(raw.person)
      if (raw.status !== null) statuses.add(raw.status)
      const known: Open = cases.get(name) ?? { events: [], told: new Map() }
      if (known.events.length === 0) cases.set(name, known)
      known.events.push(raw)
      for (const [what, value] of Object.entries(extra ?? {})) hear(known.told, what, value, at)
    },
    finish: () => ({
      cases: [...cases].map(([id, open]) => caseOf(id, open)),
      persons,
      statuses,
      left: [...left.values()],
    }),
  }
}

/** What the log says last is what holds. */
function hear(told: Open['told'], what: string, value: string | null, at: number): void {
  if (value === null) return
  const known = told.get(what)
  const said = cut(legible(value), longest.subject)
  if (said !== '' && !(known && known.at > at)) told.set(what, { at, value: said })
}

function caseOf(id: string, { events, told }: Open): Case {
  const said = (what: string): string | null => told.get(what)?.value ?? null
  const email = said('email')?.toLowerCase() ?? null
  return {
    case: id,
    events: events
      .toSorted((one, other) => one.at - other.at)
      .map(({ at, ...event }) => ({ at: fromEpochMs(at), ...event })),
    customer: said('customer'),
    email: email !== null && isAddress(email) ? email : null,
    subject: said('subject'),
    kind: said('kind'),
  }
}

export const isAddress = (text: string): boolean => /^[^\s@<>]{1,64}@[^\s@<>]{1,190}$/.test(text)

/** What the database can keep and people can read: in one line, without control characters and halves of characters. */
const legible = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`

/** Cleans a value; the few that come again and again are kept once. */
function remembering(most: number): (value: string | null) => string | null {
  const known = new Map<string, string | null>()
  return value => {
    if (value === null) return null
    const before = known.get(value)
    if (before !== undefined) return before
    const cleaned = cut(legible(value.slice(0, 4 * most)), most) || null
    if (known.size < 100_000 && value.length <= most) known.set(value, cleaned)
    return cleaned
  }
}
