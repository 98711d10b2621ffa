import type { FastifyInstance } from 'fastify'
import type { Desk } from '../desk/desk.ts'
import { openAccounts } from '../people/sign-in/accounts.ts'
import { buildApp } from './app.ts'
import { Live } from './live/live.ts'
import { isLoopbackName } from './peers.ts'

/** Where to listen, and how the server is reached from outside. */
export type Address = { host: string; port: number }

/** A server that listens. `stop`: takes no more, ends the streams, and lets what is under way finish. */
export type Listening = { url: string; stop(): Promise<void> }

/** Serves a desk over HTTP: the API, the live stream and the pages. `say` hears of faults, a line each. */
export async function listen(
  desk: Desk,
  { host, port }: Address,
  secrets: { session: Buffer },
  databaseUrl: string,
  say: (line: string) => void,
): Promise<Listening> {
  const url = new URL(desk.url)
  const live = new Live(desk, databaseUrl)
  const accounts = openAccounts(desk, secrets.session, url)
  const app = await buildApp({ desk, accounts, live, onLoopback: isLoopbackName(host), url }, say)
  // Streams never end by themselves: without this a stop would wait for them.
  app.addHook('preClose', () => live.stop())
  try {
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    throw error
  }
  return { url: addressOf(app, host), stop: () => app.close() }
}

/** The address as people type it; a port of 0 has become a real one by now. */
function addressOf(app: FastifyInstance, host: string): string {
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
