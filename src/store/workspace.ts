import type { Policy } from '../core/policy.ts'
import type { Calendar } from '../core/time/calendar.ts'
import type { Connection } from './database.ts'

/** What a new desk begins with. */
export type NewWorkspace = { name: string; inbox: string; calendar: Calendar; policy: Partial<Policy> }

/** Mondays to Fridays from 9 to 17. */
export const officeHours = (zone: string): Calendar => ({
  zone,
  hours: Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, [{ from: '09:00', to: '17:00' }]])),
  holidays: [],
})

/** What an admin may change of it; what is null stays as it is. */
export type WorkspaceChange = {
  name: string | null
  inbox: string | null
  calendar: Calendar | null
  /** Only what is decided anew. */
  policy: { [Name in keyof Policy]?: Policy[Name] | undefined }
}

/** Changes what is given. Whoever changes it at the same moment waits. */
export async function changeWorkspace(
  connection: Connection,
  workspace: number,
  { name, inbox, calendar, policy }: WorkspaceChange,
): Promise<void> {
  await connection.query(
    `update workspace set name = coalesce($2, name), inbox = coalesce($3, inbox), calendar = coalesce($4, calendar),
      policy = policy || $5
    where workspace_id = $1`,
    [workspace, name, inbox, calendar && JSON.stringify(calendar), JSON.stringify(policy)],
  )
}

/** Founds the workspace, or changes what it is called and when it is open. */
export async function putWorkspace(
  connection: Connection,
  workspace: number,
  { name, inbox, calendar, policy }: NewWorkspace,
): Promise<void> {
  await connection.query(
    `insert into workspace (workspace_id, name, inbox, calendar, policy) values ($1, $2, $3, $4, $5)
    on conflict (workspace_id) do update set name = excluded.name, inbox = excluded.inbox,
      calendar = excluded.calendar, policy = excluded.policy`,
    [workspace, name, inbox.toLowerCase(), JSON.stringify(calendar), JSON.stringify(policy)],
  )
}
