import { useId } from 'react'
import { Button } from '../ui/button.tsx'
import { useMe } from './me.ts'
import './path-meaning.css'
import { words } from './words.ts'

/** What the workspace's escalation path means, one tap away from where its name stands. */
export function PathMeaning() {
  const { name, meaning, inbox } = useMe().workspace.path
  const id = useId()
  return (
    <>
      <Button look="quiet" className="path-ask" popoverTarget={id}>
        {words.whatIs(name)}
      </Button>
      <div id={id} popover="auto" className="path-meaning">
        <h2>{name}</h2>
        <p dir="auto">{meaning}</p>
        {inbox && <p>{words.pathInbox(inbox)}</p>}
      </div>
    </>
  )
}
