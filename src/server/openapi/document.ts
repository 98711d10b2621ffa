import { sayMoney } from '../../core/escalation/money.ts'
import type { Naming } from '../../core/refusal.ts'
import { catalogue, explain, type RefusalCode, refuse } from '../../core/refusals.ts'
import { sayTime } from '../../desk/times.ts'
import { type FaultCode, faults } from '../problems.ts'
import type { Route, Who } from '../route.ts'
import { subjects } from '../routes/all.ts'
import { answerSchemas, askedSchema, type Schema } from './schemas.ts'

/** The OpenAPI 3.1 document: made from what the routes declare, so that it can't say anything else than they do. */
export function openApiDocument(serverUrl: string): Schema {
  const routes = subjects.flatMap(({ routes: all }) => all)
  const answers = answerSchemas(routes)
  const paths: Record<string, Record<string, Schema>> = {}
  for (const { subject, routes: ofSubject } of subjects) {
    for (const route of ofSubject) {
      const path = route.path.replace(/:(\w+)/g, '{$1}')
      paths[path] = {
        ...paths[path],
        [route.method.toLowerCase()]: operation(route, subject, answers.of.get(route) ?? {}),
      }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Baton',
      version: '1',
      description:
        'A help desk on which no customer is ever dropped. A command either happens, or is refused with a code, a sentence and a remedy.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl }],
    tags: subjects.map(({ subject }) => ({ name: subject })),
    paths,
    components: {
      schemas: answers.named,
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key: it acts as its member.' },
        session: { type: 'apiKey', in: 'cookie', name: 'baton.session_token', description: 'A member who signed in.' },
        assistant: {
          type: 'apiKey',
          in: 'cookie',
          name: 'baton_assist',
          description: 'A member who opened the link of an assist.',
        },
        customer: {
          type: 'apiKey',
          in: 'cookie',
          name: 'baton_customer',
          description: 'A customer who opened their link.',
        },
      },
    },
    'x-refusals': Object.fromEntries(refusalCodes.map(code => [code, exampleOf(code)])),
    'x-faults': faults,
  }
}

export const refusalCodes = Object.keys(catalogue) as RefusalCode[]

function operation(route: Route, subject: string, answer: Schema): Schema {
  const { who, says, body, example, status, contentType, once } = route
  const isEmpty = status === 204 || status === 202 || status === 302
  return {
    operationId: operationId(route),
    tags: [subject],
    summary: says,
    security: security[who],
    'x-who': who,
    parameters: [
      ...parameters(route, 'path'),
      ...parameters(route, 'query'),
      ...(once ? [idempotencyKey] : []),
      ...(contentType === 'text/event-stream' ? [lastEventId] : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: askedSchema(body), ...(example !== null && { example }) } },
      },
    }),
    responses: {
      [status]: {
        description: says,
        ...(!isEmpty && { content: { [contentType]: { schema: answer } } }),
      },
      ...problems(route),
    },
  }
}

/** `postIssuesNumberClaim`: stable as long as the path is. */
const operationId = ({ method, path }: Route): string =>
  method.toLowerCase() +
  path
    .replace('/api/v1', '')
    .split(/[^\w]+/)
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

const security: Record<Who, object[]> = {
  anyone: [],
  assistant: [{ assistant: [] }],
  customer: [{ customer: [] }],
  member: [{ key: [] }, { session: [] }],
  seat: [{ key: [] }, { session: [] }],
  supervisor: [{ key: [] }, { session: [] }],
  admin: [{ key: [] }, { session: [] }],
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same command sent twice under one key acts once, and is answered the same.',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
}

const lastEventId = {
  name: 'Last-Event-ID',
  in: 'header',
  description: 'The id of the last event that was read; browsers send it by themselves.',
  schema: { type: 'string' },
}

function parameters(route: Route, place: 'path' | 'query'): Schema[] {
  const schema = place === 'path' ? route.params : route.query
  if (!schema) return []
  const { properties, required } = askedSchema(schema)
  return Object.entries((properties ?? {}) as Record<string, Schema>).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || ((required ?? []) as string[]).includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }))
}

/** Everything that can come instead of the answer, by status. */
function problems(route: Route): Record<string, Schema> {
  const byStatus = new Map<number, string[]>()
  for (const code of faultsOf(route)) {
    const { status } = faults[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  if (route.refusals.length > 0) byStatus.set(409, [...(byStatus.get(409) ?? []), ...route.refusals])
  return Object.fromEntries(
    [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, codes]) => [
        status,
        {
          description: codes.map(code => `\`${code}\``).join(', '),
          'x-codes': codes,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  )
}

/** What can be wrong with a request to a route, whatever it does, and what it adds. */
export function faultsOf({ method, who, faults: own, once }: Route): FaultCode[] {
  return [
    'invalid_input',
    'bad_request',
    ...(method === 'POST' ? (['malformed_json', 'too_large', 'unsupported_media_type'] as const) : []),
    ...(who === 'anyone' ? [] : (['not_signed_in'] as const)),
    ...(who === 'anyone' || who === 'customer' || who === 'assistant' || who === 'member'
      ? []
      : (['not_allowed'] as const)),
    ...(method === 'POST' ? (['cross_site'] as const) : []),
    ...(once ? (['key_reused'] as const) : []),
    'wrong_host',
    'unexpected',
    'unavailable',
    ...own,
  ]
}

const naming: Naming = {
  member: id => (id ? nameOf(id) : 'This person'),
  team: id => (id ? nameOf(id) : 'this team'),
  time: at => sayTime(at, 'Europe/Madrid'),
  money: sayMoney,
}

const nameOf = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1)
/** A refusal as somebody may get to read it. */
export const exampleOf = (code: RefusalCode): { detail: string; remedy: string } =>
  explain(refuse(code, catalogue[code].example as never), naming)
