import type { IssueRow, SuperviseAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import type { Instant } from '../core/instant.ts'
import { configurationOf } from '../store/configuration.ts'
import { readNow } from '../store/now.ts'
import { memberRef } from './describe.ts'
import type { Desk } from './desk.ts'
import { rowsOf } from './issues.ts'
import { wholeIssues } from './offers.ts'

/** How far back ended offers and look-backs are shown. */
const daysShown = 7

type Found = {
  broken: number[] | null
  expired: { number: number; at: Instant; state: 'expired' | 'fell_through' }[] | null
  escalated: number[] | null
  silent: number[] | null
  still: { number: number; giver: MemberId; receiver: MemberId; at: Instant }[] | null
}

const nothing: Found = { broken: null, expired: null, escalated: null, silent: null, still: null }

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
    select json_agg(json_build_object(
      'number', e.number, 'giver', e.data->>'giver', 'receiver', e.data->>'receiver', 'at', instant(e.at)
    ) order by e.at desc)
    from event e
    join issue i on i.workspace_id = e.workspace_id and i.number = e.number and i.phase <> 'closed'
    where e.workspace_id = $1 and e.type = 'LookedBack' and e.at > $2::timestamptz and not (e.data->>'moved')::boolean
  ) as still`

/** What needs a supervisor: expired offers, broken promises, silent assists, alarms, and look-backs without movement. */
export async function readSupervise(desk: Desk, member: MemberId): Promise<SuperviseAnswer> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const now = await readNow(desk.database, desk.workspace)
  const since = new Date(Date.parse(now) - daysShown * 86_400_000).toISOString()
  const { rows } = await desk.database.query<Found>({ name: 'supervise', text: query, values: [desk.workspace, since] })
  const { broken, expired, escalated, silent, still } = rows[0] ?? nothing
  const ended = expired ?? []
  const numbers = [...(broken ?? []), ...ended.map(({ number }) => number), ...(silent ?? [])]
  const all = [...numbers, ...(escalated ?? []), ...(still ?? []).map(({ number }) => number)]
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
    silent: inOrder(silent ?? []).flatMap(issue =>
      (whole.get(issue.number)?.assists ?? [])
        .filter(({ state, toTell }) => state === 'silent' && toTell)
        .map(assist => ({ issue, assist })),
    ),
    still: (still ?? []).flatMap(({ number, giver, receiver, at }) => {
      const issue = shown.get(number)
      return issue
        ? [{ issue, giver: memberRef(configuration, giver), receiver: memberRef(configuration, receiver), at }]
        : []
    }),
  }
}
