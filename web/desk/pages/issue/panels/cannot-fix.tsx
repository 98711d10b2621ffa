import type { CannotFixAnswer, IssueAnswer } from '../../../../../src/contract/answers.ts'
import { firstName } from '../../../../ui/face.tsx'
import { Time } from '../../../../ui/time.tsx'
import type { Act } from '../act.tsx'
import { Panel, PanelActs, type PanelProps, waits } from './panel.tsx'
import { whoBegins } from './who.ts'
import { words as everything } from './words.ts'

const words = everything.cannotFix

/** That it can't be fixed: why, what is offered instead, whether a supervisor agrees, and when the customer was told (Rule 19). */
export function CannotFix({ issue, me, choose }: PanelProps) {
  const { cannotFix, number } = issue
  if (!cannotFix) return null
  const { reason, alternative, why } = cannotFix
  return (
    <Panel title={words.title}>
      <p className="panel-words" dir="auto">
        {reason}
      </p>
      <p className="panel-words" dir="auto">
        {words.instead} {alternative}
      </p>
      <small>
        <Stands cannotFix={cannotFix} me={me} />
      </small>
      {why && <small dir="auto">“{why}”</small>}
      <PanelActs acts={actsOf(issue)} number={number} choose={choose} />
    </Panel>
  )
}

function Stands({ cannotFix, me }: { cannotFix: CannotFixAnswer; me: string }) {
  const { askedBy, askedAt, due, late, answeredBy, answeredAt, state, toldAt } = cannotFix
  if (toldAt)
    return (
      <>
        {words.told} <Time at={toldAt} />
      </>
    )
  if (answeredBy && answeredAt)
    return (
      <>
        {words[state === 'refused' ? 'refused' : 'agreed'](whoBegins(answeredBy, me))} <Time at={answeredAt} />
      </>
    )
  return (
    <>
      {words.asked(whoBegins(askedBy, me))} <Time at={askedAt} />,{' '}
      {late
        ? words.late
        : due && (
            <>
              {everything.by} <Time at={due} both />
            </>
          )}
    </>
  )
}

function actsOf(issue: IssueAnswer): Act[] {
  const { number, may, customer, cannotFix } = issue
  const path = `/issues/${number}/resolution/cannot-fix`
  return [
    ...(may.includes('answer_cannot_fix') && !waits(issue, 'cannot_fix_asked')
      ? [
          { says: words.agree, send: `${path}/agree`, done: words.agreedNow },
          { says: words.refuse, mode: 'refuse_cannot_fix' as const },
        ]
      : []),
    ...(may.includes('tell_cannot_fix') && cannotFix?.state === 'agreed' && !waits(issue, 'cannot_fix_agreed')
      ? [{ says: words.tell(firstName(customer.name)), mode: 'tell_cannot_fix' as const }]
      : []),
  ]
}
