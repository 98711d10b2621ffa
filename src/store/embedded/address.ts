/** PostgreSQL's own role for Baton, and the name of its first database. */
export const role = 'baton'

/** Only part of the socket's name: nothing listens on the network. */
export const port = 5432

/**
 * Where a database of the server with this socket is, in a form that every program that knows PostgreSQL understands.
 * It says all that PG… variables, meant for other servers, would decide otherwise.
 */
export function addressOf(socket: string, database: string): string {
  return `postgresql://${role}@localhost:${port}/${database}?host=${encodeURIComponent(socket)}&sslmode=disable`
}
