import type { Instant } from '../core/instant.ts'
import { act, nudge } from '../desk/act.ts'
import type { Caller, Desk } from '../desk/desk.ts'
import { inTransaction } from '../store/database.ts'

/** The clock acts for the desk itself. */
const clock: Caller = { by: { kind: 'desk' }, from: 'clock', once: null }

// Other processes' clocks pass over the issue that this one is at.
const nextDue = `
select i.number
from issue i
join workspace w on w.workspace_id = i.workspace_id
where i.workspace_id = $1 and i.next_deadline_at is not null
  and i.next_deadline_at <= coalesce(w.time_stands_at, clock_timestamp())
order by i.next_deadline_at, i.number
limit 1
for update of i skip locked`

/** Settles the one issue that fell due first, as of its own due time. False when nothing is due. */
export async function settleNext(desk: Desk): Promise<boolean> {
  const settled = await inTransaction(desk.database, async connection => {
    const { rows } = await connection.query<{ number: number }>({
      name: 'next_due',
      text: nextDue,
      values: [desk.workspace],
    })
    const [due] = rows
    if (!due) return false
    await act(desk, clock, due.number, () => ({ type: 'Tick' }), connection)
    return true
  })
  if (settled) nudge(desk.database)
  return settled
}

/** Settles everything that has fallen due by now, in its order (Scenario 19). */
export async function settleAll(desk: Desk): Promise<void> {
  while (await settleNext(desk));
}

/** When the next thing falls due, of all open issues; null when nothing will. */
export async function nextDueAt(desk: Desk): Promise<Instant | null> {
  const { rows } = await desk.database.query<{ due: Instant | null }>({
    name: 'next_due_at',
    text: `select min(next_deadline_at) as due from issue where workspace_id = $1 and next_deadline_at is not null`,
    values: [desk.workspace],
  })
  return rows[0]?.due ?? null
}
