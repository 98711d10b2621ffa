import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { firstName } from '../../../../ui/face.tsx'
import { Time } from '../../../../ui/time.tsx'
import { Panel } from './panel.tsx'
import { words as everything } from './words.ts'

const words = everything.rating

/** How the customer says that they were looked after, about the issue and not about a person (Rule 32). */
export function Rating({ issue: { rating, customer } }: { issue: IssueAnswer }) {
  if (!rating) return null
  return (
    <Panel title={words.title}>
      <p>{words[rating.choice](firstName(customer.name))}</p>
      {rating.words && (
        <small className="theirs" dir="auto">
          “{rating.words}”
        </small>
      )}
      <small>
        <Time at={rating.at} />
      </small>
    </Panel>
  )
}
