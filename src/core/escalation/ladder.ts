import { admins, hasSeat, isAway, type MemberId, supervisorsOf } from '../context.ts'
import { actsAsOwner } from '../cover/cover.ts'
import { inState } from '../expected.ts'
import { type Issue, owner } from '../issue/issue.ts'
import { addBusinessMinutes } from '../time/calendar.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { recordByDesk, type Turn } from '../turn.ts'
import type { EscalationId } from './escalation.ts'
import { onCall, type Schedule, type ScheduleId } from './on-call.ts'

/** Whom a rung calls: always the same person, or whoever is on call then. */
type OnRung = { kind: 'member'; member: MemberId } | { kind: 'schedule'; schedule: ScheduleId }

/** A step of the ladder: who is called, and how many minutes of real time they have to answer (Rule 24). */
export type Rung = { who: OnRung; minutes: number }

/** The workspace's escalation path: how it is called, what it means, and its ladder (Rules 23 and 24). */
export type Path = {
  name: string
  meaning: string
  rungs: readonly Rung[]
  /** Who is called when nobody is on any rung. */
  lastResort: MemberId | null
  schedules: ReadonlyMap<ScheduleId, Schedule>
}

/** Where on the ladder somebody was called: a rung, counted from 1, or beyond all of them. */
export type Place = number | 'last_resort'

/** Rule 24: how far an alarm has climbed that nobody has answered yet. */
export type Ladder = {
  /** Where it stands: 0 before the first call, null while there is nobody whom it could call. */
  place: Place | null
  /** Who is called now, and until when they have time to answer. */
  calling: readonly MemberId[]
  until: Instant
  /** Everybody who was called so far, each with where that was last. */
  called: readonly { member: MemberId; place: Place }[]
  calls: number
}

export type LadderEvent =
  | { type: 'RungCalled'; escalation: EscalationId; rung: number; called: readonly MemberId[]; until: Instant }
  /** Only the owner, or who acts in their place, is on this rung (Rule 26). */
  | { type: 'RungSkipped'; escalation: EscalationId; rung: number }
  | { type: 'RungEmpty'; escalation: EscalationId; rung: number }
  | { type: 'LastResortCalled'; escalation: EscalationId; called: readonly MemberId[]; until: Instant }
  /** There is nobody in the company but who owns the issue. It is tried again. */
  | { type: 'NobodyToCall'; escalation: EscalationId; until: Instant }

/** What a desk begins with, until it has said what its path is called and whom it calls. */
export const noPathYet: Path = {
  name: 'Lighthouse',
  meaning:
    'A lighthouse shows the way when it is dark. Whoever sees that a customer is lost may light it, whoever they are and ' +
    'whosever issue it is: it costs nothing, and it is held against nobody. Somebody answers it within minutes, sees it ' +
    'through for the customer, and tells those who lit it what came of it.',
  rungs: [],
  lastResort: null,
  schedules: new Map(),
}

export const atFoot = (at: Instant): Ladder => ({ place: 0, calling: [], until: at, called: [], calls: 0 })

/** A desk on which nobody but the owner works is not asked as often as a person who may answer. */
const minutesUntilNextTry = 60

/**
 * Rule 24: the next rung is called, past those that are empty or the owner's. At the top the highest on which somebody is
 * is called again; where nobody is on any rung, the last resort.
 */
export function climb(turn: Turn, escalation: EscalationId, { place }: Ladder, at: Instant): void {
  const { path, policy } = turn.context
  const ladder = path.rungs.length > 0 ? asSet(turn, at) : whereNoneIsSet(turn, at)
  const call = ({ rung, ids, until }: OnLadder): boolean => {
    const called = whoMayAnswer(turn, ids, at)
    if (called.length > 0) recordByDesk(turn, { type: 'RungCalled', escalation, rung, called, until }, at)
    return called.length > 0
  }

  const next = typeof place === 'number' ? place + 1 : ladder.length + 1
  for (const on of ladder.slice(next - 1)) {
    if (call(on)) return
    const type = isThere(turn, on.ids, at) ? 'RungSkipped' : 'RungEmpty'
    recordByDesk(turn, { type, escalation, rung: on.rung }, at)
  }
  if (ladder.toReversed().some(call)) return

  const called = lastResort(turn, at)
  if (called) {
    const until = plusMinutes(at, policy.rungMinutes)
    recordByDesk(turn, { type: 'LastResortCalled', escalation, called, until }, at)
  } else {
    recordByDesk(turn, { type: 'NobodyToCall', escalation, until: plusMinutes(at, minutesUntilNextTry) }, at)
  }
}

/** Who is on a rung at a moment, and until when they had time to answer. */
type OnLadder = { rung: number; ids: readonly MemberId[]; until: Instant }

const asSet = (turn: Turn, at: Instant): OnLadder[] =>
  turn.context.path.rungs.map(({ who, minutes }, index) => ({
    rung: index + 1,
    ids: whoIsOn(turn, who, at),
    until: plusMinutes(at, minutes),
  }))

/**
 * A desk that has set no path yet: the owner's supervisors, then the admins. Nobody of them is on call at night, so their time
 * to answer is counted while the desk is open.
 */
function whereNoneIsSet({ issue, context: { members, policy, calendar } }: Turn, at: Instant): OnLadder[] {
  const until = addBusinessMinutes(calendar, at, policy.rungMinutes)
  return [supervisorsOf(owner(issue).member, members), admins(members)].map((ids, index) => ({
    rung: index + 1,
    ids,
    until,
  }))
}

/**
 * The last resort; where that is the owner, away or not set, the admins, then the owner's team, then anybody with a seat, at
 * last also who is away.
 */
function lastResort(turn: Turn, at: Instant): MemberId[] | undefined {
  const { path, members } = turn.context
  const anybody = [...members.values()]
  const teams = members.get(owner(turn.issue).member)?.teams ?? []
  const team = anybody.filter(member => member.teams.some(id => teams.includes(id)))
  const everybody = anybody.map(({ id }) => id)
  const asked = [path.lastResort ? [path.lastResort] : [], admins(members), team.map(({ id }) => id), everybody]
  return [
    ...asked.map(ids => whoMayAnswer(turn, ids, at)),
    everybody.filter(id => isAble(turn, id) && !actsAsOwner(turn.issue, id)),
  ].find(ids => ids.length > 0)
}

function whoIsOn({ context: { path, members } }: Turn, who: OnRung, at: Instant): MemberId[] {
  if (who.kind === 'member') return [who.member]
  const schedule = path.schedules.get(who.schedule)
  const member = schedule ? onCall(schedule, at, members) : null
  return member === null ? [] : [member]
}

const isAble = ({ context: { members } }: Turn, id: MemberId): boolean => {
  const member = members.get(id)
  return member?.active === true && hasSeat(member)
}

function there(turn: Turn, ids: readonly MemberId[], at: Instant): MemberId[] {
  return ids.filter(id => {
    const member = turn.context.members.get(id)
    return member !== undefined && isAble(turn, id) && !isAway(member, at)
  })
}

const isThere = (turn: Turn, ids: readonly MemberId[], at: Instant): boolean => there(turn, ids, at).length > 0

/** Rules 15, 24 and 26: who of them is there, and neither owns the issue nor covers its owner. */
const whoMayAnswer = (turn: Turn, ids: readonly MemberId[], at: Instant): MemberId[] =>
  there(turn, ids, at).filter(id => !actsAsOwner(turn.issue, id))

/** Rule 24: an alarm stands where it was called last. */
export function evolveLadder(issue: Issue, event: LadderEvent): Issue {
  const escalation = inState(issue.escalation, 'raised')
  const stands = (ladder: Partial<Ladder>): Issue => ({
    ...issue,
    escalation: { ...escalation, ladder: { ...escalation.ladder, ...ladder } },
  })
  switch (event.type) {
    case 'RungSkipped':
    case 'RungEmpty':
      return stands({ place: event.rung })
    case 'RungCalled':
      return stands(calledAt(escalation.ladder, event.rung, event))
    case 'LastResortCalled':
      return stands(calledAt(escalation.ladder, 'last_resort', event))
    case 'NobodyToCall':
      return stands({ place: null, calling: [], until: event.until })
  }
}

function calledAt(
  { called: before, calls }: Ladder,
  place: Place,
  { called: calling, until }: { called: readonly MemberId[]; until: Instant },
): Partial<Ladder> {
  const others = before.filter(({ member }) => !calling.includes(member))
  const called = [...others, ...calling.map(member => ({ member, place }))]
  return { place, calling, until, called, calls: calls + 1 }
}
