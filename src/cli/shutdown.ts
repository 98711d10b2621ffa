/** What has to be ended, in the opposite order of its beginning, however the end comes. */
export type Shutdown = {
  /** Remembers how to end what has just begun. Once the end has come, it is ended at once. */
  add(end: () => Promise<unknown>): Promise<void>
  /** Ends everything; asked again, waits for the same end. */
  run(): Promise<void>
  hasBegun(): boolean
}

export function openShutdown(): Shutdown {
  const ends: (() => Promise<unknown>)[] = []
  let running: Promise<void> | undefined
  async function endAll(): Promise<void> {
    for (let end = ends.pop(); end; end = ends.pop()) await end()
  }
  return {
    async add(end) {
      if (running) await end()
      else ends.push(end)
    },
    run() {
      running ??= endAll()
      return running
    },
    hasBegun: () => running !== undefined,
  }
}

/** A terminal's Ctrl-C reaches us several times at once: from it, and passed on by npm and by our own launcher. */
const sameSignalMs = 500

/** Calls `stop` at the first signal to stop, or when our launcher is gone; a second signal, later on, ends us at once. */
export function onStop(stop: () => void, say: (line: string) => void): void {
  let first: number | undefined
  const heard = () => {
    if (first === undefined) {
      first = performance.now()
      stop()
    } else if (performance.now() - first > sameSignalMs) {
      say('Stopping at once, as asked again. The next start repairs what that leaves.')
      process.exit(130)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard)
  process.once('disconnect', () => {
    if (first === undefined) heard()
  })
}
