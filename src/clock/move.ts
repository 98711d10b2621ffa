import { epochMs, type Instant } from '../core/time/instant.ts'
import { nudge } from '../desk/act.ts'
import type { Desk } from '../desk/desk.ts'
import { readNow } from '../store/now.ts'
import { nextDueAt, settleAll } from './settle.ts'

/**
 * Moves the desk's time forward, for trying out and testing: everything that falls due on the way is settled in its order,
 * each at its own moment. Time then stands still. Null when `to` is past.
 */
export async function moveClock(desk: Desk, to: Instant): Promise<Instant | null> {
  const now = await readNow(desk.database, desk.workspace)
  if (epochMs(to) < epochMs(now)) return null
  for (;;) {
    const due = await nextDueAt(desk)
    if (due === null || due > to) break
    if (due > now) await standAt(desk, due)
    await settleAll(desk)
  }
  await standAt(desk, to)
  await settleAll(desk)
  nudge(desk.database)
  return to
}

async function standAt(desk: Desk, at: Instant): Promise<void> {
  await desk.database.query('update workspace set time_stands_at = $2 where workspace_id = $1', [desk.workspace, at])
}
