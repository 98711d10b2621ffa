import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/core/refusals.ts'
import { openApiDocument } from '../../src/server/openapi/document.ts'
import { html } from '../../src/server/openapi/html.ts'
import { docsPage } from '../../src/server/openapi/page.ts'
import { allRoutes } from '../../src/server/routes/all.ts'

const page = docsPage(openApiDocument('http://localhost:4000'))
/** Commands that are told something. */
const told = allRoutes.filter(({ body }) => body !== null && !body.safeParse({}).success)
const withExample = allRoutes.filter(route => route.example !== null || told.includes(route))

describe('the docs show each command with an example', () => {
  test.each(withExample.map(route => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
    expect(route.example).not.toBeNull()
    expect(route.body?.safeParse(route.example).error).toBeUndefined()
    expect(page).toContain(html`${JSON.stringify(route.example, null, 2)}`.text)
  })
})

test('the docs show each refusal with the sentences that somebody may get to read', () => {
  for (const code of Object.keys(catalogue))
    expect(page).toMatch(new RegExp(`<dt id="${code}">.+</dt><dd>[A-Z#€].+</dd>`))
  expect(page).not.toMatch(/undefined|NaN|\[object/)
})
