import type { FastifyInstance } from 'fastify'
import { fault } from './problems.ts'

/** What a body may weigh. */
export const bodyLimit = 1024 * 1024

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A body that can't be read: carried to the error handler by Fastify. */
export class UnreadableBody extends Error {
  readonly problem

  constructor(problem: ReturnType<typeof fault>) {
    super(problem.detail)
    this.problem = problem
  }
}

/** Bodies are JSON in UTF-8, or not there at all. Whatever else comes is refused before it is looked at. */
export function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, (request, body, done) => {
    const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
    if (charset && !/^utf-?8$/i.test(charset)) {
      const detail = `The body is said to be in ${charset.slice(0, 40)}.`
      return done(new UnreadableBody(fault('unsupported_media_type', detail, 'Send JSON in UTF-8.')))
    }
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    if (bytes.length === 0) return done(null, undefined)
    const parsed = parse(bytes)
    return 'error' in parsed ? done(parsed.error) : done(null, parsed.value)
  })
}

function parse(bytes: Buffer): { value: unknown } | { error: UnreadableBody } {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    const detail = 'The body is no UTF-8: some of its bytes are no character.'
    return { error: new UnreadableBody(fault('malformed_json', detail, 'Send JSON in UTF-8.')) }
  }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    // The parser's message quotes the body: only where it stopped is worth saying.
    const place = /position \d+/.exec(error instanceof Error ? error.message : '')?.[0]
    const detail = `The body is no JSON${place ? `; it breaks at ${place}` : ''}.`
    return { error: new UnreadableBody(fault('malformed_json', detail, 'Send one JSON object.')) }
  }
}
