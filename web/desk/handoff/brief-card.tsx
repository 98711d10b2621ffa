import type { ReactNode } from 'react'
import type { BriefAnswer, IssueAnswer } from '../../../src/contract/answers.ts'
import { firstName } from '../../ui/face.tsx'
import { PromiseMark } from '../../ui/marks.tsx'
import { useNow } from '../../ui/now.tsx'
import { moment } from '../../ui/times.ts'
import { runningOf, whatOf } from '../pages/issue/sentences.ts'
import './handoff.css'
import { words } from './words.ts'

type BriefCardProps = {
  brief: BriefAnswer
  customer: string
  promises?: IssueAnswer['promises']
  /** Who receives it; without it the reader. */
  receiver?: string
}

/** What the receiver must know (Rule 6): the customer's words first, in their voice. */
export function BriefCard({ brief, customer, promises = [], receiver = words.brief.you }: BriefCardProps) {
  const now = useNow()
  const name = firstName(customer)
  const said = words.brief
  const running = runningOf({ promises })
  const rows: [string, ReactNode][] = [
    [
      said.problem(name),
      <span key="problem" className="theirs">
        {brief.problem}
      </span>,
    ],
    [said.diagnosis, brief.diagnosis],
    [said.tried, brief.tried],
    [said.why(receiver), brief.why],
    [said.asked(receiver), <strong key="asked">{brief.asked}</strong>],
    [said.told(name), brief.told],
    [said.callback, brief.callback ?? said.noCallback],
    ...(running.length > 0
      ? [
          [
            said.promises,
            running.map(promise => (
              <span key={promise.id} className="brief-promise">
                <PromiseMark state={promise.state} text={moment(promise.due, now)} /> {whatOf(promise)}
              </span>
            )),
          ] as [string, ReactNode],
        ]
      : []),
  ]
  return (
    <dl className="brief">
      {rows
        .filter(([, what]) => what)
        .map(([label, what]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{what}</dd>
          </div>
        ))}
    </dl>
  )
}
