import type { PortalAnswer, Problem } from '../../src/contract/answers.ts'

/** What comes of asking: the issue, the visit's end, or why not. */
export type Reply =
  | { issue: PortalAnswer }
  | { ended: true }
  | { refused: Pick<Problem, 'code' | 'detail' | 'remedy'> }
  | { offline: true }

const base = '/api/v1/portal'

export const readIssue = (): Promise<Reply> => ask('/issue')

/** `key`: the same for a second try of the same, so that it happens once. */
export const send = (path: string, body: object, key: string): Promise<Reply> => ask(path, body, key)

/** The page closes: said on the way out, with no answer to wait for. */
export const leave = (): void =>
  void fetch(`${base}/leave`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    keepalive: true,
  }).catch(() => {})

/** Asks for a fresh link; what comes back is the same whether there is such an issue or not. */
export async function askForLink(link: string): Promise<boolean> {
  try {
    const response = await post('/link', { link }, null)
    return response.ok
  } catch {
    return false
  }
}

export function newKey(): string {
  // randomUUID exists on https only; a desk in a company's own network may have none.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

async function ask(path: string, body?: object, key: string | null = null): Promise<Reply> {
  try {
    const response = await (body
      ? post(path, body, key)
      : fetch(base + path, { headers: { accept: 'application/json' } }))
    if (response.ok) return { issue: (await response.json()) as PortalAnswer }
    if (response.status === 401 || response.status === 403 || response.status === 404) return { ended: true }
    if (response.status >= 500) return { offline: true }
    const { code, detail, remedy } = (await response.json()) as Problem
    return { refused: { code, detail, remedy } }
  } catch {
    return { offline: true }
  }
}

const post = (path: string, body: object, key: string | null): Promise<Response> =>
  fetch(base + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key ? { 'idempotency-key': key } : {}),
    },
    body: JSON.stringify(body),
  })
