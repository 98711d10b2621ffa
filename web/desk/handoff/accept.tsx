import { type FormEvent, useState } from 'react'
import type { HandoffAnswer, IssueAnswer, PromiseAnswer } from '../../../src/contract/answers.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { firstName } from '../../ui/face.tsx'
import { Choice, Field, TextArea } from '../../ui/field.tsx'
import { useNow } from '../../ui/now.tsx'
import { type Fault, Refusal } from '../../ui/refusal.tsx'
import { moment } from '../../ui/times.ts'
import { runningOf, whatOf } from '../pages/issue/sentences.ts'
import { useCommand } from '../use-command.ts'
import { useDraft } from '../use-draft.ts'
import { momentOf, useWhen } from '../when/use-when.ts'
import { WhenField } from '../when/when-field.tsx'
import { words } from './words.ts'

const empty = { readBack: '', nextStep: '', due: '', moves: {} as Record<string, string> }
type Accepting = { readBack: string; nextStep: string; due: string; moves: { promise: number; due: string }[] }
type AcceptProps = { issue: IssueAnswer; handoff: HandoffAnswer; back: () => void }

/** Accepting takes a read-back, and says of each running promise whether it stands (Rule 7). */
export function Accept({ issue, handoff, back }: AcceptProps) {
  const { number, customer } = issue
  const [name, giver] = [firstName(customer.name), firstName(handoff.giver.name)]
  const { draft, change, clear } = useDraft(`${number} accept ${handoff.id}`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<Accepting>(`/issues/${number}/handoffs/${handoff.id}/accept`, {
    done: () => {
      clear()
      announce(words.accepted(giver, name))
    },
  })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    command.clear()
    const readBack = draft.readBack.trim()
    const nextStep = draft.nextStep.trim()
    if (!readBack || !nextStep || !draft.due.trim()) return setFaulty(words.missing)
    const read = await readTimes(draft)
    if ('fault' in read) return setFaulty(read.fault)
    setFaulty(null)
    command.send({ readBack, nextStep, ...read })
  }
  return (
    <form className="stack handoff-form" onSubmit={event => void submit(event)} noValidate>
      <div>
        <h3>{words.acceptTitle}</h3>
        <p className="lead">{words.acceptLead(giver, name)}</p>
      </div>
      <TextArea
        label={words.readBackLabel}
        value={draft.readBack}
        autoFocus
        rows={3}
        change={readBack => change({ readBack })}
      />
      <Field
        label={words.nextStepLabel}
        value={draft.nextStep}
        maxLength={2000}
        change={nextStep => change({ nextStep })}
      />
      <Due label={words.dueLabel} value={draft.due} change={due => change({ due })} />
      <Moves
        promises={runningOf(issue).filter(({ state }) => state === 'open')}
        moves={draft.moves}
        change={moves => change({ moves })}
      />
      <Refusal fault={faulty ?? command.fault} />
      <div className="row-of">
        <Button type="submit" look="primary" busy={command.isSending}>
          {words.acceptAct(giver)}
        </Button>
        <Button look="quiet" onClick={back}>
          {words.back}
        </Button>
      </div>
    </form>
  )
}

/** Reads every time in words; the first that is none is the fault. */
async function readTimes({ due, moves }: typeof empty): Promise<Pick<Accepting, 'due' | 'moves'> | { fault: Fault }> {
  const read = await momentOf(due)
  if ('fault' in read) return read
  const moved: Accepting['moves'] = []
  for (const [promise, text] of Object.entries(moves)) {
    const to = await momentOf(text)
    if ('fault' in to) return to
    moved.push({ promise: Number(promise), due: to.at })
  }
  return { due: read.at, moves: moved }
}

function Due({ label, value, change }: { label: string; value: string; change: (text: string) => void }) {
  const understood = useWhen(value)
  return <WhenField label={label} value={value} change={change} understood={understood} placeholder="tomorrow 10:00" />
}

type MovesProps = {
  promises: readonly PromiseAnswer[]
  moves: Record<string, string>
  change: (moves: Record<string, string>) => void
}

/** Of each running promise: it stands, or it is moved with the introduction (Rule 13). */
function Moves({ promises, moves, change }: MovesProps) {
  const now = useNow()
  if (promises.length === 0) return null
  return (
    <fieldset className="handoff-promises">
      <legend>{words.promisesTitle}</legend>
      {promises.map(promise => {
        const to = moves[promise.id]
        const { [String(promise.id)]: _, ...others } = moves
        return (
          <div key={promise.id}>
            <Choice
              label={words.promise(moment(promise.due, now), whatOf(promise))}
              options={{ stands: words.stands, moved: words.moved }}
              value={to === undefined ? 'stands' : 'moved'}
              change={next => change(next === 'moved' ? { ...moves, [promise.id]: '' } : others)}
            />
            {to !== undefined && (
              <Due label={words.moveTo} value={to} change={text => change({ ...moves, [promise.id]: text })} />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
