import type { Problem } from '../src/contract/answers.ts'
import { faultsOf } from '../src/server/openapi/document.ts'
import { faults } from '../src/server/problems.ts'
import type { Route } from '../src/server/route.ts'
import { allRoutes } from '../src/server/routes/all.ts'

export type Reply = { status: number; headers: Headers; body: unknown; text: string }

/**
 * Speaks to the API as one person. Every answer is held against what the OpenAPI document says of its route: an answer of
 * another form, or a code that is not listed, fails the test that got it.
 */
export class Client {
  readonly #url: () => string
  readonly headers: Record<string, string>

  constructor(url: () => string, headers: Record<string, string>) {
    this.#url = url
    this.headers = headers
  }

  /** The same person with other headers besides. */
  with(headers: Record<string, string>): Client {
    return new Client(this.#url, { ...this.headers, ...headers })
  }

  /** Sends anything, and answers with whatever comes. `path` is below /api/v1. */
  async send(method: string, path: string, body?: unknown): Promise<Reply> {
    return this.raw(method, `/api/v1${path}`, body === undefined ? undefined : JSON.stringify(body), {
      ...(body !== undefined && { 'content-type': 'application/json' }),
    })
  }

  /** Sends bytes as they are. */
  async raw(
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await fetch(this.#url() + path, {
      method,
      headers: { ...this.headers, ...headers },
      redirect: 'manual',
      ...(body !== undefined && { body }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    const reply = {
      status: response.status,
      headers: response.headers,
      body: /json/.test(type) ? JSON.parse(text) : null,
      text,
    }
    if (method !== 'HEAD') holdAgainstDocument(method, path, reply)
    return reply
  }

  /** Asks for something that is there. */
  async get<T>(path: string): Promise<T> {
    return expectAnswer<T>(await this.send('GET', path), path)
  }

  /** Sends a command that must happen. */
  async post<T>(path: string, body: object = {}, idempotencyKey?: string): Promise<T> {
    const sender = idempotencyKey === undefined ? this : this.with({ 'idempotency-key': idempotencyKey })
    return expectAnswer<T>(await sender.send('POST', path, body), path)
  }

  /** Sends a command that must be refused by the rulebook. */
  async refused(path: string, body: object = {}): Promise<Problem> {
    const { status, body: problem, text } = await this.send('POST', path, body)
    if (status !== 409) throw new Error(`POST ${path} was not refused: ${status} ${text.slice(0, 500)}`)
    return problem as Problem
  }

  /** Reads the live stream. */
  async stream(lastEventId?: string): Promise<StreamReader> {
    const headers = { ...this.headers, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) }
    const leaving = new AbortController()
    const response = await fetch(`${this.#url()}/api/v1/stream`, { headers, signal: leaving.signal })
    if (!response.ok || !response.body) throw new Error(`No stream: ${response.status} ${await response.text()}`)
    return new StreamReader(response.body, leaving)
  }
}

function expectAnswer<T>({ status, body, text }: Reply, path: string): T {
  if (status < 200 || status > 299) throw new Error(`${path}: ${status} ${text.slice(0, 1000)}`)
  return body as T
}

/** Faults that can meet any request, before a route is found for it. */
const anywhere = ['not_found', 'method_not_allowed', 'too_slow', 'headers_too_large', 'bad_request']

function holdAgainstDocument(method: string, path: string, { status, headers, body }: Reply): void {
  const [plain = ''] = path.split('?', 1)
  const route = routeFor(method, plain)
  if (status >= 400) {
    holdProblem(status, headers, body as Problem | null, route, `${method} ${plain}`)
    return
  }
  if (!route) return
  if (status !== route.status)
    throw new Error(`${method} ${plain} answered ${status}; the document says ${route.status}.`)
  if (route.contentType !== 'application/json' || status === 204 || status === 202 || status === 302) return
  const read = route.answer.safeParse(body)
  if (!read.success)
    throw new Error(`${method} ${plain} answers otherwise than the document says: ${read.error.message.slice(0, 2000)}`)
}

function holdProblem(
  status: number,
  headers: Headers,
  problem: Problem | null,
  route: Route | undefined,
  at: string,
): void {
  if (!headers.get('content-type')?.startsWith('application/problem+json') || !problem)
    throw new Error(`${at} answered ${status} without a problem document.`)
  const { code, detail, remedy, title, type } = problem
  if (problem.status !== status || !code || !detail || !remedy || !title || !type)
    throw new Error(`${at}: the problem document is not whole: ${JSON.stringify(problem)}`)
  const listed = [...anywhere, ...(route ? [...faultsOf(route), ...route.refusals] : Object.keys(faults))] as string[]
  if (!listed.includes(code)) throw new Error(`${at} answered ${code}, which the document does not list for it.`)
}

/** As the server finds it: a name that stands in a path goes before one that may be any. */
function routeFor(method: string, plain: string): Route | undefined {
  const possible = allRoutes.filter(one => one.method === method && matches(one, plain))
  return possible.find(({ path }) => path === plain) ?? possible[0]
}

const matches = ({ path }: Route, asked: string): boolean => {
  const [given, ours] = [asked.split('/'), path.split('/')]
  return given.length === ours.length && ours.every((part, index) => part.startsWith(':') || part === given[index])
}

export type StreamFrame = { id: string | null; event: { kind: string; [key: string]: unknown } }
/** Heartbeats are an id alone. */
type Frame = { id: string | null; event: StreamFrame['event'] | null }

/** A live stream as it arrives. */
export class StreamReader {
  readonly #reader: ReadableStreamDefaultReader<string>
  readonly #leaving: AbortController
  #rest = ''
  readonly #frames: Frame[] = []
  /** Of the last event that was read: where to resume. */
  lastEventId = ''

  constructor(body: ReadableStream<Uint8Array<ArrayBuffer>>, leaving: AbortController) {
    this.#reader = body.pipeThrough(new TextDecoderStream()).getReader()
    this.#leaving = leaving
  }

  /** The next event; null when the server ended the stream. */
  async next(): Promise<StreamFrame | null> {
    for (;;) {
      const frame = this.#frames.shift()
      if (frame) {
        const { id, event } = frame
        this.lastEventId = id ?? this.lastEventId
        if (event) return { id, event }
        continue
      }
      const read = await this.#reader.read().catch(() => ({ done: true, value: undefined }))
      if (read.done) return null
      this.#take(read.value ?? '')
    }
  }

  /** Reads on until an event is as wished, and answers with all up to and with it. */
  async until(wished: (frame: StreamFrame) => boolean): Promise<StreamFrame[]> {
    const seen: StreamFrame[] = []
    for (;;) {
      const frame = await this.next()
      if (!frame) throw new Error(`The stream ended after ${JSON.stringify(seen)}`)
      seen.push(frame)
      if (wished(frame)) return seen
    }
  }

  close(): void {
    this.#leaving.abort()
  }

  #take(text: string): void {
    const parts = (this.#rest + text).split('\n\n')
    this.#rest = parts.pop() ?? ''
    for (const part of parts) {
      const id = /^id: (.+)$/m.exec(part)?.[1] ?? null
      const data = /^data: (.+)$/m.exec(part)?.[1]
      if (id !== null || data !== undefined)
        this.#frames.push({ id, event: data === undefined ? null : JSON.parse(data) })
    }
  }
}
