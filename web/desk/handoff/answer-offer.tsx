import { useState } from 'react'
import type { HandoffAnswer, IssueAnswer } from '../../../src/contract/answers.ts'
import { Button } from '../../ui/button.tsx'
import { Accept } from './accept.tsx'
import { Decline } from './decline.tsx'
import { words } from './words.ts'

/** What the person to whom it is offered does with the offer. */
export function AnswerOffer({ issue, handoff }: { issue: IssueAnswer; handoff: HandoffAnswer }) {
  const [answer, setAnswer] = useState<'accept' | 'decline' | null>(null)
  const back = (): void => setAnswer(null)
  if (answer === 'accept') return <Accept issue={issue} handoff={handoff} back={back} />
  if (answer === 'decline') return <Decline issue={issue} handoff={handoff} back={back} />
  return (
    <div className="row-of">
      <Button look="primary" onClick={() => setAnswer('accept')}>
        {words.accept}
      </Button>
      <Button onClick={() => setAnswer('decline')}>{words.decline}</Button>
    </div>
  )
}
