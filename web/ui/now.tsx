import { useSyncExternalStore } from 'react'

/** What the server said its time was, when (by a clock that nobody sets), and whether its time stands still. */
type Heard = { now: number; at: number; stands: boolean }

/** How late a sentence with a time in it may be. */
const tickMs = 10_000

let heard: Heard | null = null
let shown = new Date().toISOString()
let ticking: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** The server's time, the one clock of the page: this machine's own may be wrong, and the server's may be moved. */
export function serverNow(): string {
  if (!heard) return new Date().toISOString()
  const since = heard.stands ? 0 : performance.now() - heard.at
  return new Date(heard.now + since).toISOString()
}

/** Takes what the server said. `stands`: its time goes on only when somebody moves it. */
export function hearNow(now: string, stands: boolean): void {
  heard = { now: Date.parse(now), at: performance.now(), stands }
  show()
}

function show(): void {
  const now = serverNow()
  if (now === shown) return
  shown = now
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  ticking ??= setInterval(show, tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

/** The server's time for sentences, going on in small steps. */
export const useNow = (): string => useSyncExternalStore(subscribe, () => shown)
