import type { Problem } from '../../src/contract/answers.ts'
import type { Fault } from '../ui/refusal.tsx'
import { words } from './words.ts'

/** What the server answered instead: a refusal of the rulebook, or a fault of what was asked. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }

  /** Whether the server has said no: it will not have happened behind our back. */
  get isDecided(): boolean {
    return this.problem.status >= 400 && this.problem.status < 500
  }
}

const unreachable: Problem = { type: 'about:blank', title: '', status: 0, code: 'unreachable', ...words.unreachable }

/** Asks the server. Throws a ProblemError that says why not, and what to do. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return read(fetch(`/api/v1${path}`, { headers: { accept: 'application/json' }, signal: signal ?? null }))
}

/** Sends a command. `key`: the same for each try of the same thing, so that it happens once. */
export async function post<T>(path: string, body: object, key: string): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': key }
  return read(fetch(`/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))
}

async function read<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ProblemError(unreachable)
  })
  if (response.status === 401 && !isByLink()) return signIn<T>()
  if (response.status === 204) return undefined as T
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok && answer !== null) return answer as T
  throw new ProblemError(answer === null ? unreachable : (answer as Problem))
}

/** Whoever came by the link of a mail has no password: their page says how it goes on. */
const isByLink = (): boolean => location.pathname === '/a'

/** The page goes away; nothing that waits for an answer should go on. */
function signIn<T>(): Promise<T> {
  const next = location.pathname + location.search
  location.assign(`/sign-in?next=${encodeURIComponent(next)}`)
  return new Promise<T>(() => {})
}

/** What went wrong, as a screen says it. */
export function faultOf(error: unknown): Fault | null {
  if (!error) return null
  return error instanceof ProblemError ? error.problem : words.broken
}

/** A key for one thing to be done. randomUUID exists on https only; a desk in a company's own network may have none. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
