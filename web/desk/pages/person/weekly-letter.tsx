import { useState } from 'react'
import { announce } from '../../../ui/announce.tsx'
import { Check } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useCommand } from '../../use-command.ts'
import { words as everything } from './words.ts'

const words = everything.letter

/** Whether the letter about the week comes to me by mail, too. */
export function WeeklyLetter({ wanted }: { wanted: boolean }) {
  // Nothing can refuse it, so that it is shown as chosen at once.
  const [chosen, choose] = useState(wanted)
  const { send, fault } = useCommand<{ wanted: boolean }, undefined>('/me/weekly-letter', {
    done: () => announce(words.done),
  })
  const change = (next: boolean): void => {
    choose(next)
    send({ wanted: next })
  }
  return (
    <section className="person-part stack">
      <div>
        <Check checked={chosen} change={change}>
          {words.title}
        </Check>
        <p className="hint">{words.lead}</p>
      </div>
      <Refusal fault={fault} />
    </section>
  )
}
