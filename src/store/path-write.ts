import type { MemberId } from '../core/context.ts'
import type { Path, Rung } from '../core/escalation/ladder.ts'
import type { Override, Schedule, ScheduleId } from '../core/escalation/on-call.ts'
import type { Connection } from './database.ts'
import type { KeptPath } from './path.ts'

/** What is set of the escalation path; the ladder as a whole. */
export async function putPath(
  connection: Connection,
  workspace: number,
  { name, meaning, inbox, lastResort }: Pick<KeptPath, 'name' | 'meaning' | 'inbox' | 'lastResort'>,
): Promise<void> {
  await connection.query(
    `update workspace set path_name = $2, path_meaning = $3, path_inbox = $4, last_resort_id = $5
    where workspace_id = $1`,
    [workspace, name, meaning, inbox, lastResort],
  )
}

/** The ladder, from its first rung to its last, in place of the one before. */
export async function putRungs(connection: Connection, workspace: number, rungs: Path['rungs']): Promise<void> {
  await connection.query('delete from rung where workspace_id = $1', [workspace])
  for (const [index, { who, minutes }] of rungs.entries()) {
    const [member, schedule] = idsOf(who)
    await connection.query(
      'insert into rung (workspace_id, rung, member_id, schedule_id, minutes) values ($1, $2, $3, $4, $5)',
      [workspace, index + 1, member, schedule, minutes],
    )
  }
}

const idsOf = (who: Rung['who']): [MemberId | null, ScheduleId | null] =>
  who.kind === 'member' ? [who.member, null] : [null, who.schedule]

/** A schedule as it is set, new or in place of what it was; its overrides stay. */
export async function putSchedule(
  connection: Connection,
  workspace: number,
  { id, name, zone, rotation, handover, from }: Omit<Schedule, 'overrides'>,
): Promise<void> {
  await connection.query(
    `insert into schedule (workspace_id, schedule_id, name, zone, weekday, handover_at, from_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (workspace_id, schedule_id) do update set name = excluded.name, zone = excluded.zone,
      weekday = excluded.weekday, handover_at = excluded.handover_at, from_at = excluded.from_at`,
    [workspace, id, name, zone, handover.weekday, handover.time, from],
  )
  await connection.query('delete from schedule_turn where workspace_id = $1 and schedule_id = $2', [workspace, id])
  await connection.query(
    `insert into schedule_turn (workspace_id, schedule_id, place, member_id)
    select $1, $2, place, member_id from unnest($3::uuid[]) with ordinality as r (member_id, place)`,
    [workspace, id, rotation],
  )
}

/** Removes a schedule that no rung calls, with its overrides. */
export async function removeSchedule(connection: Connection, workspace: number, id: ScheduleId): Promise<void> {
  for (const table of ['schedule_override', 'schedule_turn', 'schedule'])
    await connection.query(`delete from ${table} where workspace_id = $1 and schedule_id = $2`, [workspace, id])
}

export async function putOverride(
  connection: Connection,
  workspace: number,
  schedule: ScheduleId,
  { id, member, from, until }: Override & { id: string },
): Promise<void> {
  await connection.query(
    `insert into schedule_override (workspace_id, schedule_id, override_id, member_id, from_at, until_at)
    values ($1, $2, $3, $4, $5, $6)`,
    [workspace, schedule, id, member, from, until],
  )
}

/** False when there is none to remove. */
export async function removeOverride(
  connection: Connection,
  workspace: number,
  schedule: ScheduleId,
  id: string,
): Promise<boolean> {
  const { rowCount } = await connection.query(
    'delete from schedule_override where workspace_id = $1 and schedule_id = $2 and override_id = $3',
    [workspace, schedule, id],
  )
  return rowCount === 1
}
