import { setTimeout as after } from 'node:timers/promises'
import type { Desk } from '../desk/desk.ts'
import { addUpMeasures } from '../desk/measures/read.ts'
import type { Clock } from './clock.ts'

const pauseMs = 600_000

/** Adds up, now and then, the weeks of which measures of long times are made. Figures are the same without it, but slower. */
export function startAddingUp(desk: Desk, say: (line: string) => void): Clock {
  const ending = new AbortController()
  const running = (async () => {
    while (!ending.signal.aborted) {
      await addUpMeasures(desk, ending.signal).catch((error: Error) => {
        say(`The weeks of the measures could not be added up: ${error.message}. It is tried again.`)
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
