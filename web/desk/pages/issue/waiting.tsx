import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { useNow } from '../../../ui/now.tsx'
import { Time } from '../../../ui/time.tsx'
import { usePathName } from '../../path.ts'
import { ActButton } from './act.tsx'
import type { Mode } from './tray/modes.ts'
import './waiting.css'
import { type Wait, waitsOf } from './waits.ts'
import { words } from './waits-words.ts'

/** What waits for the reader here, before everything else that they could do. */
export function Waiting({ issue, choose }: { issue: IssueAnswer; choose: (mode: Mode) => void }) {
  const all = waitsOf(issue, usePathName())
  if (all.length === 0) return null
  return (
    <section className="waits" aria-label={words.title}>
      <ul>
        {all.map(wait => (
          <Item key={wait.key} wait={wait} number={issue.number} choose={choose} />
        ))}
      </ul>
    </section>
  )
}

function Item({ wait, number, choose }: { wait: Wait; number: number; choose: (mode: Mode) => void }) {
  const now = useNow()
  const { says, quote, due, acts } = wait
  return (
    <li>
      <div>
        <p>
          <strong>{says}</strong>{' '}
          {due && (
            <small className={due < now ? 'late' : undefined}>
              {words.by} <Time at={due} both />
            </small>
          )}
        </p>
        {quote && (
          <p className="waits-quote" dir="auto">
            {quote}
          </p>
        )}
      </div>
      <div className="row-of">
        {acts.map((act, place) => (
          <ActButton key={act.says} act={act} number={number} choose={choose} look={place === 0 ? 'plain' : 'quiet'} />
        ))}
      </div>
    </li>
  )
}
