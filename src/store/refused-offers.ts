import type { MemberId } from '../core/context.ts'
import type { Receiver } from '../core/handoff/handoff.ts'
import type { RefusalData } from '../core/refusals.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** An offer that was refused since it would go in a circle (Rule 11). `key`: the Idempotency-Key of the try. */
export type RefusedOffer = {
  number: number
  giver: MemberId
  to: Receiver
  circle: RefusalData['circle']
  key: string | null
}

/**
 * Keeps a refused offer beside the issue, so that a supervisor sees the circle form. One row for each giver and receiver, so
 * that it stays small however often it is tried; the same command sent again counts once.
 */
export async function keepRefusedOffer(
  connection: Connection,
  workspace: number,
  { number, giver, to, circle, key }: RefusedOffer,
): Promise<void> {
  const toId = to.kind === 'member' ? to.member : to.team
  const because = circle.because ?? 'handoffs'
  await connection.query(
    `insert into refused_offer (
      workspace_id, number, giver_id, to_kind, to_id, because, before_id, first_at, last_at, last_key
    )
    select w.workspace_id, $2, $3, $4, $5, $6, $7, now.at, now.at, $8
    from workspace w, coalesce(w.time_stands_at, clock_timestamp()) as now (at)
    where w.workspace_id = $1
    on conflict (workspace_id, number, giver_id, to_kind, to_id) do update
    set because = excluded.because, before_id = excluded.before_id, times = refused_offer.times + 1,
      last_at = excluded.last_at, last_key = excluded.last_key
    where refused_offer.last_key is null or refused_offer.last_key is distinct from excluded.last_key`,
    [workspace, number, giver, to.kind, toId, because, circle.member ?? null, key],
  )
}

/** A refused offer as supervisors see it; `before`: who had owned or declined it. */
export type RefusedOfferRow = {
  number: number
  giver: MemberId
  toKind: Receiver['kind']
  toId: string
  because: 'owned' | 'declined' | 'handoffs'
  before: MemberId | null
  times: number
  firstAt: Instant
  lastAt: Instant
}

const most = 200

/** The circles that form: refused since a moment on issues that are open, and not settled by a huddle after it. */
export async function readRefusedOffers(
  connection: Connection,
  workspace: number,
  since: Instant,
): Promise<RefusedOfferRow[]> {
  const { rows } = await connection.query<RefusedOfferRow>({
    name: 'refused_offers',
    text: `select r.number, r.giver_id as giver, r.to_kind as "toKind", r.to_id as "toId", r.because, r.before_id as before,
        r.times, r.first_at as "firstAt", r.last_at as "lastAt"
      from refused_offer r
      join issue i on i.workspace_id = r.workspace_id and i.number = r.number and i.phase <> 'closed'
      where r.workspace_id = $1 and r.last_at > $2
        and (i.state->'huddle'->>'state' is distinct from 'settled'
          or (i.state->'huddle'->>'at')::timestamptz < r.last_at)
      order by r.last_at desc
      limit $3`,
    values: [workspace, since, most],
  })
  return rows
}
