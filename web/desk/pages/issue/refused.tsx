import { createContext, use } from 'react'
import { Button } from '../../../ui/button.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { words } from './words.ts'

/** How the page of an issue lets one leave a word for whoever looks after it; null where one does oneself. */
export const TellOwner = createContext<{ owner: string; tell: () => void } | null>(null)

/** Why not, where it arose; where it is somebody else's, with the way to tell them (Rule 5, Scenario 51). */
export function Refused({ fault }: { fault: Fault | null }) {
  const way = use(TellOwner)
  return (
    <>
      <Refusal fault={fault} />
      {fault?.code === 'not_owner' && way && <Button onClick={way.tell}>{words.tellOwner(way.owner)}</Button>}
    </>
  )
}
