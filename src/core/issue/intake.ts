import { hasSeat, isAway, type Member, type MemberId } from '../context.ts'
import type { Policy } from '../policy.ts'
import { epochMs, type Instant } from '../time/instant.ts'

/** Somebody who may be given what arrives: whether they are on shift, and how much they hold. */
export type Candidate = {
  member: Member
  onShift: boolean
  /** Open issues that they own, and how many they have room for. */
  open: number
  room: number
  /** When the intake last gave them one; null: never. */
  lastGivenAt: Instant | null
}

/**
 * Rule 2: who owns what arrives with nobody there. The person who owns the customer's open issue or helped them last, if
 * on shift; else the next on shift with room, in turn; else the duty owner. Null only when nobody has a seat.
 */
export function chooseOwner(
  candidates: readonly Candidate[],
  known: MemberId | null,
  duty: Policy['duty'],
  now: Instant,
): MemberId | null {
  const able = candidates.filter(({ member }) => member.active && hasSeat(member))
  const there = able.filter(({ member, onShift }) => onShift && !isAway(member, now))
  if (there.some(({ member }) => member.id === known)) return known
  // Who works in no team (an admin, a supervisor of several) takes no turns.
  const [next] = there.filter(({ member, open, room }) => member.teams.length > 0 && open < room).sort(inTurn)
  if (next) return next.member.id
  return dutyOwner(able, duty, now)
}

/** Whoever waited longest comes first; those who never had one before all others. */
function inTurn(one: Candidate, other: Candidate): number {
  const [first, second] = [one.lastGivenAt ?? '', other.lastGivenAt ?? '']
  if (first !== second) return first < second ? -1 : 1
  return one.member.id < other.member.id ? -1 : 1
}

const dayMs = 86_400_000

/** Weeks since 1970, each from Monday (UTC): 1970 began on a Thursday. */
const weekOf = (now: Instant): number => Math.floor((epochMs(now) + 3 * dayMs) / (7 * dayMs))

/** The rota's person of this week, unless away; then the rota's others; then the lead; then anybody with a seat. */
function dutyOwner(able: readonly Candidate[], { rota, lead }: Policy['duty'], now: Instant): MemberId | null {
  const seats = able.map(({ member }) => member)
  const start = rota.length === 0 ? 0 : weekOf(now) % rota.length
  const order = [...rota.slice(start), ...rota.slice(0, start), ...(lead ? [lead] : []), ...seats.map(({ id }) => id)]
  const known = order.flatMap(id => seats.filter(member => member.id === id))
  return (known.find(member => !isAway(member, now)) ?? known[0])?.id ?? null
}
