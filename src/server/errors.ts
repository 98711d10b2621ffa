import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../contract/answers.ts'
import { bodyLimit, UnreadableBody } from './body.ts'
import { fault, problemType, sendProblem } from './problems.ts'

/** Every way in which a request can go wrong before or beside its route ends in a problem document. */
export function answerErrors(app: FastifyInstance, say: (line: string) => void): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request, say)
    if (problem.status === 503) reply.header('retry-after', 2)
    return sendProblem(reply, problem)
  })
}

/** What is wrong with an address that can't be read at all. */
export function badAddress(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  const detail = 'The address can not be read: a percent sign is followed by no character.'
  sendProblem(reply, fault('bad_request', detail, 'Encode it in UTF-8, as encodeURIComponent does.'))
}

function problemOf(error: unknown, request: FastifyRequest, say: (line: string) => void): Problem {
  if (error instanceof UnreadableBody) return error.problem
  const code = codeOf(error)
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const detail = `The body is larger than ${bodyLimit / 1024} KiB.`
    return fault('too_large', detail, 'Say it in less, or send the long part as a file by mail.')
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const detail = 'The body is said to be of a kind that is not read here.'
    return fault('unsupported_media_type', detail, 'Send JSON, and say so: Content-Type: application/json.')
  }
  if (code?.startsWith('FST_ERR_CTP') || code === 'FST_REQ_FILE_TOO_LARGE')
    return fault('bad_request', 'The body is not as long as its headers say.', 'Send it again, whole.')
  return isOutage(error) ? outage(error, request, say) : ours(error, request, say)
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

/** The database can't be reached, or is going down or coming up. */
function isOutage(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== null && /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|ENOENT|57P0|08|53300)/.test(code)) return true
  return error instanceof Error && /^(Connection terminated|timeout exceeded when trying)/.test(error.message)
}

function outage(error: unknown, request: FastifyRequest, say: (line: string) => void): Problem {
  say(`The database could not be reached for ${placeOf(request)}: ${reasonOf(error)}`)
  // It may have gone just after the change was made, before it could say so.
  const remedy = 'Try again in a moment, with the same Idempotency-Key: what was done already is not done again.'
  return fault('unavailable', 'The desk can not reach its database.', remedy)
}

function ours(error: unknown, request: FastifyRequest, say: (line: string) => void): Problem {
  const id = randomUUID()
  say(`Fault ${id} at ${placeOf(request)}: ${reasonOf(error)}`)
  const detail = 'Something went wrong on our side; the log knows it by the number in `instance`.'
  const remedy = 'Try again. If it stays, tell whoever runs this desk that number.'
  return fault('unexpected', detail, remedy, { instance: `urn:uuid:${id}` })
}

/** The route, never its address as asked: that can carry names and links. */
const placeOf = (request: FastifyRequest): string =>
  `${request.method} ${request.routeOptions.url ?? 'an unknown path'}`

/** One line of what went wrong and where. A database's message quotes values that people wrote: its code is enough. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something was thrown that is no error'
  const where = /\(?([^\s()]+\/(?:src|web)\/[^\s()]+:\d+:\d+)/
    .exec(error.stack ?? '')?.[1]
    ?.replace(/^.*\/(?=src\/)/, '')
  const isOfDatabase = 'routine' in error || 'severity' in error
  const what = isOfDatabase ? `database error ${codeOf(error)}` : `${error.name}: ${error.message.split('\n', 1)[0]}`
  return where ? `${what} (${where})` : what
}

const raw: Record<string, { status: string; problem: Problem }> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    problem: fault('too_slow', 'The request did not arrive in time.', 'Send it again, on a better line.'),
  },
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    problem: fault('headers_too_large', 'The headers are larger than 16 KiB.', 'Clear the cookies of this site.'),
  },
}

const garbled = {
  status: '400 Bad Request',
  problem: fault('bad_request', 'This is no HTTP request.', 'Speak HTTP/1.1, with a Host header.'),
}

/** What can't even be taken as a request is answered on the bare connection, and the connection ends. */
export function answerGarbled(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const { status, problem } = raw[error.code ?? ''] ?? garbled
  const body = JSON.stringify(problem)
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status}\r\nContent-Type: ${problemType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    )
  socket.destroySoon()
}
