import type { Connection } from './database.ts'

/**
 * A table `family (number)` of an issue ($2 of workspace $1) and all that merged into it, for a query that is recursive:
 * their words are read together (Rule 22).
 */
export const family = `family (number) as (
  select $2::bigint
  union
  select i.number from family f join issue i on i.workspace_id = $1 and i.merged_into = f.number
)`

const lead = `
with recursive lead (number, merged_into) as (
  select number, merged_into from issue where workspace_id = $1 and number = $2
  union
  select i.number, i.merged_into from lead l join issue i on i.workspace_id = $1 and i.number = l.merged_into
)
select number from lead where merged_into is null`

/** The issue in which another one goes on: itself, or where it was merged, and so on (Rule 22). */
export async function goesOnIn(connection: Connection, workspace: number, number: number): Promise<number> {
  const values = [workspace, number]
  const { rows } = await connection.query<{ number: number }>({ name: 'goes_on_in', text: lead, values })
  return rows[0]?.number ?? number
}
