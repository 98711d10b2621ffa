import { useState } from 'react'
import type { MeAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Choice } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useCommand } from '../../use-command.ts'
import { words as everything } from './words.ts'

const words = everything.mail
type Told = MeAnswer['member']['toldByMail']

/** Which of what I am told goes by mail, too. */
export function ToldByMail({ told }: { told: Told }) {
  // Nothing can refuse it, so that it is shown as chosen at once.
  const [chosen, choose] = useState(told)
  const { send, fault } = useCommand<{ told: Told }, undefined>('/me/told-by-mail', {
    done: () => announce(words.done),
  })
  const change = (next: Told): void => {
    choose(next)
    send({ told: next })
  }
  return (
    <section className="person-part stack">
      <div>
        <Choice label={words.title} options={words.options} value={chosen} change={change} />
        <p className="hint">{words.lead}</p>
      </div>
      <Refusal fault={fault} />
    </section>
  )
}
