import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import { usePathName } from '../../path.ts'
import { type Act, ActButton } from './act.tsx'
import { actsOf } from './possible.ts'
import type { Mode } from './tray/modes.ts'
import { words } from './words.ts'

type ActsProps = { issue: IssueAnswer; choose: (mode: Mode) => void }

/** What the reader may do with the issue as it stands; each is decided again by the server. */
export function Acts({ issue, choose }: ActsProps) {
  const { first, usual, more } = actsOf(issue, firstName(issue.customer.name), usePathName())
  const show = (act: Act, look: 'plain' | 'primary' | 'quiet') => (
    <ActButton key={act.says} act={act} number={issue.number} choose={choose} look={look} />
  )
  return (
    <section className="acts">
      <h2 className="unseen">{words.acts}</h2>
      {first.map(act => show(act, 'primary'))}
      {issue.may.includes('claim') && <p className="none">{words.claimHint}</p>}
      {usual.map(act => show(act, 'plain'))}
      <details className="acts-more">
        <summary>{words.more}</summary>
        <div className="acts">{more.map(act => show(act, 'quiet'))}</div>
      </details>
      {show({ says: words.log, to: '/desk/issues/$number/log', keys: 'E' }, 'quiet')}
    </section>
  )
}
