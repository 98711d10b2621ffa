import type { FastifyRequest } from 'fastify'
import type { Problem } from '../contract/answers.ts'
import type { Role } from '../core/context.ts'
import { readAssistSession } from '../desk/assist-links.ts'
import { readSession } from '../desk/links.ts'
import { memberOfKey } from '../desk/people.ts'
import { assistCookie, customerCookie } from './cookies.ts'
import { hostName, isLoopbackName } from './peers.ts'
import { fault } from './problems.ts'
import type { Asker, Route, Serving, Who } from './route.ts'

/**
 * A name that is not ours is refused where only this machine can reach us: a page elsewhere could lead its own name to
 * this address, and would then be of the same origin (DNS rebinding).
 */
export function wrongHost({ onLoopback, url }: Serving, request: FastifyRequest): Problem | null {
  if (!onLoopback) return null
  const host = hostName(request.headers.host)
  if (host !== null && (isLoopbackName(host) || host === url.hostname)) return null
  return fault(
    'wrong_host',
    `This desk goes by ${url.host}, not by ${JSON.stringify(String(request.headers.host).slice(0, 80))}.`,
    'Use that address, or set BATON_URL to the one by which people reach it.',
  )
}

/** Who asks; or why nobody may. */
export async function findAsker(
  serving: Serving,
  route: Route,
  request: FastifyRequest,
): Promise<{ asker: Asker; cookies?: readonly string[] } | { problem: Problem }> {
  const { authorization, cookie } = request.headers
  if (route.who === 'anyone') return crossSite(serving, request, 'if it says so') ?? { asker: { kind: 'nobody' } }
  if (route.who === 'customer') return findCustomer(serving, request)
  if (route.who === 'assistant') return findAssistant(serving, request)
  if (authorization !== undefined) return findByKey(serving, route.who, authorization)
  const session = cookie === undefined ? null : await serving.accounts.memberOfSession(request.headers)
  if (!session) return { problem: notSignedIn }
  const foreign = crossSite(serving, request, 'unless it says not')
  if (foreign) return foreign
  const { member, role, cookies } = session
  return letIn(route.who, { kind: 'member', member, role, from: 'desk' }, cookies)
}

const notSignedIn = fault(
  'not_signed_in',
  'This needs a member, and the request says not which.',
  'Sign in at /sign-in, or send an API key: Authorization: Bearer baton_…',
)

async function findByKey(
  { desk }: Serving,
  who: Who,
  authorization: string,
): Promise<{ asker: Asker } | { problem: Problem }> {
  const key = /^bearer +(baton_[\w-]{1,200})$/i.exec(authorization)?.[1]
  const found = key === undefined ? null : await memberOfKey(desk, key)
  if (found) return letIn(who, { kind: 'member', member: found.id, role: found.role, from: 'api' })
  const detail = 'This API key is unknown, was revoked, or belongs to somebody who left.'
  return { problem: fault('not_signed_in', detail, 'Make a new one: npx baton key create EMAIL.') }
}

async function findCustomer(
  serving: Serving,
  request: FastifyRequest,
): Promise<{ asker: Asker } | { problem: Problem }> {
  const session = customerCookie.read(request.headers.cookie)
  const link = session === null ? null : await readSession(serving.desk, session)
  if (!link) {
    const detail = 'This page is for the customer whose issue it is, for a while after they opened their link.'
    return {
      problem: fault('not_signed_in', detail, 'Open the link in our last mail once more, or ask for a fresh one.'),
    }
  }
  return crossSite(serving, request, 'unless it says not') ?? { asker: { kind: 'customer', ...link } }
}

async function findAssistant(
  serving: Serving,
  request: FastifyRequest,
): Promise<{ asker: Asker } | { problem: Problem }> {
  const session = assistCookie.read(request.headers.cookie)
  const found = session === null ? null : await readAssistSession(serving.desk, session)
  if (!found) {
    const detail = 'This page is for who is asked to help, for a while after they opened the link in their mail.'
    return {
      problem: fault('not_signed_in', detail, 'Open the link in the mail once more, or sign in at /sign-in.'),
    }
  }
  return crossSite(serving, request, 'unless it says not') ?? { asker: { kind: 'assistant', ...found } }
}

const allowed: Record<Who, { roles: readonly Role[]; says: string }> = {
  anyone: { roles: ['agent', 'supervisor', 'admin', 'colleague'], says: 'everybody' },
  customer: { roles: [], says: 'the customer' },
  assistant: { roles: [], says: 'who is asked to help' },
  member: { roles: ['agent', 'supervisor', 'admin', 'colleague'], says: 'members' },
  seat: { roles: ['agent', 'supervisor', 'admin'], says: 'members with a seat in the queue' },
  supervisor: { roles: ['supervisor', 'admin'], says: 'supervisors and admins' },
  admin: { roles: ['admin'], says: 'admins' },
}

function letIn(
  who: Who,
  asker: Extract<Asker, { kind: 'member' }>,
  cookies: readonly string[] = [],
): { asker: Asker; cookies: readonly string[] } | { problem: Problem } {
  const { roles, says } = allowed[who]
  if (roles.includes(asker.role)) return { asker, cookies }
  const detail = `This is for ${says}; you are ${asker.role === 'agent' || asker.role === 'admin' ? 'an' : 'a'} ${asker.role}.`
  return { problem: fault('not_allowed', detail, 'Ask one of them to do it, or an admin to give you that role.') }
}

/**
 * What a browser sends from a page of another site is refused (CSRF). With a cookie the request must say where it comes
 * from; without one there is nothing to misuse, but what says that it is foreign is refused as well.
 */
function crossSite(
  { url }: Serving,
  { headers, method }: FastifyRequest,
  when: 'if it says so' | 'unless it says not',
): { problem: Problem } | null {
  if (method === 'GET' || method === 'HEAD') return null
  const { origin, 'sec-fetch-site': site } = headers
  const sameOrigin =
    origin !== undefined && (origin === url.origin || originHost(origin) === headers.host?.toLowerCase())
  const isOurs = site !== undefined ? site === 'same-origin' : sameOrigin
  const saysNothing = site === undefined && origin === undefined
  if (isOurs || (saysNothing && when === 'if it says so')) return null
  return {
    problem: fault(
      'cross_site',
      saysNothing
        ? 'A command by cookie must say from which page it comes.'
        : 'The command comes from a page of another site.',
      'Send it from the desk itself; programs use an API key instead of a cookie.',
    ),
  }
}

const originHost = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)
