import type { LessonAnswer } from '../../../../src/contract/answers.ts'
import { Time } from '../../../ui/time.tsx'
import { words } from './words.ts'

/** What became of what a department is asked for. */
export function Request({ lesson: { request } }: { lesson: LessonAnswer }) {
  if (!request) return null
  const { owner, due, state, answer } = request
  if (answer)
    return (
      <p>
        {answer.done ? words.request.done(owner.name) : words.request.cannot(owner.name)}{' '}
        <span dir="auto">{answer.words}</span>{' '}
        <small>
          <Time at={answer.at} />
        </small>
      </p>
    )
  return (
    <p className={state === 'overdue' ? 'owed' : undefined}>
      {state === 'overdue' ? words.request.overdue(owner.name) : words.request.asked(owner.name)} <Time at={due} both />
      .
    </p>
  )
}
