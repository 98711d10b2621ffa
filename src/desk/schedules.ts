import { randomUUIDv7 } from 'node:crypto'
import type pg from 'pg'
import type { z } from 'zod'
import type { GapAnswer, MemberRef, ScheduleAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { MemberId } from '../core/context.ts'
import { gaps, onCall, type ScheduleId, stretches } from '../core/escalation/on-call.ts'
import { refuseAsOwner } from '../core/issue/ownership.ts'
import { type Refusal, refuse } from '../core/refusals.ts'
import type { Weekday } from '../core/time/calendar.ts'
import { type Instant, plusMinutes } from '../core/time/instant.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import { inTransaction } from '../store/database.ts'
import { readNow } from '../store/now.ts'
import type { KeptSchedule } from '../store/path.ts'
import * as store from '../store/path-write.ts'
import { memberRef } from './describe.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { lockConfiguration, log } from './workspace.ts'

const minutesOfDay = 24 * 60
/** A gap is told to supervisors so long ahead (Rule 24). */
const gapsDays = 7
/** Turns are shown so long ahead: a weekly rotation shows this turn and the next two. */
const shownDays = 14

/** Who is on call, now and in the two weeks ahead: every schedule, by name. */
export async function readSchedules(desk: Desk): Promise<ScheduleAnswer[]> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const now = await readNow(desk.database, desk.workspace)
  return [...configuration.path.schedules.values()].map(schedule => describe(schedule, configuration, now))
}

function describe(schedule: KeptSchedule, configuration: Configuration, now: Instant): ScheduleAnswer {
  const member = (id: MemberId): MemberRef => memberRef(configuration, id)
  const maybe = (id: MemberId | null): MemberRef | null => (id === null ? null : member(id))
  const { id, name, zone, rotation, handover, from, overrides } = schedule
  return {
    id,
    name,
    zone,
    rotation: rotation.map(member),
    handover,
    from,
    overrides: overrides
      .filter(({ until }) => until > now)
      .map(override => ({ ...override, member: member(override.member) })),
    onCall: maybe(onCall(schedule, now, configuration.members)),
    ahead: stretches(schedule, now, plusMinutes(now, shownDays * minutesOfDay), configuration.members).map(stretch => ({
      ...stretch,
      member: maybe(stretch.member),
    })),
  }
}

/** When nobody is on call within the next seven days, soonest first (Rule 24). */
export function gapsAhead({ path, members }: Configuration, now: Instant): GapAnswer[] {
  return [...path.schedules.values()]
    .flatMap(schedule =>
      gaps(schedule, now, plusMinutes(now, gapsDays * minutesOfDay), members).map(({ from, until }) => ({
        schedule: { id: schedule.id, name: schedule.name },
        from,
        until,
      })),
    )
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
}

type Wanted = z.output<typeof asked.putSchedule>

/** Sets up a schedule, or changes one; on record. */
export async function putSchedule(
  desk: Desk,
  caller: Caller,
  id: ScheduleId | null,
  wanted: Wanted,
): Promise<Outcome<ScheduleAnswer[]>> {
  return change(desk, async (connection, configuration) => {
    const { schedules } = configuration.path
    const before = id === null ? undefined : schedules.get(id)
    if (id !== null && !before) return noSuchSchedule
    const cannot = cannotTakeTurns(wanted.rotation, configuration)
    if (cannot) return { refusal: cannot }
    const name = wanted.name.trim()
    const isTaken = [...schedules.values()].some(
      other => other.id !== id && other.name.toLowerCase() === name.toLowerCase(),
    )
    if (isTaken) return { refusal: refuse('name_taken', { name }) }
    const schedule = {
      ...wanted,
      name,
      id: id ?? randomUUIDv7(),
      handover: { ...wanted.handover, weekday: wanted.handover.weekday as Weekday | null },
      from: wanted.from ?? before?.from ?? (await readNow(connection, desk.workspace)),
    }
    await store.putSchedule(connection, desk.workspace, schedule)
    await log(desk, connection, caller, before ? 'ScheduleChanged' : 'ScheduleAdded', schedule, about(schedule.id))
  })
}

/** Removes a schedule that no rung calls; on record. */
export async function removeSchedule(desk: Desk, caller: Caller, id: ScheduleId): Promise<Outcome<ScheduleAnswer[]>> {
  return change(desk, async (connection, { path }) => {
    if (!path.schedules.has(id)) return noSuchSchedule
    const rungs = path.rungs.flatMap(({ who }, index) =>
      who.kind === 'schedule' && who.schedule === id ? [index + 1] : [],
    )
    if (rungs.length > 0) return { refusal: refuse('schedule_in_use', { rungs }) }
    await store.removeSchedule(connection, desk.workspace, id)
    await log(desk, connection, caller, 'ScheduleRemoved', {}, about(id))
  })
}

/** Somebody else has the turn for a while; on record. */
export async function addOverride(
  desk: Desk,
  caller: Caller,
  id: ScheduleId,
  wanted: z.output<typeof asked.addOverride>,
): Promise<Outcome<ScheduleAnswer[]>> {
  return change(desk, async (connection, configuration) => {
    const schedule = configuration.path.schedules.get(id)
    if (!schedule) return noSuchSchedule
    const cannot = cannotTakeTurns([wanted.member], configuration)
    if (cannot) return { refusal: cannot }
    if (wanted.until <= wanted.from) return { refusal: refuse('ends_first', wanted) }
    const other = schedule.overrides.find(({ from, until }) => from < wanted.until && wanted.from < until)
    if (other) return { refusal: refuse('overrides_overlap', other) }
    const override = { ...wanted, id: randomUUIDv7() }
    await store.putOverride(connection, desk.workspace, id, override)
    await log(desk, connection, caller, 'OverrideAdded', override, about(id))
  })
}

/** The turn is whose it was again; on record. */
export async function removeOverride(
  desk: Desk,
  caller: Caller,
  schedule: ScheduleId,
  override: string,
): Promise<Outcome<ScheduleAnswer[]>> {
  return change(desk, async connection => {
    const isRemoved = await store.removeOverride(connection, desk.workspace, schedule, override)
    if (!isRemoved) return { missing: 'There is no such override to take back.' }
    await log(desk, connection, caller, 'OverrideRemoved', { override }, about(schedule))
  })
}

const about = (id: ScheduleId) => ({ about: 'schedule', id }) as const
const noSuchSchedule = { missing: 'There is no such schedule.' }

/** Rule 24: whoever takes turns has a seat. */
function cannotTakeTurns(ids: readonly MemberId[], configuration: Configuration): Refusal | undefined {
  return ids.map(id => refuseAsOwner(id, configuration)).find(refusal => refusal !== undefined)
}

/** Changes schedules one change at a time, and answers with all of them. */
async function change(
  desk: Desk,
  make: (
    connection: pg.PoolClient,
    configuration: Configuration,
  ) => Promise<{ refusal: Refusal } | { missing: string } | undefined>,
): Promise<Outcome<ScheduleAnswer[]>> {
  const cannot = await inTransaction(desk.database, async connection =>
    make(connection, await lockConfiguration(desk, connection)),
  )
  return cannot ?? { answer: await readSchedules(desk) }
}
