import type { Reply } from './api.ts'
import { words } from './words.ts'

/** Why something was not done, and what to do instead, where it was asked for. */
export function Fault({ reply }: { reply: Reply | null }) {
  if (!reply || 'issue' in reply) return null
  return (
    <p className="fault" role="alert">
      {whyNot(reply)}
    </p>
  )
}

export function whyNot(reply: Exclude<Reply, { issue: unknown }>): string {
  if ('offline' in reply) return words.notSent
  if ('ended' in reply) return words.ended.why
  const { code, detail, remedy } = reply.refused
  return words.refused[code] ?? `${detail} ${remedy}`
}
