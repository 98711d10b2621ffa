import type { IssueRow, SuperviseAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import { type Instant, plusMinutes } from '../core/time/instant.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import { readNow } from '../store/now.ts'
import { type RefusedOfferRow, readRefusedOffers } from '../store/refused-offers.ts'
import { listUncovered } from './absences.ts'
import { memberRef, teamRef } from './describe.ts'
import type { Desk } from './desk.ts'
import { rowsOf } from './issues.ts'
import { readLoad } from './load.ts'
import { wholeIssues } from './offers.ts'
import { gapsAhead } from './schedules.ts'

/** How far back ended offers and look-backs are shown. */
const daysShown = 7

type Found = {
  broken: number[] | null
  expired: { number: number; at: Instant; state: 'expired' | 'fell_through' }[] | null
  escalated: number[] | null
  silent: number[] | null
  stalled: number[] | null
  huddles: number[] | null
  approvals: number[] | null
  unfixable: number[] | null
}

const nothing: Found = {
  broken: null,
  expired: null,
  escalated: null,
  silent: null,
  stalled: null,
  huddles: null,
  approvals: null,
  unfixable: null,
}

// Of an offer that ended only the last handoff of an open issue is still somebody's work.
const query = `
select
  (
    select json_agg(distinct p.number)
    from promise p
    where p.workspace_id = $1 and p.state = 'broken'
  ) as broken,
  (
    select json_agg(json_build_object('number', h.number, 'at', instant(h.ended_at), 'state', h.state) order by h.ended_at desc)
    from handoff h
    join issue i on i.workspace_id = h.workspace_id and i.number = h.number and i.phase <> 'closed'
    where h.workspace_id = $1 and h.state in ('expired', 'fell_through') and h.ended_at > $2::timestamptz
      and not exists (
        select 1 from handoff later
        where later.workspace_id = h.workspace_id and later.number = h.number and later.handoff_id > h.handoff_id
      )
  ) as expired,
  (
    select json_agg(i.number)
    from issue i
    where i.workspace_id = $1 and i.rank = 0
  ) as escalated,
  (
    select json_agg(distinct a.number)
    from assist a
    join waiting w on w.workspace_id = a.workspace_id and w.number = a.number and w.kind = 'assist_over'
      and w.of = a.assist_id
    where a.workspace_id = $1 and a.state = 'silent'
  ) as silent,
  (
    select json_agg(distinct w.number)
    from waiting w
    where w.workspace_id = $1 and w.kind in ('look_back', 'objection')
  ) as stalled,
  (
    select json_agg(distinct w.number)
    from waiting w
    where w.workspace_id = $1 and w.kind = 'huddle'
  ) as huddles,
  (
    select json_agg(distinct w.number)
    from waiting w
    where w.workspace_id = $1 and w.kind = 'approval'
  ) as approvals,
  (
    select json_agg(distinct w.number)
    from waiting w
    where w.workspace_id = $1 and w.kind = 'cannot_fix_asked'
  ) as unfixable`

/** What needs a supervisor, and what is with whom. */
export async function readSupervise(desk: Desk, member: MemberId): Promise<SuperviseAnswer> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const now = await readNow(desk.database, desk.workspace)
  const since = plusMinutes(now, -daysShown * 24 * 60)
  const { rows } = await desk.database.query<Found>({ name: 'supervise', text: query, values: [desk.workspace, since] })
  const { broken, expired, escalated, silent, stalled, huddles, approvals, unfixable } = rows[0] ?? nothing
  const circles = await readRefusedOffers(desk.database, desk.workspace, since)
  const ended = expired ?? []
  const found = [broken, silent, stalled, huddles, approvals, unfixable].flatMap(some => some ?? [])
  const numbers = [...found, ...ended.map(({ number }) => number)]
  const all = [...numbers, ...(escalated ?? []), ...circles.map(({ number }) => number)]
  const shown = new Map((await rowsOf(desk, [...new Set(all)])).map(issue => [issue.number, issue]))
  const whole = await wholeIssues(desk, member, [...new Set(numbers)])
  const inOrder = (wanted: readonly number[]): IssueRow[] => {
    const set = new Set(wanted)
    return [...shown.values()].filter(({ number }) => set.has(number))
  }
  const endedAs = (state: 'expired' | 'fell_through'): SuperviseAnswer['expired'] =>
    ended.flatMap(({ number, at, state: is }) => {
      const [issue, handoff] = [shown.get(number), whole.get(number)?.handoff]
      return is === state && issue && handoff ? [{ issue, handoff, endedAt: at }] : []
    })
  return {
    broken: inOrder(broken ?? []).flatMap(issue =>
      (whole.get(issue.number)?.promises ?? [])
        .filter(promise => promise.state === 'broken')
        .map(promise => ({ issue, promise })),
    ),
    expired: endedAs('expired'),
    fellThrough: endedAs('fell_through'),
    escalated: inOrder(escalated ?? []),
    gaps: gapsAhead(configuration, now),
    silent: inOrder(silent ?? []).flatMap(issue =>
      (whole.get(issue.number)?.assists ?? [])
        .filter(({ state, toTell }) => state === 'silent' && toTell)
        .map(assist => ({ issue, assist })),
    ),
    still: inOrder(stalled ?? []).flatMap(issue =>
      (whole.get(issue.number)?.stalls ?? []).map(({ since: at, ...stall }) => ({ issue, ...stall, at })),
    ),
    circles: circles.flatMap(circle => {
      const issue = shown.get(circle.number)
      return issue ? [{ issue, ...describeCircle(circle, configuration) }] : []
    }),
    huddles: inOrder(huddles ?? []).flatMap(issue => {
      const huddle = whole.get(issue.number)?.huddle
      return huddle ? [{ issue, huddle }] : []
    }),
    approvals: inOrder(approvals ?? []).flatMap(issue =>
      (whole.get(issue.number)?.concessions ?? [])
        .filter(({ state }) => state === 'waiting')
        .map(concession => ({ issue, concession })),
    ),
    cannotFix: inOrder(unfixable ?? []).flatMap(issue => {
      const cannotFix = whole.get(issue.number)?.cannotFix
      return cannotFix ? [{ issue, cannotFix }] : []
    }),
    uncovered: await listUncovered(desk, configuration),
    load: await readLoad(desk, configuration, now),
  }
}

/** Rule 11: who wanted to give it to whom, and why it would have gone in a circle. */
function describeCircle(
  { giver, toKind, toId, because, before, times, firstAt, lastAt }: RefusedOfferRow,
  configuration: Configuration,
): Omit<SuperviseAnswer['circles'][number], 'issue'> {
  return {
    giver: memberRef(configuration, giver),
    to: toKind === 'member' ? { member: memberRef(configuration, toId) } : { team: teamRef(configuration, toId) },
    because,
    before: before === null ? null : memberRef(configuration, before),
    times,
    firstAt,
    lastAt,
  }
}
