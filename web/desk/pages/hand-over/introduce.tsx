import { type FormEvent, useMemo } from 'react'
import type { HandoffAnswer, IssueAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Check, TextArea } from '../../../ui/field.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { moment, wholeDate } from '../../../ui/times.ts'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { runningOf, whatOf } from '../issue/sentences.ts'
import { words } from './words.ts'

type IntroduceProps = { issue: IssueAnswer; handoff: HandoffAnswer }

/** The giver tells the customer who comes, what they will do and by when (Rule 8). */
export function Introduce({ issue, handoff }: IntroduceProps) {
  const now = useNow()
  const { number, customer } = issue
  const receiver = handoff.receiver?.name ?? ''
  const name = firstName(customer.name)
  const begin = useMemo(() => ({ message: letterOf(issue, handoff), keeps: [] as number[] }), [issue, handoff])
  const { draft, change, clear } = useDraft(`${number} introduce ${handoff.id}`, begin)
  const { send, isSending, fault } = useCommand<{ message: string; keeps: number[] }>(
    `/issues/${number}/handoffs/${handoff.id}/introduce`,
    {
      done: () => {
        clear()
        announce(words.introduced(firstName(receiver)))
      },
    },
  )
  const message = draft.message.trim()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (message) send({ message, keeps: draft.keeps })
  }
  const running = runningOf(issue)
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextArea label={words.message(name)} rows={8} value={draft.message} change={next => change({ message: next })} />
      {running.length > 0 && (
        <fieldset className="introduce-keeps">
          <legend>{words.keepsToo}</legend>
          {running.map(promise => (
            <Check
              key={promise.id}
              checked={draft.keeps.includes(promise.id)}
              change={keeps =>
                change({
                  keeps: keeps ? [...draft.keeps, promise.id] : draft.keeps.filter(id => id !== promise.id),
                })
              }
            >
              {moment(promise.due, now)}: {whatOf(promise)}
            </Check>
          ))}
        </fieldset>
      )}
      <Refusal fault={fault} />
      <div>
        <Button type="submit" look="primary" busy={isSending}>
          {words.introduceAct(firstName(receiver), name)}
        </Button>
      </div>
    </form>
  )
}

function letterOf({ customer }: IssueAnswer, { giver, receiver, readBack }: HandoffAnswer): string {
  return words.letter({
    customer: customer.name,
    giver: giver.name,
    receiver: receiver?.name ?? '',
    nextStep: readBack?.nextStep ?? '',
    due: readBack ? wholeDate(readBack.due) : '',
  })
}
