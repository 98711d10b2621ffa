import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../contract/answers.ts'
import { fault } from './problems.ts'

/** Knows every path that is served, so that a wrong method on one is told from a path that nothing has. */
export function knowPaths(app: FastifyInstance): { unknown(request: FastifyRequest, reply: FastifyReply): Problem } {
  const known: { pattern: RegExp; method: string }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    for (const each of [method].flat()) known.push({ pattern: patternOf(url), method: each })
  })
  return {
    unknown(request, reply) {
      const [path = ''] = request.url.split('?', 1)
      const allowed = [...new Set(known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))]
      if (allowed.length === 0)
        return fault('not_found', 'Nothing is served at this address.', 'See /api/docs for what there is.')
      reply.header('allow', allowed.join(', '))
      const detail = `${request.method.slice(0, 20)} is not for this address; it takes ${allowed.join(' and ')}.`
      return fault('method_not_allowed', detail, 'See /api/docs for what can be done here.')
    },
  }
}

/** `/issues/:number/*` as a pattern. */
const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split(/(:\w+|\*)/)
      .map(part => (part === '*' ? '.*' : part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')))
      .join('')}$`,
  )
