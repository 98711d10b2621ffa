import type { HandoffAnswer, IssueAnswer } from '../../../src/contract/answers.ts'
import { firstName } from '../../ui/face.tsx'
import { useNow } from '../../ui/now.tsx'
import { Time } from '../../ui/time.tsx'
import { moment } from '../../ui/times.ts'
import './handoff.css'
import { words } from './words.ts'

type ReadBackProps = { handoff: HandoffAnswer; promises: IssueAnswer['promises'] }

/** The receiver's own words: the problem, the next step, and by when (Rule 7). */
export function ReadBack({ handoff: { readBack, receiver }, promises }: ReadBackProps) {
  const now = useNow()
  if (!readBack || !receiver) return null
  return (
    <figure className="read-back">
      <figcaption>{words.readBack.title(firstName(receiver.name))}</figcaption>
      <blockquote>{readBack.words}</blockquote>
      <p>
        <span>{words.readBack.next}</span> {readBack.nextStep} {words.readBack.by}{' '}
        <strong>
          <Time at={readBack.due} both />
        </strong>
      </p>
      {readBack.moves.map(({ promise, due }) => (
        <p key={promise}>
          {words.readBack.moves(moment(promises.find(({ id }) => id === promise)?.due ?? due, now), moment(due, now))}
        </p>
      ))}
    </figure>
  )
}
