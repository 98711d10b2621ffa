import { setTimeout as after } from 'node:timers/promises'
import pg from 'pg'

/**
 * Hears every nudge of the desk, over one connection of its own. When the connection breaks it is made anew, for as long
 * as it takes; `heard` is called then too, since something may have happened meanwhile.
 */
export function listenForNudges(databaseUrl: string, heard: () => void): { stop(): Promise<void> } {
  const ending = new AbortController()
  const running = keepListening(databaseUrl, heard, ending.signal)
  return {
    stop: () => {
      ending.abort()
      return running
    },
  }
}

const pausesMs = [50, 200, 1000, 3000]

async function keepListening(databaseUrl: string, heard: () => void, ending: AbortSignal): Promise<void> {
  for (let failures = 0; !ending.aborted; failures += 1) {
    if (await listenOnce(databaseUrl, heard, ending)) failures = 0
    const pause = pausesMs[Math.min(failures, pausesMs.length - 1)]
    // Aborted: the loop ends.
    await after(pause, undefined, { signal: ending }).catch(() => {})
  }
}

/** Listens until the connection ends. False when there was none. */
async function listenOnce(databaseUrl: string, heard: () => void, ending: AbortSignal): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'baton live', keepAlive: true })
  const ended = new Promise<void>(resolve => {
    client.on('end', resolve)
    client.on('error', () => resolve())
  })
  const stop = (): void => void client.end()
  try {
    await client.connect()
    ending.addEventListener('abort', stop, { once: true })
    if (ending.aborted) return true
    client.on('notification', heard)
    await client.query('listen baton')
    heard()
    await ended
    return true
  } catch {
    return false
  } finally {
    ending.removeEventListener('abort', stop)
    await client.end().catch(() => {})
  }
}
