import type { Calendar } from '../core/calendar.ts'
import type { Policy } from '../core/policy.ts'
import type { Connection } from './database.ts'

/** What a new desk begins with. */
export type NewWorkspace = { name: string; inbox: string; calendar: Calendar; policy: Partial<Policy> }

/** Mondays to Fridays from 9 to 17. */
export const officeHours = (zone: string): Calendar => ({
  zone,
  hours: Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, [{ from: '09:00', to: '17:00' }]])),
  holidays: [],
})

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
