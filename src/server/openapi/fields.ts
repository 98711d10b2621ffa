import { Html, html } from './html.ts'
import type { Schema } from './schemas.ts'

/** A schema as a list of its fields, as deep as it goes; what has a name is a link to it. */
export function fieldsOf(schema: Schema): Html {
  const { properties, required } = schema as { properties?: Record<string, Schema>; required?: string[] }
  if (!properties) return html`<p>${typeOf(schema)}${limitsOf(schema)}</p>${inner(schema)}`
  if (Object.keys(properties).length === 0) return html`<p>Nothing.</p>`
  return html`<dl>${Object.entries(properties).map(
    ([name, field]) => html`
<dt><code>${name}</code> <span>${typeOf(field)}${required?.includes(name) ? '' : ', may be left out'}${limitsOf(field)}</span></dt>
<dd>${field.description}${inner(field)}</dd>`,
  )}</dl>`
}

/** What is inside of a field that is no plain value. */
function inner(field: Schema): Html | null {
  const { items, anyOf } = field as { items?: Schema; anyOf?: Schema[] }
  if (field.properties) return fieldsOf(field)
  if (items && hasInside(items)) return inner(items)
  const inside = anyOf?.filter(hasInside) ?? []
  return inside.length > 0
    ? html`${inside.map((one, index) => html`${index > 0 && html`<p>or</p>`}${inner(one)}`)}`
    : null
}

const hasInside = (schema: Schema): boolean =>
  schema.properties !== undefined ||
  (schema.items !== undefined && hasInside(schema.items as Schema)) ||
  ((schema.anyOf as Schema[] | undefined)?.some(hasInside) ?? false)

/** Of more choices than this only one is named: all are in the document. */
const mostChoices = 20

/** `text or null`, `list of IssueRow`, `one of "in", "out"`. */
export function typeOf(schema: Schema): Html {
  const {
    $ref,
    anyOf,
    items,
    type,
    format,
    enum: choices,
    const: only,
  } = schema as {
    $ref?: string
    anyOf?: Schema[]
    items?: Schema
    type?: string | string[]
    format?: string
    enum?: unknown[]
    const?: unknown
  }
  if ($ref) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1)
    return html`<a href="#schema-${name}">${name}</a>`
  }
  if (anyOf) {
    const kinds = [...new Set(anyOf.map(one => typeOf(one).text))].map(text => new Html(text))
    return html`${kinds.map((one, index) => html`${index > 0 && ' or '}${one}`)}`
  }
  if (only !== undefined) return html`<code>${JSON.stringify(only)}</code>`
  if (choices && choices.length > mostChoices) return html`text like <code>${JSON.stringify(choices.at(-1))}</code>`
  if (choices)
    return html`${choices.map((one, index) => html`${index > 0 && ' or '}<code>${JSON.stringify(one)}</code>`)}`
  if (items) return html`list of ${typeOf(items)}`
  const plain = [type]
    .flat()
    .map(one => (one === 'string' ? (words[format ?? ''] ?? 'text') : one === 'object' ? 'object' : one))
  return html`${plain.join(' or ')}`
}

const words: Record<string, string> = { uuid: 'UUID', 'date-time': 'time', email: 'e-mail address' }

function limitsOf(schema: Schema): string {
  const { minLength, maxLength, minimum, maximum, maxItems, default: left } = schema
  const says = [
    maxLength !== undefined && `at most ${maxLength} characters`,
    minLength !== undefined && Number(minLength) > 1 && `at least ${minLength}`,
    maximum !== undefined &&
      minimum !== undefined &&
      Number(maximum) < Number.MAX_SAFE_INTEGER &&
      `${minimum} to ${maximum}`,
    maxItems !== undefined && `at most ${maxItems}`,
    left !== undefined && `without it: ${JSON.stringify(left)}`,
  ].filter(Boolean)
  return says.length > 0 ? `, ${says.join(', ')}` : ''
}
