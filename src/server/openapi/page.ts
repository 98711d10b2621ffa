import type { RefusalCode } from '../../core/refusals.ts'
import { faults } from '../problems.ts'
import type { Who } from '../route.ts'
import { exampleOf, refusalCodes } from './document.ts'
import { fieldsOf, typeOf } from './fields.ts'
import { type Html, html } from './html.ts'
import type { Schema } from './schemas.ts'

/** The document as a page to read: one file, without scripts. */
export function docsPage(document: Schema): string {
  const { paths, tags, components } = document as {
    paths: Record<string, Record<string, Operation>>
    tags: { name: string }[]
    components: { schemas: Record<string, Schema> }
  }
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const bySubject = tags.map(({ name }) => ({
    name,
    all: operations.filter(({ operation }) => operation.tags.includes(name)),
  }))
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Baton API</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<nav aria-label="Contents">
<a href="#begin">How it works</a>
${tags.map(({ name }) => html`<a href="#${name}">${name}</a>`)}
<a href="#refusals">Refusals</a>
<a href="#faults">Faults</a>
<a href="#schemas">Answers</a>
</nav>
<main>
<h1>Baton API</h1>
${begin}
${bySubject.map(({ name, all }) => html`<h2 id="${name}">${name}</h2>${all.map(operationHtml)}`)}
<h2 id="refusals">Refusals</h2>
<p>A refusal is an answer: the command did not happen, and the remedy says what to do instead. Status 409.</p>
<dl class="codes">${refusalCodes.map(refusalHtml)}</dl>
<h2 id="faults">Faults</h2>
<p>What can be wrong with a request itself.</p>
<dl class="codes">${Object.entries(faults).map(
    ([code, { status, title }]) =>
      html`<dt id="${code}"><code>${code}</code> <span>${status}</span></dt><dd>${title}.</dd>`,
  )}</dl>
<h2 id="schemas">Answers</h2>
${Object.entries(components.schemas).map(
  ([name, schema]) => html`<section><h3 id="schema-${name}">${name}</h3>${fieldsOf(schema)}</section>`,
)}
</main>
</body>
</html>`.text
}

type Operation = {
  tags: string[]
  summary: string
  'x-who': Who
  parameters: (Schema & { name: string; in: string; schema: Schema; description?: string; required?: boolean })[]
  requestBody?: { content: { 'application/json': { schema: Schema; example?: unknown } } }
  responses: Record<string, { content?: Record<string, { schema: Schema }>; 'x-codes'?: string[] }>
}

const begin = html`<section id="begin">
<p>Everything is JSON in UTF-8 below <code>/api/v1</code>, described for machines in
<a href="/api/v1/openapi.json">OpenAPI 3.1</a>. Times are RFC 3339; answers give them in UTC.</p>
<h3>Who asks</h3>
<p>Programs send an API key, which acts as its member: <code>Authorization: Bearer baton_…</code>, made by
<code>npx baton key create EMAIL</code>. Browsers have a session cookie; a command by cookie must come from the desk's own pages.</p>
<h3>Once</h3>
<p>With <code>Idempotency-Key</code> a command sent twice acts once, also at the same moment or after a restart, and is answered the
same. The same key with something else is <a href="#key_reused"><code>key_reused</code></a>.</p>
<h3>Pages of a list</h3>
<p>A list answers with <code>items</code> and <code>next</code>. Send <code>next</code> back as <code>cursor</code> for the page after it;
on the last one it is null.</p>
<h3>What can come instead</h3>
<p>Problem documents (RFC 9457) with a stable <code>code</code>, what happened (<code>detail</code>) and what to do now
(<code>remedy</code>): <a href="#refusals">refusals</a> of the rulebook, and <a href="#faults">faults</a> of the request.</p>
</section>`

const readers: Record<Who, string> = {
  anyone: 'Anyone',
  member: 'Members',
  seat: 'Members with a seat',
  supervisor: 'Supervisors and admins',
  admin: 'Admins',
  customer: 'The customer, by their link',
  assistant: 'Who is asked to help, by their link',
}

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }): Html {
  const { summary, parameters, requestBody, responses } = operation
  const codes = Object.values(responses).flatMap(response => response['x-codes'] ?? [])
  const own = codes.filter(code => !everywhere.has(code))
  const [status = '', response] = Object.entries(responses).find(([, one]) => !one['x-codes']) ?? []
  const [type, content] = Object.entries(response?.content ?? {})[0] ?? []
  const asked = parameters.filter(({ in: place }) => place !== 'header')
  return html`<section>
<h3><code><b>${method}</b> ${path}</code></h3>
<p>${summary}</p>
<p class="who">${readers[operation['x-who']]}</p>
${asked.length > 0 && html`<h4>In the address</h4>${fieldsOf(asFields(asked))}`}
${requestBody && bodyHtml(requestBody.content['application/json'])}
<h4>Answer</h4>
<p>${status}${content && html`: ${type === 'application/json' ? typeOf(content.schema) : type}`}</p>
${own.length > 0 && html`<h4>Instead</h4><p>${own.map(code => html`<a href="#${code}"><code>${code}</code></a> `)}</p>`}
</section>`
}

const bodyHtml = ({
  schema,
  example,
}: {
  schema: Schema
  example?: unknown
}): Html => html`<h4>Body</h4>${fieldsOf(schema)}
${example !== undefined && html`<p>For example:</p><pre><code>${JSON.stringify(example, null, 2)}</code></pre>`}`

/** What every route may answer, and is said once. */
const everywhere = new Set([
  'invalid_input',
  'bad_request',
  'malformed_json',
  'too_large',
  'unsupported_media_type',
  'not_signed_in',
  'not_allowed',
  'cross_site',
  'key_reused',
  'wrong_host',
  'unexpected',
  'unavailable',
])

const asFields = (parameters: Operation['parameters']): Schema => ({
  properties: Object.fromEntries(
    parameters.map(({ name, schema, description }) => [name, { ...schema, ...(description && { description }) }]),
  ),
  required: parameters.filter(({ required }) => required).map(({ name }) => name),
})

function refusalHtml(code: RefusalCode): Html {
  const { detail, remedy } = exampleOf(code)
  return html`<dt id="${code}"><code>${code}</code></dt><dd>${detail} <em>${remedy}</em></dd>`
}
