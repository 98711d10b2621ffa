import { z } from 'zod'
import * as answers from '../../contract/answers.ts'
import type { Route } from '../route.ts'

/** A JSON Schema as OpenAPI 3.1 takes it. */
export type Schema = Record<string, unknown>

const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType

/** Every named answer of the contract, which the document describes once and refers to. */
const named = Object.entries(answers).flatMap(([name, value]) => (isSchema(value) ? [[name, value] as const] : []))

/** What the routes answer: the named schemas, and for each route its own, which refers to them. */
export function answerSchemas(routes: readonly Route[]): { named: Record<string, Schema>; of: Map<Route, Schema> } {
  const registry = z.registry<{ id: string }>()
  for (const [name, schema] of named) registry.add(schema, { id: name })
  const own = routes.map((route, index) => ({ route, id: `route ${index}` }))
  for (const { route, id } of own) if (!registry.has(route.answer)) registry.add(route.answer, { id })
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io: 'output',
    uri: name => `#/components/schemas/${name}`,
    override: ({ jsonSchema }) => {
      // What is answered may grow; and a format says more than the pattern that checks it.
      delete jsonSchema.additionalProperties
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern
    },
  })
  const plain = (name: string): Schema => withoutKeys(schemas[name] ?? {}, '$id', '$schema')
  const nameOf = (route: Route): string | undefined => registry.get(route.answer)?.id
  return {
    named: Object.fromEntries(named.map(([name]) => [name, plain(name)])),
    of: new Map(
      routes.map(route => {
        const name = nameOf(route) ?? ''
        return [route, name.startsWith('route ') ? plain(name) : { $ref: `#/components/schemas/${name}` }]
      }),
    ),
  }
}

/** What may be sent: the schema before anything is filled in or read from it. */
export const askedSchema = (schema: z.ZodType): Schema =>
  withoutKeys(
    z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io: 'input',
      override: ({ jsonSchema }) => {
        if (jsonSchema.format !== undefined || jsonSchema.type === 'integer') delete jsonSchema.pattern
        if (jsonSchema.type === 'integer') delete jsonSchema.maxLength
      },
    }),
    '$schema',
  )

const withoutKeys = (schema: object, ...keys: string[]): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)))
