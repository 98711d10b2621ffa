import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { fault, sendProblem } from './problems.ts'

/** Where the build puts them. */
export const built = fileURLToPath(new URL('../../web/dist/', import.meta.url))

/** Where the desk's own pages are; the browser finds the way among them. */
const deskPages = ['/desk', '/help', '/supervise', '/measures', '/outbox', '/mail', '/sign-in', '/setup']

/** Serves the web apps as they were built: hashed files for a year, pages anew each time. */
export async function registerPages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: `${folder}assets/`,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
    suppressWarning: true,
  })
  const page = (reply: FastifyReply, name: string): FastifyReply => {
    if (existsSync(`${folder}${name}`))
      return reply.header('cache-control', 'no-cache').sendFile(name, folder, { cacheControl: false })
    const detail = 'The pages of the desk were not built yet.'
    return sendProblem(reply, fault('not_found', detail, 'Run npm run web, or npm start, which does it by itself.'))
  }
  app.get('/', (_request, reply) => reply.redirect('/desk', 302))
  for (const path of deskPages) {
    app.get(path, (_request, reply) => page(reply, 'index.html'))
    app.get(`${path}/*`, (_request, reply) => page(reply, 'index.html'))
  }
  // Where the link of an assist leads to.
  app.get('/a', (_request, reply) => page(reply, 'index.html'))
  app.get('/c', (_request, reply) => page(reply, 'portal.html'))
  for (const icon of ['favicon.ico', 'favicon.svg', 'manifest.webmanifest'])
    app.get(`/${icon}`, (_request, reply) => page(reply, icon))
}
