import type { Step } from './answers.ts'
import { words } from './words.ts'

const shownBefore = 2

/** What has been done and what is ahead, from the last steps on; earlier ones are one click away. */
export function Path({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null
  const ahead = steps.findIndex(step => step.state !== 'done')
  const cut = Math.max(0, (ahead === -1 ? steps.length : ahead) - shownBefore)
  const [earlier, shown] = [steps.slice(0, cut), steps.slice(cut)]
  return (
    <div className="way">
      {earlier.length > 0 && (
        <details>
          <summary>{words.earlier(earlier.length)}</summary>
          <Steps steps={earlier} />
        </details>
      )}
      <Steps steps={shown} />
    </div>
  )
}

const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <ol className="path">
    {steps.map(({ what, at, when, state }) => (
      <li key={`${at} ${what}`} className={state}>
        <span>
          <span className="unseen">{words.state[state]} </span>
          {what}
          <small>
            <time dateTime={at}>{when}</time>
          </small>
        </span>
      </li>
    ))}
  </ol>
)
