import type { Fault } from '../../../ui/refusal.tsx'
import { ProblemError } from '../../api.ts'
import { words } from './words.ts'

/** What a file says; whether it is an audit in all its parts the server knows. */
export type ReadAudit = { audit: object } | { fault: Fault }

/** The figures of any log are far smaller. */
const mostBytes = 200_000

/** Reads what somebody chose or dropped. */
export async function readAudit(file: File): Promise<ReadAudit> {
  const { tooLarge, unreadable, noJson, somethingElse } = words.faults
  if (file.size > mostBytes) return { fault: tooLarge(file.name) }
  const text = await file.text().catch(() => null)
  if (text === null) return { fault: unreadable(file.name) }
  const json = parsed(text)
  if (json === undefined) return { fault: noJson(file.name) }
  return isLikeAnAudit(json) ? { audit: json } : { fault: somethingElse(file.name) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Enough of what makes an audit one that what is missing is worth naming. */
const isLikeAnAudit = (json: unknown): json is object =>
  typeof json === 'object' && json !== null && ['cases', 'person', 'group', 'silence'].some(key => key in json)

/** What the server found wrong with a file, by the places in the file; null: nothing, whatever else it found wrong. */
export function faultOfAudit(error: unknown, name: string): Fault | null {
  if (!(error instanceof ProblemError)) return null
  const errors = (error.problem.errors ?? [])
    .filter(({ path }) => path.startsWith('body.'))
    .map(({ path, message }) => ({
      path,
      message: `${path.replace(/^body\.(audit\.?)?/, '') || words.faults.allOfIt}: ${message}`,
    }))
  return errors.length > 0 ? { ...words.faults.otherShape(name), errors } : null
}
