import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { PromiseShape } from '../../../../ui/marks.tsx'
import { Time } from '../../../../ui/time.tsx'
import { Panel } from './panel.tsx'
import { words as everything } from './words.ts'

const words = everything.resolution

/** What was done, how it shows that it holds, and the checks of the watch (Rules 17, 18 and 20). */
export function Resolution({ issue: { resolution, promises } }: { issue: IssueAnswer }) {
  if (!resolution) return null
  const { done, holds, confirmed, watch } = resolution
  const checks = promises.filter(({ kind }) => kind === 'watch')
  return (
    <Panel title={words.title}>
      <p className="panel-words" dir="auto">
        {done}
      </p>
      <small dir="auto">{holds}</small>
      {confirmed?.words && <small className="theirs">“{confirmed.words}”</small>}
      {watch.length > 0 && (
        <ul className="watch">
          {watch.map(({ due, what }) => {
            const check = checks.find(promise => promise.due === due)
            return (
              <li key={due}>
                <span>
                  {check && <PromiseShape state={check.state} />} <Time at={due} />{' '}
                  {check ? words.checks[check.state] : words.ahead}
                </span>
                {what && <small dir="auto">{what}</small>}
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
