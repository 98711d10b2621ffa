import { fillDemo } from '../demo/fill.ts'
import type { Desk } from '../desk/desk.ts'
import { foundDesk } from '../desk/setup.ts'
import { type Database, inTransaction } from '../store/database.ts'

/** What an empty desk begins as. */
export type Beginning = { demo: boolean; inbox: string; zone: string }

/**
 * Makes sure that there is a desk: an empty one becomes a demo desk where that is wanted, or waits for its first admin.
 * One with people in it is left as it is. Answers whether it is a demo desk.
 */
export async function foundOrFill(
  desk: Omit<Desk, 'demo'>,
  { demo, inbox, zone }: Beginning,
  say: (line: string) => void,
): Promise<boolean> {
  const { database, workspace } = desk
  let state = await readState(database, workspace)
  if (state.demo === 'filling') {
    say('The demo desk was not finished last time. It is begun anew.')
    await emptyAll(database)
    state = { demo: null, people: 0 }
  }
  if (state.people === 0 && demo) {
    await foundDesk(database, workspace, inbox, zone)
    await mark(database, workspace, 'filling')
    // Whatever the settings say: nothing of what is invented here is ever sent to anybody.
    await fillDemo({ ...desk, demo: true, mail: 'local' }, say)
    await mark(database, workspace, 'ready')
    return true
  }
  await foundDesk(database, workspace, inbox, zone)
  return state.demo === 'ready'
}

type State = { demo: 'filling' | 'ready' | null; people: number }

async function readState(database: Database, workspace: number): Promise<State> {
  const { rows } = await database.query<State>(
    `select w.demo, (select count(*)::integer from member m where m.workspace_id = w.workspace_id) as people
    from workspace w where w.workspace_id = $1`,
    [workspace],
  )
  return rows[0] ?? { demo: null, people: 0 }
}

async function mark(database: Database, workspace: number, demo: 'filling' | 'ready'): Promise<void> {
  await database.query('update workspace set demo = $2 where workspace_id = $1', [workspace, demo])
}

/** What is for good in earnest (Rule 33), and begins anew only with a demo that was not filled to its end. */
const logs = ['event', 'desk_event', 'lesson_event']

/**
 * Empties our own tables, all of which hang on these two, and no other of the same database. Nothing but half a demo desk
 * is in them: only here do events go, which else refuse to (Rule 33).
 */
async function emptyAll(database: Database): Promise<void> {
  await inTransaction(database, async connection => {
    for (const log of logs) await connection.query(`alter table ${log} disable trigger user`)
    await connection.query('truncate workspace, identity.account_holder cascade')
    for (const log of logs) await connection.query(`alter table ${log} enable trigger user`)
  })
}
