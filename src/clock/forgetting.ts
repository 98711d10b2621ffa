import { setTimeout as after } from 'node:timers/promises'
import { forgetFiles } from '../desk/customer-erase.ts'
import type { Desk } from '../desk/desk.ts'
import type { Clock } from './clock.ts'

const pauseMs = 600_000

/** Removes, now and then, the files that nobody's words name any more since a customer was erased (Rule 33). */
export function startForgetting(desk: Desk, say: (line: string) => void): Clock {
  const ending = new AbortController()
  const running = (async () => {
    while (!ending.signal.aborted) {
      await forgetFiles(desk).catch((error: Error) => {
        say(`Files of an erased customer could not be removed: ${error.message}. It is tried again.`)
      })
      // Aborted: the loop ends.
      await after(pauseMs, undefined, { signal: ending.signal }).catch(() => {})
    }
  })()
  return {
    stop: () => {
      ending.abort()
      return running
    },
  }
}
