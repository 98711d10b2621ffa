import type { Reading } from '../audit/event.ts'
import type { Configuration } from '../store/configuration.ts'
import type { Gathered } from './gather.ts'
import { matchWith } from './match.ts'
import type { Tally } from './tally.ts'

/** What `baton import` tells at its end, as data. */
export type Report = {
  source: string
  /** False after a dry run: it tells what would be. */
  applied: boolean
  /** Stopped by whoever started it; the same again goes on. */
  stopped: boolean
  cases: { read: number; new: number; open: number; over: number; known: number; changed: number }
  events: { read: number; brought: number }
  customers: { known: number; new: number }
  persons: { matched: { person: string; member: string }[]; unmatched: string[] }
  /** Whose the new open issues are; `intake`: of how many the intake decides when it is done. */
  owners: { members: { member: string; open: number }[]; intake: number }
  issues: { first: number; last: number } | null
  /** Issues that came over closed and are open again, since the other desk went on with them. */
  goOn: number[]
  /** Issues of which the log now says another thing than this desk. */
  differ: { openThere: number[]; overThere: number[] }
  unknownKinds: string[]
  rejected: Reading['rejected']
  said: readonly string[]
}

type Made = {
  source: string
  applied: boolean
  stopped: boolean
  reading: Reading
  gathered: Gathered
  tally: Tally
  configuration: Configuration
}

export function reportOf({ source, applied, stopped, reading, gathered, tally, configuration }: Made): Report {
  const { brought, grown, unchanged, first, last } = tally
  const { members } = configuration
  const nameOf = (id: string): string => members.get(id)?.name ?? 'somebody who left'
  return {
    source,
    applied,
    stopped,
    cases: {
      read: gathered.cases.length,
      new: brought.open + brought.closed,
      open: brought.open,
      over: brought.closed,
      known: unchanged,
      changed: grown,
    },
    events: { read: reading.rows - reading.rejected.rows, brought: tally.events },
    customers: { known: tally.customers.known, new: tally.customers.created },
    persons: personsOf(gathered, configuration),
    owners: {
      members: [...tally.owners].map(([id, open]) => ({ member: nameOf(id), open })).sort(by(({ member }) => member)),
      intake: tally.byIntake,
    },
    issues: first === null || last === null ? null : { first, last },
    goOn: tally.goOn,
    differ: { openThere: tally.openThere, overThere: tally.overThere },
    unknownKinds: [...tally.kinds].sort(),
    rejected: rejectedOf(reading, gathered),
    said: reading.said,
  }
}

/** In the order of their names: nobody is ranked (Rule 32). */
function personsOf({ persons }: Gathered, configuration: Configuration): Report['persons'] {
  const { member } = matchWith(configuration)
  const sorted = [...persons].sort(by(name => name))
  return {
    matched: sorted.flatMap(person => {
      const ours = configuration.members.get(member(person) ?? '')
      return ours ? [{ person, member: ours.name }] : []
    }),
    unmatched: sorted.filter(person => member(person) === null),
  }
}

/** What could not be read, and what was read and can't be kept. */
function rejectedOf({ rejected }: Reading, { left }: Gathered): Reading['rejected'] {
  const first = [...rejected.first, ...left.map(({ line, reason }) => ({ line, reason }))]
  return {
    rows: left.reduce((sum, { events }) => sum + events, rejected.rows),
    reasons: { ...rejected.reasons, ...Object.fromEntries(left.map(({ reason, events }) => [reason, events])) },
    first: first.sort((one, other) => one.line - other.line).slice(0, 10),
  }
}

const order = new Intl.Collator('en')
const by =
  <T>(text: (of: T) => string) =>
  (one: T, other: T): number =>
    order.compare(text(one), text(other))
