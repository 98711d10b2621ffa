import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { openApiDocument } from './openapi/document.ts'
import { docsPage } from './openapi/page.ts'

/** Serves the OpenAPI document, and the same to read. Both are made once: they only change with the program. */
export async function registerDocs(app: FastifyInstance, serverUrl: string): Promise<void> {
  const document = openApiDocument(serverUrl)
  const json = JSON.stringify(document)
  const html = docsPage(document)
  const css = await readFile(new URL('./openapi/page.css', import.meta.url), 'utf8')
  const serveText = (path: string, type: string, text: string): void => {
    app.get(path, (_request, reply) =>
      reply.header('content-type', type).header('cache-control', 'no-cache').send(text),
    )
  }
  serveText('/api/v1/openapi.json', 'application/json; charset=utf-8', json)
  serveText('/api/docs', 'text/html; charset=utf-8', html)
  serveText('/api/docs.css', 'text/css; charset=utf-8', css)
}
