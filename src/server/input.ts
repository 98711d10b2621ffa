import type { z } from 'zod'
import type { Problem } from '../contract/answers.ts'
import { fault } from './problems.ts'

/** Where a value stood in the request. */
export type Place = 'path' | 'query' | 'body'

/** What a request says, read by its schema; or a problem that names each place that is wrong. */
export function read<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: Place,
): { value: z.output<Schema> } | { problem: Problem } {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data }
  const errors = errorsOf(parsed.error.issues, [place]).slice(0, mostErrors)
  const [first] = errors
  const detail = first ? `${first.path}: ${first.message}` : `The ${place} is not as it must be.`
  return { problem: fault('invalid_input', detail, remedies[place], { errors }) }
}

/** More than this many wrong places help nobody. */
const mostErrors = 20

const remedies: Record<Place, string> = {
  path: 'Check the address: numbers are digits, ids are UUIDs, as the answers give them.',
  query: 'Check what follows the question mark; /api/docs lists what can be asked.',
  body: 'Correct each place in `errors`; /api/docs shows the whole form.',
}

type Issue = z.core.$ZodIssue

function errorsOf(issues: readonly Issue[], at: readonly PropertyKey[]): { path: string; message: string }[] {
  return issues.flatMap(issue => {
    const path = [...at, ...issue.path]
    if (issue.code === 'invalid_union') return unionErrors(issue, path)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => ({ path: say([...path, key]), message: 'There is no such field. Leave it out.' }))
    return [{ path: say(path), message: sentence(issue) }]
  })
}

/** What to write instead. What the contract says in its own words stays. */
function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('undefined')
        ? 'This is missing.'
        : `Write ${nouns[issue.expected] ?? 'something else'}.`
    case 'invalid_value':
      return `Write ${issue.values.map(value => JSON.stringify(value)).join(' or ')}.`
    case 'too_big':
      return `At most ${issue.maximum}${units[issue.origin] ?? ''}.`
    case 'too_small':
      return issue.origin === 'string' ? 'Write something.' : `At least ${issue.minimum}${units[issue.origin] ?? ''}.`
    case 'invalid_format':
      return formats[issue.format] ?? issue.message
    default:
      return issue.message
  }
}

const nouns: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}
const units: Record<string, string> = { string: ' characters', array: ' entries' }
const formats: Record<string, string> = {
  uuid: 'Write an id, as the answers give it.',
  email: 'Write an address like ana@example.org.',
  datetime: 'Write a time like 2026-11-24T17:00:00Z.',
}

/** Of the ways in which a value could have been right, the one that it comes nearest to. */
function unionErrors(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
): { path: string; message: string }[] {
  const [nearest] = issue.errors.map(errors => errorsOf(errors, path)).sort((one, other) => one.length - other.length)
  return nearest && nearest.length > 0 ? nearest : [{ path: say(path), message: issue.message }]
}

/** `body.brief.tried`, `body.moves[2].due`. Long or strange names are cut: they come from outside. */
const say = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part).slice(0, 80)}`,
    )
    .join('')
    .toWellFormed()
