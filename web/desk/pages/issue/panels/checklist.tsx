import { Link } from '@tanstack/react-router'
import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Check } from '../../../../ui/field.tsx'
import { Refusal } from '../../../../ui/refusal.tsx'
import { useCommand } from '../../../use-command.ts'
import { Panel, type PanelProps } from './panel.tsx'
import { who } from './who.ts'
import { words as everything } from './words.ts'

const words = everything.checklist
type Step = IssueAnswer['checklist'][number]

/** What lessons ask for with this kind of issue, before it is said to be solved (Rule 28). */
export function Checklist({ issue, me, choose }: PanelProps) {
  if (issue.checklist.length === 0) return null
  return (
    <Panel title={words.title}>
      <ul>
        {issue.checklist.map(step => (
          <StepOf
            key={step.lesson}
            step={step}
            issue={issue}
            me={me}
            excuse={issue.may.includes('excuse_step') ? () => choose({ excuse: step.lesson }) : null}
          />
        ))}
      </ul>
    </Panel>
  )
}

function StepOf({
  step,
  issue,
  me,
  excuse,
}: {
  step: Step
  issue: IssueAnswer
  me: string
  excuse: (() => void) | null
}) {
  const { lesson, says, state, by, why } = step
  const { send, sent, fault } = useCommand<{ done: boolean }>(`/issues/${issue.number}/checklist/${lesson}`, {
    done: answer => announce(isDone(answer, lesson) ? words.done : words.opened),
  })
  const name = by ? who(by, me) : ''
  return (
    <li className="step">
      {issue.may.includes('mark_step') ? (
        <Check checked={sent?.done ?? state !== 'open'} change={done => send({ done })}>
          {says}
        </Check>
      ) : (
        <span>{says}</span>
      )}
      {state === 'open' && excuse && (
        <Button look="quiet" onClick={excuse} aria-label={words.excuseWhat(says)}>
          {words.excuse}
        </Button>
      )}
      <small>
        {why ? `${words.excused(why)} · ` : ''}
        {name && `${name} · `}
        <Link to="/desk/lessons/$id" params={{ id: String(lesson) }}>
          {words.lesson(lesson)}
        </Link>
      </small>
      <Refusal fault={fault} />
    </li>
  )
}

const isDone = ({ checklist }: IssueAnswer, lesson: number): boolean =>
  checklist.some(step => step.lesson === lesson && step.state !== 'open')
