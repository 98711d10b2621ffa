import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { KindAnswer, RulesAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Field } from '../../../../ui/field.tsx'
import { Refusal } from '../../../../ui/refusal.tsx'
import { Loaded } from '../../../loaded.tsx'
import { kinds, rules } from '../../../queries.ts'
import { useCommand } from '../../../use-command.ts'
import { words } from './words.ts'

const noSteps: RulesAnswer['checklist'] = []

/** The kinds of issue, each with the steps that lessons have brought. */
export function Kinds() {
  const steps = useQuery(rules).data?.checklist ?? noSteps
  return (
    <section className="kinds">
      <h2>{words.kinds}</h2>
      <p className="hint">{words.kindsHint}</p>
      <Loaded asked={useQuery(kinds)}>
        {all => (
          <>
            {all.length === 0 && <p>{words.noKinds}</p>}
            <ul>
              {all.map(kind => (
                <Kind key={kind.id} kind={kind} steps={steps.filter(step => step.kind.id === kind.id)} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <AddKind />
    </section>
  )
}

function Kind({ kind: { id, name, active }, steps }: { kind: KindAnswer; steps: RulesAnswer['checklist'] }) {
  const giveUp = useCommand<object, KindAnswer[]>(`/kinds/${id}/give-up`, { done: () => announce(words.gone(name)) })
  const takeUp = useCommand<{ name: string }, KindAnswer[]>('/kinds', { done: () => announce(words.added(name)) })
  return (
    <li className={active ? undefined : 'given-up'}>
      <div>
        <strong>{name}</strong> <small>{active ? steps.length === 0 && words.noSteps : words.givenUp}</small>
        {steps.length > 0 && (
          <ul className="kind-steps">
            {steps.map(({ lesson, says }) => (
              <li key={lesson}>
                {says} <a href={`/desk/lessons/${lesson}`}>{words.lesson(lesson)}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
      {active ? (
        <Button look="quiet" busy={giveUp.isSending} onClick={() => giveUp.send({})}>
          {words.giveUp}
        </Button>
      ) : (
        <Button look="quiet" busy={takeUp.isSending} onClick={() => takeUp.send({ name })}>
          {words.takeUp}
        </Button>
      )}
      <Refusal fault={giveUp.fault ?? takeUp.fault} />
    </li>
  )
}

function AddKind() {
  const [name, setName] = useState('')
  const { send, isSending, fault } = useCommand<{ name: string }, KindAnswer[]>('/kinds', {
    done: () => {
      announce(words.added(name.trim()))
      setName('')
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim()) send({ name: name.trim() })
  }
  return (
    <form className="kind-add" onSubmit={submit}>
      <Field label={words.add} value={name} maxLength={80} change={setName} />
      <Button type="submit" busy={isSending}>
        {words.addIt}
      </Button>
      <Refusal fault={fault} />
    </form>
  )
}
