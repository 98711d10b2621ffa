import { useRef, useState } from 'react'
import { newKey, type Reply, readIssue, send } from './api.ts'
import { whyNot } from './fault.tsx'

/** How a part of the page shows what came of an act: the issue as it is then, and a word on it. */
export type Page = { take: (reply: Reply) => void; say: (text: string | null) => void }

/** Does one thing for the customer. Answers whether it was done; a second try of the same happens once. */
export function useAct({ take, say }: Page) {
  const [sending, setSending] = useState(false)
  const [failed, setFailed] = useState<Reply | null>(null)
  const last = useRef<{ asked: string; key: string } | null>(null)

  const act = async (path: string, body: object, done: string | null): Promise<boolean> => {
    const asked = JSON.stringify([path, body])
    if (last.current?.asked !== asked) last.current = { asked, key: newKey() }
    setSending(true)
    setFailed(null)
    const reply = await send(path, body, last.current.key)
    setSending(false)
    if ('refused' in reply) {
      // The issue has gone on: the page shows how it stands, and says why nothing was done.
      last.current = null
      say(whyNot(reply))
      take(await readIssue())
      return false
    }
    take(reply)
    if (!('issue' in reply)) setFailed(reply)
    else if (done) say(done)
    return 'issue' in reply
  }
  return { act, sending, failed }
}
