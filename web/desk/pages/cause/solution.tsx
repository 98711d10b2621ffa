import { useState } from 'react'
import type { CauseAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { Time } from '../../../ui/time.tsx'
import { Unfold, Unfolded } from '../../unfold.tsx'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { words } from './words.ts'

const questions = ['wrong', 'done', 'holds'] as const
const empty = { wrong: '', done: '', holds: '' }

/** How it was solved; or the way to say so. Each owner then resolves theirs. */
export function Solution({ cause: { id, solution, may } }: { cause: CauseAnswer }) {
  if (!solution)
    return may.includes('solve') && <Unfold says={words.solve}>{over => <Solve id={id} over={over} />}</Unfold>
  return (
    <section className="cause-solution">
      <h2>{words.solution}</h2>
      <dl>
        {questions.map(question => (
          <div key={question}>
            <dt>{words[question]}</dt>
            <dd dir="auto">{solution[question]}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">
        <Time at={solution.at} both />
      </p>
      {may.includes('reopen') && <Reopen id={id} />}
    </section>
  )
}

function Solve({ id, over }: { id: number; over: () => void }) {
  const { draft, change, clear } = useDraft(`cause ${id} solved`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<typeof empty, CauseAnswer>(`/causes/${id}/solve`, {
    done: () => {
      clear()
      announce(words.solved)
      over()
    },
  })
  const submit = (): void => {
    command.clear()
    const said = { wrong: draft.wrong.trim(), done: draft.done.trim(), holds: draft.holds.trim() }
    const isWhole = questions.every(question => said[question] !== '')
    setFaulty(isWhole ? null : words.needsWords)
    if (isWhole) command.send(said)
  }
  return (
    <Unfolded
      label={words.solve}
      act={words.solveAct}
      submit={submit}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      over={over}
    >
      <p className="hint">{words.solveHint}</p>
      {questions.map(question => (
        <TextArea
          key={question}
          label={words[question]}
          value={draft[question]}
          change={text => change({ [question]: text })}
        />
      ))}
    </Unfolded>
  )
}

function Reopen({ id }: { id: number }) {
  const { send, isSending, fault } = useCommand<object, CauseAnswer>(`/causes/${id}/reopen`, {
    done: () => announce(words.reopened),
  })
  return (
    <>
      <div>
        <Button busy={isSending} onClick={() => send({})}>
          {words.reopen}
        </Button>
      </div>
      <Refusal fault={fault} />
    </>
  )
}
