import type { ReactNode } from 'react'
import type { AssistAnswer, IssueAnswer } from '../../../../../src/contract/answers.ts'
import { firstName } from '../../../../ui/face.tsx'
import { AnswerFields } from '../../../assist/answer-fields.tsx'
import { useAnswer } from '../../../assist/use-answer.ts'
import { words as ofAssists } from '../../../assist/words.ts'
import { TrayForm } from '../tray/tray-form.tsx'
import { words } from './words.ts'

type AnswerProps = { issue: IssueAnswer; assist: AssistAnswer; beside: ReactNode; over: () => void }

/** Who was asked answers, and has a seat: on the page of the issue (Rule 16). */
export function AnswerAssist({ issue: { number, customer }, assist, beside, over }: AnswerProps) {
  const { id, ask } = assist
  const answering = useAnswer(`/issues/${number}/assists/${id}`, assist, `${number} answer ${id}`, over)
  return (
    <TrayForm
      title={words.answer.title(firstName(customer.name))}
      act={ofAssists.acts[answering.how]}
      submit={answering.submit}
      busy={answering.busy}
      fault={answering.fault}
      beside={beside}
    >
      <div className="stack tray-stack">
        <p dir="auto">{ask}</p>
        <AnswerFields answering={answering} />
      </div>
    </TrayForm>
  )
}
