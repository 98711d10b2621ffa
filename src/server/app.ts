import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Problem } from '../contract/answers.ts'
import { explained } from '../desk/naming.ts'
import { configurationOf } from '../store/configuration.ts'
import { bodyLimit, readJsonOnly } from './body.ts'
import { registerDocs } from './docs.ts'
import { answerErrors, answerGarbled, badAddress } from './errors.ts'
import { findAsker, wrongHost } from './guard.ts'
import { built, registerPages } from './pages.ts'
import { fault, sendProblem, typeOf } from './problems.ts'
import type { Asker, Result, Route, Serving } from './route.ts'
import { allRoutes } from './routes/all.ts'
import { knowPaths } from './unknown.ts'

declare module 'fastify' {
  interface FastifyRequest {
    asker: Asker
  }
}

/** The server without its socket. `say` hears of faults, a line each. */
export async function buildApp(serving: Serving, say: (line: string) => void): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit,
    // A proxy on this machine tells who is behind it; nobody else is believed.
    trustProxy: 'loopback',
    requestTimeout: 30_000,
    keepAliveTimeout: 60_000,
    routerOptions: { maxParamLength: 500 },
    http: { headersTimeout: 10_000, maxHeaderSize: 16 * 1024 },
    frameworkErrors: badAddress,
    clientErrorHandler: answerGarbled,
    forceCloseConnections: 'idle',
    // What still comes while it stops is done; only the connection ends then.
    return503OnClosing: false,
  })
  const paths = knowPaths(app)
  answerErrors(app, say)
  readJsonOnly(app)
  await app.register(helmet, securityHeaders(serving))
  app.decorateRequest('asker')
  app.addHook('onRequest', async (request, reply) => {
    const problem = wrongHost(serving, request) ?? (request.is404 ? paths.unknown(request, reply) : null)
    if (problem) return sendProblem(reply, problem)
  })
  // Answered above; kept for what the router finds out only later.
  app.setNotFoundHandler((request, reply) => sendProblem(reply, paths.unknown(request, reply)))
  for (const route of allRoutes) register(app, serving, route)
  await registerDocs(app, serving.url.origin)
  await registerPages(app, built)
  return app
}

function register(app: FastifyInstance, serving: Serving, route: Route): void {
  app.route({
    method: route.method,
    url: route.path,
    exposeHeadRoute: route.method === 'GET' && route.contentType !== 'text/event-stream',
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const found = await findAsker(serving, route, request)
      if ('problem' in found) return sendProblem(reply, found.problem)
      request.asker = found.asker
      setCookies(reply, found.cookies)
    },
    handler: async (request, reply) => {
      const result = await route.handle(serving, request.asker, request, reply)
      return answer(serving, route, request, reply, result)
    },
  })
}

/** Turns what came of a request into a reply. */
async function answer(
  serving: Serving,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  result: Result<unknown>,
): Promise<FastifyReply> {
  if ('taken' in result) return reply
  if ('cookies' in result) setCookies(reply, result.cookies)
  if ('answer' in result) return sendJson(reply, route, JSON.stringify(result.answer))
  if ('json' in result) return sendJson(reply, route, result.json)
  if ('nothing' in result) return reply.code(route.status).send()
  if ('redirect' in result) return reply.redirect(result.redirect, 302)
  if ('content' in result) return reply.code(route.status).headers(result.headers).send(result.content)
  if ('problem' in result) {
    if (result.retryAfterSeconds !== undefined) reply.header('retry-after', result.retryAfterSeconds)
    return sendProblem(reply, result.problem)
  }
  return sendProblem(reply, await problemOf(serving, request, result))
}

const sendJson = (reply: FastifyReply, { status }: Route, json: string): FastifyReply =>
  reply.code(status).header('content-type', 'application/json; charset=utf-8').send(json)

/** An outcome that is no answer, as its reader gets it. */
async function problemOf(
  { desk }: Serving,
  request: FastifyRequest,
  outcome: Exclude<
    Extract<Result<unknown>, { refusal: unknown } | { missing: unknown } | { keyReused: unknown }>,
    { answer: unknown }
  >,
): Promise<Problem> {
  if ('missing' in outcome) return fault('not_found', outcome.missing, 'Look at the list again: it may have changed.')
  if ('keyReused' in outcome) {
    const detail = `The Idempotency-Key ${request.headers['idempotency-key']} was sent before, with something else.`
    return fault('key_reused', detail, 'Send a new key with a new command; the same key only with the very same one.')
  }
  const configuration = await configurationOf(desk.database, desk.workspace)
  const { code, detail, remedy } = explained(outcome.refusal, configuration)
  return { type: typeOf(code), title: refused, status: 409, detail, code, remedy, data: { ...outcome.refusal.data } }
}

const refused = 'The rules of the desk do not let this happen'

function setCookies(reply: FastifyReply, cookies: readonly string[] | undefined): void {
  for (const cookie of cookies ?? []) reply.header('set-cookie', cookie)
}

/** Nothing runs that is not ours, nothing is loaded from elsewhere, and nobody puts the desk into a frame. */
const securityHeaders = ({ url }: Serving) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      frameSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: url.protocol === 'https:' ? { maxAge: 31_536_000 } : false,
  // A page of ours says to us where it is from (the guard asks for that), and to nobody else.
  referrerPolicy: { policy: 'same-origin' as const },
  xFrameOptions: { action: 'deny' as const },
})
