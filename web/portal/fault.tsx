import type { Reply } from './api.ts'
import { words } from './words.ts'

/** Why something was not done, and what to do instead, where it was asked for. */
export function Fault({ reply }: { reply: Reply | null }) {
  if (!reply || 'issue' in reply) return null
  return (
    <p className="fault" role="alert">
      {'refused' in reply
        ? `${reply.refused.detail} ${reply.refused.remedy}`
        : 'ended' in reply
          ? words.ended.why
          : words.notSent}
    </p>
  )
}
