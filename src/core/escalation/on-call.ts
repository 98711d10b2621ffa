import { type Context, isAway, type MemberId } from '../context.ts'
import { momentOf } from '../time/calendar.ts'
import { fromEpochMs, type Instant } from '../time/instant.ts'
import { daysOf, lastDay, type Recurring } from '../time/recurring.ts'

export type ScheduleId = string

/** When a turn ends and the next begins, on the clock of the schedule's zone. */
export type Handover = Recurring

/** Somebody else has the turn from one moment until another, whoever's it would be. */
export type Override = { member: MemberId; from: Instant; until: Instant }

/** Rule 24: who answers when. The first of the rotation begins at `from`; at each handover after it the next takes over. */
export type Schedule = {
  id: ScheduleId
  name: string
  zone: string
  rotation: readonly MemberId[]
  handover: Handover
  from: Instant
  overrides: readonly Override[]
}

/** A stretch of time in which one person is on call, or nobody. */
export type Stretch = { from: Instant; until: Instant; member: MemberId | null }

/** Who has the turn at a moment: an override first, then the rotation. Whoever left or is away leaves a gap: null. */
export function onCall(schedule: Schedule, at: Instant, members: Context['members']): MemberId | null {
  const override = schedule.overrides.find(({ from, until }) => from <= at && at < until)
  const member = members.get(override?.member ?? inRotation(schedule, at) ?? '')
  return member?.active && !isAway(member, at) ? member.id : null
}

function inRotation({ rotation, handover, zone, from }: Schedule, at: Instant): MemberId | undefined {
  if (at < from || rotation.length === 0) return undefined
  const passed = lastDay(handover, zone, at).since(lastDay(handover, zone, from)).days
  return rotation[(passed / daysOf(handover)) % rotation.length]
}

/** Who is on call from one moment until another, stretch by stretch. */
export function stretches(schedule: Schedule, from: Instant, until: Instant, members: Context['members']): Stretch[] {
  const found: Stretch[] = []
  const moments = changes(schedule, from, until, members)
  for (const [index, at] of moments.entries()) {
    const next: Stretch = { from: at, until: moments[index + 1] ?? until, member: onCall(schedule, at, members) }
    const last = found.at(-1)
    if (last?.member === next.member) last.until = next.until
    else found.push(next)
  }
  return found
}

/** The stretches in which nobody is on call: shown before they come. */
export const gaps = (schedule: Schedule, from: Instant, until: Instant, members: Context['members']): Stretch[] =>
  stretches(schedule, from, until, members).filter(({ member }) => member === null)

/** The moments at which somebody else may be on call, in order, from `from` on. */
function changes(schedule: Schedule, from: Instant, until: Instant, members: Context['members']): Instant[] {
  if (until <= from) return []
  const people = new Set([...schedule.rotation, ...schedule.overrides.map(({ member }) => member)])
  const absences = [...people].flatMap(id => members.get(id)?.absences ?? [])
  const bounds = [...schedule.overrides, ...absences].flatMap(stretch => [stretch.from, stretch.until])
  const inside = [schedule.from, ...bounds, ...handovers(schedule, from, until)].filter(at => from < at && at < until)
  return [from, ...new Set(inside.toSorted())]
}

function handovers({ handover, zone }: Schedule, from: Instant, until: Instant): Instant[] {
  const found: Instant[] = []
  for (let date = lastDay(handover, zone, from); ; date = date.add({ days: daysOf(handover) })) {
    const at = fromEpochMs(momentOf(date, handover.time, zone))
    if (at >= until) return found
    found.push(at)
  }
}
