import type pg from 'pg'
import type { z } from 'zod'
import type { PathAnswer, WorkspaceAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { Rung } from '../core/escalation/ladder.ts'
import { refuseAsOwner } from '../core/issue/ownership.ts'
import { type Refusal, refuse } from '../core/refusals.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import { inTransaction } from '../store/database.ts'
import { type DeskEvent, logDeskEvent } from '../store/desk-log.ts'
import { readNow } from '../store/now.ts'
import { putPath, putRungs } from '../store/path-write.ts'
import { changeWorkspace as write } from '../store/workspace.ts'
import { storedEmail } from './addresses.ts'
import { memberRef } from './describe.ts'
import type { Caller, Desk, Outcome } from './desk.ts'

type Change = z.output<typeof asked.changeWorkspace>

/** Everything that an admin decides for the workspace. */
export async function readWorkspace(desk: Desk): Promise<WorkspaceAnswer> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const { name, inbox, calendar, policy } = configuration
  return {
    name,
    inbox,
    calendar: {
      zone: calendar.zone,
      hours: Object.fromEntries(Object.entries(calendar.hours).map(([day, hours]) => [day, [...hours]])),
      holidays: [...calendar.holidays],
    },
    policy: { ...policy, limits: [...policy.limits], duty: { ...policy.duty, rota: [...policy.duty.rota] } },
    path: pathOf(configuration),
  }
}

function pathOf(configuration: Configuration): PathAnswer {
  const { name, meaning, inbox, rungs, lastResort, schedules } = configuration.path
  return {
    name,
    meaning,
    inbox,
    rungs: rungs.map(({ who, minutes }) => ({
      minutes,
      who:
        who.kind === 'member'
          ? { member: memberRef(configuration, who.member) }
          : { schedule: { id: who.schedule, name: schedules.get(who.schedule)?.name ?? '' } },
    })),
    lastResort: lastResort === null ? null : memberRef(configuration, lastResort),
  }
}

/** Changes what is named; the rest stays as it is. On record, with what it is now. */
export async function changeWorkspace(desk: Desk, caller: Caller, change: Change): Promise<Outcome<WorkspaceAnswer>> {
  const refusal = await inTransaction(desk.database, async connection => {
    const configuration = await lockConfiguration(desk, connection)
    const cannot = cannotBe(change, configuration)
    if (cannot) return cannot
    const { name = null, inbox = null, calendar = null, policy = {} } = change
    await write(connection, desk.workspace, { name, inbox: inbox && storedEmail(inbox), calendar, policy })
    if (name !== null || inbox !== null) await log(desk, connection, caller, 'WorkspaceNamed', { name, inbox })
    if (calendar) await log(desk, connection, caller, 'CalendarSet', calendar)
    if (change.policy) await log(desk, connection, caller, 'PolicySet', policy)
    if (change.path) await setPath(desk, connection, caller, change.path, configuration)
    return null
  })
  return refusal ? { refusal } : { answer: await readWorkspace(desk) }
}

/** The workspace as it stands, and stands still until the transaction is over. */
export async function lockConfiguration(desk: Desk, connection: pg.PoolClient): Promise<Configuration> {
  await connection.query('select 1 from workspace where workspace_id = $1 for update', [desk.workspace])
  return configurationOf(desk.database, desk.workspace)
}

/** Rules 1 and 24: only people with a seat answer for anything, and a rung calls what there is. */
function cannotBe({ path, policy, inbox }: Change, configuration: Configuration): Refusal | null {
  const { rungs = [], lastResort, inbox: pathInbox } = path ?? {}
  const { limits = [], duty } = policy ?? {}
  const seats = [
    ...rungs.flatMap(({ who }) => ('member' in who ? [who.member] : [])),
    ...(lastResort ? [lastResort] : []),
    ...(duty ? [...duty.rota, ...(duty.lead ? [duty.lead] : [])] : []),
    ...limits.flatMap(({ who }) => ('member' in who ? [who.member] : [])),
  ]
  for (const id of seats) {
    const refusal = refuseAsOwner(id, configuration)
    if (refusal) return refusal
  }
  for (const { who } of rungs) {
    if ('schedule' in who && !configuration.path.schedules.has(who.schedule)) return refuse('no_such_schedule', {})
  }
  const customers = storedEmail(inbox ?? configuration.inbox)
  const members = pathInbox === undefined ? configuration.path.inbox : pathInbox
  return members !== null && storedEmail(members) === customers ? refuse('same_address', {}) : null
}

async function setPath(
  desk: Desk,
  connection: pg.PoolClient,
  caller: Caller,
  { rungs, ...named }: NonNullable<Change['path']>,
  { path: before }: Configuration,
): Promise<void> {
  const inbox = named.inbox === undefined ? before.inbox : named.inbox && storedEmail(named.inbox)
  const { name = before.name, meaning = before.meaning, lastResort = before.lastResort } = named
  await putPath(connection, desk.workspace, { name, meaning, inbox, lastResort })
  const ladder = rungs?.map(
    ({ who, minutes }): Rung => ({
      minutes,
      who: 'member' in who ? { kind: 'member', ...who } : { kind: 'schedule', ...who },
    }),
  )
  if (ladder) await putRungs(connection, desk.workspace, ladder)
  // What the path means is words that somebody wrote: they are no part of the record.
  await log(desk, connection, caller, 'PathSet', { name, inbox, lastResort, rungs: ladder ?? before.rungs })
}

/** Puts a change of the workspace, or of one of its schedules, on record. */
export async function log(
  desk: Desk,
  connection: pg.PoolClient,
  { by, from }: Caller,
  type: string,
  data: object,
  about: Pick<DeskEvent, 'about' | 'id'> = { about: 'workspace', id: String(desk.workspace) },
): Promise<void> {
  const at = await readNow(connection, desk.workspace)
  await logDeskEvent(connection, desk.workspace, { ...about, type, at, by, from, data })
}
