import { useCallback, useEffect, useState } from 'react'
import type { PortalAnswer } from '../../src/contract/answers.ts'
import { type Reply, readIssue } from './api.ts'

/** What the page knows: the issue, and whether that is fresh; or why there is none. */
export type Known =
  | { state: 'waiting' }
  | { state: 'issue'; issue: PortalAnswer; stale: boolean }
  | { state: 'ended' }
  | { state: 'offline' }

const everyMs = 20_000

/** Reads the issue, and again every 20 seconds and whenever the reader comes back to the page. */
export function useIssue(): { known: Known; take: (reply: Reply) => void; again: () => void } {
  const [known, setKnown] = useState<Known>({ state: 'waiting' })
  const take = useCallback((reply: Reply) => setKnown(before => after(before, reply)), [])
  const again = useCallback(() => void readIssue().then(take), [take])

  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') again()
    }
    look()
    const timer = setInterval(look, everyMs)
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [again])

  return { known, take, again }
}

function after(before: Known, reply: Reply): Known {
  if ('issue' in reply) return { state: 'issue', issue: reply.issue, stale: false }
  if ('ended' in reply) return { state: 'ended' }
  if (before.state === 'issue') return 'offline' in reply ? { ...before, stale: true } : before
  return { state: 'offline' }
}
