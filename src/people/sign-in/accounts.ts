import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { isAPIError } from 'better-auth/api'
import { hashPassword } from 'better-auth/crypto'
import { fromNodeHeaders } from 'better-auth/node'
import type { MemberId, Role } from '../../core/context.ts'
import type { Desk } from '../../desk/desk.ts'
import { type Database, inTransaction } from '../../store/database.ts'
import { type Limit, networkOf, takeBack, tryOnce } from './attempts.ts'
import { type Identity, openIdentity, renewAfterHours } from './identity.ts'

/** What a sign-in comes to: cookies to set; or that it was wrong; or how long to wait. */
type SignedIn = { cookies: string[] } | { wrong: true } | { waitSeconds: number }

/** The member of a session. `cookies`: the session renewed, when it was time for that. */
type SessionMember = { member: MemberId; role: Role; cookies: string[] }

export type Accounts = {
  signIn(email: string, password: string, from: { address: string; headers: IncomingHttpHeaders }): Promise<SignedIn>
  /** Without a password: for the demo desk, and for who has just made their account. */
  signInAs(member: MemberId, headers: IncomingHttpHeaders): Promise<{ cookies: string[] } | null>
  signOut(headers: IncomingHttpHeaders): Promise<{ cookies: string[] }>
  memberOfSession(headers: IncomingHttpHeaders): Promise<SessionMember | null>
}

/** Opens sign-in for a desk. `secret` signs the cookies. */
export function openAccounts(desk: Desk, secret: Buffer, url: URL): Accounts {
  const key = secret.toString('base64')
  const identity = openIdentity(desk.database, key, url, member => isActive(desk, member))
  const cookieName = `${url.protocol === 'https:' ? '__Secure-' : ''}baton.session_token`
  return {
    signIn: (email, password, from) => signIn(desk.database, identity, email, password, from),
    async signInAs(member, headers) {
      await holdAccount(desk, member)
      const answer = await identity.api.signInAs({
        body: { id: member },
        headers: fromNodeHeaders(headers),
        returnHeaders: true,
      })
      return answer.response.signedIn ? { cookies: answer.headers.getSetCookie() } : null
    },
    async signOut(headers) {
      const answer = await identity.api.signOut({ headers: fromNodeHeaders(headers), returnHeaders: true })
      return { cookies: answer.headers.getSetCookie() }
    },
    memberOfSession: headers => memberOfSession(desk, identity, { cookieName, key }, headers),
  }
}

async function isActive(desk: Pick<Desk, 'database' | 'workspace'>, member: MemberId): Promise<boolean> {
  const { rows } = await desk.database.query(
    'select 1 from member where workspace_id = $1 and member_id = $2 and active',
    [desk.workspace, member],
  )
  return rows.length > 0
}

/** Failures within a quarter of an hour: of one account from one network, from one network, of one account. */
function limitsOf(email: string, address: string): Limit[] {
  const [account, network] = [email.toLowerCase(), networkOf(address)]
  return [
    { subject: `sign-in ${network} ${account}`, most: 10, minutes: 15 },
    { subject: `sign-in from ${network}`, most: 50, minutes: 15 },
    { subject: `sign-in as ${account}`, most: 100, minutes: 15 },
  ]
}

/** Nobody learns whether an address has an account: both failures take as long and say the same. */
async function signIn(
  database: Database,
  identity: Identity,
  email: string,
  password: string,
  { address, headers }: { address: string; headers: IncomingHttpHeaders },
): Promise<SignedIn> {
  const limits = limitsOf(email, address)
  const waitSeconds = await tryOnce(database, limits)
  if (waitSeconds !== null) return { waitSeconds }
  try {
    const answer = await identity.api.signInEmail({
      body: { email, password },
      headers: fromNodeHeaders(headers),
      returnHeaders: true,
    })
    await takeBack(database, limits)
    return { cookies: answer.headers.getSetCookie() }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return { wrong: true }
    throw error
  }
}

const sessionQuery = `
select m.member_id as member, m.role, s.updated_at < now() - $3 * interval '1 hour' as "isOld"
from identity.session s
join member m on m.workspace_id = $1 and m.member_id = s.user_id
where s.token = $2 and s.expires_at > now() and m.active`

/** Asked at every request: one look by an index. The library itself only comes in when the session is to be renewed. */
async function memberOfSession(
  desk: Desk,
  identity: Identity,
  { cookieName, key }: { cookieName: string; key: string },
  headers: IncomingHttpHeaders,
): Promise<SessionMember | null> {
  const token = tokenOf(headers.cookie, cookieName, key)
  if (token === null) return null
  const { rows } = await desk.database.query<{ member: MemberId; role: Role; isOld: boolean }>({
    name: 'member_of_session',
    text: sessionQuery,
    values: [desk.workspace, token, renewAfterHours],
  })
  const [row] = rows
  if (!row) return null
  const { member, role, isOld } = row
  if (!isOld) return { member, role, cookies: [] }
  const answer = await identity.api.getSession({ headers: fromNodeHeaders(headers), returnHeaders: true })
  return { member, role, cookies: answer.headers.getSetCookie() }
}

/** The token of a session cookie, when its signature is ours. */
function tokenOf(header: string | undefined, name: string, key: string): string | null {
  const cookie = header?.split(';').find(pair => pair.trimStart().startsWith(`${name}=`))
  const value = cookie === undefined ? null : decoded(cookie.slice(cookie.indexOf('=') + 1).trim())
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return null
  const token = value.slice(0, dot)
  const [given, ours] = [Buffer.from(value.slice(dot + 1), 'base64'), createHmac('sha256', key).update(token).digest()]
  return given.length === ours.length && timingSafeEqual(given, ours) ? token : null
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** A member's place among those who may have sessions. */
async function holdAccount(desk: Pick<Desk, 'database' | 'workspace'>, member: MemberId): Promise<void> {
  await desk.database.query(
    `insert into identity.account_holder (id, name, email)
    select member_id, name, lower(email) from member where workspace_id = $1 and member_id = $2
    on conflict (id) do update set name = excluded.name, email = excluded.email`,
    [desk.workspace, member],
  )
}

/**
 * Lets a member sign in with their address and a password, or gives them a new one. Their sessions so far end: who
 * changes a password wants nobody else inside.
 */
export async function createAccount(
  desk: Pick<Desk, 'database' | 'workspace'>,
  member: MemberId,
  password: string,
): Promise<void> {
  const hash = await hashPassword(password)
  await holdAccount(desk, member)
  await inTransaction(desk.database, async connection => {
    await connection.query(
      `insert into identity.credential (account_id, provider_id, user_id, password)
      values ($1::text, 'credential', $1::uuid, $2)
      on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`,
      [member, hash],
    )
    await connection.query('delete from identity.session where user_id = $1', [member])
  })
}
