import pg from 'pg'

/** Sees every change of mail and its jobs in a database, so that a test can wait for one instead of for a time. */
export type Watch = {
  /**
   * Waits until `look` finds something (not null, undefined or false), and answers with it. Looks again at every change.
   * Throws when nothing is found within `withinMs`, saying what it was waiting for.
   */
  until<T>(what: string, look: () => Promise<T | null | undefined | false>, withinMs?: number): Promise<T>
  close(): Promise<void>
}

/** Tables whose changes are said. `_private_jobs` are the waiting mails of the job library. */
const watched = ['inbound_mail', 'outbound_mail', 'issue', 'notice', 'graphile_worker._private_jobs']

const sayChanged = `
create or replace function say_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', '');
  return null;
end
$$`

const sayOf = (table: string): string => `
create or replace trigger say_changed after insert or update or delete on ${table}
  for each statement execute function say_changed()`

/** Watches a migrated database over a connection of its own. */
export async function watchDatabase(url: string): Promise<Watch> {
  const client = new pg.Client({ connectionString: url, application_name: 'test watch' })
  const waiting = new Set<() => void>()
  let lost: Error | null = null
  const wake = (): void => {
    for (const look of waiting) look()
  }
  client.on('error', error => {
    lost = error
    wake()
  })
  client.on('notification', wake)
  await client.connect()
  // Two who watch the same database must not make the same triggers at once.
  await client.query('select pg_advisory_lock(1)')
  // Each by itself: a transaction that locks several tables would lie in the way of those who work on them.
  for (const statement of [sayChanged, ...watched.map(sayOf)]) await client.query(statement)
  await client.query('select pg_advisory_unlock(1)')
  await client.query('listen changed')
  return {
    until: async (what, look, withinMs = 30_000) => {
      const ending = Promise.withResolvers<never>()
      const timer = setTimeout(
        () => ending.reject(new Error(`It did not come within ${withinMs} ms: ${what}.`)),
        withinMs,
      )
      let change = Promise.withResolvers<void>()
      const heard = (): void => change.resolve()
      waiting.add(heard)
      try {
        for (;;) {
          // Before looking: a change while it looks must not be missed.
          change = Promise.withResolvers<void>()
          const found = await Promise.race([look(), ending.promise])
          if (found !== null && found !== undefined && found !== false) return found
          if (lost) throw lost
          await Promise.race([change.promise, ending.promise])
        }
      } finally {
        clearTimeout(timer)
        waiting.delete(heard)
      }
    },
    close: () => client.end(),
  }
}
