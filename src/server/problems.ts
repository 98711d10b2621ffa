import type { FastifyReply } from 'fastify'
import type { Problem } from '../contract/answers.ts'

/** Everything that can be wrong with a request itself; what the rulebook refuses is in core/refusals.ts. Codes are stable. */
export const faults = {
  invalid_input: { status: 400, title: 'Something in the request is not as it must be' },
  malformed_json: { status: 400, title: 'The body is no JSON' },
  bad_request: { status: 400, title: 'This is no request that can be understood' },
  not_signed_in: { status: 401, title: 'Nobody is signed in' },
  wrong_password: { status: 401, title: 'Address and password do not belong together' },
  not_allowed: { status: 403, title: 'This is not yours to do' },
  cross_site: { status: 403, title: 'The request comes from another site' },
  not_found: { status: 404, title: 'There is no such thing here' },
  method_not_allowed: { status: 405, title: 'This can not be done here' },
  too_slow: { status: 408, title: 'The request took too long to arrive' },
  set_up_already: { status: 409, title: 'The desk has its people already' },
  time_passed: { status: 409, title: 'Time only moves forward' },
  too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body is of another kind than JSON' },
  wrong_host: { status: 421, title: 'This desk does not go by that name' },
  key_reused: { status: 422, title: 'This Idempotency-Key was used for something else' },
  rate_limited: { status: 429, title: 'Too many tries' },
  headers_too_large: { status: 431, title: 'The headers are too large' },
  unexpected: { status: 500, title: 'A fault of ours' },
  unavailable: { status: 503, title: 'The desk is out of reach for a moment' },
} as const satisfies Record<string, { status: number; title: string }>

export type FaultCode = keyof typeof faults

/** Where the docs explain a code. */
export const typeOf = (code: string): string => `/api/docs#${code}`

/** A fault of a request as a problem document (RFC 9457): what happened, and what to do now. */
export function fault(
  code: FaultCode,
  detail: string,
  remedy: string,
  more: Pick<Problem, 'errors' | 'instance'> = {},
): Problem {
  const { status, title } = faults[code]
  return { type: typeOf(code), title, status, detail, code, remedy, ...more }
}

export const problemType = 'application/problem+json; charset=utf-8'

/** Answers with a problem. Nothing keeps it: the next try may go well. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', problemType)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem))
}
