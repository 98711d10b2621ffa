import type { Problem } from '../../../../src/server/contract/answers.ts'

/** Why something asked was not answered, as the screen says it. */
export class Unanswered extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Asks the API for something; what is thrown is a sentence for the reader. */
export async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`/api/v1${path}`, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
  }).catch(() => {
    throw new Unanswered(0, 'The desk does not answer. Check that it runs; this page tries again by itself.')
  })
  if (response.ok) return (await response.json()) as Answer
  const problem = (await response.json().catch(() => null)) as Problem | null
  throw new Unanswered(response.status, problem ? `${problem.detail} ${problem.remedy}` : 'The desk could not answer.')
}

const mostRawBytes = 256 * 1024

/** The begin of a mail's source: enough to read, not enough to choke on. */
export async function readSource(id: string): Promise<{ text: string; whole: boolean }> {
  const response = await fetch(`/api/v1/mail/${id}/raw`)
  if (!response.ok || !response.body) throw new Unanswered(response.status, 'The source of this mail is not here.')
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (value) {
      chunks.push(value)
      size += value.length
    }
    if (done || size > mostRawBytes) {
      await reader.cancel()
      return { text: decode(chunks).slice(0, mostRawBytes), whole: done }
    }
  }
}

function decode(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder()
  return chunks.map(chunk => decoder.decode(chunk, { stream: true })).join('') + decoder.decode()
}
