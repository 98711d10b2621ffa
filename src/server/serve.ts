import type { FastifyInstance } from 'fastify'
import type { Desk } from '../desk/desk.ts'
import { openAccounts } from '../people/sign-in/accounts.ts'
import { buildApp } from './app.ts'
import { Live } from './live/live.ts'
import { isLoopbackName } from './peers.ts'

/** Where to listen, and how the server is reached from outside. */
export type Address = { host: string; port: number }

/** A running server. */
export type Served = { url: string; stop(): Promise<void> }

/**
 * Serves a desk over HTTP: the API, the live stream and the pages. The clock, the jobs and the mail receivers are started
 * beside it by whoever starts the desk; they only share its store. `say` hears of faults, a line each.
 */
export async function serve(
  desk: Desk,
  { host, port }: Address,
  secrets: { sessions: Buffer },
  databaseUrl: string,
  say: (line: string) => void,
): Promise<Served> {
  const url = new URL(desk.url)
  const live = new Live(desk, databaseUrl)
  const serving = {
    desk,
    accounts: openAccounts(desk, secrets.sessions, url),
    live,
    onLoopback: isLoopbackName(host),
    url,
  }
  try {
    const app = await buildApp(serving, say)
    // Streams never end by themselves: without this a stop would wait for them.
    app.addHook('preClose', () => live.stop())
    await listen(app, host, port)
    return { url: addressOf(app, host), stop: () => app.close() }
  } catch (error) {
    await live.stop()
    throw error
  }
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EADDRINUSE')
      throw new Error(
        `BATON_PORT: port ${port} on ${host} is taken by another program. Stop that one, or choose another port: BATON_PORT=${port + 1} npm start`,
        { cause: error },
      )
    if (code === 'EACCES')
      throw new Error(`BATON_PORT: this user may not listen on port ${port}. Choose one above 1023.`, { cause: error })
    throw error
  }
}

/** The address as people type it; a port of 0 has become a real one by now. */
function addressOf(app: FastifyInstance, host: string): string {
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
