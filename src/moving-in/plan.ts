import type { MemberId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Moving } from '../desk/importing.ts'
import type { ForeignEvent, KnownCase } from '../store/foreign.ts'
import type { Case } from './gather.ts'
import type { Matching } from './match.ts'

/** What becomes of a case. */
export type Plan =
  | { becomes: 'issue'; case: Case; moving: Moving }
  | {
      becomes: 'known'
      case: Case
      known: KnownCase
      /** Of its history only what is new. */
      events: readonly ForeignEvent[]
      /** Whether it is over there, by all that is known now. */
      isOver: boolean
      /** It came over closed, and they went on with it: it is opened again, with who had it there last. */
      goesOn: { holder: MemberId | null } | null
    }

export type Planning = {
  source: string
  /** The statuses with which a case is over; null: the log has none, and all of it is past. */
  finals: ReadonlySet<string> | null
  matching: Matching
  /** Whose it becomes where nobody of ours had it; null: by the intake's policy. */
  owner: MemberId | null
  now: Instant
}

/** Decides what becomes of a case; `known`: what it became before. */
export function planCase(given: Case, known: KnownCase | undefined, planning: Planning): Plan {
  if (known) return planKnown(given, known, planning)
  return { becomes: 'issue', case: given, moving: moving(given, isOver(given.events, planning.finals), planning) }
}

function planKnown(given: Case, known: KnownCase, { finals, matching }: Planning): Plan {
  const events = known.isErased ? [] : newsOf(known.events, given.events)
  // An older export may come after a newer one: what is last counts, not what came last.
  const history = [...known.events, ...events].sort((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  )
  const over = isOver(history, finals)
  const goesOn = events.length > 0 && known.isOverElsewhere && !over ? { holder: matching.lastHolder(history) } : null
  return { becomes: 'known', case: given, known, events, isOver: over, goesOn }
}

/** By its last status. */
function isOver(events: readonly ForeignEvent[], finals: Planning['finals']): boolean {
  if (finals === null) return true
  const last = events.findLast(({ status }) => status !== null)?.status
  return last ? finals.has(last) : false
}

function moving(given: Case, over: boolean, { source, matching, owner, now }: Planning): Moving {
  const { case: id, events, customer, email, subject, kind } = given
  const earliest = (at: Instant | undefined): Instant => (at === undefined || at > now ? now : at)
  const holder = matching.lastHolder(events)
  return {
    customer: { name: customer ?? email ?? `Customer of ${id}`, email },
    subject: subject ?? `Case ${id}`,
    kind: kind === null ? null : matching.kind(kind),
    // A log that writes of the future is taken to mean now.
    from: { source, case: id, began: earliest(events[0]?.at), closedAt: over ? earliest(events.at(-1)?.at) : null },
    owner: holder !== null ? { member: holder, hadIt: true } : owner === null ? null : { member: owner, hadIt: false },
  }
}

/**
 * What a log says of a case that is not known yet. A log may say the same twice: of equal events only those beyond the known
 * ones are new, wherever they stand, so that a whole export and one of last month alone both bring each event once.
 */
function newsOf(known: readonly ForeignEvent[], said: readonly ForeignEvent[]): ForeignEvent[] {
  const left = new Map<string, number>()
  for (const event of known) left.set(sameAs(event), (left.get(sameAs(event)) ?? 0) + 1)
  return said.filter(event => {
    const count = left.get(sameAs(event)) ?? 0
    if (count > 0) left.set(sameAs(event), count - 1)
    return count === 0
  })
}

const sameAs = ({ at, person, group, status, activity }: ForeignEvent): string =>
  JSON.stringify([at, person, group, status, activity])
