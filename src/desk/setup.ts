import type { z } from 'zod'
import type { DeskAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { MemberId } from '../core/context.ts'
import { calendarFault } from '../core/time/calendar.ts'
import { configurationOf } from '../store/configuration.ts'
import { type Connection, inTransaction } from '../store/database.ts'
import { officeHours, putWorkspace } from '../store/workspace.ts'
import { memberRef } from './describe.ts'
import type { Desk } from './desk.ts'
import { addMemberIn } from './people.ts'

/** Founds an empty desk where there is none yet, so that mail that arrives before the first admin does is kept. */
export async function foundDesk(connection: Connection, workspace: number, inbox: string, zone: string): Promise<void> {
  const { rows } = await connection.query('select 1 from workspace where workspace_id = $1', [workspace])
  if (rows.length === 0)
    await putWorkspace(connection, workspace, { name: 'Our desk', inbox, calendar: officeHours(zone), policy: {} })
}

/** Why mail is kept while nobody works here. The first admin's coming has it read again. */
export const nobodyYet = 'Nobody has a seat yet who could own it.'

/** What anybody may know of the desk before signing in. `people`: only on a demo desk, for those who may sign in as them. */
export async function readDesk(desk: Desk, showPeople: boolean): Promise<DeskAnswer> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const people = [...configuration.members.values()].filter(({ active }) => active)
  return {
    company: configuration.name,
    inbox: configuration.inbox,
    demo: desk.demo,
    needsSetup: people.length === 0,
    people:
      desk.demo && showPeople
        ? people.map(person => ({
            ...memberRef(configuration, person.id),
            role: person.role,
            teams: person.teams.map(team => configuration.teams.get(team)?.name ?? ''),
          }))
        : [],
  }
}

/** Makes the first admin of an empty desk; says why not when somebody works here already, or the zone is none. */
export async function setUp(
  desk: Desk,
  { company, inbox, zone, name, email }: z.output<typeof asked.setUp>,
): Promise<{ admin: MemberId } | { fault: string }> {
  const calendar = officeHours(zone)
  const fault = calendarFault(calendar)
  if (fault) return { fault }
  return inTransaction(desk.database, async connection => {
    // Of two who come at once the second waits here, and then finds the first.
    await connection.query('select 1 from workspace where workspace_id = $1 for update', [desk.workspace])
    const people = await connection.query('select 1 from member where workspace_id = $1 limit 1', [desk.workspace])
    if (people.rows.length > 0) return { fault: 'This desk has its people already. Ask an admin for a seat.' }
    await putWorkspace(connection, desk.workspace, { name: company, inbox, calendar, policy: {} })
    const admin = await addMemberIn(connection, desk.workspace, { email, name, role: 'admin' })
    if (!admin) throw new Error('The first member of a desk could not be added.')
    await connection.query(
      `update inbound_mail set state = 'waiting', why = null where workspace_id = $1 and state = 'kept' and why = $2`,
      [desk.workspace, nobodyYet],
    )
    return { admin }
  })
}
