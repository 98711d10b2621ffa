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
  const { send, sent, fault } = useCommand<{ told: Told }, undefined>('/me/told-by-mail', {
    done: () => announce(words.done),
  })
  return (
    <section className="person-part stack">
      <div>
        <Choice
          label={words.title}
          options={words.options}
          value={sent?.told ?? told}
          change={next => send({ told: next })}
        />
        <p className="hint">{words.lead}</p>
      </div>
      <Refusal fault={fault} />
    </section>
  )
}
