import type { Instant } from '../core/time/instant.ts'
import { act, nudge, wasRaced } from '../desk/act.ts'
import { actOnLesson } from '../desk/act-on-lesson.ts'
import type { Caller, Desk } from '../desk/desk.ts'
import { settleAbsences } from '../desk/going-away.ts'
import { nextLetterAt, settleLetter } from '../desk/letter/letters.ts'
import { type Connection, inTransaction } from '../store/database.ts'

/** The clock acts for the desk itself. */
const clock: Caller = { by: { kind: 'desk' }, from: 'clock', once: null }

/** What the clock settles: the table that knows when something falls due, the column that names it, and how it is told. */
type Kind = {
  table: string
  id: string
  tick: (desk: Desk, connection: Connection, id: number) => Promise<unknown>
}

const kinds: readonly Kind[] = [
  {
    table: 'issue',
    id: 'number',
    tick: (desk, connection, number) => act(desk, clock, number, () => ({ type: 'Tick' }), connection),
  },
  {
    table: 'lesson',
    id: 'lesson_id',
    tick: (desk, connection, id) => actOnLesson(desk, clock, id, () => ({ type: 'Tick' }), connection),
  },
]

// Of each kind the first, of these the first. Other processes' clocks pass over what this one is at.
const nextDue = `
with now as (
  select coalesce(time_stands_at, clock_timestamp()) as at from workspace where workspace_id = $1
),
${kinds
  .map(
    ({ table, id }, kind) => `due_${table} as (
  select ${kind} as kind, d.${id} as id, d.next_deadline_at as due
  from ${table} d, now
  where d.workspace_id = $1 and d.next_deadline_at is not null and d.next_deadline_at <= now.at
  order by d.next_deadline_at, d.${id}
  limit 1
  for update of d skip locked
)`,
  )
  .join(',\n')}
select kind, id from (${kinds.map(({ table }) => `select * from due_${table}`).join(' union all ')}) as first
order by due, kind
limit 1`

/**
 * Settles the one thing that fell due first, as of its own due time. False when nothing is due; true also where somebody
 * else was faster, and it is to be looked at again.
 */
export async function settleNext(desk: Desk): Promise<boolean> {
  const settled = await settleFirst(desk).catch(error => {
    if (wasRaced(error)) return true
    throw error
  })
  if (settled) nudge(desk.database)
  return settled
}

const settleFirst = (desk: Desk): Promise<boolean> =>
  inTransaction(desk.database, async connection => {
    const { rows } = await connection.query<{ kind: number; id: number }>({
      name: 'next_due',
      text: nextDue,
      values: [desk.workspace],
    })
    const [due] = rows
    if (!due) return false
    await kinds[due.kind]?.tick(desk, connection, due.id)
    return true
  })

/**
 * Settles everything that has fallen due by now, in its order (Scenario 19), and absences that lack no cover any more. Letters
 * about the week come after it, and what falls due meanwhile does not wait for them.
 */
export async function settleAll(desk: Desk): Promise<void> {
  while (await settleNext(desk));
  await settleAbsences(desk, desk.database, clock)
  while (await settleLetter(desk)) while (await settleNext(desk));
}

const nextDueOf = ({ table }: Kind): string =>
  `(select min(next_deadline_at) from ${table} where workspace_id = $1 and next_deadline_at is not null)`

/** When the next thing falls due; null when nothing will. */
export async function nextDueAt(desk: Desk): Promise<Instant | null> {
  const [{ rows }, letter] = await Promise.all([
    desk.database.query<{ due: Instant | null }>({
      name: 'next_due_at',
      text: `select least(${kinds.map(nextDueOf).join(', ')}) as due`,
      values: [desk.workspace],
    }),
    nextLetterAt(desk),
  ])
  const due = rows[0]?.due ?? null
  return due === null || (letter !== null && letter < due) ? letter : due
}
