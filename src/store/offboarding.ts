import type { MemberId } from '../core/context.ts'
import type { OwnedIssue } from '../core/cover/offboarding.ts'
import type { Issue } from '../core/issue/issue.ts'
import type { Connection } from './database.ts'
import { inTheOneOrder } from './order.ts'

/** Rule 4: what somebody still owns, in the one order: whose it is, and when the customer hears from us next. */
export async function readOwned(connection: Connection, workspace: number, member: MemberId): Promise<OwnedIssue[]> {
  const { rows } = await connection.query<OwnedIssue>(
    `select i.number, c.name as customer, (
      select min(p.due_at) from promise p
      where p.workspace_id = i.workspace_id and p.number = i.number and p.state in ('open', 'broken')
    ) as due
    from issue i
    join customer c on c.workspace_id = i.workspace_id and c.customer_id = i.customer_id
    where i.workspace_id = $1 and i.owner_id = $2 and i.phase <> 'closed'
    order by ${inTheOneOrder('i')}`,
    [workspace, member],
  )
  return rows
}

/** The issues of others on which somebody has a part: as cover, champion, receiver, assistant, asked for one of these, or in a huddle. */
export async function readParts(
  connection: Connection,
  workspace: number,
  member: MemberId,
): Promise<{ number: number; state: Issue }[]> {
  const { rows } = await connection.query<{ number: number; state: Issue }>(
    `select number, state from issue
    where workspace_id = $1 and number in (
      select number from cover
      where workspace_id = $1 and member_id = $2 and state in ('asked', 'accepted', 'in_force')
      union
      select number from handoff where workspace_id = $1 and to_member_id = $2 and state = 'offered'
      union
      select number from handoff where workspace_id = $1 and receiver_id = $2 and state in ('accepted', 'live', 'introduced')
      union
      select number from assist where workspace_id = $1 and of_member_id = $2 and state = 'asked'
      union
      select number from assist where workspace_id = $1 and assistant_id = $2 and state in ('accepted', 'introduced')
      union
      select number from waiting where workspace_id = $1 and for_kind = 'member' and for_id = $2 and kind = 'huddle'
      union
      select number from issue where workspace_id = $1 and rank = 0 and state->'escalation'->>'champion' = $2::text
    )
    order by number`,
    [workspace, member],
  )
  return rows
}

/** Holds a member until the end of the transaction: nothing can come to be theirs meanwhile. */
export async function holdForLeaving(connection: Connection, workspace: number, member: MemberId): Promise<void> {
  await connection.query('select 1 from member where workspace_id = $1 and member_id = $2 for update', [
    workspace,
    member,
  ])
}

/** Somebody works here no more: their sessions and keys are ended, also for when they should come back. */
export async function deactivate(connection: Connection, workspace: number, member: MemberId): Promise<void> {
  const values = [workspace, member]
  await connection.query('update member set active = false where workspace_id = $1 and member_id = $2', values)
  await connection.query(
    'update api_key set revoked_at = now() where workspace_id = $1 and member_id = $2 and revoked_at is null',
    values,
  )
  await connection.query('delete from identity.session where user_id = $1', [member])
  await connection.query(
    `update absence set state = 'cancelled'
    from workspace w
    where w.workspace_id = $1 and absence.workspace_id = $1 and member_id = $2
      and from_at > coalesce(w.time_stands_at, clock_timestamp())`,
    values,
  )
}

export async function activate(connection: Connection, workspace: number, member: MemberId): Promise<void> {
  await connection.query('update member set active = true where workspace_id = $1 and member_id = $2', [
    workspace,
    member,
  ])
}

/** Puts who is on duty when nobody is on shift (Rule 2). */
export async function putDuty(
  connection: Connection,
  workspace: number,
  duty: { rota: readonly MemberId[]; lead: MemberId | null },
): Promise<void> {
  await connection.query(
    `update workspace set policy = policy || jsonb_build_object('duty', $2::jsonb) where workspace_id = $1`,
    [workspace, JSON.stringify(duty)],
  )
}
