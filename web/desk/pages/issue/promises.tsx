import type { IssueAnswer, PromiseAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { PromiseMark } from '../../../ui/marks.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Time } from '../../../ui/time.tsx'
import { moment } from '../../../ui/times.ts'
import { runningOf, whatOf } from './sentences.ts'
import type { Mode } from './tray/modes.ts'
import { words } from './words.ts'

/** Every promise of the issue: what runs or is owed, and below it what became of the others. */
export function Promises({ issue, choose }: { issue: IssueAnswer; choose: (mode: Mode) => void }) {
  const running = runningOf(issue)
  const settled = issue.promises.filter(promise => !running.includes(promise)).reverse()
  const mayMove = issue.may.includes('write')
  return (
    <section>
      <h2>{words.promises}</h2>
      <ul className="promises">
        {running.map(promise => (
          <li key={promise.id}>
            <Running
              promise={promise}
              move={mayMove && promise.state === 'open' ? () => choose({ move: promise.id }) : null}
            />
          </li>
        ))}
      </ul>
      {settled.length > 0 && (
        <details className="promises-before" open={running.length === 0}>
          <summary>{words.fatesBefore(settled.length)}</summary>
          <ul className="promises">
            {settled.map(promise => (
              <li key={promise.id}>
                <PromiseMark state={promise.state} />
                <small>
                  {whatOf(promise)}, <Time at={promise.due} />
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Running({ promise, move }: { promise: PromiseAnswer; move: (() => void) | null }) {
  const now = useNow()
  const soon = Date.parse(promise.due) - Date.parse(now) < 3 * 3_600_000
  return (
    <>
      <div className="promise-running">
        <PromiseMark state={promise.state} soon={soon} text={moment(promise.due, now)} />
        {move && (
          <Button look="quiet" onClick={move} aria-label={`${words.move}: ${moment(promise.due, now)}`}>
            {words.move}
          </Button>
        )}
      </div>
      <small>{whatOf(promise)}</small>
    </>
  )
}
