import type { Schema } from '../../src/server/openapi/schemas.ts'

/** An operation as the document of a running server tells it. */
export type Operation = {
  path: string
  method: string
  who: string
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  body: Schema | null
  codes: string[]
}

type Document = {
  paths: Record<string, Record<string, DocumentedOperation>>
}
type DocumentedOperation = {
  'x-who': string
  parameters: Operation['parameters']
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  responses: Record<string, { 'x-codes'?: string[] }>
}

/** Every operation of a server, by its own document. */
export async function operationsOf(url: string): Promise<Operation[]> {
  const document = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as Document
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      who: operation['x-who'],
      parameters: operation.parameters,
      body: operation.requestBody?.content['application/json'].schema ?? null,
      codes: Object.values(operation.responses).flatMap(response => response['x-codes'] ?? []),
    })),
  )
}

/** The address of an operation with its parameters filled in: the smallest that is right. */
export function addressOf({ path, parameters }: Operation, values: Record<string, string> = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find(one => one.name === name)
    return encodeURIComponent(values[name] ?? String(exampleOf(parameter?.schema ?? {})))
  })
  const query = parameters
    .filter(one => one.in === 'query' && (one.required || one.name in values))
    .map(one => `${one.name}=${encodeURIComponent(values[one.name] ?? String(exampleOf(one.schema)))}`)
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled
}

/** Something that a schema takes, with everything in it that may be there. */
export function exampleOf(schema: Schema): unknown {
  const {
    anyOf,
    properties,
    items,
    type,
    format,
    enum: choices,
    const: only,
    examples,
  } = schema as {
    anyOf?: Schema[]
    properties?: Record<string, Schema>
    items?: Schema
    type?: string
    format?: string
    enum?: unknown[]
    const?: unknown
    examples?: unknown[]
  }
  if (examples?.length) return examples[0]
  if (only !== undefined) return only
  if (choices) return choices[0]
  if (anyOf) return exampleOf(anyOf.find(one => one.properties !== undefined) ?? anyOf.at(0) ?? {})
  if (properties) return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, exampleOf(one)]))
  if (items) return [exampleOf(items)]
  if (type === 'object') return {}
  if (type === 'integer' || type === 'number') return 1
  if (type === 'boolean') return true
  if (type === 'null') return null
  return exampleText(format, schema)
}

function exampleText(format: string | undefined, { pattern, minLength }: Schema): string {
  if (format === 'uuid') return '0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e'
  if (format === 'date-time') return '2026-12-24T12:00:00Z'
  if (format === 'email') return 'somebody@example.org'
  if (typeof pattern === 'string' && pattern.includes('24:00')) return '09:00'
  if (typeof pattern === 'string' && pattern.includes('\\d')) return '+34600118204'
  if (pattern === '^[\\w-]+$') return Buffer.from('1').toString('base64url')
  return 'UTC'.padEnd(Number(minLength ?? 0), '.')
}

/** A value somewhere inside of a body, and what it may be. */
export type Spot = { path: (string | number)[]; schema: Schema }

/** Every place of a body at which something could be wrong. */
export function spotsOf(schema: Schema, path: (string | number)[] = []): Spot[] {
  const { anyOf, properties, items } = schema as {
    anyOf?: Schema[]
    properties?: Record<string, Schema>
    items?: Schema
  }
  if (anyOf) {
    const chosen = anyOf.find(one => one.properties !== undefined) ?? anyOf.at(0) ?? {}
    return [
      ...(path.length > 0 ? [{ path, schema }] : []),
      ...spotsOf(chosen, path).filter(spot => spot.path.length > path.length),
    ]
  }
  const inside = properties
    ? Object.entries(properties).flatMap(([name, one]) => spotsOf(one, [...path, name]))
    : items
      ? spotsOf(items, [...path, 0])
      : []
  return [...(path.length > 0 ? [{ path, schema }] : []), ...inside]
}

/** A copy of a body with another value at one place. */
export function withAt(value: unknown, [first, ...rest]: readonly (string | number)[], given: unknown): unknown {
  if (first === undefined) return given
  if (Array.isArray(value)) return value.map((one, index) => (index === first ? withAt(one, rest, given) : one))
  const object = value as Record<string, unknown>
  return { ...object, [first]: withAt(object[first], rest, given) }
}

/** A copy of a body without one place. */
export function withoutAt(value: unknown, path: readonly (string | number)[]): unknown {
  return JSON.parse(JSON.stringify(withAt(value, path, undefined)))
}

/** Values that a schema does not take, each with what is wrong about it. */
export function wrongsFor(schema: Schema): { what: string; value: unknown }[] {
  const kinds = kindsOf(schema)
  const wrong: { what: string; value: unknown }[] = []
  const add = (what: string, value: unknown, isWrong: boolean): void => {
    if (isWrong) wrong.push({ what, value })
  }
  add('a number for text', 7, !kinds.has('number'))
  add('a huge number', 1e308, true)
  add('a fraction', 1.5, !branches(schema).some(({ type }) => type === 'number'))
  add('a negative number', -1, true)
  add('true', true, !kinds.has('boolean'))
  // Where names are free, as many as there are may come.
  add('an object', { surprise: 1 }, !branches(schema).some(({ additionalProperties }) => additionalProperties))
  add('a list in a list', [[[]]], true)
  add('null', null, !kinds.has('null'))
  add('empty text', '', true)
  const { isText, maxLength } = textOf(schema)
  add('too long a text', 'x'.repeat((maxLength ?? 300_000) + 1), isText)
  add('a NUL', 'a\0b', isText)
  add('half a character', 'a\ud800b', isText)
  add('blanks', '  \t ', isText)
  return wrong
}

const branches = (schema: Schema): Schema[] =>
  ((schema.anyOf as Schema[] | undefined) ?? [schema]).flatMap(one => (one.anyOf ? branches(one) : [one]))

function kindsOf(schema: Schema): Set<string> {
  return new Set(
    branches(schema).flatMap(({ type, const: only }) => {
      const kind = type ?? (only === null ? 'null' : typeof only)
      return kind === 'integer' ? ['number'] : [kind as string]
    }),
  )
}

function textOf(schema: Schema): { isText: boolean; maxLength: number | undefined } {
  const text = branches(schema).find(({ type, enum: choices, const: only }) => type === 'string' && !choices && !only)
  return { isText: text !== undefined, maxLength: text?.maxLength as number | undefined }
}
