import type { CustomerId, MemberId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** How much a member holds, and when the intake last gave them one (Rule 2). */
export type Load = { member: MemberId; open: number; lastGivenAt: Instant | null }

const loads = `
select m.member_id as member,
  (
    select count(*)::integer
    from (
      select 1 from issue i
      where i.workspace_id = $1 and i.owner_id = m.member_id and i.phase <> 'closed'
      limit m.room + 1
    ) as held
  ) as open,
  t.given_at as "lastGivenAt"
from member m
left join intake_turn t on t.workspace_id = m.workspace_id and t.member_id = m.member_id
where m.workspace_id = $1 and m.active and m.role <> 'colleague'`

/** The open issues of everybody with a seat, counted up to one more than they have room for. */
export async function readLoads(connection: Connection, workspace: number): Promise<Load[]> {
  const { rows } = await connection.query<Load>({ name: 'loads', text: loads, values: [workspace] })
  return rows
}

type Held = { member: MemberId; open: number; due: number }

/** How many open issues each owner has, and on how many of them word is owed or falls due before a moment. */
export async function readHeld(connection: Connection, workspace: number, before: Instant): Promise<Held[]> {
  const { rows } = await connection.query<Held>({
    name: 'held',
    text: `select owner_id as member, count(*)::integer as open,
        (count(*) filter (where rank < 2 or (rank_at < $2 and phase <> 'confirmed')))::integer as due
      from issue
      where workspace_id = $1 and phase <> 'closed'
      group by owner_id`,
    values: [workspace, before],
  })
  return rows
}

const known = `
select owner_id
from issue
where workspace_id = $1 and customer_id = $2
  -- What was over at another desk was given to somebody only so that it has an owner, unless they had it there.
  and (outcome is distinct from 'elsewhere' or state->'ownership'->0->>'way' = 'contact')
order by phase = 'closed', coalesce((state->>'customerLastSpokeAt')::timestamptz, opened_at) desc, number desc
limit 1`

/** Who owns the customer's open issue, the one last in contact, or helped them last; null for a new customer. */
export async function readKnownOwner(
  connection: Connection,
  workspace: number,
  customer: CustomerId,
): Promise<MemberId | null> {
  const values = [workspace, customer]
  const { rows } = await connection.query<{ owner_id: MemberId }>({ name: 'known_owner', text: known, values })
  return rows[0]?.owner_id ?? null
}
