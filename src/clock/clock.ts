import { setTimeout as after } from 'node:timers/promises'
import { epochMs } from '../core/time/instant.ts'
import type { Desk } from '../desk/desk.ts'
import { readNow } from '../store/now.ts'
import { nextDueAt, settleAll } from './settle.ts'

/** How long the clock sleeps at most: what another process made due sooner is seen by then. */
const longestSleepMs = 1000

export type Clock = { stop(): Promise<void> }

/**
 * Starts the clock: it finds what is due and sends it Tick, as long as the process lives. Any number of clocks may run
 * beside each other. `say` hears of outages; the clock goes on when they are over, and nothing that fell due is lost.
 */
export function startClock(desk: Desk, say: (line: string) => void): Clock {
  const ending = new AbortController()
  const running = run(desk, say, ending.signal)
  return {
    stop: () => {
      ending.abort()
      return running
    },
  }
}

async function run(desk: Desk, say: (line: string) => void, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    const pause = await settleAndRest(desk, say)
    // Aborted: the loop ends.
    await after(pause, undefined, { signal: ending }).catch(() => {})
  }
}

async function settleAndRest(desk: Desk, say: (line: string) => void): Promise<number> {
  try {
    await settleAll(desk)
    const due = await nextDueAt(desk)
    if (due === null) return longestSleepMs
    const now = await readNow(desk.database, desk.workspace)
    return Math.max(5, Math.min(longestSleepMs, epochMs(due) - epochMs(now)))
  } catch (error) {
    say(`The clock could not look at what is due: ${error instanceof Error ? error.message : error}. It tries again.`)
    return longestSleepMs
  }
}
