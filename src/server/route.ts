import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Problem } from '../contract/answers.ts'
import type { Role } from '../core/context.ts'
import type { RefusalCode } from '../core/refusals.ts'
import type { Which } from '../desk/assists.ts'
import type { Caller, Desk, Outcome } from '../desk/desk.ts'
import type { Accounts } from '../people/sign-in/accounts.ts'
import { read } from './input.ts'
import type { Live } from './live/live.ts'
import { type FaultCode, fault } from './problems.ts'

/**
 * Who may use a route. `seat`: a member with a seat in the queue; `customer`: by a signed link, for one issue; `assistant`: a
 * member by the signed link of a mail, for one assist.
 */
export type Who = 'anyone' | 'member' | 'seat' | 'supervisor' | 'admin' | 'customer' | 'assistant'

/** What every route works on. */
export type Serving = {
  desk: Desk
  accounts: Accounts
  live: Live
  /** Whether only this machine can reach the server. */
  onLoopback: boolean
  /** Public address, as links say it. */
  url: URL
}

/** Who asks, as the guard found out before anything else of the request was looked at. */
export type Asker =
  | { kind: 'nobody' }
  | { kind: 'member'; member: string; role: Role; from: 'desk' | 'api' }
  | { kind: 'customer'; customer: string; number: number }
  | { kind: 'assistant'; member: string; number: number; assist: number }

type Asks<W extends Who> = W extends 'anyone'
  ? object
  : W extends 'customer'
    ? { customer: string; number: number; once: Caller['once'] }
    : W extends 'assistant'
      ? { member: string; which: Which; caller: Caller }
      : { member: string; role: Role; caller: Caller }

/** What comes of a request. */
export type Result<T> =
  | (Outcome<T> & { cookies?: readonly string[] })
  /** An answer that the store has put into JSON already. */
  | { json: string }
  | { nothing: true; cookies?: readonly string[] }
  | { redirect: string; cookies?: readonly string[] }
  | { content: string | Readable; headers: Record<string, string> }
  /** The reply is written by whoever took it over: a stream. */
  | { taken: true }
  | { problem: Problem; retryAfterSeconds?: number }

type Declared<
  W extends Who,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> = {
  method: 'GET' | 'POST'
  /** Below /api/v1, unless it says where it is from. */
  path: `/${string}`
  who: W
  /** One sentence: what it does, with the rule that it serves. */
  says: string
  params?: Params
  query?: Query
  body?: Body
  /** A body as somebody may send it: the docs show it. */
  example?: z.input<Body>
  answer: Answer
  status?: 200 | 201 | 202 | 204 | 302
  /** Of an answer that is no JSON. */
  contentType?: string
  /** What the rulebook may answer instead. */
  refusals?: readonly RefusalCode[]
  /** What else may be wrong, beyond what is checked for every route. */
  faults?: readonly FaultCode[]
  /** Whether an Idempotency-Key makes it act once. */
  once?: boolean
  do: (
    given: Asks<W> & {
      serving: Serving
      desk: Desk
      params: z.output<Params>
      query: z.output<Query>
      body: z.output<Body>
      request: FastifyRequest
      reply: FastifyReply
    },
  ) => Promise<Result<z.output<Answer>>>
}

/** A route as the server registers and documents it. */
export type Route = {
  method: 'GET' | 'POST'
  path: string
  who: Who
  says: string
  params: z.ZodType | null
  query: z.ZodType | null
  body: z.ZodType | null
  example: unknown
  answer: z.ZodType
  status: number
  contentType: string
  refusals: readonly RefusalCode[]
  faults: readonly FaultCode[]
  once: boolean
  handle(serving: Serving, asker: Asker, request: FastifyRequest, reply: FastifyReply): Promise<Result<unknown>>
}

const nothingAsked = z.strictObject({})

/** Declares a route: the one way in which anything is served under /api/v1. */
export function route<
  W extends Who,
  Answer extends z.ZodType,
  Params extends z.ZodType = typeof nothingAsked,
  Query extends z.ZodType = typeof nothingAsked,
  Body extends z.ZodType = typeof nothingAsked,
>(declared: Declared<W, Params, Query, Body, Answer>): Route {
  const { method, path, who, says, params, query, body, answer } = declared
  const once = declared.once ?? false
  const isCommand = method === 'POST'
  return {
    method,
    path: /^\/[ac]\//.test(path) ? path : `/api/v1${path}`,
    who,
    says,
    params: params ?? null,
    query: query ?? null,
    body: body ?? null,
    example: declared.example ?? null,
    answer,
    status: declared.status ?? 200,
    contentType: declared.contentType ?? 'application/json',
    refusals: declared.refusals ?? [],
    faults: declared.faults ?? [],
    once,
    async handle(serving, asker, request, reply) {
      const inPath = read(params ?? nothingAsked, request.params, 'path')
      if ('problem' in inPath) return inPath
      const inQuery = read(query ?? nothingAsked, request.query, 'query')
      if ('problem' in inQuery) return inQuery
      const inBody = read(body ?? nothingAsked, isCommand && request.body !== undefined ? request.body : {}, 'body')
      if ('problem' in inBody) return inBody
      const key = once ? keyOf(request, inBody.value) : { once: null }
      if ('problem' in key) return key
      return declared.do({
        ...(asks(asker, key.once) as Asks<W>),
        serving,
        desk: serving.desk,
        params: inPath.value as z.output<Params>,
        query: inQuery.value as z.output<Query>,
        body: inBody.value as z.output<Body>,
        request,
        reply,
      })
    },
  }
}

/** The guard has let only those in whom the route is for: a member where it asks for one, a customer or an assistant where for them. */
function asks(asker: Asker, once: Caller['once']): object {
  if (asker.kind === 'nobody') return {}
  if (asker.kind === 'customer') return { customer: asker.customer, number: asker.number, once }
  const by = { kind: 'member', id: asker.member } as const
  if (asker.kind === 'assistant') {
    const { member, number, assist } = asker
    return { member, which: { number, id: assist }, caller: { by, from: 'link', once } satisfies Caller }
  }
  const caller: Caller = { by, from: asker.from, once }
  return { member: asker.member, role: asker.role, caller }
}

/** The Idempotency-Key of a command, with a digest of what it asks: its body as read, so that its form does not matter. */
function keyOf(request: FastifyRequest, body: unknown): { once: Caller['once'] } | { problem: Problem } {
  const key = request.headers['idempotency-key']
  if (key === undefined) return { once: null }
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    const detail = 'The header Idempotency-Key is no line of 1 to 200 visible ASCII characters.'
    return {
      problem: fault('invalid_input', detail, 'Send a new UUID for each command, and the same for its repeats.'),
    }
  }
  const [path] = request.url.split('?', 1)
  const asked = createHash('sha256')
    .update(`${request.method} ${path}\n${JSON.stringify(body)}`)
    .digest('hex')
  return { once: { key, request: asked } }
}
