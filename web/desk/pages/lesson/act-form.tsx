import { useState } from 'react'
import type { LessonAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Choice, Field, TextArea } from '../../../ui/field.tsx'
import type { Fault } from '../../../ui/refusal.tsx'
import { AnswersFor, ChangeFields } from '../../lesson/change-fields.tsx'
import { type DraftChange, draftOf } from '../../lesson/draft.ts'
import { Unfolded } from '../../unfold.tsx'
import { useCommand } from '../../use-command.ts'
import { useWhen } from '../../when/use-when.ts'
import { WhenField } from '../../when/when-field.tsx'
import { bodyOf, type DraftAct, pathOf } from './decisions.ts'
import { type Act, words } from './words.ts'

type ActFormProps = { lesson: LessonAnswer; act: Act; over: () => void }

/** One decision on a lesson with the words that it takes. */
export function ActForm({ lesson, act, over }: ActFormProps) {
  const { change: changeNow, id } = lesson
  const [draft, setDraft] = useState<DraftAct>(() => ({
    why: '',
    days: '',
    owner: changeNow.type === 'request' ? (changeNow.owner?.id ?? '') : '',
    due: '',
    answer: 'done',
    change: draftOf(changeNow),
  }))
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const change = (changes: Partial<DraftAct>): void => setDraft(before => ({ ...before, ...changes }))
  const says = words.acts[act]
  const command = useCommand<object, LessonAnswer>(pathOf(id, act), {
    done: () => {
      announce(says.done)
      over()
    },
  })
  const submit = async (): Promise<void> => {
    command.clear()
    const body = await bodyOf(act, draft, changeNow.type)
    setFaulty('fault' in body ? body.fault : null)
    if (!('fault' in body)) command.send(body.body)
  }
  return (
    <Unfolded
      label={says.title}
      act={says.act}
      submit={() => void submit()}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      over={over}
    >
      <h3>{says.title}</h3>
      <p className="hint">{says.hint}</p>
      <FieldsOf lesson={lesson} act={act} draft={draft} change={change} />
    </Unfolded>
  )
}

type FieldsProps = {
  lesson: LessonAnswer
  act: Act
  draft: DraftAct
  change: (changes: Partial<DraftAct>) => void
}

function FieldsOf({ lesson, act, draft, change }: FieldsProps) {
  const why = <TextArea label={words.whyField} rows={3} value={draft.why} change={text => change({ why: text })} />
  if (act === 'adopt') return <Adoption lesson={lesson} draft={draft} change={change} />
  if (act === 'answer')
    return (
      <>
        <Choice
          label={words.answerIs}
          options={words.answers}
          value={draft.answer}
          change={answer => change({ answer })}
        />
        <TextArea label={words.answerField} rows={3} value={draft.why} change={text => change({ why: text })} />
      </>
    )
  if (act !== 'change') return why
  return (
    <>
      {why}
      <ChangeFields
        draft={draft.change}
        change={(changes: Partial<DraftChange>) => change({ change: { ...draft.change, ...changes } })}
      />
      <TrialDays days={draft.days} change={days => change({ days })} />
    </>
  )
}

function Adoption({ lesson, draft, change }: Omit<FieldsProps, 'act'>) {
  const understood = useWhen(draft.due)
  return (
    <>
      <TrialDays days={draft.days} change={days => change({ days })} />
      {lesson.change.type === 'request' && (
        <>
          <AnswersFor
            department={lesson.change.department.id}
            value={draft.owner}
            change={owner => change({ owner })}
          />
          <WhenField label={words.dueField} value={draft.due} change={due => change({ due })} understood={understood} />
        </>
      )}
    </>
  )
}

const TrialDays = ({ days, change }: { days: string; change: (days: string) => void }) => (
  <Field label={words.trialDays} hint={words.trialHint} inputMode="numeric" value={days} change={change} />
)
