import type { DeskAnswer, Problem } from '../../../../src/contract/answers.ts'

/** What comes of asking before one is signed in: done, or why not. */
export type Reply =
  | { done: true }
  | { refused: Pick<Problem, 'detail' | 'remedy' | 'code'> & { errors: NonNullable<Problem['errors']> } }
  | { offline: true }

export async function post(path: string, body: object): Promise<Reply> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) return { done: true }
    const { detail, remedy, code, errors = [] } = (await response.json()) as Problem
    return { refused: { detail, remedy, code, errors } }
  } catch {
    return { offline: true }
  }
}

const offline = {
  detail: 'The desk does not answer.',
  remedy: 'Check that it runs, then try again. What you wrote is still here.',
}

/** Why it was not done, for the reader. */
export const faultOf = (reply: Reply): { detail: string; remedy: string } | null =>
  'done' in reply ? null : 'refused' in reply ? reply.refused : offline

/** What anybody may know of the desk; null when it does not answer. */
export async function readDesk(): Promise<DeskAnswer | null> {
  try {
    const response = await fetch('/api/v1/desk', { headers: { accept: 'application/json' } })
    return response.ok ? ((await response.json()) as DeskAnswer) : null
  } catch {
    return null
  }
}
