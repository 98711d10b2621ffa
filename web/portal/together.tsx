import { useEffect, useRef } from 'react'
import type { PortalAnswer } from '../../src/contract/answers.ts'
import { firstName, Hands } from '../ui/face.tsx'
import { leave, newKey, send } from './api.ts'
import type { Page } from './use-act.ts'
import { words } from './words.ts'

const { together: says } = words

/** How often the page says that the customer is there while they are brought together. */
const everyMs = 5000

/** A live introduction: the people who are here with the customer, now (Rule 9). */
export function Together({ issue, page }: { issue: PortalAnswer; page: Page }) {
  const { live } = issue
  usePresence(live?.channel === 'chat', page)
  useMet(issue, page)
  if (!live) return null
  const [giver, receiver] = [firstName(live.giver.name), firstName(live.receiver.name)]
  const here = live.here.map(({ name }) => firstName(name))
  return (
    <p className="together" role="status">
      <Hands people={live.channel === 'phone' ? [live.giver, live.receiver] : live.here} />
      <span>
        {live.state === 'interrupted'
          ? says.interrupted(giver, receiver)
          : live.channel === 'phone'
            ? says.phone(giver, receiver)
            : says.here(here, live.here.length === 2 ? null : live.here[0]?.id === live.receiver.id ? giver : receiver)}
      </span>
    </p>
  )
}

/** Says that they have met, in the moment when it is so. */
function useMet({ live, owner }: PortalAnswer, { say }: Page): void {
  const before = useRef(live)
  useEffect(() => {
    if (before.current && !live && before.current.receiver.id === owner.id) say(says.met(firstName(owner.name)))
    before.current = live
  }, [live, owner, say])
}

/** The page says that it is open, as long as somebody looks at it, and that it closes. */
function usePresence(wanted: boolean, { take }: Page): void {
  useEffect(() => {
    if (!wanted) return
    const sayHere = (): void => {
      if (document.visibilityState === 'visible') void send('/present', {}, newKey()).then(take)
    }
    sayHere()
    const timer = setInterval(sayHere, everyMs)
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', sayHere)
    return () => {
      clearInterval(timer)
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', sayHere)
    }
  }, [wanted, take])
}
